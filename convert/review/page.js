"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const KINDS = ["news", "photo", "commentary", "continuation", "other"];
const KEYS = "1234567890-=";
const WORDS = {
  zh: {
    title: "校读", other: "English", theme: "明暗", help: "按键", save: "保存更正", page: "版面", label: "标签", kind: "体裁",
    doubtful: "只看存疑", lines: "印刷行", articles: "文章", close: "关闭", keys: "按键", all: "全部", cut: "断开成段", join: "与上行相连",
    undo: "还原", by: "改为", was: "原为", doubt: "或为", nothing: "没有符合条件的行", none: "这一版没有读出文章", untitled: "（无题）",
    counts: (p, a, l, d, c) => `${p} 版 · ${a} 篇 · ${l} 行 · ${d} 处存疑 · ${c} 处更正`, saved: "已保存",
    download: "已下载：请放在版面文件旁边，再转换一次", stale: "标签已改；保存并重新转换后更新", leave: "还有未保存的更正", lineno: "行",
    from: "上接第{}版", on: "下转第{}版",
    label_: { section: "栏题", title: "标题", "title-more": "标题续行", byline: "署名", jump: "转版", opening: "起篇", paragraph: "段落",
      continues: "接上行", short: "短行", credit: "图片署名", repeat: "重复", furniture: "版面杂件" },
    kind_: { news: "消息", photo: "图片", commentary: "评论", continuation: "续文", other: "其他" },
    key_: { "j ↓": "下一行", "k ↑": "上一行", "n p": "下一处、上一处存疑", "[ ]": "上一版、下一版", "1 … =": "设标签", c: "断开：另起一段",
      x: "接上行", Backspace: "还原", s: "保存", "?": "按键说明" },
  },
  en: {
    title: "Review", other: "中文", theme: "Theme", help: "Keys", save: "Save corrections", page: "Page", label: "Label", kind: "Kind",
    doubtful: "Doubtful only", lines: "Printed lines", articles: "Articles", close: "Close", keys: "Keys", all: "all", cut: "Cut", join: "Join",
    undo: "Undo", by: "changed to", was: "was", doubt: "or", nothing: "No line matches", none: "No article was read on this page", untitled: "(untitled)",
    counts: (p, a, l, d, c) => `${p} pages · ${a} articles · ${l} lines · ${d} doubtful · ${c} corrected`, saved: "Saved",
    download: "Downloaded: put it beside the page and convert again", stale: "Labels changed: save and convert again to see the article", leave: "There are corrections that are not saved", lineno: "line",
    from: "continued from page {}", on: "continues on page {}",
    label_: { section: "section", title: "title", "title-more": "more title", byline: "byline", jump: "jump", opening: "opening", paragraph: "paragraph",
      continues: "continues", short: "short line", credit: "credit", repeat: "repeat", furniture: "furniture" },
    kind_: { news: "news", photo: "photo", commentary: "commentary", continuation: "continuation", other: "other" },
    key_: { "j ↓": "next line", "k ↑": "line above", "n p": "next, last doubtful line", "[ ]": "page before, next page", "1 … =": "set the label", c: "cut: a paragraph begins here",
      x: "join to the line above", Backspace: "undo", s: "save", "?": "this help" },
  },
};
const state = { language: data.language || (navigator.language.startsWith("zh") ? "zh" : "en"), page: 0, line: null, label: "", kind: "", doubtful: false };
for (const page of data.pages) { page.labels = { ...page.fixes }; }
const $ = id => document.getElementById(id);
const w = () => WORDS[state.language];
const current = () => data.pages[state.page];
const label = line => current().labels[line.line] || line.label;
const changed = page => JSON.stringify(sorted(page.labels)) !== JSON.stringify(sorted(page.fixes));
const sorted = map => Object.entries(map).sort();
const doubtful = line => line.doubtful && !current().labels[line.line];

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") node.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

function show() {
  document.documentElement.lang = state.language === "zh" ? "zh-Hans" : "en";
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = w()[node.dataset.t];
  document.title = `${w().title} · newsconvert`;
  showHead(); showLines(); showArticles(); measure();
}

