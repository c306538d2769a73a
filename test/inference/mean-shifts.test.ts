import { expect, it } from "vitest";
import { blockDraws, coinADay, rowsOf } from "../../src/inference/draws.ts";
import { shiftsOf } from "../../src/inference/mean-shifts.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { mean } from "../../src/measure/moments.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { answerOf } from "./answers.ts";

const { a, b } = fx240();
const columns = Array.from({ length: 9 }, (_, k) => a.map((value, t) => value + k * b[t]!));

it("is a resample's mean less the sample's, whatever the number of columns and of resamples", () => {
  const law = { kind: "stationary", length: 240, meanBlock: 5, seed: 3 } as const;
  const [draws, again] = [answerOf(blockDraws(law)), answerOf(blockDraws(law))];
  for (const width of [1, 3, 4, 5, 9])
    for (const resamples of [1, 63, 64, 65, 130]) {
      const some = columns.slice(0, width);
      const shifts = shiftsOf(some, draws, resamples);
      expect(shifts).toHaveLength(width * resamples);
      const last = rowsOf(again(resamples - 1));
      for (const [k, column] of some.entries())
        expect(shifts[(k + 1) * resamples - 1]).toBeCloseTo(
          mean(Float64Array.from(last, (row) => column[row]!)) - mean(column),
          14,
        );
    }
});

it("reads draws once and in their order, as those need that come from one source", () => {
  const source = () => coinADay(240, 1 / 3, uniformOf(31));
  const shifts = shiftsOf(columns.slice(0, 1), source(), 70);
  const draws = source();
  for (let k = 0; k < 70; k += 1)
    expect(shifts[k]).toBeCloseTo(
      mean(Float64Array.from(rowsOf(draws(k)), (row) => a[row]!)) - mean(a),
      14,
    );
});
