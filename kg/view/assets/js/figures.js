// Figures by source: a line from the lowest to the highest value that the words allow, a dot where a number is printed.

const PLOT = { width: 150, height: 20, pad: 7, beside: 250 };
const plotWidth = () => Math.max(110, Math.min(460, readingPane.clientWidth - 34 - PLOT.beside));
const MEASURES = ["killed", "wounded", "missing", "abducted", "arrested", "displaced"];

/** Claims that say the same by the same source are one row, with all their sentences. */
function figureRows(event) {
  const rows = new Map();
  for (const claim of event.figures) {
    const key = [claim.measure, claim.by && claim.by.label, claim.via && claim.via.label, claim.bound, claim.figure, claim.lower, claim.upper,
      claim.group && claim.group.index, claim.by ? "" : claim.reports.map((r) => r.index)].join("|");
    const row = rows.get(key) || { ...claim, marks: [], reports: [], replaced: true };
    row.marks.push(...claim.marks);
    row.reports.push(...claim.reports);
    row.said = [row.said, claim.said].filter(Boolean).sort().pop();
    row.replaced = row.replaced && Boolean(claim.replaced);
    rows.set(key, row);
  }
  return [...rows.values()];
}

const sourceName = (claim) => (claim.by ? claim.by.label : claim.reports[0] && claim.reports[0].outlet ? claim.reports[0].outlet.label : "The report");
const lowest = (claim) => claim.figure ?? claim.lower ?? 0;
const byFigure = (a, b) => (a.group ? 1 : 0) - (b.group ? 1 : 0) || lowest(a) - lowest(b) || sourceName(a).localeCompare(sourceName(b), "en");

function withParts(event, depth = 0, seen = new Set([event])) {
  const scopes = [{ event, depth, rows: figureRows(event) }];
  for (const part of event.parts) {
    if (seen.has(part) || depth > 4) continue;
    seen.add(part);
    scopes.push(...withParts(part, depth + 1, seen));
  }
  return scopes;
}

function figuresBlock(event, cite) {
  const scopes = withParts(event).filter((s) => s.rows.length);
  const measures = unique(scopes.flatMap((s) => s.rows.map((r) => r.measure))).sort((a, b) => rank(a) - rank(b));
  if (!measures.length) return null;
  return [el("h3", {}, "Figures by source"), measures.map((m) => measurePlot(m, scopes, cite)), plotKey()];
}

const rank = (measure) => (MEASURES.indexOf(measure) + 99) % 99;

function plotKey() {
  const sample = (claim) => el("span", {}, svg("svg", { width: 44, height: 10, "aria-hidden": "true" }, rangeMarks(claim, (v) => v, 40, 5)));
  return el("p", { class: "legend" }, "line: what the words allow; ", sample({ figure: 8, lower: 8 }), "open above; ", "grey: replaced later by the same source");
}

function measurePlot(measure, scopes, cite) {
  const groups = scopes.map((s) => ({ ...s, rows: s.rows.filter((r) => r.measure === measure).sort(byFigure) })).filter((s) => s.rows.length);
  const rows = groups.flatMap((g) => g.rows);
  const most = d3.max(rows, (r) => Math.max(r.figure ?? 0, r.lower ?? 0, r.upper ?? 0)) || 1;
  const x = d3.scaleLinear([0, most], [PLOT.pad, PLOT.width - 16]).nice(4);
  const body = groups.map((g) => [g.event !== scopes[0].event || groups.length > 1 ? scopeRow(g) : null, g.rows.map((r) => figureRow(r, x, cite))]);
  return el("table", { class: "plot" }, el("caption", {}, capital(measure)), el("thead", {}, el("tr", {},
    el("th", { scope: "col" }, el("span", { class: "hidden" }, "Source")), el("td", {}, plotAxis(x)),
    el("th", { scope: "col", class: "figure" }, el("span", { class: "hidden" }, "Figure")))), el("tbody", {}, body));
}

const scopeRow = ({ event, depth }) => el("tr", { class: "scope" }, el("th", { colspan: 3, scope: "colgroup" },
  depth ? ["Part: ", eventLink(event)] : "The whole"));

function figureRow(claim, x, cite) {
  const notes = [claim.via && ["via ", words(claim.via.label)], claim.group && ["of them ", words(claim.group.label)],
    !claim.by && "in the report’s own voice", claim.replaced && "replaced later"].filter(Boolean);
  return el("tr", { class: claim.replaced && "replaced" },
    el("th", { scope: "row" }, words(sourceName(claim)), notes.map((note) => el("span", { class: "sub" }, note))),
    el("td", {}, plotSvg(PLOT.height, ticks(x, PLOT.height), rangeMarks(claim, x, PLOT.width - 3, PLOT.height / 2))),
    el("td", { class: "figure" }, figureWords(claim), cite(claim.marks, "figure", `${capital(claim.measure)}: ${figureWords(claim)}`),
      claim.said && el("span", { class: "sub" }, dateWords(claim.said))));
}

const plotSvg = (height, ...children) => svg("svg", { width: PLOT.width, height, "aria-hidden": "true" }, children);
const ticks = (x, height) => x.ticks(3).map((t) => svg("line", { class: "grid", x1: x(t), x2: x(t), y1: 0, y2: height }));
const brief = d3.format("~s");

function plotAxis(x) {
  const label = (t) => svg("text", { x: x(t), y: 10, "text-anchor": t === 0 ? "start" : "middle" }, t < 1000 ? t : brief(t));
  return svg("svg", { class: "axis", width: PLOT.width, height: 13, "aria-hidden": "true" }, x.ticks(3).map(label));
}

/** The range and the dot: hollow where no number is printed, an arrow where nothing bounds it above. */
function rangeMarks(claim, x, right, y) {
  const low = claim.lower ?? claim.figure ?? 0;
  const open = claim.upper === undefined;
  const from = x(low), to = open ? right - 5 : x(claim.upper);
  const dot = claim.figure === undefined ? { at: x(low), kind: "dot open" } : { at: x(claim.figure), kind: "dot" };
  return [to - from > 1 && svg("line", { class: "range", x1: from, x2: to, y1: y, y2: y }),
    open && svg("path", { class: "tip", d: `M${right - 6},${y - 4.5}L${right},${y}L${right - 6},${y + 4.5}z` }),
    svg("circle", { class: dot.kind, cx: dot.at, cy: y, r: 4.2 })];
}
