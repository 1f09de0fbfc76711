// What a person says of an article as a whole: its kind, and who is named in it.

/** Ask for kind and people of the article that has a line; what is said is kept on a line that says it already, else the first. */
function askForStory(number, key) {
  const sheet = sheets[number];
  const card = sheet.cards().find((each) => each.pieces.some((piece) => piece.key === key));
  if (!card || card.kind === null) return;
  const back = document.activeElement;
  const leave = () => { $("story").close(); (back.isConnected ? back : lineOf(number, key))?.focus(); };
  $("story-of").textContent = card.fields.headline.map((run) => run.text).join(" ") || say("noHeadline");
  $("story-kind").replaceChildren(...KINDS.map((kind) => el("option", { value: kind, selected: kind === card.kind }, say(`kind.${kind}`))));
  $("story-people").replaceChildren(...card.people.map(personRow));
  $("story-wrong").textContent = "";
  $("story-reset").disabled = !card.told;
  $("story-add").onclick = () => {
    const row = personRow([selectedName(), "reporter"]);
    $("story-people").append(row);
    row.querySelector("input").focus();
  };
  $("story-cancel").onclick = leave;
  $("story-reset").onclick = () => { leave(); tellStory(number, card, {}); };
  $("story-form").onsubmit = (event) => {
    event.preventDefault();
    const people = namedPeople();
    const unprinted = people.find(([name]) => !isPrinted(sheet, name));
    if (unprinted) {
      $("story-wrong").textContent = say("unprinted", { name: unprinted[0] });
      [...$("story-people").querySelectorAll("input")].find((field) => field.value.trim() === unprinted[0])?.focus();
      return;
    }
    leave();
    const same = JSON.stringify(people) === JSON.stringify(card.people);
    const kind = $("story-kind").value;
    const before = card.told?.fix;
    tellStory(number, card, { kind: kind === card.kind ? before?.kind : kind, people: same ? before?.people : people });
  };
  $("story").showModal();
}

const namedPeople = () => [...$("story-people").children].map((row) => [row.querySelector("input").value.trim(), row.querySelector("select").value]).filter(([name]) => name);

/** Whether a name stands on the page: nobody can be named who is not printed there. */
const isPrinted = (sheet, name) => sheet.data.lines.map((line) => line.text).join("").replace(/\s/g, "").includes(name.replace(/\s/g, ""));

/** The text that is marked on the page, where it may be a name. */
function selectedName() {
  const text = String(getSelection()).trim();
  return text.length < 20 && !text.includes("\n") ? text : "";
}

function personRow([name, role]) {
  const row = el("li", {},
    el("input", { type: "text", lang: "zh", value: name, "aria-label": say("personName"), autocomplete: "off", spellcheck: "false" }),
    el("select", { "aria-label": say("personRole") }, ROLES.map((each) => el("option", { value: each, selected: each === role }, say(`role.${each}`)))),
    el("button", { type: "button", "aria-label": say("removePerson"), title: say("removePerson"), onclick: () => { row.remove(); $("story-add").focus(); } }, "×"));
  return row;
}

function tellStory(number, card, { kind, people }) {
  const piece = card.told ?? card.pieces[0];
  const { kind: _kind, people: _people, ...rest } = piece.fix ?? { line: piece.n, at: piece.at };
  const fix = { ...rest, ...(kind && { kind }), ...(people && { people }) };
  if (piece.at && !fix.label) fix.label = piece.label;
  correct(number, piece.key, saysOfLine(fix) || saysOfArticle(fix) ? fix : null);
  said(say("told"));
}
