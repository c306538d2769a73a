import { expect, it } from "vitest";
import { defaultLags, neweyWest, ones, regress } from "../../src/measure/regression.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";

it("fits a line through points on a line", () => {
  const fit = regress([3, 5, 7], [ones(3), [1, 2, 3]]);
  expect(fit.coefficients[0]).toBeCloseTo(1, 12);
  expect(fit.coefficients[1]).toBeCloseTo(2, 12);
  for (const residual of fit.residuals) expect(residual).toBeCloseTo(0, 12);
});

it("fits a plane", () => {
  const [x, z] = [
    [1, 2, 3, 4, 5],
    [1, 0, 2, 0, 1],
  ] as const;
  const y = x.map((value, t) => 1 + 2 * value - 3 * z[t]!);
  const { coefficients } = regress(y, [ones(5), x, z]);
  expect(coefficients.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, 2, -3]);
});

it("refuses columns that say the same", () => {
  expect(() => regress([1, 2, 3], [ones(3), [2, 2, 2]])).toThrow("collinear");
});

it("the error of a mean with one lag, by hand: long-run variance 1.5625 over 4", () => {
  const fit = regress([1, 2, 3, 4], [ones(4)]);
  expect(neweyWest(fit, 0, 1, false)).toBeCloseTo(1.5625 / 4, 15);
  expect(Math.sqrt(neweyWest(fit, 0, 1, false))).toBeCloseTo(0.625, 15);
});

it("lags grow slowly with the sample", () => {
  expect([60, 100, 240, 324, 6850].map(defaultLags)).toEqual([3, 4, 4, 5, 10]);
});

it("the generated strategy on its benchmark (statsmodels)", () => {
  const { a, b } = fx240();
  const fit = regress(a, [ones(240), b]);
  expectPublished(fit.coefficients[0]!, "0.00692939");
  expectPublished(fit.coefficients[1]!, "0.42342424");
  const squares = fit.residuals.reduce((sum, e) => sum + e * e, 0);
  expectPublished(Math.sqrt((squares / 238) * fit.inverse[0]![0]!), "0.00189293");
  const table = [
    [0, false, "0.00185258", "3.74039696"],
    [4, false, "0.00212867", "3.25526609"],
    [5, false, "0.00215424", "3.21663593"],
    [5, true, "0.00216327", "3.20320524"],
  ] as const;
  for (const [lags, smallSample, error, t] of table) {
    const published = Math.sqrt(neweyWest(fit, 0, lags, smallSample));
    expectPublished(published, error);
    expectPublished(fit.coefficients[0]! / published, t);
  }
});

it("the mean of the generated strategy with five lags", () => {
  const fit = regress(fx240().a, [ones(240)]);
  const error = Math.sqrt(neweyWest(fit, 0, 5, false));
  expectPublished(error, "0.00238396");
  expectPublished(fit.coefficients[0]! / error, "4.02681562");
});
