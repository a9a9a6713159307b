// The map: country outlines, and a circle for each place that events name, as large as their number.

const WORLD = JSON.parse(byId("world").textContent);
const countries = topojson.feature(WORLD, WORLD.objects.countries).features;
const WIDE = ["country", "region", "province"];
const MOST_SPOTS = 1500;

const mapView = { zoom: d3.zoom().scaleExtent([1, 400]), transform: d3.zoomIdentity, root: byId("map"), spots: [] };

function startMap() {
  const spots = [...counted(events.map((e) => e.spots))].sort((a, b) => b[1] - a[1] || a[0].index - b[0].index);
  mapView.spots = spots.slice(0, MOST_SPOTS).map(([place]) => ({ place, count: 0 }));
  const { root, zoom } = mapView;
  mapView.layers = { land: svg("g"), names: svg("g", { "aria-hidden": "true" }), spots: svg("g"), labels: svg("g", { "aria-hidden": "true" }) };
  mapView.svg = svg("svg", { role: "group", "aria-label": "Places; arrow keys walk among them, Enter filters" },
    svg("rect", { class: "sea", width: "100%", height: "100%" }), Object.values(mapView.layers));
  root.append(mapView.svg);
  if (spots.some(([p]) => WIDE.includes(p.kind))) root.append(el("p", { class: "legend corner" }, "dashed: somewhere in the region or country"));
  const scrolls = () => document.documentElement.scrollHeight > window.innerHeight + 4;
  zoom.filter((e) => !e.button && (e.type !== "wheel" || e.ctrlKey || !scrolls()));
  zoom.on("zoom", (e) => { mapView.transform = e.transform; placeMap(); });
  d3.select(mapView.svg).call(zoom).on("dblclick.zoom", null);
  byId("map-tools").append(
    tool("+", "Zoom in", () => zoom.scaleBy(d3.select(mapView.svg), 1.8)), tool("−", "Zoom out", () => zoom.scaleBy(d3.select(mapView.svg), 1 / 1.8)),
    tool("Fit", "Show the places of the filtered events", () => fitMap(true)), tool("World", "Show the whole world", () => zoom.transform(d3.select(mapView.svg), d3.zoomIdentity)));
  roving(mapView.layers.spots, ".spot");
  onResize(root, sizeMap);
  onChange(drawMap);
}

function sizeMap() {
  const { width, height } = mapView.root.getBoundingClientRect();
  if (!width || !height) return;
  const first = !mapView.projection;
  const middle = d3.median(mapView.spots, (s) => s.place.lon) || 0;
  mapView.size = [width, height];
  mapView.projection = d3.geoNaturalEarth1().rotate([-middle, 0]).fitSize([width, height], { type: "Sphere" });
  const path = d3.geoPath(mapView.projection).digits(2);
  mapView.layers.land.replaceChildren(...countries.map((c) => svg("path", { class: "land", d: path(c) })));
  mapView.names = countries.map((c) => ({ name: c.properties.name, at: path.centroid(largest(c)), box: path.bounds(largest(c)) }))
    .sort((a, b) => area(b.box) - area(a.box));
  mapView.zoom.extent([[0, 0], [width, height]]).translateExtent([[-width / 4, -height / 4], [width * 1.25, height * 1.25]]);
  for (const spot of mapView.spots) spot.at = mapView.projection([spot.place.lon, spot.place.lat]);
  fitMap(!first || !mapView.fitted);
  drawMap();
}

const area = ([[x0, y0], [x1, y1]]) => (x1 - x0) * (y1 - y0);

/** A country's largest piece, so that its name stands there and not in the sea between. */
function largest(country) {
  const { type, coordinates } = country.geometry;
  if (type !== "MultiPolygon") return country;
  return { type: "Polygon", coordinates: d3.greatest(coordinates, (c) => d3.geoArea({ type: "Polygon", coordinates: c })) };
}

