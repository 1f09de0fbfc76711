// The keyboard: single keys while no field has the focus; those of a line only when a line has it.

const KEY_ACTS = { a: "start", m: "merge", b: "paragraph", g: "join", c: "cut", y: "right", x: "clear", e: "story" };

/** Call what a key stands for; `app` has the moves and acts. Keys with Ctrl, Alt or Meta are the browser's, but for saving and undoing. */
function onKey(event, app) {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, dialog");
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !typing) {
    const held = { s: app.save, z: app.undo }[event.key];
    if (held) { event.preventDefault(); held(); }
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    if (event.key === "Escape" && event.target.id === "search") event.target.blur();
    return;
  }
  const onLine = Boolean(event.target.closest(".line"));
  const act = wanted(event.key, onLine, app);
  if (!act) return;
  event.preventDefault();
  act();
}

function wanted(key, onLine, app) {
  if (onLine && key === "ArrowDown") return () => app.move(1);
  if (onLine && key === "ArrowUp") return () => app.move(-1);
  if (onLine && key === "Escape") return app.leave;
  if (!app.keysOn()) return null;
  const everywhere = {
    j: () => app.move(1), k: () => app.move(-1), n: () => app.toDoubt(1), p: () => app.toDoubt(-1), "]": () => app.toSheet(1), "[": () => app.toSheet(-1),
    z: app.undo, s: app.save, d: app.toggleDoubtful, "/": app.find, "?": app.help,
  };
  if (everywhere[key]) return everywhere[key];
  if (!onLine) return null;
  if (KEY_ACTS[key]) return () => app.act(KEY_ACTS[key]);
  const label = LABELS[LABEL_KEYS.indexOf(key)];
  return label ? () => app.act(`label ${label}`) : null;
}
