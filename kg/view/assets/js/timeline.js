// The timeline: a bar for each stretch of time, in the colours of what happened; grey stands for what is filtered out.
// An event known only to its month or year, where bars are days, is a line over that month or year, not a bar.

const STEPS = [
  d3.utcHour, d3.utcHour.every(6), d3.utcDay, d3.utcMonday, d3.utcMonth, d3.utcMonth.every(3), d3.utcYear, d3.utcYear.every(2),
  d3.utcYear.every(5), d3.utcYear.every(10), d3.utcYear.every(25), d3.utcYear.every(100),
];
const BAR = 9; // pixels, at the least
const MARGIN = { left: 20, right: 20, top: 6, bottom: 20, lanes: 12 };

const timeView = { root: byId("timeline"), focus: null, brush: d3.brushX() };

function startTimeline() {
  const layers = ["ghosts", "pieces", "spans", "axis", "brush", "bins", "now"].map((c) => [c, svg("g", { class: c })]);
  timeView.layers = Object.fromEntries(layers);
  timeView.svg = svg("svg", { role: "group", "aria-label": "Events over time; arrow keys walk along it, Enter filters" }, Object.values(timeView.layers));
  timeView.root.append(timeView.svg);
  timeView.brush.on("end", brushed);
  timeView.zoomIn = tool("Zoom to selection", "Show the selected time alone", () => focusTime([state.from, state.to]));
  timeView.zoomOut = tool("All time", "Show the whole time", () => focusTime(null));
  byId("timeline-tools").append(timeView.zoomIn, timeView.zoomOut);
  roving(timeView.layers.bins, ".bin");
  onResize(timeView.root, drawTimeline);
  onChange(drawTimeline);
}

function focusTime(range) {
  timeView.focus = range && [range[0] ?? wholeTime()[0], range[1] ?? wholeTime()[1]];
  drawTimeline();
}

function wholeTime() {
  const dated = events.filter((e) => e.dated);
  if (!dated.length) return null;
  return [d3.min(dated, (e) => e.start), d3.max(dated, (e) => e.stop)];
}

function thresholds([from, to], width) {
  for (const step of STEPS) {
    const first = step.floor(new Date(from));
    const count = (to - from) / (step.offset(first, 1) - first);
    if (count > width / BAR) continue;
    const edges = [first];
    while (edges[edges.length - 1] < to) edges.push(step.offset(edges[edges.length - 1], 1));
    return edges.map(Number);
  }
  return d3.range(41).map((i) => from + ((to - from) * i) / 40);
}

function binned(edges) {
  const bins = edges.slice(1).map((end, i) => ({ from: edges[i], to: end, all: 0, seen: 0, families: {} }));
  const spans = [];
  const seen = new Set(visible);
  for (const event of events) {
    if (!event.dated || event.stop <= edges[0] || event.start >= edges[edges.length - 1]) continue;
    const bin = bins[d3.bisectRight(edges, Math.max(event.start, edges[0])) - 1];
    if (event.stop - event.start > 2 * (bin.to - bin.from)) { if (seen.has(event)) spans.push(event); continue; }
    if (!event.statement || seen.has(event)) bin.all += 1;
    if (!seen.has(event)) continue;
    bin.seen += 1;
    bin.families[event.family] = (bin.families[event.family] || 0) + 1;
  }
  return { bins, spans };
}

function drawTimeline() {
  const { width, height } = timeView.root.getBoundingClientRect();
  const whole = timeView.focus || wholeTime();
  timeView.zoomIn.disabled = state.from === null && state.to === null;
  timeView.zoomOut.disabled = !timeView.focus;
  byId("timeline-note").textContent = timeNote();
  if (!whole || width < 60 || height < 40) return;
  const edges = thresholds(whole, width - MARGIN.left - MARGIN.right);
  const x = d3.scaleUtc([edges[0], edges[edges.length - 1]], [MARGIN.left, width - MARGIN.right]);
  const { bins, spans } = binned(edges);
  const floor = height - MARGIN.bottom - MARGIN.lanes;
  const y = d3.scaleLinear([0, d3.max(bins, (b) => b.all) || 1], [floor, MARGIN.top]);
  Object.assign(timeView, { x, bins });
  byId("family-legend").replaceChildren(...familyLegend(spans));
  drawBars(bins, x, y, floor);
  drawSpans(spans, x, floor);
  d3.select(timeView.layers.axis).attr("class", "axis").attr("transform", `translate(0,${height - MARGIN.bottom})`)
    .attr("aria-hidden", "true").call(d3.axisBottom(x).ticks(Math.max(3, width / 90)).tickSizeOuter(0));
  placeBrush(x, floor);
  drawNow(x, floor);
}

function timeNote() {
  const undated = visible.filter((e) => !e.dated).length;
  return undated ? `${number(undated)} without a date` : "";
}

