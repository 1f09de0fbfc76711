// The application: what is shown, which line is the current one, what is done to it.

const index = JSON.parse(document.getElementById("index").textContent);
const sheets = index.pages.map((entry, number) => new Sheet(number, entry));
const filters = { kinds: new Set(KINDS), doubtful: false, corrected: false, query: "", page: null };
const undone = [];
let current = null; // { number, key }
const $ = (id) => document.getElementById(id);
const host = $("pages");

// ——— filters ———

function passes(card) {
  if (filters.doubtful && !card.doubts) return false;
  if (filters.corrected && !card.corrections) return false;
  if (filters.query && !card.text.includes(filters.query)) return false;
  return card.kind === null ? filters.kinds.size === KINDS.length : filters.kinds.has(card.kind);
}

function sheetPasses(sheet) {
  if (filters.page !== null && sheet.number !== filters.page) return false;
  if (filters.query || sheet.data) {
    if (filters.query && !sheet.data && !sheet.mayHold(filters.query)) return false;
    return sheet.load().cards().some(passes) || !sheet.cards().length;
  }
  if (filters.corrected) return sheet.corrections > 0 && sheet.load().cards().some(passes);
  return sheet.outline().some(([kind, doubts]) => passes({ kind, doubts, corrections: 0 })) || !sheet.index.articles.length;
}

function applyFilters() {
  let shown = 0;
  globalThis.CSS?.highlights?.delete("found");
  for (const sheet of sheets) {
    const section = sectionOf(sheet);
    section.hidden = !sheetPasses(sheet);
    shown += !section.hidden;
    if (!section.hidden && section.dataset.drawn) draw(sheet);
  }
  $("nothing").hidden = shown > 0;
  drawCounts();
}

// ——— newspaper pages, drawn when they come near ———

const sectionOf = (sheet) => host.children[sheet.number];

const near = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const sheet = sheets[Number(entry.target.dataset.page)];
    const { drawn } = entry.target.dataset;
    if (entry.isIntersecting && !drawn) draw(sheet);
    else if (!entry.isIntersecting && drawn && !entry.target.contains(document.activeElement)) undraw(entry.target);
  }
}, { rootMargin: "1600px 0px" });

/** Paper has all pages that the filters let through, not only those near the window. */
addEventListener("beforeprint", () => {
  near.disconnect();
  for (const sheet of shownSheets()) if (!sectionOf(sheet).dataset.drawn) draw(sheet);
});
addEventListener("afterprint", () => { for (const section of host.children) near.observe(section); });

function placeSheets() {
  host.replaceChildren(...sheets.map((sheet) => {
    const section = el("section", { class: "sheet", "data-page": sheet.number, "aria-labelledby": `sheet-${sheet.number}` });
    section.style.minHeight = `${sheet.index.lines * 42 + 90}px`;
    return section;
  }));
  for (const section of host.children) near.observe(section);
}

function draw(sheet) {
  const section = sectionOf(sheet);
  section.replaceChildren(...drawSheet(sheet, passes));
  section.dataset.drawn = "yes";
  section.style.minHeight = "";
  if (current?.number === sheet.number) markCurrent();
  markFound(section);
}

function undraw(section) {
  section.style.minHeight = `${section.offsetHeight}px`;
  section.replaceChildren();
  delete section.dataset.drawn;
}

/** Mark the text that is looked for, where the browser can do that without changing the page. */
function markFound(section) {
  if (!globalThis.CSS?.highlights || !filters.query) return;
  const marks = CSS.highlights.get("found") ?? new Highlight();
  CSS.highlights.set("found", marks);
  for (const text of section.querySelectorAll(".text, .run")) {
    for (const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT); walker.nextNode();) {
      const node = walker.currentNode;
      for (let at = node.data.indexOf(filters.query); at >= 0; at = node.data.indexOf(filters.query, at + 1)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + filters.query.length);
        marks.add(range);
      }
    }
  }
}

// ——— the current line ———

const lineOf = (number, key) => host.children[number]?.querySelector(`.line[data-key="${key}"]`);

