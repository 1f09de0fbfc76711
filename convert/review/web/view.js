// The page on the screen: newspaper pages drawn when they come near, from text nodes only, never from markup.

/** An element: attributes by name, `class` and `on…` included; children are elements or text. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const chip = (label, name = say(`labels.${label}`)) => el("span", { class: "chip", "data-label": label }, name);

/** A newspaper page: its head, and a card for each article that passes the filters. */
function drawSheet(sheet, passes) {
  const { index } = sheet.load();
  const cards = sheet.cards().filter(passes);
  return [
    sheetHead(sheet, index),
    index.stale ? el("p", { class: "warning", role: "note" }, say("stale")) : null,
    index.elsewhere ? el("p", { class: "hint", role: "note" }, say("elsewhere")) : null,
    sheet.problem ? el("p", { class: "warning", role: "note" }, sheet.problem) : null,
    ...cards.map((card) => drawCard(sheet, card)),
  ].filter(Boolean);
}

function sheetHead(sheet, index) {
  const facts = [index.paper, index.date, index.page && `${index.page}`].filter(Boolean).join(" · ");
  const count = (name, n) => el("span", {}, say(name, { n }));
  return el("header", { class: "sheet-head" },
    el("h2", { id: `sheet-${sheet.number}` }, index.name, facts ? el("small", {}, facts) : null),
    el("p", { class: "facts" }, count("articles", sheet.outline().filter(([kind]) => kind).length), count("lines", index.lines),
      doubtsOf(sheet.outline()) ? el("span", { class: "doubtful" }, say("doubts", { n: doubtsOf(sheet.outline()) })) : null,
      sheet.corrections ? el("span", { class: "corrected" }, say("corrections", { n: sheet.corrections })) : null),
    el("button", { type: "button", class: "save strong", "data-save": sheet.number, disabled: !sheet.unsaved }, say(savesItself(sheet) ? "save" : "download")));
}

/** Whether corrections of a page are written by the server; else they are downloaded. */
const savesItself = (sheet) => document.documentElement.dataset.served === "yes" && !sheet.index.elsewhere && !sheet.unwritable;

function drawCard(sheet, card) {
  const name = `card-${sheet.number}-${card.pieces[0].key.replace(":", "-")}`;
  return el("article", { class: "card", "data-kind": card.kind ?? "none", "aria-labelledby": name },
    el("ol", { class: "printed", "aria-label": say("printed") }, card.pieces.map((piece) => drawLine(piece))),
    el("div", { class: "read" }, drawArticle(sheet, card, name)));
}

function drawLine(piece) {
  const number = piece.last > piece.n ? `${piece.n}–${piece.last}` : `${piece.n}`;
  return el("li", { class: "line", "data-label": piece.label, "data-key": piece.key, tabindex: -1, "data-doubt": piece.doubt, "data-fixed": saysOfLine(piece.fix) },
    el("span", { class: "number" }, el("span", { class: "unseen" }, say("line", { n: "" })), number + (piece.at ? "′" : "")),
    el("span", { class: "text", lang: "zh" }, drawStretches(piece)),
    el("span", { class: "tags" },
      piece.doubt ? el("span", { class: "flag doubt-flag" }, "?", el("span", { class: "unseen" }, say("doubt"))) : null,
      saysOfLine(piece.fix) ? el("span", { class: "flag fix-flag" }, "✓", el("span", { class: "unseen" }, say("corrected"))) : null,
      chip(piece.label)));
}

function drawStretches(piece) {
  const own = usual(piece.label);
  if (!piece.in) return [piece.text];
  return piece.in.map(([start, end, field]) => {
    const text = cut(piece.text, start, end);
    return field === own ? text : el("span", { class: "stretch", "data-label": field, title: say(`labels.${field}`) }, text);
  });
}

