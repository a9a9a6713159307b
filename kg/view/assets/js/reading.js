// The reading pane: one event, what is said of it, and the words that say so.

const readingPane = byId("reading");

function startReading() {
  onResize(readingPane, () => { if (plotWidth() !== PLOT.width) redraw(); });
  onChange((changed) => { if (changed === "event" || changed === "start") drawReading(changed === "event"); else placeInList(); });
}

/** The same event in a pane of another width: what is read stays in sight, and the heading keeps the focus. */
function redraw() {
  const { scrollTop } = readingPane;
  const heading = document.activeElement && document.activeElement.id === "headline";
  drawReading(false);
  readingPane.scrollTop = scrollTop;
  if (heading && state.event) byId("headline").focus({ preventScroll: true });
}

function drawReading(focus) {
  const event = state.event;
  PLOT.width = plotWidth();
  readingPane.replaceChildren(...(event ? eventPage(event) : frontPage()).flat(4).filter(Boolean));
  readingPane.scrollTop = 0;
  placeInList();
  if (!focus) return;
  if (event) byId("headline").focus({ preventScroll: true });
  if (readingPane.getBoundingClientRect().top > window.innerHeight - 120) readingPane.scrollIntoView({ block: "start" });
}

function frontPage() {
  const told = DATA.findings.filter((f) => f.kind !== "Finding").concat(DATA.findings.filter((f) => f.kind === "Finding"));
  return [el("h2", { class: "headline" }, "Choose an event"),
    el("p", { class: "intro" }, "Each event in the list opens here: its parts, who did what to whom, the figures of each source side by side, who is held responsible, and the sentences that say so, with the words marked."),
    el("p", { class: "intro" }, "A place, an actor or a stretch of time that is clicked filters everything else; clicked again, it lets go. With the keyboard: Tab to a picture, arrow keys within it, Enter to filter."),
    told.length ? [el("h3", {}, "What a careful reader would notice"), el("ul", { class: "findings" }, told.slice(0, 200).map(findingItem))] : null];
}

function findingItem(finding) {
  const open = finding.events.slice(0, 1).map((n) => byNumber.get(n));
  return el("li", {}, el("strong", {}, FINDING_WORDS[finding.kind] || capital(spaced(finding.kind))), " ", words(finding.text),
    open.map((event) => [" ", eventLink(event, "Read")]));
}

const byNumber = new Map(events.map((event) => [event.index, event]));

function crumbs() {
  const step = (by, text, label) => el("button", { type: "button", class: "button", "aria-label": label, id: `step-${by}`, onclick: () => stepBy(by) }, text);
  return el("div", { class: "crumbs" }, el("button", { type: "button", class: "button", onclick: closeEvent }, "Close"),
    step(-1, "‹ Previous", "Previous event in the list"), step(1, "Next ›", "Next event in the list"), el("span", { class: "place", id: "place-in-list" }));
}

function closeEvent() {
  const before = [...listView.body.children].find((row) => row.event === state.event);
  read(null);
  if (before) before.querySelector(".open").focus();
}

function stepBy(by) {
  const at = listView.order.indexOf(state.event);
  const next = listView.order[at < 0 ? 0 : at + by];
  if (next) read(next);
}

function placeInList() {
  if (!state.event || !byId("place-in-list")) return;
  const at = listView.order.indexOf(state.event);
  byId("place-in-list").textContent = at < 0 ? "not among the filtered" : `${number(at + 1)} of ${number(listView.order.length)}`;
  byId("step--1").disabled = at <= 0;
  byId("step-1").disabled = at === listView.order.length - 1;
}

function eventPage(event) {
  const notes = new Notes(event);
  const cite = notes.cite.bind(notes);
  const blocks = [partsBlock(event), figuresBlock(event, cite), chainBlock(event, cite), rolesBlock(event, cite), statementsBlock(event, cite), findingsBlock(event)];
  return [crumbs(), ...heading(event, cite), ...blocks, sentencesBlock(notes)];
}

