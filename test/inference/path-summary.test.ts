import fc from "fast-check";
import { expect, it } from "vitest";
import { plainMaxDrawdown, plainWealth } from "../../bench/plain-bootstrap.ts";
import {
  blockDraws,
  coinADay,
  type Draw,
  type Draws,
  rowsOf,
  wholeSample,
} from "../../src/inference/draws.ts";
import { maxDrawdownOf } from "../../src/inference/path-summary.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { maxDrawdown, underwater } from "../../src/measure/drawdown.ts";

/** Numbers spread evenly: doubles by their bits would nearly all be next to nothing. */
const thousandths = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);

it("up a tenth, down a half, up a tenth: half is lost, also where the fall comes first", () => {
  const returns = [0.1, -0.5, 0.1];
  const deepest = maxDrawdownOf(returns);
  expect(deepest(wholeSample(3))).toBeCloseTo(-0.5, 15);
  // Rows 1, 2, 0: the base is a peak.
  const turned: Draw = { ...wholeSample(3), starts: Int32Array.of(1) };
  expect(deepest(turned)).toBeCloseTo(-0.5, 15);
});

it("a fall may lie within a block: half and half again, after a rise", () => {
  expect(maxDrawdownOf([0.1, -0.5, -0.5, 0.1])(wholeSample(4))).toBeCloseTo(-0.75, 15);
  expect(maxDrawdownOf([0.1, -0.5, 0.2, -0.5, 0.1])(wholeSample(5))).toBeCloseTo(-0.7, 15);
});

it("a fall may span blocks: a third lost in each of three", () => {
  const third = 1 / 3;
  const deepest = maxDrawdownOf([0.2, -third, 0.1, 0]);
  const draw: Draw = {
    length: 4,
    blocks: 4,
    starts: Int32Array.of(0, 1, 1, 1),
    lengths: Int32Array.of(1, 1, 1, 1),
  };
  expect(deepest(draw)).toBeCloseTo(8 / 27 - 1, 15);
});

it("wealth that only rises has none, ruin no number, and another sample's draw is a bug", () => {
  expect(maxDrawdownOf([0.1, 0, 0.2])(wholeSample(3))).toBeCloseTo(0, 15);
  expect(maxDrawdownOf([0.1, -1, 0.2])(wholeSample(3))).toBeNaN();
  expect(() => maxDrawdownOf([0.1, 0.2])(wholeSample(3))).toThrow("a draw of 3 rows");
});

it("by blocks it is what it is row by row, on any returns and any blocks", () => {
  fc.assert(
    fc.property(
      fc.array(thousandths(-0.6, 1), { minLength: 2, maxLength: 200 }),
      thousandths(0.01, 1),
      fc.integer({ min: 1, max: 1e6 }),
      (numbers, restart, seed) => {
        const returns = Float64Array.from(numbers);
        const draw = coinADay(returns.length, restart, uniformOf(seed))(0);
        const plain = plainMaxDrawdown(plainWealth(returns, rowsOf(draw)));
        expect(Math.abs(maxDrawdownOf(returns)(draw) - plain)).toBeLessThanOrEqual(1e-12);
      },
    ),
  );
});

it("27 years of days, to 1e-10, and as the measure of wealth has it", () => {
  const uniform = uniformOf(8);
  const returns = Float64Array.from({ length: 6850 }, () => 0.0003 + (uniform() - 0.5) / 30);
  const deepest = maxDrawdownOf(returns);
  const draws = blockDraws({ kind: "stationary", length: 6850, meanBlock: 63, seed: 1 }) as Draws;
  for (let k = 0; k < 40; k += 1) {
    const draw = draws(k);
    const wealth = plainWealth(returns, rowsOf(draw));
    expect(Math.abs(deepest(draw) - plainMaxDrawdown(wealth))).toBeLessThanOrEqual(1e-10);
    expect(Math.abs(deepest(draw) - maxDrawdown(underwater(wealth)))).toBeLessThanOrEqual(1e-10);
  }
});