function markCurrent() {
  for (const marked of host.querySelectorAll(".line[aria-current]")) {
    marked.removeAttribute("aria-current");
    marked.tabIndex = -1;
    marked.querySelector(".tools-of-line")?.remove();
  }
  for (const run of host.querySelectorAll("[data-lit]")) delete run.dataset.lit;
  const line = current && lineOf(current.number, current.key);
  if (!line) return;
  const piece = pieceOf(current);
  line.setAttribute("aria-current", "true");
  line.tabIndex = 0;
  line.append(drawTools(piece, act));
  for (const run of line.closest(".card").querySelectorAll(`[data-run="${current.key}"]`)) run.dataset.lit = "yes";
}

const pieceOf = ({ number, key }) => sheets[number].pieces().find((piece) => piece.key === key);

function select(number, key, { focus = true, center = false } = {}) {
  const sheet = sheets[number];
  const before = current;
  current = { number, key };
  if (!sectionOf(sheet).dataset.drawn) draw(sheet);
  if (!lineOf(number, key)) { current = before; return; }
  markCurrent();
  const line = lineOf(number, key);
  if (focus) line.focus({ preventScroll: true });
  if (document.documentElement.dataset.view === "read" && isNarrow()) {
    bring(() => lineOf(number, key)?.closest(".card").querySelector(`[data-run="${key}"]`));
  } else if (center || !inView(line)) bring(() => lineOf(number, key));
  drawDoubtPlace();
}

const isNarrow = () => matchMedia("(max-width: 60rem)").matches;

const inView = (node) => {
  const box = node.getBoundingClientRect();
  return box.top >= $("bar").getBoundingClientRect().bottom + 8 && (box.bottom <= innerHeight - 70 || box.height > innerHeight / 2);
};

/** Scroll to a node and hold it in view while pages on the way are drawn and get their heights; a hand on the wheel ends that. */
let bringing = 0;
function bring(find) {
  const mine = ++bringing;
  let frames = 30;
  const settle = (block) => {
    const node = mine === bringing && find();
    if (!node) return;
    if (block || !inView(node)) node.scrollIntoView({ block: "center" });
    if (--frames) requestAnimationFrame(() => settle(false));
  };
  settle(true);
}
for (const kind of ["wheel", "touchstart", "pointerdown"]) addEventListener(kind, () => { bringing++; }, { passive: true });

const shownSheets = () => sheets.filter((sheet) => !sectionOf(sheet).hidden);
const shownPieces = (sheet) => sheet.load().cards().filter(passes).flatMap((card) => card.pieces);

function move(step) {
  if (!current) { toSheet(0); return; }
  const pieces = shownPieces(sheets[current.number]);
  const at = pieces.findIndex((piece) => piece.key === current.key) + step;
  if (pieces[at]) { select(current.number, pieces[at].key); return; }
  const order = shownSheets();
  const next = order[order.findIndex((sheet) => sheet.number === current.number) + step];
  const key = next && shownPieces(next).at(step > 0 ? 0 : -1)?.key;
  if (key) select(next.number, key);
}

/** The doubtful places that the filters let through, in order: page and how many of its own. */
function toDoubt(step) {
  const order = shownSheets();
  let at = current ? order.findIndex((sheet) => sheet.number === current.number) : step > 0 ? 0 : order.length - 1;
  for (let turn = 0; at >= 0 && order[at] && turn <= order.length; turn++, at += step) {
    const sheet = order[at];
    if (!doubtsOf(sheet.outline())) continue;
    const pieces = shownPieces(sheet);
    const here = sheet.number === current?.number ? pieces.findIndex((piece) => piece.key === current.key) : step > 0 ? -1 : pieces.length;
    const found = step > 0 ? pieces.find((piece, n) => n > here && piece.doubt) : pieces.findLast((piece, n) => n < here && piece.doubt);
    if (found) { select(sheet.number, found.key, { center: true }); return; }
  }
  said(say("none"));
}

