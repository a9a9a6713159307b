// The network: actors of the filtered events, who acts against whom, who blames whom, and how they belong together.

const MOST_ACTORS = 55;
const SIDES = [
  ["armed", "armed group", ["ArmedGroup"]], ["state", "state, government", ["State", "GovernmentBody", "InternationalBody"]],
  ["media", "media", ["MediaOutlet"]], ["watch", "monitor", ["MonitoringGroup"]], ["person", "person", ["Person"]],
  ["people", "people", ["PeopleGroup"]], ["other", "other", []],
];
const LINKS = [["against", "acts against"], ["blames", "blames"], ["allied", "ally of"], ["opposed", "rival of"], ["bound", "leads, belongs to, speaks for"]];
const RELATION_LINKS = { allyOf: "allied", rivalOf: "opposed", leads: "bound", memberOf: "bound", partOf: "bound", speaksFor: "bound" };

const netView = { root: byId("network"), zoom: d3.zoom().scaleExtent([0.5, 6]), transform: d3.zoomIdentity, known: new Map() };

function sideOf(actor) {
  const side = SIDES.find(([, , kinds]) => kinds.includes(actor.kind));
  return side ? side[0] : "other";
}

function startNetwork() {
  netView.layers = { edges: svg("g", { "aria-hidden": "true" }), actors: svg("g"), labels: svg("g", { "aria-hidden": "true" }) };
  netView.svg = svg("svg", { role: "group", "aria-label": "Actors; arrow keys walk among them, Enter filters" },
    svg("defs", {}, ["against", "blames"].map(arrowHead)), Object.values(netView.layers));
  netView.root.append(netView.svg);
  netView.empty = el("p", { class: "empty" });
  netView.root.append(netView.empty);
  const scrolls = () => document.documentElement.scrollHeight > window.innerHeight + 4;
  netView.zoom.filter((e) => !e.button && (e.type !== "wheel" || e.ctrlKey || !scrolls()));
  netView.zoom.on("zoom", (e) => { netView.transform = e.transform; placeNetwork(); });
  d3.select(netView.svg).call(netView.zoom).on("dblclick.zoom", null);
  byId("network-tools").append(
    tool("+", "Zoom in", () => netView.zoom.scaleBy(d3.select(netView.svg), 1.5)), tool("−", "Zoom out", () => netView.zoom.scaleBy(d3.select(netView.svg), 1 / 1.5)),
    tool("Fit", "Show all of them", () => netView.zoom.transform(d3.select(netView.svg), d3.zoomIdentity)));
  roving(netView.layers.actors, ".actor");
  onResize(netView.root, drawNetwork);
  onChange((changed) => (changed === "event" ? placeNetwork() : drawNetwork()));
}

