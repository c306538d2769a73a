import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossing } from "../../src/measure/crossing.ts";

describe("crossing", () => {
  it("of a line is found by its first secant", () => {
    let asked = 0;
    const line = (at: number) => {
      asked += 1;
      return 3 - at;
    };
    expect(crossing(line, 0, 10)).toBeCloseTo(3, 12);
    expect(asked).toBe(3);
  });

  it("does not ask for a far end that it does not need", () => {
    const asked: number[] = [];
    const line = (at: number) => {
      asked.push(at);
      return at - 3;
    };
    expect(crossing(line, 0, 1000, 1)).toBeCloseTo(3, 12);
    expect(asked).not.toContain(1000);
  });

  it("is null where both ends are on one side, and where nothing changes", () => {
    expect(crossing((at) => at + 1, 0, 10)).toBeNull();
    expect(crossing((at) => at + 1, 0, 10, 1)).toBeNull();
    expect(crossing(() => -1, 0, 10, 1)).toBeNull();
  });

  it("may lie at an end", () => {
    expect(crossing((at) => at, 0, 10)).toBe(0);
    expect(crossing((at) => at - 10, 0, 10)).toBe(10);
  });

  it("passes through places of infinite loss", () => {
    const ruin = (at: number) => (at > 7 ? Number.NEGATIVE_INFINITY : 2 - at);
    expect(crossing(ruin, 0, 1000)).toBeCloseTo(2, 9);
    expect(crossing((at) => -ruin(at), 0, 1000)).toBeCloseTo(2, 9);
  });

  it("is null for a jump across zero", () => {
    expect(crossing((at) => (at < 2 ? 1 : -1), 0, 10)).toBeNull();
    expect(crossing((at) => (at < 2 ? 1 : Number.NEGATIVE_INFINITY), 0, 10)).toBeNull();
  });

  it("is found for any falling curve that crosses", () => {
    const place = fc.double({ min: 0.01, max: 9.99, noNaN: true });
    fc.assert(
      fc.property(
        place,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        place,
        (zero, power, near) => {
          const curve = (at: number) => zero ** power - at ** power;
          expect(curve(crossing(curve, 0, 10, near)!)).toBeCloseTo(0, 9);
        },
      ),
    );
  });
});
