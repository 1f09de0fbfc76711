// The overview: a bar for each page, articles by kind above the line, doubtful places below it.

const SVG = "http://www.w3.org/2000/svg";

function shape(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** Draw the chart for the width that there is; `go` is called with the number of a page that is clicked. */
function drawChart(host, sheets, go) {
  const width = Math.max(host.clientWidth, 240);
  const [up, down] = [72, 22];
  const step = Math.min(width / sheets.length, 44);
  const bar = Math.max(step - (step > 6 ? 3 : step > 3 ? 1 : 0), 0.8);
  const outlines = sheets.map((sheet) => sheet.outline());
  const most = Math.max(1, ...outlines.map((articles) => articles.filter(([kind]) => kind).length));
  const worst = Math.max(1, ...outlines.map(doubtsOf));
  const drawn = shape("svg", { viewBox: `0 0 ${width} ${up + down + 2}`, width, height: up + down + 2, role: "img", "aria-label": chartWords(sheets, outlines) });
  outlines.forEach((articles, n) => drawn.append(column(sheets[n], articles, { x: n * step, bar, step, up, down, most, worst })));
  drawn.append(shape("line", { x1: 0, x2: step * sheets.length, y1: up + 0.5, y2: up + 0.5, class: "axis" }));
  drawn.addEventListener("click", (event) => {
    const at = event.target.closest("[data-page]");
    if (at) go(Number(at.dataset.page));
  });
  host.replaceChildren(drawn);
}

const doubtsOf = (articles) => articles.reduce((sum, [, doubts]) => sum + doubts, 0);

function column(sheet, articles, { x, bar, step, up, down, most, worst }) {
  const group = shape("g", { "data-page": sheet.number, class: "column" });
  const title = shape("title", {});
  const doubts = doubtsOf(articles);
  const count = articles.filter(([kind]) => kind).length;
  title.textContent = `${sheet.index.name} · ${say("articles", { n: count })} · ${say("doubts", { n: doubts })}`;
  group.append(title, shape("rect", { x, y: 0, width: step, height: up + down, class: "hit" }));
  let y = up;
  for (const kind of KINDS) {
    const height = (articles.filter(([own]) => own === kind).length / most) * (up - 4);
    if (!height) continue;
    y -= height;
    group.append(shape("rect", { x, y, width: bar, height: Math.max(height - (height > 4 ? 1 : 0), 0.5), class: `kind-${kind}` }));
  }
  if (doubts) group.append(shape("rect", { x, y: up + 2, width: bar, height: Math.max((doubts / worst) * down, 2), class: "doubts" }));
  return group;
}

/** The chart in words, for who can't see it. */
function chartWords(sheets, outlines) {
  const all = outlines.flat();
  const kinds = KINDS.map((kind) => `${say(`kind.${kind}`)} ${all.filter(([own]) => own === kind).length}`);
  return [say("overview"), say("pages", { n: sheets.length }), ...kinds, say("doubts", { n: doubtsOf(all) })].join(", ");
}