function heading(event, cite) {
  const odd = modality(event);
  const time = event.date ? el("strong", {}, dateWords(event.date)) : "Date not known";
  const said = event.timeText && event.timeText !== event.date ? [" (“", words(event.timeText), "”)"] : null;
  const place = rolesOf(event, "place").map((p) => words(placeWords(p)));
  return [el("h2", { class: "headline", id: "headline", tabindex: -1 }, words(event.headline)),
    el("p", { class: "facts" }, el("span", { class: `badge ${event.family}` }, capital(spaced(event.shown))), odd && el("span", { class: "badge odd" }, odd), " ",
      time, said, place.map((p) => [" · ", p])),
    el("p", { class: "facts" }, event.told && ["In the words: “", words(event.told), "”"], cite(event.marks, "event", "The event"),
      event.count > 1 && ` · stands for ${number(event.count)}`, ` · told by ${plural(event.reports.length, "report")}`,
      event.confidence !== undefined && ` · confidence ${event.confidence}`)];
}

function partsBlock(event) {
  if (!event.wholes.length && !event.parts.length && !event.about.length) return null;
  const item = (e) => el("li", {}, el("i", { class: `swatch ${e.family}` }), eventLink(e),
    el("span", { class: "vague" }, e.told && [" “", words(shorten(e.told, 40)), "”"], e.count > 1 ? ` × ${number(e.count)}` : ""));
  const tree = (list, seen) => el("ul", { class: "parts" }, list.filter((e) => !seen.has(e)).map((e) => {
    seen.add(e);
    const node = item(e);
    if (e.parts.length) node.append(tree(e.parts, seen));
    return node;
  }));
  return [event.wholes.length ? [el("h3", {}, "Part of"), tree2(event.wholes, item)] : null,
    event.parts.length ? [el("h3", {}, "Parts"), tree(event.parts, new Set([event]))] : null,
    event.about.length ? [el("h3", {}, "About"), tree2(event.about, item)] : null];
}

const tree2 = (list, item) => el("ul", { class: "parts" }, list.map(item));

function rolesBlock(event, cite) {
  const rows = [];
  for (const role of Object.keys(ROLE_WORDS)) {
    const held = rolesOf(event, role);
    const shown = role === "attributedTo" ? held.filter((n) => !rolesOf(event, "agent").includes(n)) : held;
    if (shown.length) rows.push(el("dt", {}, ROLE_WORDS[role]), el("dd", {}, holders(shown).map((same) => el("div", {}, roleWords(same[0]), sayers(event, role, same, cite)))));
  }
  const dated = event.stated.filter((c) => c.role === "date");
  if (dated.length) rows.push(el("dt", {}, "Date"), el("dd", {}, dateWords(event.date || ""), cite(dated.flatMap((c) => c.marks), "role", "Date")));
  if (event.quotes.length) rows.push(el("dt", {}, "Quote"), el("dd", {}, event.quotes.map((q) => el("div", { dir: "auto" }, "“", words(q), "”"))));
  return rows.length ? [el("h3", {}, "Who, what, where"), el("dl", { class: "roles" }, rows)] : null;
}

/** Nodes of one label together: three mentions of "people" are one line. */
const holders = (list) => [...d3.group(list, (n) => n.label).values()];

function roleWords(node) {
  const filter = { actor: { actor: node }, place: { place: node } }[node.group];
  const text = node.group === "place" ? placeWords(node) : node.label;
  return filter ? el("button", { type: "button", class: "link", title: "Filter by this", onclick: () => filterBy(filter, true) }, words(text)) : words(text);
}

/** Who says that a node has a role, where it is not the report alone; and in which sentences. */
function sayers(event, role, same, cite) {
  const claims = event.stated.filter((c) => c.role === role && same.includes(c.value));
  const by = unique(claims.map((c) => c.by));
  const names = by.length ? el("span", { class: "by" }, " according to ", by.map((n, i) => [i ? ", " : "", words(n.label)])) : null;
  return [names, cite(claims.flatMap((c) => c.marks), "role", `${ROLE_WORDS[role]}: ${same[0].label}`)];
}

function statementsBlock(event, cite) {
  if (!event.statements.length) return null;
  const line = (s) => el("li", {}, el("i", { class: `swatch ${s.family}` }), eventLink(s), cite(s.marks, "speech", s.headline),
    s.quotes.slice(0, 2).map((q) => el("div", { class: "vague", dir: "auto" }, "“", words(shorten(q, 160)), "”")));
  return [el("h3", {}, "Statements about it"), tree2(event.statements, line)];
}

function findingsBlock(event) {
  if (!event.findings.length) return null;
  const item = (f) => el("li", {}, el("strong", {}, FINDING_WORDS[f.kind] || capital(spaced(f.kind))), " ", words(f.text));
  return [el("h3", {}, "What a careful reader would notice"), el("ul", { class: "findings" }, event.findings.map(item))];
}
