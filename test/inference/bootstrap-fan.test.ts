import fc from "fast-check";
import { expect, it } from "vitest";
import { plainWealth } from "../../bench/plain-bootstrap.ts";
import { wealthAfter, wealthFan } from "../../src/inference/bootstrap-fan.ts";
import { blockDraws, coinADay, rowsOf, wholeSample } from "../../src/inference/draws.ts";
import { uniformOf } from "../../src/inference/random.ts";

/** Numbers spread evenly: doubles by their bits would nearly all be next to nothing. */
const thousandths = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);

it("wealth after no row, two rows and four, where returns double, double, stand, halve", () => {
  const wealth = new Float64Array(3);
  wealthAfter([1, 1, 0, -0.5], [0, 2, 4])(wholeSample(4), wealth);
  expect([...wealth].map((value) => value.toFixed(12))).toEqual(
    [1, 4, 2].map((value) => value.toFixed(12)),
  );
});

it("at any rows it is the wealth that is walked row by row", () => {
  fc.assert(
    fc.property(
      fc.array(thousandths(-0.5, 0.6), { minLength: 2, maxLength: 80 }),
      thousandths(0.02, 1),
      fc.integer({ min: 1, max: 1e6 }),
      (numbers, restart, seed) => {
        const returns = Float64Array.from(numbers);
        const draw = coinADay(returns.length, restart, uniformOf(seed))(0);
        const plain = plainWealth(returns, rowsOf(draw));
        const wealth = new Float64Array(plain.length);
        wealthAfter(returns, [...plain.keys()])(draw, wealth);
        wealth.forEach((value, row) => {
          expect(Math.abs(value / plain[row]! - 1)).toBeLessThanOrEqual(1e-12);
        });
      },
    ),
  );
});

it("steady returns have a fan without width; ruin has none, nor have blocks too long", () => {
  const draws = blockDraws({ kind: "stationary", length: 24, meanBlock: 3, seed: 1 });
  const steady = new Float64Array(24).fill(0.01);
  const fan = wealthFan(steady, draws, { count: 99 }, [12, 24], [0.05, 0.5, 0.95]);
  expect(fan).toHaveLength(3);
  for (const line of fan as Float64Array[]) {
    expect(line[0]).toBeCloseTo(1.01 ** 12, 12);
    expect(line[1]).toBeCloseTo(1.01 ** 24, 12);
  }
  const ruined = steady.map((value, row) => (row === 5 ? -1 : value));
  expect(wealthFan(ruined, draws, { count: 9 }, [12], [0.5])).toHaveProperty("reason");
  const none = blockDraws({ kind: "stationary", length: 24, meanBlock: 25, seed: 1 });
  expect(wealthFan(steady, none, { count: 9 }, [12], [0.5])).toBe(none);
});

it("a fan widens: its quantiles are in order at every row", () => {
  const uniform = uniformOf(4);
  const returns = Float64Array.from({ length: 120 }, () => 0.005 + (uniform() - 0.5) / 10);
  const draws = blockDraws({ kind: "stationary", length: 120, meanBlock: 4, seed: 1 });
  const [low, middle, high] = wealthFan(
    returns,
    draws,
    { count: 499 },
    [1, 30, 120],
    [0.05, 0.5, 0.95],
  ) as Float64Array[];
  for (let i = 0; i < 3; i += 1) {
    expect(low![i]).toBeLessThan(middle![i]!);
    expect(middle![i]).toBeLessThan(high![i]!);
  }
  expect(high![2]! / low![2]!).toBeGreaterThan(high![0]! / low![0]!);
});
