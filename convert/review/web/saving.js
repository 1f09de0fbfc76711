// Corrections are kept: in the browser until they are saved, then as a fix file, downloaded or written by the server.

const store = {
  get(name) {
    try { return localStorage.getItem(`newsconvert.${name}`); } catch { return null; }
  },
  set(name, value) {
    try {
      if (value === null) localStorage.removeItem(`newsconvert.${name}`);
      else localStorage.setItem(`newsconvert.${name}`, value);
    } catch { /* a browser that keeps nothing: the corrections are on the page still */ }
  },
};

/** Keep what isn't saved, so that closing the window loses nothing. */
function keepDraft(sheet) {
  store.set(`draft.${sheet.index.sha256}`, sheet.unsaved ? JSON.stringify(ordered(sheet.fixes)) : null);
}

/** Bring back what wasn't saved last time; true if there was any. */
function restoreDraft(sheet) {
  const draft = store.get(`draft.${sheet.index.sha256}`);
  if (!draft) return false;
  sheet.load();
  try {
    sheet.fixes = new Map(JSON.parse(draft).map((fix) => [place(fix.line, fix.at), fix]));
  } catch {
    return false;
  }
  sheet.views = null;
  return sheet.unsaved;
}

/** Save a page's corrections; gives what is to be said about it. */
async function saveSheet(sheet, { served, facts }) {
  const name = sheet.index.name + ENDING;
  if (!served) {
    download(name, sheet.toml());
    sheet.kept = fingerprint(sheet.fixes);
    keepDraft(sheet);
    return say("downloaded", { name });
  }
  const answer = await fetch(`fixes/${sheet.number}`, { method: "PUT", headers: { "Content-Type": "application/toml" }, body: sheet.toml() }).catch(() => null);
  if (!answer) throw new Error(say("offline"));
  if (answer.status === 409) throw new Error(say("conflict"));
  if (!answer.ok) throw new Error(await answer.text());
  const { index, data, facts: more } = await answer.json();
  Object.assign(facts, more);
  const removed = !sheet.fixes.size;
  store.set(`draft.${sheet.index.sha256}`, null);
  sheet.index = index;
  sheet.take(data);
  return say(removed ? "removed" : "saved", { name });
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
