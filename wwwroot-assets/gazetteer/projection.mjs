// Mercator on the sphere, as two formulas that travel with the outline (Snyder, Map Projections, USGS PP 1395, p. 41).
const radians = (degrees) => (degrees * Math.PI) / 180;
const eastOf = (longitude) => radians(longitude);
const northOf = (latitude) => Math.log(Math.tan(Math.PI / 4 + radians(latitude) / 2));

/** Fits bounds [west, south, east, north] in degrees into a box of the given width, with an even margin. */
export function mercatorFor([west, south, east, north], width, margin) {
  const scale = (width - 2 * margin) / (eastOf(east) - eastOf(west));
  const left = eastOf(west) - margin / scale;
  const top = northOf(north) + margin / scale;
  const height = Math.ceil((top - northOf(south)) * scale + margin);
  const project = ([longitude, latitude]) => [(eastOf(longitude) - left) * scale, (top - northOf(latitude)) * scale];
  const parameters = {
    projection: "mercator",
    x: "(longitude·π/180 − west)·scale",
    y: "(north − ln tan(π/4 + latitude·π/360))·scale",
    west: Number(left.toFixed(9)),
    north: Number(top.toFixed(9)),
    scale: Number(scale.toFixed(6)),
    viewBox: [0, 0, width, height],
  };
  return { project, parameters, height };
}