/** The article as it was read: fields over blocks, joined breaks marked, people and notes below. */
function drawArticle(sheet, card, name) {
  if (card.kind === null) return [el("p", { class: "outside", id: name }, say("outside")), drawNotes(card)];
  const { fields, known } = card;
  const field = (key, tag) => (fields[key].length ? el(tag, { class: key, lang: "zh" }, drawRuns(fields[key])) : null);
  return [
    el("p", { class: "meta" }, el("span", { class: "kind", "data-kind": card.kind }, say(`kind.${card.kind}`)),
      known?.from ? el("span", {}, say("from", { n: known.from })) : null, known?.on ? el("span", {}, say("on", { n: known.on })) : null,
      card.told ? el("span", { class: "told" }, "✓ ", say("corrected")) : null,
      el("button", { type: "button", class: "story", "data-story": card.pieces[0].key, "aria-keyshortcuts": "e" }, say("story"), el("kbd", { "aria-hidden": "true" }, "e"))),
    card.preview ? el("p", { class: "preview-flag", role: "note" }, say(sheet.waiting ? "waiting" : "preview")) : null,
    field("section", "p"), field("kicker", "p"),
    el("h3", { class: "headline", id: name, lang: "zh" }, fields.headline.length ? drawRuns(fields.headline) : el("span", { class: "none" }, say("noHeadline"))),
    field("subheadline", "p"), field("byline", "p"), field("dateline", "p"),
    ...card.blocks.map((block) => el(block.type === "crosshead" ? "h4" : "p", { class: `block ${block.type}`, lang: "zh" }, drawRuns(block.runs))),
    card.people.length ? el("p", { class: "people" }, el("b", {}, say("people")), " ", card.people.map(([person, role]) => el("span", { class: "person" }, person, el("small", {}, say(`role.${role}`))))) : null,
    drawNotes(card),
  ];
}

function drawRuns(runs) {
  return runs.flatMap((run, n) => {
    const { piece } = run;
    const text = el("span", { class: "run", "data-run": piece.key }, run.text);
    if (!run.join && n && piece.more && piece.label === "credit") return [" ", text]; // the second line of a credit
    if (!run.join) return n && !piece.more && HEAD.includes(piece.label) ? [el("br"), text] : [text];
    const words = say(piece.doubt ? "doubtfulJoin" : "joinedHere", { n: piece.n });
    return [el("span", { class: "join", "data-run": piece.key, "data-doubt": piece.doubt, "data-n": piece.n, title: words, role: "img", "aria-label": words }), text];
  });
}

function drawNotes(card) {
  if (!card.notes.length) return null;
  return el("ul", { class: "notes", "aria-label": say("notes") }, card.notes.map((note) => el("li", {},
    note.line ? el("button", { type: "button", class: "to-line", "data-to": place(note.line) }, say("line", { n: note.line })) : null,
    el("span", {}, explained(note.code)),
    note.text ? el("q", { lang: "zh" }, note.text) : null)));
}

/** What a rule, a fact or a note's code of the reader means, in the page's language. */
const explained = (name) => index.words[name]?.[language] ?? name;

/** What can be done with a line, and why it was read as it was. */
function drawTools(piece, act) {
  const { line } = piece;
  const button = (name, words, key, pressed) => el("button", { type: "button", "data-act": name, "aria-pressed": pressed, "aria-keyshortcuts": key, onclick: () => act(name) }, words, el("kbd", { "aria-hidden": "true" }, key));
  const labels = LABELS.map((label, n) => {
    const made = button(`label ${label}`, say(`labels.${label}`), LABEL_KEYS[n], String(piece.label === label));
    made.dataset.label = label;
    return made;
  });
  const why = [line.rule, ...(line.because ?? [])].map(explained).join(" · ");
  return el("div", { class: "tools-of-line" },
    el("div", { role: "toolbar", class: "labels", "aria-label": `${say("line", { n: piece.n })}: ${say("setLabel")}` }, labels),
    el("div", { role: "toolbar", class: "acts", "aria-label": say("actions") }, [
      piece.doubt ? button("right", say("right"), "y") : null,
      button("start", say("starts"), "a"), button("merge", say("joins"), "m"),
      piece.label === "continues" ? button("paragraph", say("cutParagraph"), "b") : button("join", say("joinParagraph"), "g"),
      button("cut", say("cutInside"), "c"), saysOfLine(piece.fix) ? button("clear", say("clear"), "x") : null].filter(Boolean)),
    el("p", { class: "why" }, el("b", {}, say("ruleIs")), " ", why, line.near ? el("span", { class: "near" }, ` · ${say("orElse", { label: say(`labels.${line.near}`) })}`) : null,
      (line.changes ?? []).map(([before, after]) => el("span", { class: "change" }, ` ${before} → ${after || "∅"}`))));
}
