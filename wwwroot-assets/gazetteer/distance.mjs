// Great-circle distance, spherical earth: haversine (R. W. Sinnott, Sky and Telescope 68, 1984).
const radius = 6371.0088;
const radians = (degrees) => (degrees * Math.PI) / 180;

export function kilometresBetween(a, b) {
  const up = Math.sin(radians(b.latitude - a.latitude) / 2);
  const across = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h = up * up + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * across * across;
  return 2 * radius * Math.asin(Math.sqrt(h));
}
