const STEPS = [1, 2, 5, 10];

/** Round values at equal steps of 1, 2 or 5 times a power of ten, at most about `most` of them. */
export function linearTicks(low: number, high: number, most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  const step = power * (STEPS.find((one) => (high - low) / (power * one) <= most) ?? 10);
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step); at * step <= high; at += 1)
    ticks.push(Number((at * step).toPrecision(6)));
  return ticks;
}
