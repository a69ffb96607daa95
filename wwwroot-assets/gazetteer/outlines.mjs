// Outlines of countries as SVG paths, cut from Natural Earth (world-atlas) and simplified.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { mercatorFor } from "./projection.mjs";
import { simplify } from "./simplify.mjs";

// ISO 3166 alpha-2 to the numeric codes of world-atlas: add a country here to cut its outline.
const numbers = { GB: "826", GG: "831", IE: "372", IM: "833", JE: "832" };
const require = createRequire(import.meta.url);
const width = 640;
const worldWidth = 1000;
const margin = 8;
const rock = 0.002; // square degrees: Rockall must not widen the box
const speck = 1.5; // square units: smaller islands are left out
const detail = 0.35; // square units: smaller triangles are smoothed away
const small = { detail: 14, speck: 30 }; // the same for a map of a few centimetres, in whole units

/** The outline of some countries, with their neighbours as context inside the same box. */
export function outlineOf(countries, context) {
  const topology = atlas("countries-10m");
  const cut = (codes) =>
    topology.objects.countries.geometries.filter(({ id }) => codes.some((code) => numbers[code] === id));
  const everything = { type: "GeometryCollection", geometries: [...cut(countries), ...cut(context)] };
  const { project, parameters } = mercatorFor(boundsOf(withoutSpecks(ringsOf(topology, everything))), width, margin);
  const used = new Set(everything.geometries.flatMap(({ arcs }) => arcs.flat(2)).map((i) => (i < 0 ? ~i : i)));
  const arcs = topology.arcs.map((arc, i) => (used.has(i) ? simplify(arc.map(project), detail) : []));
  const simpler = { ...topology, arcs };
  const rings = (codes) => ringsOf(simpler, { type: "GeometryCollection", geometries: cut(codes) });
  const home = rings(countries);
  return {
    ...parameters,
    covers: [...countries, ...context],
    home: asPath(home),
    small: asSmallPath(home),
    context: asPath(rings(context)),
  };
}

/** Where no closer outline is made: the whole world's land, from 58° south to 81° north, cut at the 180th meridian. */
export function outlineOfTheWorld() {
  const topology = atlas("land-110m");
  const { parameters, height } = mercatorFor([-180, -58, 180, 81], worldWidth, 0);
  const projection = geoMercator()
    .scale(parameters.scale)
    .translate([worldWidth / 2, parameters.north * parameters.scale])
    .clipExtent([
      [0, 0],
      [worldWidth, height],
    ]);
  const home = geoPath(projection).digits(1)(feature(topology, topology.objects.land));
  return { ...parameters, covers: [], home, small: asSmallPath(ringsIn(home)), context: "" };
}

function atlas(name) {
  const topology = JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), "utf8"));
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  return { ...topology, transform: undefined, arcs };
}

function ringsOf(topology, geometry) {
  const polygonsOf = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);
  const found = feature(topology, geometry);
  return (found.features ?? [found]).flatMap((each) => polygonsOf(each.geometry)).flat();
}

const withoutSpecks = (rings) => rings.filter((ring) => areaOf(ring) >= rock);

function boundsOf(rings) {
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flat()) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
  return bounds;
}

/** Relative lines, reckoned from what was written so that rounding does not add up. */
function asPath(rings, smallest = speck, parts = 10) {
  const written = ([x, y]) => `${x / parts} ${y / parts}`;
  return rings
    .filter((ring) => areaOf(ring) >= smallest)
    .map((ring) => {
      const points = ring.map((point) => point.map((value) => Math.round(value * parts)));
      const steps = points.slice(1, -1).map(([x, y], i) => [x - points[i][0], y - points[i][1]]);
      return `M${written(points[0])}l${steps
        .filter(([x, y]) => x || y)
        .map(written)
        .join(" ")}z`;
    })
    .join("");
}

const asSmallPath = (rings) =>
  asPath(
    rings.map((ring) => simplify(ring, small.detail)),
    small.speck,
    1,
  );

/** The closed lines of a path that d3 wrote: nothing but M, L and Z. */
const ringsIn = (path) =>
  path
    .split("Z")
    .filter(Boolean)
    .map((line) => line.slice(1).split("L"))
    .map((points) => [...points, points[0]].map((point) => point.split(",").map(Number)));

function areaOf(ring) {
  return Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0)) / 2;
}
