// Corrections are kept: in the browser until they are saved, then as a fix file, downloaded or written by the server,
// which also reads a page again with what is not saved yet.

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

/** Send a page's corrections to the server that gave this page; the answer is the page as the reader reads it with them. */
async function send(sheet, method, place) {
  const answer = await fetch(`${place}/${sheet.number}`, { method, headers: { "Content-Type": "application/toml" }, body: sheet.toml() }).catch(() => null);
  if (!answer) throw new Error(say("offline"));
  if (answer.status === 409) throw new Error(say("conflict"));
  if (!answer.ok) {
    const words = await answer.text();
    sheet.unwritable = answer.status === 500 && method === "PUT";
    throw new Error(sheet.unwritable ? say("unwritable", { why: words }) : words);
  }
  const { index: entry, data, words } = await answer.json();
  Object.assign(index.words, words);
  return { entry, data };
}

/** Save a page's corrections; gives what is to be said about it. */
async function saveSheet(sheet) {
  const name = sheet.index.name + ENDING;
  if (!savesItself(sheet)) {
    download(name, sheet.toml());
    sheet.kept = fingerprint(sheet.fixes);
    keepDraft(sheet);
    return say(sheet.index.elsewhere ? "downloadedElsewhere" : "downloaded", { name });
  }
  sheet.turn = (sheet.turn ?? 0) + 1; // an answer that is on its way is out of date
  const { entry, data } = await send(sheet, "PUT", "fixes");
  const removed = !sheet.fixes.size;
  store.set(`draft.${sheet.index.sha256}`, null);
  sheet.index = entry;
  sheet.take(data);
  sheet.waiting = false;
  sheet.problem = null;
  return say(removed ? "removed" : "saved", { name });
}

/** Let the server read the page again with the corrections, a moment after the last one; `show` draws what came of it. */
function rereadSoon(sheet, show) {
  clearTimeout(sheet.timer);
  const turn = (sheet.turn = (sheet.turn ?? 0) + 1);
  sheet.waiting = !sheet.isRead;
  if (!sheet.waiting) return;
  sheet.timer = setTimeout(async () => {
    try {
      const { data } = await send(sheet, "POST", "read");
      if (turn !== sheet.turn) return;
      sheet.reread(data);
      sheet.problem = null;
    } catch (error) {
      if (turn !== sheet.turn) return;
      sheet.problem = say("notRead", { why: error.message });
    }
    sheet.waiting = false;
    show(sheet);
  }, 250);
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