function toSheet(step) {
  const order = shownSheets();
  const at = current ? order.findIndex((sheet) => sheet.number === current.number) + step : 0;
  if (order[at]) goTo(order[at].number);
}

function goTo(number) {
  const sheet = sheets[number];
  if (sectionOf(sheet).hidden) return;
  draw(sheet);
  const key = shownPieces(sheet)[0]?.key;
  if (key) select(number, key, { center: false });
  sectionOf(sheet).scrollIntoView({ block: "start" });
}

// ——— the frame ———

function said(words, wrong = false) {
  $("said").textContent = words;
  $("said").dataset.wrong = wrong ? "yes" : "";
  $("said").dataset.shown = "yes";
  clearTimeout(said.timer);
  said.timer = setTimeout(() => { $("said").dataset.shown = ""; }, wrong ? 8000 : 3000);
}

function drawCounts() {
  const outlines = sheets.map((sheet) => sheet.outline());
  const articles = outlines.flat();
  const unsaved = sheets.filter((sheet) => sheet.unsaved).length;
  const corrections = sheets.reduce((sum, sheet) => sum + sheet.corrections, 0);
  const item = (name, n, kind) => el("li", { class: kind }, say(name, { n }));
  $("counts").replaceChildren(...[
    item("pages", sheets.length), item("articles", articles.filter(([kind]) => kind).length), item("lines", sheets.reduce((sum, sheet) => sum + sheet.index.lines, 0)),
    item("doubts", doubtsOf(articles), "doubtful"), corrections ? item("corrections", corrections, "corrected") : null, unsaved ? item("unsaved", unsaved, "unsaved") : null].filter(Boolean));
  $("save-all").disabled = !unsaved;
  $("undo").disabled = !undone.length;
  for (const kind of KINDS) $(`kind-${kind}`).textContent = articles.filter(([own]) => own === kind).length;
  drawDoubtPlace();
}

function drawDoubtPlace() {
  const doubts = doubtsOf(sheets.flatMap((sheet) => sheet.outline()));
  $("previous-doubt").disabled = $("next-doubt").disabled = !doubts;
}

function drawFrame() {
  const root = document.documentElement;
  [root.lang] = LANGUAGES[language];
  root.dataset.served = index.served ? "yes" : "no";
  document.title = `${say("title")} · newsconvert`;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) if (!node.matches(".line, .chip, .stretch, .labels button")) { node.setAttribute("aria-label", say(node.dataset.label)); node.title = say(node.dataset.label); }
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = say(node.dataset.placeholder);
  $("language").replaceChildren(...Object.entries(LANGUAGES).map(([name, [lang, words]]) => el("option", { value: name, lang, selected: name === language }, words)));
  $("page").replaceChildren(el("option", { value: "" }, say("allPages")), ...sheets.map((sheet) => el("option", { value: sheet.number, selected: filters.page === sheet.number }, sheet.index.name)));
  $("kinds").replaceChildren(el("legend", { class: "unseen" }, say("kinds")), ...KINDS.map((kind) => el("label", { class: "toggle kind", "data-kind": kind },
    el("input", { type: "checkbox", checked: filters.kinds.has(kind), onchange: (event) => { filters.kinds[event.target.checked ? "add" : "delete"](kind); applyFilters(); } }),
    el("span", {}, say(`kind.${kind}`)), el("b", { id: `kind-${kind}` }))));
  $("key-list").replaceChildren(el("dl", {}, Object.entries(STRINGS[language].keys).map(([keys, words]) => el("div", {}, el("dt", {}, keys.split(" ").map((key) => (/^[/…,]$/.test(key) && keys.length > 1 ? ` ${key} ` : el("kbd", {}, key)))), el("dd", {}, words)))));
  $("legend").replaceChildren(...[...LABELS, "dateline", "mark"].map((label) => chip(label)));
  for (const button of document.querySelectorAll("#dock [data-view]")) button.setAttribute("aria-pressed", String(root.dataset.view === button.dataset.view));
  drawCounts();
  drawChart($("chart"), sheets, goTo);
}

