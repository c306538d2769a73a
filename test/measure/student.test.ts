import fc from "fast-check";
import { expect, it } from "vitest";
import { normalCdf } from "../../src/measure/normal.ts";
import { studentCdf, studentTwoSided } from "../../src/measure/student.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";

it("a t of zero is no evidence", () => {
  expect(studentTwoSided(0, 5)).toBe(1);
  expect(studentCdf(0, 5)).toBe(0.5);
});

it("one degree of freedom is Cauchy's distribution, two have a closed form", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (t) => {
      expectClose(studentTwoSided(t, 1), (2 / Math.PI) * Math.atan2(1, t), 2e-13);
      const root = Math.sqrt(2 + t * t);
      expectClose(studentTwoSided(t, 2), 2 / (root * (root + t)), 2e-13);
    }),
  );
});

it("many degrees of freedom approach the normal", () => {
  expectClose(studentTwoSided(2, 1e6), 2 * normalCdf(-2), 1e-5);
});

it("falls as t grows, and does not see its sign", () => {
  const t = fc.double({ min: 0, max: 40, noNaN: true });
  fc.assert(
    fc.property(t, t, fc.double({ min: 0.5, max: 7000, noNaN: true }), (a, b, freedom) => {
      expect(studentTwoSided(-a, freedom)).toBe(studentTwoSided(a, freedom));
      const p = [Math.max(a, b), Math.min(a, b)].map((x) => studentTwoSided(x, freedom));
      expect(p[0]!).toBeLessThanOrEqual(p[1]! * (1 + 1e-12));
    }),
  );
});

it("the usual critical values of the tables", () => {
  expectPublished(studentTwoSided(12.7062, 1), "0.05000");
  expectPublished(studentTwoSided(2.2281, 10), "0.05000");
  expectPublished(studentTwoSided(2.0423, 30), "0.05000");
  expect(studentCdf(-1.8946, 7) + studentCdf(1.8946, 7)).toBeCloseTo(1, 15);
});

it("agrees with mpmath's regularised incomplete beta function at 40 digits", () => {
  const exact = [
    [40, 322, 5.857643327031481e-127],
    [0.5, 322, 0.6174165912003926],
    [3.74, 238, 0.0002306140601182453],
    [1.7320508, 3.5, 0.1684466401752137],
    [0.001, 7, 0.9992300172449988],
    [9.5, 2000, 5.7653898697606184e-21],
  ] as const;
  for (const [t, freedom, p] of exact) expectClose(studentTwoSided(t, freedom), p, 1e-13);
});