function showHead() {
  const sum = count => data.pages.reduce((total, page) => total + count(page), 0);
  $("counts").textContent = w().counts(data.pages.length, sum(p => p.articles.length), sum(p => p.lines.length),
    sum(p => p.lines.filter(l => l.doubtful && !p.labels[l.line]).length), sum(p => Object.keys(p.labels).length));
  $("page").replaceChildren(...data.pages.map((page, n) => make("option", { value: n, selected: n === state.page }, (changed(page) ? "• " : "") + name(page))));
  options($("label"), data.labels, w().label_, state.label);
  options($("kind"), KINDS, w().kind_, state.kind);
  $("doubtful").checked = state.doubtful;
  $("save").disabled = !data.pages.some(changed);
  const most = Math.max(1, ...data.pages.map(page => page.articles.length));
  $("chart").setAttribute("aria-label", w().kind);
  $("chart").replaceChildren(...data.pages.map((page, n) => bar(page, n, most)), legend());
}

const name = page => page.path.split("/").pop();

function options(select, values, words, chosen) {
  select.replaceChildren(make("option", { value: "" }, w().all), ...values.map(value => make("option", { value, selected: value === chosen }, words[value])));
}

function bar(page, n, most) {
  const counts = KINDS.map(kind => [kind, page.articles.filter(article => article.kind === kind).length]).filter(([, count]) => count);
  const said = counts.map(([kind, count]) => `${w().kind_[kind]} ${count}`).join(", ");
  const bars = make("span", { class: "bars" }, ...counts.map(([kind, count]) => make("i", { class: `k-${kind}`, style: `width:${100 * count / most}%` })));
  return make("button", { type: "button", title: `${name(page)}: ${said}`, "aria-label": `${name(page)}: ${said}`, "aria-current": n === state.page ? "true" : null, on: () => turn(n) },
    make("span", { class: "name" }, name(page)), bars, make("span", {}, String(page.articles.length)));
}

function legend() {
  return make("div", { class: "legend" }, ...KINDS.map(kind => make("span", {}, make("i", { class: `k-${kind}` }), w().kind_[kind])));
}

function visible() {
  return current().lines.filter(line => (!state.doubtful || doubtful(line) || line.line === state.line) && (!state.label || label(line) === state.label)
    && (!state.kind || (line.article !== null && current().articles[line.article].kind === state.kind)));
}

function showLines() {
  const rows = visible().map(row);
  $("lines").replaceChildren(...(rows.length ? rows : [make("p", { class: "empty" }, w().nothing)]));
}

function row(line) {
  const now = label(line), chosen = line.line === state.line, corrected = current().labels[line.line];
  const why = [line.rule, ...line.because].join(" · ");
  const doubt = doubtful(line) ? make("span", { class: "mark" }, ` ? ${w().doubt} ${w().label_[line.rival]}`) : null;
  const news = corrected ? make("span", { class: "new" }, corrected !== line.label ? ` ${w().was} ${w().label_[line.label]}` : " ✓") : null;
  return make("div", { class: `row ${now}${chosen ? " chosen" : ""}${doubtful(line) ? " doubtful" : ""}`, id: `line-${line.line}`, "data-line": line.line,
    "data-label": now, style: `--c:var(--c-${now})`, tabindex: chosen ? 0 : -1, "aria-current": chosen ? "true" : null, on: () => choose(line.line) },
    make("span", { class: "n" }, String(line.line)), make("span", { class: "l" }, w().label_[now]), make("span", { class: "t", lang: "zh" }, line.text),
    chosen || doubt || news ? make("span", { class: "why" }, chosen ? why : "", doubt, news) : null, chosen ? editor(line, now) : null);
}

