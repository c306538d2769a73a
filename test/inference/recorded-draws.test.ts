import { expect, it } from "vitest";
import { blockDraws, rowsOf } from "../../src/inference/draws.ts";
import { recordedDraws } from "../../src/inference/recorded-draws.ts";
import { answerOf } from "./answers.ts";

const law = { length: 50, meanBlock: 4, seed: 3 } as const;

it.each(["stationary", "circular"] as const)("%s draws stay as they were drawn", (kind) => {
  const drawn = () => answerOf(blockDraws({ kind, ...law }));
  const recorded = recordedDraws(drawn(), 20);
  const draws = drawn();
  const kept = Array.from({ length: 20 }, (_, k) => recorded(k));
  for (let k = 19; k >= 0; k -= 1) expect(rowsOf(kept[k]!)).toEqual(rowsOf(draws(k)));
});

it("beyond the last there is none", () => {
  const draws = answerOf(blockDraws({ kind: "circular", ...law }));
  expect(() => recordedDraws(draws, 20)(20)).toThrow("resample 20 of 20");
});
