// What is filtered and what is being read; every view listens.

const EMPTY = { text: "", type: "", place: null, actor: null, source: null, from: null, to: null };
const state = { ...EMPTY, statements: false, event: null };
const listeners = [];
const onChange = (listen) => listeners.push(listen);

let visible = [];

const anyFilter = () => Object.keys(EMPTY).some((k) => state[k] !== EMPTY[k]);

function passes(event) {
  if (event.statement && !state.statements && state.type === "") return false;
  if (state.type && !event.lineage.includes(state.type)) return false;
  if (state.place && !event.places.has(state.place)) return false;
  if (state.actor && !event.actors.has(state.actor)) return false;
  if (state.source && !event.sources.has(state.source)) return false;
  if (state.from !== null && !(event.dated && event.stop > state.from)) return false;
  if (state.to !== null && !(event.dated && event.start < state.to)) return false;
  return !state.text || event.haystack.includes(state.text.toLowerCase());
}

function tell(changed) {
  visible = events.filter(passes);
  byId("status").textContent = statusWords();
  for (const listen of listeners) listen(changed);
}

function statusWords() {
  const all = events.filter((e) => state.statements || state.type || !e.statement).length;
  const found = visible.length === all ? plural(all, "event") : `${number(visible.length)} of ${plural(all, "event")}`;
  const hidden = state.statements || state.type ? 0 : events.length - all;
  return hidden ? `${found}; ${plural(hidden, "statement")} left out` : found;
}

/** Sets filters; a place, an actor, a source that is set already is taken off again when `toggle` says so. */
function filterBy(change, toggle) {
  for (const [name, value] of Object.entries(change)) state[name] = toggle && state[name] === value ? EMPTY[name] : value;
  tell("filter");
}

/** An event's name in the address: the end of its IRI. */
const addressOf = (event) => /[^/]+\/[^/]+$/.exec(event.id)?.[0] ?? "";

const eventLink = (event, text) => link(text || event.headline, addressOf(event), () => read(event));

function read(event) {
  state.event = event;
  tell("event");
}
