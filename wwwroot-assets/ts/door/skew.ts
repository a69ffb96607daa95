/**
 * How far the server's clock is from this phone's, out of the Date headers of its answers (RFC 9110 §6.6.1, whole seconds): each says
 * between which bounds it lies, and together they narrow it down. Kept as long as it can be true, so that taps keep their order.
 */
export interface Skew {
  least: number;
  most: number;
  value: number;
}

/** With one more answer: asked and answered by this phone's clock, `date` by the server's. */
export function learn(skew: Skew | undefined, asked: number, answered: number, date: number): Skew {
  const fresh = { least: date - answered, most: date + 1000 - asked };
  const least = Math.max(skew?.least ?? -Infinity, fresh.least);
  const most = Math.min(skew?.most ?? Infinity, fresh.most);
  // Nothing lies between the bounds: one of the clocks has been set.
  if (least > most) return { ...fresh, value: middle(fresh.least, fresh.most) };
  const value = skew && skew.value >= least && skew.value <= most ? skew.value : middle(least, most);
  return { least, most, value };
}

/** What to fix in a tap made now: a correction of the skew by a little never puts a tap before the one made just before it. */
export function skewOf(now: number, skew: Skew | undefined, lastPlaced: number): number {
  const value = skew?.value ?? 0;
  const behind = lastPlaced + 1 - (now + value);
  return behind > 0 && behind <= 5000 ? value + behind : value;
}

const middle = (least: number, most: number): number => Math.round((least + most) / 2);
