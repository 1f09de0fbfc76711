// A page as it was read, and as it will be read with the corrections: lines in pieces, pieces in articles.

const TITLES = new Set(["kicker", "headline", "subheadline"]);
const HEAD = ["section", "kicker", "headline", "subheadline", "byline", "dateline"];
const BESIDE = new Set(["mark", "furniture", "repeat", "jump"]);
const usual = (label) => (label === "continues" ? "paragraph" : label);

class Sheet {
  constructor(number, index) {
    this.number = number;
    this.index = index;
    this.data = null;
    this.fixes = new Map();
  }

  /** The page's data, taken out of the document when it is first looked at. */
  load() {
    if (this.data) return this;
    this.take(JSON.parse(document.getElementById(`page-${this.number}`).textContent));
    return this;
  }

  /** Whether a text may be on the page, told from its data as it stands in the document. */
  mayHold(text) {
    const escaped = JSON.stringify(text).slice(1, -1).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
    return document.getElementById(`page-${this.number}`).textContent.includes(escaped);
  }

  take(data) {
    this.data = data;
    this.given = new Map(data.fixes.map((fix) => [place(fix.line, fix.at), fix]));
    this.fixes = new Map(this.given);
    this.kept = fingerprint(this.fixes);
    this.views = null;
  }

  /** Take the reader's own result for the corrections as they stand, which are not saved by that. */
  reread(data) {
    this.data = data;
    this.given = new Map(data.fixes.map((fix) => [place(fix.line, fix.at), fix]));
    this.views = null;
  }

  /** Whether what is shown is the reader's own result and nothing was corrected since. */
  get isRead() {
    return this.data === null || fingerprint(this.fixes) === fingerprint(this.given);
  }

  get unsaved() {
    return this.data !== null && fingerprint(this.fixes) !== this.kept;
  }

  get corrections() {
    return this.data ? this.fixes.size : this.index.fixes;
  }

  /** Say something about a place, or take it back (null); gives what was said before. */
  say(key, fix) {
    const before = this.fixes.get(key) ?? null;
    if (fix) this.fixes.set(key, fix);
    else this.fixes.delete(key);
    this.views = null;
    return before;
  }

  /** The file's text of these corrections. */
  toml() {
    const pieces = new Map(this.pieces().map((piece) => [piece.key, piece.text]));
    return fixFile(this.index.name, this.index.sha256, this.fixes, (fix) => cut(pieces.get(place(fix.line, fix.at)) ?? "", 0, 16));
  }

  /** The lines of the page, divided where corrections cut them, each with its label and whether an article starts there. */
  pieces() {
    const found = [];
    let article;
    const known = new Set(this.data.lines.filter((line) => line.at).map((line) => place(line.n, line.at)));
    const cuts = Map.groupBy(ordered(this.fixes).filter((fix) => fix.at && !known.has(place(fix.line, fix.at))), (fix) => fix.line);
    for (const line of this.data.lines) {
      const first = line.article !== undefined && line.article !== article;
      if (first) article = line.article;
      const last = found.at(-1);
      if (line.at && !this.fixes.has(place(line.n, line.at)) && last?.n === line.n) {
        last.text = last.text.padEnd(line.at - last.at) + line.text;
        last.changed = true;
        last.in = undefined;
        continue;
      }
      found.push(...this.divided(line, first, cuts.get(line.n) ?? []));
    }
    return found;
  }

  *divided(line, first, fixes) {
    const start = line.at ?? 0;
    const end = start + size(line.text);
    const cuts = fixes.map((fix) => fix.at).filter((at) => at > start && at < end);
    const places = [start, ...cuts, end];
    for (let i = 0; i + 1 < places.length; i++) {
      yield this.piece(line, places[i], cut(line.text, places[i] - start, places[i + 1] - start), i === 0 && first, i === 0, cuts.length > 0);
    }
  }

  piece(line, at, text, first, head, isCut) {
    const key = place(line.n, at);
    const fix = this.fixes.get(key);
    const given = this.given.get(key);
    const changed = !sameOfLine(fix, given);
    const label = (changed && fix?.label) || (head ? line.label : "paragraph");
    const asRead = head && label === line.label && !isCut;
    return {
      key, at, text, label, fix, changed: changed || (head && isCut), retold: !sameOfArticle(fix, given), n: line.n, last: line.last ?? line.n, line, first,
      said: changed ? fix?.label : undefined,
      starts: changed && fix?.starts !== undefined ? fix.starts : undefined,
      in: asRead ? line.in : undefined,
      more: asRead && line.more,
      doubt: head && Boolean(line.doubt) && !saysOfLine(fix),
    };
  }