function editor(line, now) {
  const button = (text, key, act, pressed) => make("button", { type: "button", "aria-pressed": pressed === undefined ? null : String(pressed), on: event => { event.stopPropagation(); act(); } },
    text, make("kbd", { "aria-hidden": "true" }, key));
  return make("div", { class: "edit", role: "group", "aria-label": w().label }, ...data.labels.map((each, n) => button(w().label_[each], KEYS[n], () => set(line.line, each), each === now)),
    button(w().cut, "c", () => set(line.line, "paragraph")), button(w().join, "x", () => set(line.line, "continues")),
    current().labels[line.line] ? button(w().undo, "⌫", () => set(line.line, null)) : null);
}

function showArticles() {
  const found = current().articles.map(article).filter(node => node);
  $("articles").replaceChildren(...(found.length ? found : [make("p", { class: "empty" }, w().none)]));
}

function article(value, n) {
  if (state.kind && value.kind !== state.kind) return null;
  const doubts = current().lines.filter(line => line.article === n && doubtful(line)).length;
  if (state.doubtful && !doubts && !value.notes.length) return null;
  const stale = current().lines.some(line => line.article === n && (current().labels[line.line] || null) !== (current().fixes[line.line] || null));
  const text = (part, kind) => value[part] ? make("div", { class: kind, lang: "zh" }, value[part]) : null;
  const people = value.people.map(person => person.name).join("、");
  const jumps = [value.continued_from !== null ? w().from.replace("{}", value.continued_from) : "", value.continues_on !== null ? w().on.replace("{}", value.continues_on) : ""];
  const meta = [w().kind_[value.kind], `${w().lineno} ${value.lines.join("–")}`, people, ...jumps, doubts ? `? ${doubts}` : ""].filter(Boolean).join(" · ");
  return make("article", { id: `article-${n}`, class: stale ? "stale" : null },
    make("header", {}, make("div", { class: "meta" }, meta), text("section", "section"), text("kicker", "kicker"), make("h2", { lang: "zh" }, value.headline || w().untitled),
      text("subheadline", "sub"), text("byline", "by"), text("dateline", "by"), stale ? make("div", { class: "new" }, w().stale) : null),
    ...value.body.map(block), value.notes.length ? make("ul", { class: "notes" }, ...value.notes.map(note)) : null);
}

function block(value) {
  const parts = []; let from = 0;
  for (const join of [...value.joins].sort((a, b) => a.at - b.at)) {
    parts.push(value.text.slice(from, join.at), make("button", { type: "button", class: `join${join.doubtful ? " doubtful" : ""}`, title: `${w().lineno} ${join.line}`,
      "aria-label": `${w().join} ${w().lineno} ${join.line}`, on: event => { event.stopPropagation(); choose(join.line); } }, join.doubtful ? "¦?" : "¦"));
    from = join.at;
  }
  parts.push(value.text.slice(from));
  const lit = value.lines.includes(state.line);
  return make("p", { class: `b ${value.type}${lit ? " lit" : ""}`, lang: "zh", on: () => value.lines.length && choose(value.lines[0]) }, ...parts);
}

function note(value) {
  const go = value.line !== null ? make("button", { type: "button", on: () => choose(value.line) }, `${w().lineno} ${value.line}`) : null;
  return make("li", {}, go, ` ${value.message}${value.text ? ` — ${value.text}` : ""}`);
}

function choose(number, scroll = true) {
  const line = current().lines.find(each => each.line <= number && number <= each.last) || current().lines.find(each => each.line >= number);
  if (!line) return;
  state.line = line.line;
  showLines(); showArticles();
  if (!scroll) return;
  const node = $(`line-${line.line}`);
  if (node) { node.scrollIntoView({ block: "nearest" }); node.focus({ preventScroll: true }); }
  const lit = document.querySelector("#articles .lit") || (line.article !== null && $(`article-${line.article}`));
  if (lit && lit.offsetParent) lit.scrollIntoView({ block: "nearest" });
}

function move(step, wanted = () => true) {
  const lines = visible(), at = lines.findIndex(line => line.line === state.line);
  for (let n = at < 0 ? (step > 0 ? 0 : lines.length - 1) : at + step; n >= 0 && n < lines.length; n += step) if (wanted(lines[n])) return choose(lines[n].line);
}

