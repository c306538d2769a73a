export type ScaleKind = "linear" | "log";

/** A value axis laid out beforehand, so that labels can be set where lines end. */
export interface ValueScale {
  readonly kind: ScaleKind;
  readonly low: number;
  readonly high: number;
  /** Where the axis is marked; left to the chart library when undefined. */
  readonly ticks: readonly number[] | undefined;
}

const MANTISSAS: readonly (readonly number[])[] = [
  [1],
  [1, 3],
  [1, 2, 5],
  [1, 1.5, 2, 3, 5, 7],
  [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9],
];

function logTicks(low: number, high: number): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  let ticks: number[] = [];
  for (const mantissas of MANTISSAS) {
    ticks = [];
    for (let power = first; power <= last; power += 1)
      for (const mantissa of mantissas) ticks.push(Number((mantissa * 10 ** power).toPrecision(6)));
    ticks = ticks.filter((tick) => tick >= low && tick <= high);
    if (ticks.length >= 4) return ticks;
  }
  return ticks;
}

/** The scale that holds all values given, with a little air; a log scale passes over what is not positive. */
export function valueScale(kind: ScaleKind, values: Iterable<number | null>): ValueScale {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null || (kind === "log" && value <= 0)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { kind, low: kind === "log" ? 0.1 : 0, high: 1, ticks: undefined };
  if (kind === "log") {
    const air = Math.max(1.04, (high / low) ** 0.04);
    return { kind, low: low / air, high: high * air, ticks: logTicks(low / air, high * air) };
  }
  const air = Math.max((high - low) * 0.04, Math.abs(high) * 0.01, 1e-9);
  return {
    kind,
    low: low >= 0 && low < high / 3 ? 0 : low - air,
    high: high + air,
    ticks: undefined,
  };
}

const forward = (kind: ScaleKind, value: number) => (kind === "log" ? Math.log(value) : value);
const backward = (kind: ScaleKind, value: number) => (kind === "log" ? Math.exp(value) : value);

/** How far down from the top of a plot of this height a value stands, in pixels. */
export function placeOf(scale: ValueScale, value: number, height: number): number {
  const { kind, low, high } = scale;
  const share =
    (forward(kind, value) - forward(kind, low)) / (forward(kind, high) - forward(kind, low));
  return (1 - share) * height;
}

/** The value that stands at a place: the inverse of `placeOf`. */
export function valueAt(scale: ValueScale, place: number, height: number): number {
  const { kind, low, high } = scale;
  const share = 1 - place / height;
  return backward(kind, forward(kind, low) + share * (forward(kind, high) - forward(kind, low)));
}
