// What a person does: a line's label set, cuts and joins, undoing, saving.

function act(name) {
  const piece = current && pieceOf(current);
  if (!piece) return;
  const [verb, label] = name.split(" ");
  if (verb === "cut") { askForCut(piece); return; }
  if (verb === "story") { askForStory(current.number, piece.key); return; }
  const fix = { line: piece.n, at: piece.at, ...piece.fix };
  const words = { label: "changed", start: "startsDone", merge: "joinsDone", paragraph: "changed", join: "changed", right: "rightDone", clear: "cleared" }[verb];
  if (verb === "label") fix.label = label;
  if (verb === "right") fix.label = piece.label;
  if (verb === "paragraph") fix.label = "paragraph";
  if (verb === "join") fix.label = "continues";
  if (verb === "start") fix.starts = true;
  if (verb === "merge") fix.starts = false;
  if (piece.at && !fix.label) fix.label = piece.label;
  if (fix.label === "continues" || fix.label === "furniture") delete fix.starts;
  correct(current.number, piece.key, verb === "clear" ? ofArticleAlone(piece) : fix);
  said(say(words, { n: piece.n, label: say(`labels.${fix.label}`) }));
}

/** What a fix says of its article, without what it says of its line; a piece that was cut off has no fix without a label. */
function ofArticleAlone(piece) {
  if (piece.at || !saysOfArticle(piece.fix)) return null;
  const { label, starts, ...rest } = piece.fix;
  return rest;
}

function correct(number, key, fix) {
  const sheet = sheets[number];
  undone.push({ number, key, before: sheet.say(key, fix) });
  if (!fix && !sheet.pieces().some((piece) => piece.key === key)) current = { number, key: place(Number(key.split(":")[0])) };
  redraw(sheet);
}

function undo() {
  const last = undone.pop();
  if (!last) return;
  sheets[last.number].say(last.key, last.before);
  const there = sheets[last.number].pieces().some((piece) => piece.key === last.key);
  redraw(sheets[last.number]);
  select(last.number, there ? last.key : place(Number(last.key.split(":")[0])));
  said(say("undone"));
}

/** Draw a page again after a correction; one that is served is soon drawn as the reader reads it with the corrections. */
function redraw(sheet) {
  keepDraft(sheet);
  if (index.served) rereadSoon(sheet, drawAgain);
  drawAgain(sheet);
}

/** Draw a page again, the current line where it was on the screen, the focus where it was. */
function drawAgain(sheet) {
  const before = current && lineOf(current.number, current.key)?.getBoundingClientRect().top;
  const focused = !document.querySelector("dialog[open]") && (document.activeElement === document.body || host.contains(document.activeElement));
  draw(sheet);
  const line = current && lineOf(current.number, current.key);
  if (line) {
    if (focused) line.focus({ preventScroll: true });
    if (before !== undefined && before !== null) scrollBy(0, line.getBoundingClientRect().top - before);
  }
  drawCounts();
  drawChart($("chart"), sheets, goTo);
}

function askForCut(piece) {
  const field = $("cut-text");
  field.value = piece.text;
  const show = () => {
    const at = field.selectionStart;
    $("cut-preview").replaceChildren(el("span", {}, field.value.slice(Math.max(at - 12, 0), at)), el("b", {}, "│"), el("span", {}, field.value.slice(at, at + 12)));
    $("cut-do").disabled = !field.value.slice(0, at).trim() || !field.value.slice(at).trim();
  };
  for (const name of ["keyup", "click", "select"]) field[`on${name}`] = show;
  field.onbeforeinput = (event) => event.preventDefault(); // the cursor moves as in any text; the text stays
  $("cut").onclose = () => {
    if ($("cut").returnValue === "cut") cutAt(piece, field.value.slice(0, field.selectionStart));
    else lineOf(current.number, current.key)?.focus();
  };
  $("cut").returnValue = "";
  $("cut").showModal();
  field.focus();
  field.setSelectionRange(Math.floor(piece.text.length / 2), Math.floor(piece.text.length / 2));
  show();
}

function cutAt(piece, before) {
  const rest = piece.text.slice(before.length);
  const at = piece.at + size(before) + rest.length - rest.trimStart().length; // the piece begins with a character
  const key = place(piece.n, at);
  const { number } = current;
  const fix = { line: piece.n, at, label: "paragraph" };
  current = { number, key };
  correct(number, key, fix);
  said(say("cutDone", { n: piece.n }));
}

async function save(sheet) {
  try {
    said(await saveSheet(sheet));
  } catch (error) {
    said(say("notSaved", { why: error.message }), true);
  }
  sheet.views = null;
  if (current?.number === sheet.number && !pieceOf(current)) current = null;
  keepDraft(sheet);
  drawAgain(sheet);
}

async function saveAll() {
  for (const sheet of sheets.filter((sheet) => sheet.unsaved)) await save(sheet);
}