function turn(n) {
  if (n < 0 || n >= data.pages.length) return;
  state.page = n; state.line = null;
  show(); $("lines").scrollTop = $("articles").scrollTop = 0;
}

function set(number, wanted) {
  const page = current();
  if (wanted === null) delete page.labels[number]; else page.labels[number] = wanted;
  showHead(); choose(number, false);
  $(`line-${number}`)?.focus({ preventScroll: true });
}

async function save() {
  for (const [n, page] of data.pages.entries()) {
    if (!changed(page)) continue;
    if (data.served) { if (!await send(n, page)) return; } else download(page);
  }
  show();
  say(data.served ? w().saved : w().download);
}

async function send(n, page) {
  const answer = await fetch("fix", { method: "POST", body: JSON.stringify({ page: n, labels: page.labels }) }).catch(() => null);
  const values = answer ? await answer.json().catch(() => ({})) : {};
  if (!answer || !answer.ok) { say(values.error || "?"); return false; }
  data.pages[n] = { ...values, labels: { ...values.fixes } };
  return true;
}

function download(page) {
  const text = fixFile(page);
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/toml" })), download: `${name(page)}.fix.toml` });
  link.click(); setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  page.fixes = { ...page.labels };
}

function fixFile(page) {
  const rows = Object.entries(page.labels).map(([number, each]) => [Number(number), each]).sort((a, b) => a[0] - b[0]);
  const text = number => JSON.stringify((page.lines.find(line => line.line === number)?.text || "").slice(0, 30).replace(/[\x00-\x1f\x7f-\x9f\ud800-\udfff]/g, "�"));
  return `# Corrections of this page, made in a review; "newsconvert parse" and "build" obey them.\nsha256 = "${page.sha256}"\n`
    + rows.map(([number, each]) => `\n[[line]]\nnumber = ${number}\nlabel = "${each}"\ntext = ${text(number)}\n`).join("");
}

let silence;
function say(text) {
  $("said").textContent = text; $("said").classList.add("on");
  clearTimeout(silence); silence = setTimeout(() => $("said").classList.remove("on"), 4000);
}

function measure() {
  document.documentElement.style.setProperty("--top", `${$("top").offsetHeight}px`);
}

function tab(which) {
  document.querySelector("main").dataset.show = which;
  for (const each of ["lines", "articles"]) $(`tab-${each}`).setAttribute("aria-selected", String(each === which));
}

const ACTS = {
  j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1), n: () => move(1, doubtful), p: () => move(-1, doubtful),
  "[": () => turn(state.page - 1), "]": () => turn(state.page + 1), s: save, "?": () => $("help").showModal(),
  c: () => state.line !== null && set(state.line, "paragraph"), x: () => state.line !== null && set(state.line, "continues"),
  Backspace: () => state.line !== null && set(state.line, null),
};
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input, dialog")) return;
  const number = KEYS.indexOf(event.key);
  const act = number >= 0 ? () => state.line !== null && set(state.line, data.labels[number]) : ACTS[event.key];
  if (act) { event.preventDefault(); act(); }
});
$("page").addEventListener("change", event => turn(Number(event.target.value)));
for (const which of ["label", "kind"]) $(which).addEventListener("change", event => { state[which] = event.target.value; show(); });
$("doubtful").addEventListener("change", event => { state.doubtful = event.target.checked; show(); });
$("language").addEventListener("click", () => { state.language = state.language === "zh" ? "en" : "zh"; showKeys(); show(); });
$("theme").addEventListener("click", () => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches, now = document.documentElement.dataset.theme || (dark ? "dark" : "light");
  document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
});
$("save").addEventListener("click", save);
$("help-open").addEventListener("click", () => $("help").showModal());
for (const which of ["lines", "articles"]) $(`tab-${which}`).addEventListener("click", () => tab(which));
addEventListener("resize", measure);
addEventListener("beforeunload", event => { if (data.pages.some(changed)) { event.preventDefault(); event.returnValue = w().leave; } });
function showKeys() {
  $("keys").replaceChildren(...Object.entries(w().key_).flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)]));
}
showKeys(); show();