function setLanguage(to) {
  language = to;
  store.set("language", to);
  drawFrame();
  for (const sheet of sheets) if (sectionOf(sheet)?.dataset.drawn) draw(sheet);
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  store.set("theme", theme);
}

const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function setView(view) {
  document.documentElement.dataset.view = view;
  drawFrame();
  if (current) select(current.number, current.key, { center: true });
}

const app = {
  move, toDoubt, toSheet, act, undo,
  save: () => current && sheets[current.number].unsaved && save(sheets[current.number]),
  leave: () => document.activeElement.blur(),
  find: () => $("search").focus(),
  help: () => $("keys").showModal(),
  keysOn: () => $("keys-on").checked,
  toggleDoubtful: () => $("doubtful").click(),
};

function listen() {
  host.addEventListener("click", (event) => {
    const { target } = event;
    const section = target.closest(".sheet");
    if (!section || target.closest(".tools-of-line")) return;
    const number = Number(section.dataset.page);
    if (target.closest("[data-save]")) { save(sheets[number]); return; }
    if (target.closest("[data-story]")) { askForStory(number, target.closest("[data-story]").dataset.story); return; }
    const key = target.closest("[data-to]")?.dataset.to ?? target.closest("[data-run]")?.dataset.run ?? target.closest(".line")?.dataset.key;
    if (!key || (!getSelection().isCollapsed && !target.closest("[data-to]"))) return;
    if (isNarrow() && !target.closest(".line")) setView("printed");
    select(number, key);
  });
  host.addEventListener("focusin", (event) => {
    const line = event.target.closest(".line");
    if (line && event.target === line && current?.key !== line.dataset.key) select(Number(line.closest(".sheet").dataset.page), line.dataset.key);
  });
  for (const [name, lit] of [["pointerover", "yes"], ["pointerout", ""]]) {
    host.addEventListener(name, (event) => {
      const from = event.target.closest("[data-run], .line");
      const key = from?.dataset.run ?? from?.dataset.key;
      if (key) for (const twin of from.closest(".card").querySelectorAll(`[data-run="${key}"], .line[data-key="${key}"]`)) twin.dataset.hover = lit;
    });
  }
  document.addEventListener("keydown", (event) => onKey(event, app));
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("doubtful").onchange = (event) => { filters.doubtful = event.target.checked; applyFilters(); };
  $("corrected").onchange = (event) => { filters.corrected = event.target.checked; applyFilters(); };
  $("page").onchange = (event) => { filters.page = event.target.value === "" ? null : Number(event.target.value); applyFilters(); scrollTo(0, 0); };
  $("search").oninput = (event) => { clearTimeout(listen.timer); listen.timer = setTimeout(() => { filters.query = event.target.value.trim(); applyFilters(); }, 150); };
  $("undo").onclick = undo;
  $("save-all").onclick = saveAll;
  $("help").onclick = app.help;
  $("language").onchange = (event) => setLanguage(event.target.value);
  $("theme").onclick = () => setTheme(isDark() ? "light" : "dark");
  $("previous-doubt").onclick = () => toDoubt(-1);
  $("next-doubt").onclick = () => toDoubt(1);
  for (const button of document.querySelectorAll("#dock [data-view]")) button.onclick = () => setView(button.dataset.view);
  new ResizeObserver(() => drawChart($("chart"), sheets, goTo)).observe($("chart"));
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${$("bar").offsetHeight}px`)).observe($("bar"));
  addEventListener("beforeunload", (event) => { if (sheets.some((sheet) => sheet.unsaved)) event.preventDefault(); });
}

language = LANGUAGES[store.get("language")] ? store.get("language") : preferred();
setTheme(store.get("theme"));
if (isNarrow()) $("overview").open = false;
placeSheets();
const restored = sheets.filter(restoreDraft);
drawFrame();
applyFilters();
listen();
if (restored.length) said(say("restored"));
if (index.served) for (const sheet of restored) rereadSoon(sheet, (read) => { if (sectionOf(read).dataset.drawn) drawAgain(read); });