function arrowHead(kind) {
  return svg("marker", { id: `head-${kind}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto", markerUnits: "userSpaceOnUse" },
    svg("path", { class: `arrow ${kind}`, d: "M0,0.5L8,4L0,7.5z" }));
}

function networkLegend() {
  const used = new Set(netView.dots.map((d) => sideOf(d.actor)));
  const kinds = new Set(netView.edges.map((e) => e.kind));
  const line = (kind) => svg("svg", { width: 22, height: 8, "aria-hidden": "true" }, svg("path", { class: `edge ${kind}`, d: "M0,4H22" }));
  const dot = (side) => svg("svg", { width: 10, height: 10, "aria-hidden": "true" }, svg("circle", { class: `side-${side}`, cx: 5, cy: 5, r: 5 }));
  return [...SIDES.filter(([s]) => used.has(s)).map(([s, name]) => el("span", {}, dot(s), name)),
    ...LINKS.filter(([k]) => kinds.has(k)).map(([k, name]) => el("span", {}, line(k), name))];
}

/** Actors by the number of filtered events in which they take part, say something, or are named as responsible. */
function cast() {
  const named = (n) => n && (!unnamed(n) || n === state.actor);
  const counts = counted(visible.map((e) => new Set([...e.actors, ...e.responsibilities.map((c) => c.by)].filter(named))));
  const all = [...counts].sort((a, b) => b[1] - a[1] || a[0].index - b[0].index);
  return { shown: all.slice(0, MOST_ACTORS), all: all.length };
}

function edgesAmong(present) {
  const edges = new Map();
  const join = (from, kind, to) => {
    if (from === to || !present.has(from) || !present.has(to)) return;
    const key = `${from.index} ${kind} ${to.index}`;
    const edge = edges.get(key) || { source: present.get(from), target: present.get(to), kind, weight: 0 };
    edge.weight += 1;
    edges.set(key, edge);
  };
  for (const event of visible) {
    const sufferers = rolesOf(event, "target", "victim");
    if (event.family === "attack" || event.family === "fighting") {
      for (const doer of unique(rolesOf(event, "agent", "attributedTo"))) for (const other of unique(sufferers)) join(doer, "against", other);
    }
    for (const claim of event.responsibilities) if (claim.stance === "blames" && claim.by && claim.responsible) join(claim.by, "blames", claim.responsible);
  }
  for (const [from, relation, to] of DATA.relations) {
    const [a, b] = [nodes[from], nodes[to]];
    const kind = RELATION_LINKS[relation];
    if ((kind === "allied" || kind === "opposed") && from > to && DATA.relations.some(([f, r, t]) => f === to && t === from && r === relation)) continue;
    join(a, kind, b);
  }
  return [...edges.values()];
}

function drawNetwork() {
  const { width, height } = netView.root.getBoundingClientRect();
  if (width < 40 || height < 40) return;
  const { shown, all } = cast();
  const present = new Map(shown.map(([actor, count], i) => [actor, dotOf(actor, count, i)]));
  netView.dots = [...present.values()];
  netView.edges = edgesAmong(present);
  layOut(width, height);
  netView.size = [width, height];
  netView.empty.textContent = shown.length ? "" : "No actor is named in these events";
  byId("network-note").textContent = all > shown.length ? `the ${shown.length} most named of ${number(all)}` : `${number(all)} with a name`;
  byId("network-legend").replaceChildren(...networkLegend());
  drawActors();
  placeNetwork();
}

function dotOf(actor, count, index) {
  const before = netView.known.get(actor);
  const angle = index * 2.4, far = 14 * Math.sqrt(index + 0.5);
  return { actor, count, radius: 4 + 2.4 * Math.sqrt(count), x: before ? before.x : far * Math.cos(angle), y: before ? before.y : far * Math.sin(angle) };
}

/** Forces settle off the screen: the same events give the same drawing, and nothing wobbles. */
function layOut(width, height) {
  const joined = new Set(netView.edges.flatMap((e) => [e.source, e.target]));
  const wide = Math.sqrt(width / height);
  d3.forceSimulation(netView.dots).stop()
    .force("link", d3.forceLink(netView.edges).distance(46).strength(0.35))
    .force("charge", d3.forceManyBody().strength((d) => (joined.has(d) ? -110 : -26)).distanceMax(260))
    .force("near", d3.forceCollide((d) => d.radius + 9))
    .force("x", d3.forceX(0).strength((d) => (joined.has(d) ? 0.07 : 0.05) / wide))
    .force("y", d3.forceY(0).strength((d) => (joined.has(d) ? 0.07 : 0.05) * wide))
    .tick(160);
  for (const dot of netView.dots) netView.known.set(dot.actor, dot);
  const [x0, x1] = d3.extent(netView.dots, (d) => d.x), [y0, y1] = d3.extent(netView.dots, (d) => d.y);
  const scale = Math.min(1.5, (width - 110) / (x1 - x0 || 1), (height - 44) / (y1 - y0 || 1));
  for (const dot of netView.dots) {
    dot.px = width / 2 + scale * (dot.x - (x0 + x1) / 2);
    dot.py = height / 2 + scale * (dot.y - (y0 + y1) / 2);
  }
}

function drawActors() {
  const focused = document.activeElement && document.activeElement.dot && document.activeElement.dot.actor;
  netView.marks = netView.dots.map((dot, i) => actorMark(dot, i));
  netView.layers.actors.replaceChildren(...netView.marks);
  const again = focused && netView.marks.find((m) => m.dot.actor === focused);
  if (again) again.focus();
  netView.lines = netView.edges.map((edge) => {
    const head = edge.kind === "against" || edge.kind === "blames" ? `url(#head-${edge.kind})` : null;
    const line = svg("path", { class: `edge ${edge.kind}`, "marker-end": head });
    line.style.strokeWidth = `${Math.min(4, 0.8 + 0.5 * edge.weight)}px`;
    return line;
  });
  netView.layers.edges.replaceChildren(...netView.lines);
}

function actorMark(dot, index) {
  const { actor } = dot;
  const act = () => filterBy({ actor }, true);
  const label = `${actor.label}${actor.kind ? `, ${spaced(actor.kind)}` : ""}: ${plural(dot.count, "event")}`;
  const mark = svg("g", { class: "actor", role: "button", tabindex: index ? -1 : 0, "aria-label": label, "aria-pressed": state.actor === actor ? "true" : "false",
    onclick: act, onkeydown: pressable(act) },
    svg("circle", { class: `side-${sideOf(actor)}${state.actor === actor ? " chosen" : ""}`, r: dot.radius }), svg("title", {}, label));
  mark.dot = dot;
  return mark;
}

function placeNetwork() {
  if (!netView.size || !netView.marks) return;
  const at = (dot) => netView.transform.apply([dot.px, dot.py]);
  const boxes = new Boxes(...netView.size);
  for (const mark of netView.marks) {
    const [x, y] = at(mark.dot);
    mark.setAttribute("transform", `translate(${x},${y})`);
    boxes.block(x, y, mark.dot.radius);
  }
  netView.edges.forEach((edge, i) => netView.lines[i].setAttribute("d", arc(at(edge.source), at(edge.target), edge)));
  const labels = [];
  const current = state.event ? state.event.actors : new Set();
  const order = [...netView.dots].sort((a, b) => current.has(b.actor) - current.has(a.actor) || b.count - a.count);
  for (const dot of order) {
    const [x, y] = at(dot);
    if (current.has(dot.actor)) labels.push(svg("circle", { class: "here", cx: x, cy: y, r: dot.radius + 2.5 }));
    const text = shorten(dot.actor.label, 26);
    const place = boxes.beside(text, x, y, dot.radius + (current.has(dot.actor) ? 3 : 0));
    if (place) labels.push(svg("text", { class: "halo", x: place.x, y: place.y, "text-anchor": place.anchor }, text));
  }
  netView.layers.labels.replaceChildren(...labels);
}

/** From rim to rim; what has a direction is bent, so that there and back lie apart. */
function arc([x0, y0], [x1, y1], edge) {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const [ax, ay] = [x0 + ux * edge.source.radius, y0 + uy * edge.source.radius];
  const [bx, by] = [x1 - ux * (edge.target.radius + 1.5), y1 - uy * (edge.target.radius + 1.5)];
  if (edge.kind !== "against" && edge.kind !== "blames") return `M${ax},${ay}L${bx},${by}`;
  const bend = 0.12 * length;
  return `M${ax},${ay}Q${(ax + bx) / 2 - uy * bend},${(ay + by) / 2 + ux * bend} ${bx},${by}`;
}