  /** The page's articles as they stand, each with its pieces; what is before the first one has no article. */
  cards() {
    this.views ??= grouped(this.pieces()).map((card) => read(card, this.data));
    return this.views;
  }

  /** Kind and doubtful places of each article, without looking at the page if it was never looked at. */
  outline() {
    if (this.data) return this.cards().map((card) => [card.kind, card.doubts, card.corrections]);
    const known = this.index.articles.map(([kind, doubts]) => [kind, doubts, 0]);
    return this.index.outside ? [[null, this.index.outside, 0], ...known] : known;
  }
}

/** Pieces in groups, one an article: the reader's own rule of where one starts, and what a person said before it. */
function grouped(pieces) {
  const cards = [];
  let card = null;
  for (const piece of pieces) {
    if (piece.label === "furniture") {
      if (!card) cards.push((card = { pieces: [], titles: 0, rows: 0, article: null, outside: true }));
      card.pieces.push(piece);
      continue;
    }
    if (!card || card.outside || startsArticle(piece, card)) {
      cards.push((card = { pieces: [], titles: 0, rows: 0, article: piece.line.article ?? null }));
    }
    if (TITLES.has(piece.label) && card.rows && !piece.said && !piece.first) piece.label = "crosshead";
    if (TITLES.has(piece.label) && !(card.rows && !piece.said)) card.titles += 1;
    else if (piece.label !== "section") card.rows += 1;
    card.kicker = piece.said === "kicker";
    card.pieces.push(piece);
  }
  return cards;
}

function startsArticle(piece, card) {
  if (piece.starts !== undefined) return piece.starts;
  if (piece.said === "kicker" || piece.said === "headline") return card.rows > 0;
  if (piece.said === "section") return card.rows + card.titles > 0;
  if (piece.said) return false;
  return piece.first && !(card.kicker && !card.rows && TITLES.has(piece.label));
}

/** A card with the article as read: the runs of text in each field, the blocks, the people, the notes. */
function read(card, data) {
  const fields = Object.fromEntries(HEAD.map((name) => [name, []]));
  const blocks = [];
  for (const piece of card.pieces) {
    let block = null;
    for (const [start, end, field] of piece.in ?? [[0, size(piece.text), usual(piece.label)]]) {
      const run = { piece, text: cut(piece.text, start, end), join: false };
      if (HEAD.includes(field)) fields[field].push(run);
      else if (!BESIDE.has(field)) block = putInBlock(blocks, block, field, run);
    }
  }
  const known = card.article === null ? null : data.articles[card.article];
  const told = card.pieces.filter((piece) => saysOfArticle(piece.fix));
  const kind = told.find((piece) => piece.fix.kind)?.fix.kind ?? known?.kind ?? "other";
  const people = told.find((piece) => piece.fix.people)?.fix.people ?? known?.people ?? [];
  const own = data.notes.filter((note) => (note.article ?? null) === card.article);
  const changed = card.pieces.some((piece) => piece.changed || piece.retold);
  return {
    ...card, fields, blocks, notes: card.outside && card.article === null ? data.notes.filter((note) => note.article === undefined) : own,
    kind: card.outside ? null : kind, people, told: told[0] ?? null, known, preview: changed || card.pieces.some((piece) => !card.outside && piece.line.article !== undefined && piece.line.article !== card.article),
    doubts: card.pieces.filter((piece) => piece.doubt).length,
    corrections: card.pieces.filter((piece) => piece.fix).length,
    text: card.pieces.map((piece) => piece.text).join("\n"),
  };
}

function putInBlock(blocks, block, field, run) {
  if (block?.type === field) {
    block.runs.push(run);
    return block;
  }
  const { piece } = run;
  const open = piece.label === "continues" ? blocks.findLast((other) => other.type === "paragraph") : piece.more ? blocks.at(-1) : null;
  if (open?.type === field) {
    run.join = piece.label === "continues";
    open.runs.push(run);
    return open;
  }
  const fresh = { type: field, runs: [run] };
  blocks.push(fresh);
  return fresh;
}
