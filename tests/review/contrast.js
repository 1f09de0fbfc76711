// Gives the texts on the page whose contrast with their ground is below 4.5 : 1 (WCAG 2.2, 1.4.3).
() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (css, under) => { canvas.clearRect(0, 0, 1, 1); if (under) { canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1); }
    canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => { const f = (v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
  const ground = (node) => { for (let at = node; at; at = at.parentElement) { const css = getComputedStyle(at).backgroundColor;
    if (rgba(css)[3] > 250) return css; } return 'white'; };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest('.unseen, script, #said, :disabled')) continue;
    const below = ground(node);
    const [a, b] = [light(rgba(getComputedStyle(node).color, below)), light(rgba(below))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) poor.push([node.className || node.tagName, walker.currentNode.data.slice(0, 12), ratio.toFixed(2)].join(' '));
  }
  return [...new Set(poor)];
}
