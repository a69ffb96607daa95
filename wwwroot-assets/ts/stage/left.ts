/** "4:05" until somebody's minutes are up, or since; whole seconds. */
export function leftUntil(ends: number, now: number): { text: string; isOver: boolean } {
  const seconds = Math.ceil((ends - now) / 1000);
  const isOver = seconds < 0;
  const whole = Math.abs(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = String(whole % 60).padStart(2, "0");
  const text = hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
  return { text, isOver };
}