function fitMap() {
  const seen = mapView.spots.filter((s) => s.count && s.at);
  const points = (seen.length ? seen : mapView.spots.filter((s) => s.at)).map((s) => s.at);
  if (!points.length) return;
  mapView.fitted = true;
  const [width, height] = mapView.size;
  const [x0, x1] = d3.extent(points, (p) => p[0]);
  const [y0, y1] = d3.extent(points, (p) => p[1]);
  const scale = Math.max(1, Math.min(60, 0.8 * Math.min(width / (x1 - x0 || 1), height / (y1 - y0 || 1))));
  const to = d3.zoomIdentity.translate(width / 2 - (scale * (x0 + x1)) / 2, height / 2 - (scale * (y0 + y1)) / 2).scale(scale);
  mapView.zoom.transform(d3.select(mapView.svg), to);
}

function drawMap(changed) {
  if (!mapView.projection) return;
  const counts = counted(visible.map((e) => e.spots));
  for (const spot of mapView.spots) spot.count = counts.get(spot.place) || 0;
  mapView.spots.sort((a, b) => b.count - a.count || a.place.index - b.place.index);
  const radius = d3.scaleSqrt([0, Math.max(4, d3.max(mapView.spots, (s) => s.count) || 1)], [0, 17]);
  for (const spot of mapView.spots) spot.radius = spot.count ? Math.max(4, radius(spot.count)) : 3;
  if (changed !== "event" || !mapView.circles) drawSpots();
  byId("map-note").textContent = mapNote();
  placeMap();
}

function mapNote() {
  const without = visible.filter((e) => !e.spots.length).length;
  return without ? `${number(without)} without a place` : "";
}

function drawSpots() {
  const focused = document.activeElement && document.activeElement.spot;
  const order = [...mapView.spots];
  mapView.circles = order.map((spot, i) => spotMark(spot, i));
  mapView.layers.spots.replaceChildren(...mapView.circles);
  const again = focused && mapView.circles.find((c) => c.spot.place === focused.place);
  if (again) again.focus();
}

function spotMark(spot, index) {
  const { place } = spot;
  const wide = WIDE.includes(place.kind);
  const act = () => filterBy({ place }, true);
  const kind = `spot${wide ? " wide" : ""}${spot.count ? "" : " none"}${state.place === place ? " chosen" : ""}`;
  const label = `${placeWords(place)}: ${plural(spot.count, "event")}${wide ? `, somewhere in this ${place.kind}` : ""}`;
  const circle = svg("circle", { class: kind, r: spot.radius, role: "button", tabindex: index ? -1 : 0, "aria-label": label,
    "aria-pressed": state.place === place ? "true" : "false", onclick: act, onkeydown: pressable(act) }, svg("title", {}, label));
  circle.spot = spot;
  return circle;
}

/** Moves land, marks and labels to where the zoom has them. */
function placeMap() {
  const { transform, size, layers } = mapView;
  if (!size || !mapView.circles) return;
  layers.land.setAttribute("transform", transform);
  const boxes = new Boxes(...size);
  const labels = [];
  const current = state.event ? state.event.spots : [];
  for (const circle of mapView.circles) {
    const [x, y] = transform.apply(circle.spot.at);
    circle.setAttribute("cx", x);
    circle.setAttribute("cy", y);
    circle.spot.xy = [x, y];
    if (circle.spot.count) boxes.block(x, y, circle.spot.radius * 0.7);
  }
  for (const { spot } of mapView.circles) {
    const text = shorten(spot.place.label, 24);
    const at = labels.length < 40 && spot.count ? boxes.beside(text, ...spot.xy, spot.radius + (current.includes(spot.place) ? 4 : 0)) : null;
    if (at) labels.push(svg("text", { class: "halo", x: at.x, y: at.y, "text-anchor": at.anchor }, text));
  }
  const heres = mapView.spots.filter((s) => current.includes(s.place));
  for (const here of heres) labels.push(svg("circle", { class: "here", cx: here.xy[0], cy: here.xy[1], r: here.radius + 3 }));
  layers.labels.replaceChildren(...labels);
  layers.names.replaceChildren(...countryNames(boxes));
}

function* countryNames(boxes) {
  let left = 30;
  for (const { name, at, box } of mapView.names) {
    const [x, y] = mapView.transform.apply(at);
    const width = name.length * 8;
    const room = (box[1][0] - box[0][0]) * mapView.transform.k;
    if (room > width && left && boxes.take(x - width / 2, y - 9, width, 12)) {
      left -= 1;
      yield svg("text", { class: "country", x, y }, name);
    }
  }
}
