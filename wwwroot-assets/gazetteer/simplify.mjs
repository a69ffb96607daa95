// Visvalingam and Whyatt (1993): takes away, again and again, the point that makes the smallest triangle.
const triangle = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** Keeps both ends, so that arcs shared by neighbours stay shared; a closed line keeps at least four points. */
export function simplify(line, smallest) {
  const points = [...line];
  const [first, last] = [points[0], points.at(-1)];
  const fewest = first[0] === last[0] && first[1] === last[1] ? 4 : 2;
  const areas = points.map((_, i) => areaAt(points, i));
  while (points.length > fewest) {
    const least = areas.reduce((best, area, i) => (area < areas[best] ? i : best), 0);
    if (areas[least] >= smallest) break;
    const floor = areas[least];
    points.splice(least, 1);
    areas.splice(least, 1);
    for (const i of [least - 1, least]) areas[i] = Math.max(floor, areaAt(points, i));
  }
  return points;
}

const areaAt = (points, i) =>
  i <= 0 || i >= points.length - 1 ? Infinity : triangle(points[i - 1], points[i], points[i + 1]);
