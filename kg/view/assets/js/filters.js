// The row of filters: whatever a picture can filter can be filtered here as well.

const DAY = 86400000;
const inputs = {};

function counted(sets) {
  const counts = new Map();
  for (const set of sets) for (const item of set) counts.set(item, (counts.get(item) || 0) + 1);
  return counts;
}

function choice(name, label, all, options) {
  const byValue = new Map(options.map((o, i) => [String(i), o.item]));
  const select = el("select", { id: `filter-${name}`, onchange: () => filterBy({ [name]: byValue.get(select.value) ?? EMPTY[name] }) },
    el("option", { value: "" }, all), optionGroups(options));
  inputs[name] = { node: select, show: () => { select.value = value(byValue, state[name]); } };
  return el("label", {}, label, select);
}

/** The options; groups without a name of their own stand apart, at the end. */
function optionGroups(options) {
  const option = (o) => el("option", { value: options.indexOf(o) }, `${o.label} (${o.count})`);
  const apart = (o) => Boolean(o.item.kind) && unnamed(o.item);
  const rest = options.filter(apart);
  return [options.filter((o) => !apart(o)).map(option), rest.length ? el("optgroup", { label: "Without a name" }, rest.map(option)) : null];
}

function value(byValue, item) {
  for (const [key, other] of byValue) if (other === item) return key;
  return "";
}

const byLabel = (a, b) => a.label.localeCompare(b.label, "en");

function nodeOptions(sets, label) {
  return [...counted(sets)].map(([item, count]) => ({ item, count, label: label(item) })).sort(byLabel);
}

function typeOptions() {
  const counts = counted(events.map((e) => new Set(e.lineage.filter((t) => t !== "Event"))));
  const indent = (type) => "\u2003".repeat(Math.max(0, lineage(type).length - 2));
  const path = (type) => lineage(type).reverse().join("/");
  return [...counts].map(([item, count]) => ({ item, count, label: indent(item) + capital(spaced(item)), path: path(item) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);

function dateInput(name, label, shift) {
  const set = () => {
    const ms = Date.parse(input.value);
    if (input.value === "" || Number.isFinite(ms)) filterBy({ [name]: input.value === "" ? null : ms + shift });
  };
  const input = el("input", { type: "date", id: `filter-${name}`, min: "0001-01-01", max: "9999-12-31", onchange: set });
  const day = () => { try { return isoDay(state[name] - shift); } catch { return ""; } };
  inputs[name] = { node: input, show: () => { input.value = state[name] === null ? "" : day(); } };
  return el("label", {}, label, input);
}

function searchInput() {
  let waiting = 0;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(() => filterBy({ text: input.value.trim() }), 150); };
  const input = el("input", { type: "search", id: "filter-text", oninput: later });
  inputs.text = { node: input, show: () => { if (input.value.trim() !== state.text) input.value = state.text; } };
  return el("label", {}, "Words", input);
}

function statementsBox() {
  const box = el("input", { type: "checkbox", id: "filter-statements", onchange: () => filterBy({ statements: box.checked }) });
  return el("label", { class: "check" }, box, "Statements");
}

const resetButton = el("button", { type: "button", class: "button", id: "reset", onclick: () => filterBy({ ...EMPTY }) }, "Clear filters");

function showFilters() {
  for (const [name, input] of Object.entries(inputs)) {
    input.show();
    input.node.classList.toggle("set", state[name] !== EMPTY[name]);
  }
  resetButton.disabled = !anyFilter();
}

function startFilters() {
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").append(
    searchInput(), dateInput("from", "From", 0), dateInput("to", "To", DAY),
    choice("type", "Type", "All types", typeOptions()),
    choice("place", "Place", "All places", nodeOptions(events.map((e) => e.places), placeWords)),
    choice("actor", "Actor", "All actors", nodeOptions(events.map((e) => e.actors), (n) => n.label)),
    choice("source", "Source", "All sources", nodeOptions(events.map((e) => e.sources), (n) => n.label)),
    statementsBox(), resetButton);
  onChange(showFilters);
}
