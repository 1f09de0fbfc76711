// What a person can say of a line and of its article, and the fix file that keeps it.

const LABELS = ["section", "kicker", "headline", "subheadline", "byline", "paragraph", "continues", "crosshead", "caption", "credit", "furniture", "repeat", "jump"];
const LABEL_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "f", "r", "u"];
const KINDS = ["news", "photo", "commentary", "continuation", "other"];
const ROLES = ["reporter", "intern_reporter", "correspondent", "author", "photographer", "editor"];
const ENDING = ".fix.toml";

const place = (line, at = 0) => `${line}:${at}`;

/** Characters of a text as Python counts them: a character beyond the Basic Plane is one, not two. */
const size = (text) => (/[\ud800-\udbff]/.test(text) ? [...text].length : text.length);
const cut = (text, from, to) => (/[\ud800-\udbff]/.test(text) ? [...text].slice(from, to).join("") : text.slice(from, to));

/** The fixes of a page in the order of its lines. */
const ordered = (fixes) => [...fixes.values()].sort((a, b) => a.line - b.line || a.at - b.at);

/** One text for one set of fixes, to tell whether anything has changed. */
const fingerprint = (fixes) => JSON.stringify(ordered(fixes).map((fix) => [fix.line, fix.at, fix.label ?? null, fix.starts ?? null, fix.kind ?? null, fix.people ?? null]));

/** Whether two fixes say the same of their line, or of their article. */
const sameOfLine = (a, b) => a?.label === b?.label && a?.starts === b?.starts;
const sameOfArticle = (a, b) => a?.kind === b?.kind && JSON.stringify(a?.people) === JSON.stringify(b?.people);
const saysOfLine = (fix) => fix?.label !== undefined || fix?.starts !== undefined;
const saysOfArticle = (fix) => fix?.kind !== undefined || fix?.people !== undefined;

/** A TOML basic string. JSON's escapes are TOML's; a lone surrogate is in no TOML, DEL only escaped. */
const quoted = (text) => JSON.stringify(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")).replace(/\x7f/g, "\\u007f");

/** The fix file of a page; `beginning` gives the first characters of a place, for who reads the file. */
function fixFile(name, sha256, fixes, beginning) {
  const rows = ['schema = "newsconvert.fix/1"', `page = ${quoted(name)}`, `sha256 = ${quoted(sha256)}`];
  for (const fix of ordered(fixes)) {
    rows.push("", "[[line]]", `number = ${fix.line}`);
    if (fix.at) rows.push(`at = ${fix.at}`);
    if (fix.label) rows.push(`label = ${quoted(fix.label)}`);
    if (fix.starts !== undefined) rows.push(`starts = ${fix.starts}`);
    if (fix.kind) rows.push(`kind = ${quoted(fix.kind)}`);
    if (fix.people) rows.push(`people = [${fix.people.map(([name, role]) => `{name = ${quoted(name)}, role = ${quoted(role)}}`).join(", ")}]`);
    rows.push(`text = ${quoted(beginning(fix))}`);
  }
  return rows.join("\n") + "\n";
}
