// The data of the page, its numbers turned into references, with what the views ask of each event.

const DATA = JSON.parse(byId("data").textContent);

function lineage(type) {
  const found = [type];
  for (let up = DATA.classes[type]; up && !found.includes(up); up = DATA.classes[up]) found.push(up);
  return found;
}

function familyOf(type) {
  const line = lineage(type);
  const family = FAMILIES.find(([, , tops]) => tops.some((top) => line.includes(top)));
  return family ? family[0] : "other";
}

const nodes = DATA.nodes.map((node, index) => ({ ...node, index }));
for (const node of nodes) node.within = node.within === undefined ? null : nodes[node.within];
const reports = DATA.reports.map((report, index) => ({ ...report, index, outlet: nodes[report.outlet] || null }));
const sentences = DATA.sentences.map((s, index) => ({ ...s, index, report: reports[s.report] || null }));

/** A place and those it lies in, the nearest first. */
function upwards(place) {
  const found = [];
  for (let at = place; at && !found.includes(at); at = at.within) found.push(at);
  return found;
}

const placeWords = (place) => upwards(place).filter((p, i, all) => i === 0 || i === all.length - 1 || all.length < 4)
  .map((p) => p.label).filter((label, i, all) => label !== all[i - 1]).join(", ");

function saying(claim) {
  const node = (n) => (n === undefined ? null : nodes[n]);
  return {
    ...claim, by: node(claim.by), via: node(claim.via), reports: (claim.reports || []).map((r) => reports[r]),
    group: node(claim.group), responsible: node(claim.responsible), value: node(claim.value), marks: claim.marks || [],
  };
}

const events = DATA.events.map((event, index) => ({
  ...event, index, type: event.type, shown: event.type === "Event" && event.eventType ? event.eventType : event.type,
  roles: (event.roles || []).map(([role, n]) => ({ role, node: nodes[n] })),
  reports: (event.reports || []).map((r) => reports[r]), marks: event.marks || [], quotes: event.quotes || [],
  wholes: [], parts: [], about: [], statements: [], figures: [], responsibilities: [], stated: [], findings: [],
}));

/** The words of the reports that tell of the event, each once; offsets count code points. */
function toldIn(event) {
  const cut = ([s, begin, end]) => [...(sentences[s].text || "")].slice(begin, end).join("");
  return unique(event.marks.map(cut)).slice(0, 4).join(", ");
}

function connect() {
  DATA.events.forEach((row, i) => {
    for (const whole of row.wholes || []) { events[i].wholes.push(events[whole]); events[whole].parts.push(events[i]); }
    for (const other of row.about || []) { events[i].about.push(events[other]); events[other].statements.push(events[i]); }
  });
  const kinds = [["figures", "figures"], ["responsibilities", "responsibilities"], ["statedBy", "stated"]];
  for (const [from, to] of kinds) {
    for (const row of DATA[from]) {
      const claim = saying(row);
      for (const n of row.events || []) events[n][to].push(claim);
    }
  }
  for (const finding of DATA.findings) for (const n of finding.events) events[n].findings.push(finding);
}

const rolesOf = (event, ...names) => event.roles.filter((r) => names.includes(r.role)).map((r) => r.node);
const unique = (list) => [...new Set(list)].filter(Boolean);

/** Where an event stands on the map: each of its places, or what it lies in; its targets only where no place is said. */
function located(event) {
  const spot = (place) => upwards(place).find((p) => p.group === "place" && p.lat !== undefined && p.lon !== undefined);
  const said = unique(rolesOf(event, "place").map(spot));
  return said.length ? said : unique(rolesOf(event, "target").map(spot));
}

/** A group without a name of its own: "gunmen", "two children". */
const unnamed = (node) => node.kind === "PeopleGroup" && !/\p{Lu}/u.test(node.label);

function listed(names) {
  if (names.length < 3) return names.join(" and ");
  return `${names[0]} and ${names.length - 1} more places`;
}

const HITS = { attack: "on", fighting: "against" };

function headline(event) {
  const kind = capital(spaced(event.shown));
  const who = rolesOf(event, "speaker")[0];
  if (who) return `${kind} by ${who.label}`;
  const places = unique(rolesOf(event, "place"));
  if (places.length) return `${kind} ${places[0].kind === "facility" ? "at" : "in"} ${listed(unique(places.map((p) => p.label)))}`;
  const [target] = rolesOf(event, "target", "victim");
  const [doer] = rolesOf(event, "agent");
  return target ? `${kind} ${HITS[familyOf(event.shown)] || "of"} ${target.label}` : doer ? `${kind} by ${doer.label}` : kind;
}

/** The lowest and the highest count of the dead that stands, and whether the highest is open above. */
function killed(event) {
  const counts = event.figures.filter((f) => f.measure === "killed" && !f.replaced && !f.group);
  const told = counts.map((f) => [f.figure ?? f.lower, f.upper === undefined]).filter(([n]) => n !== undefined);
  if (!told.length) return null;
  const high = d3.max(told, ([n]) => n);
  return { low: d3.min(told, ([n]) => n), high, open: told.some(([n, open]) => open && n === high) };
}

function describe(event) {
  const claims = [...event.figures, ...event.responsibilities, ...event.stated];
  event.family = familyOf(event.shown);
  event.statement = event.family === "speech";
  event.lineage = lineage(event.shown);
  event.start = event.begin ? Date.parse(event.begin) : NaN;
  event.stop = event.end ? Date.parse(event.end) : event.start + 1;
  event.dated = Number.isFinite(event.start);
  if (event.dated && !(event.stop > event.start)) event.stop = event.start + 1;
  event.spots = located(event);
  event.places = new Set(rolesOf(event, "place", "target").filter((n) => n.group === "place").flatMap(upwards));
  event.actors = new Set([...event.roles.map((r) => r.node), ...event.responsibilities.map((c) => c.responsible)]
    .filter((n) => n && n.group === "actor"));
  const told = [...event.reports, ...claims.flatMap((c) => c.reports)].map((r) => r.outlet);
  event.sources = new Set(unique([...claims.map((c) => c.by), ...claims.map((c) => c.via), ...rolesOf(event, "speaker"), ...told]));
  event.outlets = unique(told);
  event.headline = headline(event);
  event.told = toldIn(event);
  event.killed = killed(event);
  const named = [...event.places, ...event.actors, ...event.sources].map((n) => n.label);
  const said = event.marks.map(([s]) => sentences[s].text || "");
  event.haystack = [event.headline, event.label, event.date, ...named, ...said].join(" ").toLowerCase();
}

connect();
events.forEach(describe);
events.sort((a, b) => (a.dated ? a.start : Infinity) - (b.dated ? b.start : Infinity) || a.index - b.index);
