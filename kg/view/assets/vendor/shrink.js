// Writes the countries of world-atlas, simplified for a page that carries them along: see README.md.
const simplify = require("topojson-simplify");
const client = require("topojson-client");
const world = require("world-atlas/countries-50m.json");

const DETAIL = 2e-6; // steradian: corners whose triangle is below about 80 square kilometres go
const ISLAND = 5e-6; // about 200 square kilometres: smaller pieces go, but never a country's largest
const STEPS = 1e4;

const sizeOf = (polygon) => simplify.sphericalRingArea(client.feature(world, { type: "Polygon", arcs: polygon }).geometry.coordinates[0]);

function pieces(country) {
  if (country.type !== "MultiPolygon") return country.arcs;
  const sizes = country.arcs.map((polygon) => Math.abs(sizeOf(polygon)));
  return country.arcs.filter((_, i) => sizes[i] >= ISLAND || sizes[i] === Math.max(...sizes));
}

delete world.objects.land;
const countries = world.objects.countries;
countries.geometries = countries.geometries.filter((g) => g.properties.name !== "Antarctica");
for (const country of countries.geometries) country.arcs = pieces(country);
const used = simplify.filter(world, () => true);
const small = client.quantize(simplify.simplify(simplify.presimplify(used, simplify.sphericalTriangleArea), DETAIL), STEPS);
for (const geometry of small.objects.countries.geometries) {
  geometry.properties = { name: geometry.properties.name };
  delete geometry.id;
}
process.stdout.write(JSON.stringify(small));