function familyLegend(spans) {
  const used = new Set(visible.map((e) => e.family));
  const line = svg("svg", { width: 18, height: 6, "aria-hidden": "true" }, svg("line", { class: "span", x1: 2, x2: 16, y1: 3, y2: 3 }));
  return [...FAMILIES.filter(([f]) => used.has(f)).map(([f, name]) => el("span", { class: f }, el("i", { class: "swatch" }), name)),
    spans.length ? el("span", { class: "other" }, line, "month or year only") : ""];
}

function drawBars(bins, x, y, floor) {
  const ghosts = [], pieces = [], buttons = [];
  for (const bin of bins) {
    if (!bin.all) continue;
    const left = x(bin.from), width = Math.max(2, x(bin.to) - left - 1);
    if (bin.all > bin.seen) ghosts.push(svg("rect", { class: "ghost", x: left, y: y(bin.all), width, height: floor - y(bin.all) }));
    let below = 0;
    for (const [family] of FAMILIES) {
      const count = bin.families[family];
      if (!count) continue;
      pieces.push(svg("g", { class: family }, svg("rect", { class: "piece", x: left, y: y(below + count), width, height: y(below) - y(below + count) })));
      below += count;
    }
    if (bin.seen) buttons.push(binButton(bin, left, width, y(bin.all), floor, !buttons.length));
  }
  timeView.layers.ghosts.replaceChildren(...ghosts);
  timeView.layers.pieces.replaceChildren(...pieces);
  const at = [...timeView.layers.bins.children].indexOf(document.activeElement);
  timeView.layers.bins.replaceChildren(...buttons);
  if (at >= 0 && buttons.length) buttons[Math.min(at, buttons.length - 1)].focus();
}

/** What the keyboard reaches; the pointer brushes. */
function binButton(bin, x, width, top, floor, first) {
  const act = () => toggleTime(bin.from, bin.to);
  const label = `${dateWords(isoDay(bin.from))} to ${dateWords(isoDay(bin.to - 1))}: ${plural(bin.seen, "event")}`;
  return svg("rect", { class: "bin", x, y: top, width, height: floor - top, role: "button", tabindex: first ? 0 : -1, "aria-label": label,
    onkeydown: pressable(act), onclick: act });
}

function toggleTime(from, to) {
  const set = state.from === from && state.to === to;
  filterBy({ from: set ? null : from, to: set ? null : to });
}

function drawSpans(spans, x, floor) {
  const ends = [-Infinity, -Infinity, -Infinity];
  const [low, high] = x.range();
  const lines = spans.slice(0, 400).map((event) => {
    const from = Math.max(low, x(event.start)), to = Math.min(high, x(event.stop));
    const lane = Math.max(0, ends.findIndex((end) => end + 3 < from));
    ends[lane] = Math.max(ends[lane], to);
    const label = `${event.headline}, ${dateWords(event.date)}`;
    return svg("g", { class: event.family }, svg("line", { class: "span", x1: from + 2, x2: Math.max(from + 3, to - 2), y1: floor + 3 + 4 * lane, y2: floor + 3 + 4 * lane },
      svg("title", {}, label)));
  });
  timeView.layers.spans.replaceChildren(...lines);
}

function placeBrush(x, floor) {
  const [low, high] = x.range();
  timeView.brush.extent([[low, 0], [high, floor]]);
  const layer = d3.select(timeView.layers.brush).call(timeView.brush);
  const set = state.from !== null || state.to !== null;
  const clamp = (v) => Math.min(high, Math.max(low, v));
  const range = set ? [clamp(state.from === null ? low : x(state.from)), clamp(state.to === null ? high : x(state.to))] : null;
  timeView.brush.move(layer, range && range[1] > range[0] ? range : null);
}

function brushed({ selection, sourceEvent }) {
  if (!sourceEvent) return;
  if (selection) return snapTo(...selection.map((p) => Number(timeView.x.invert(p))));
  const [at] = d3.pointer(sourceEvent.touches ? sourceEvent.touches[0] || sourceEvent.changedTouches[0] : sourceEvent, timeView.svg);
  const bin = timeView.bins.find((b) => timeView.x(b.from) <= at && at < timeView.x(b.to) && b.seen);
  if (bin && state.from === null && state.to === null) toggleTime(bin.from, bin.to);
  else filterBy({ from: null, to: null });
}

/** A brushed stretch grows to whole bars, so that no bar is half chosen. */
function snapTo(from, to) {
  const inside = timeView.bins.filter((b) => b.to > from && b.from < to);
  if (inside.length) filterBy({ from: inside[0].from, to: inside[inside.length - 1].to });
}

function drawNow(x, floor) {
  const event = state.event;
  const [low, high] = x.range();
  const at = event && event.dated ? x(Math.min(event.stop, Math.max(event.start, (event.start + event.stop) / 2))) : NaN;
  const inside = at >= low && at <= high;
  timeView.layers.now.replaceChildren(...(inside ? [
    svg("path", { class: "now-head", d: `M${at - 5},0h10l-5,7z` }), svg("line", { class: "now", x1: at, x2: at, y1: 4, y2: floor + MARGIN.lanes })] : []));
}
