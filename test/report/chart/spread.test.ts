import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "../../../src/report/chart/spread.ts";

describe("spread", () => {
  it("leaves labels where they are when they have room", () => {
    expect(spread([10, 50, 90], 14, 0, 100)).toEqual([10, 50, 90]);
  });

  it("moves labels on one place apart", () => {
    expect(spread([50, 50], 14, 0, 100)).toEqual([50, 64]);
  });

  it("pushes back from the lower end", () => {
    expect(spread([99, 98], 14, 0, 100)).toEqual([100, 86]);
  });

  it("keeps order, ends and gaps whenever there is room", () => {
    const places = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(places, (wanted) => {
        const found = spread(wanted, 14, 0, 400);
        const order = wanted.map((_, place) => place);
        order.sort((a, b) => wanted[a]! - wanted[b]! || a - b);
        order.forEach((place, rank) => {
          expect(found[place]!).toBeGreaterThanOrEqual(-1e-9);
          expect(found[place]!).toBeLessThanOrEqual(400);
          if (rank > 0) expect(found[place]! - found[order[rank - 1]!]!).toBeGreaterThan(14 - 1e-9);
        });
      }),
    );
  });
});
