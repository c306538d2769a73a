import { describe, expect, it } from "vitest";
import {
  count,
  decimal,
  factor,
  inSentence,
  mainTitle,
  multiple,
  percent,
  probability,
  shareOf,
  shortTitle,
  signedDecimal,
  signedPercent,
  significant,
} from "../../src/series/format.ts";

describe("numbers of the report", () => {
  it("decimal groups thousands and writes a true minus sign", () => {
    expect(decimal(-1234567.891, 2)).toBe("−1,234,567.89");
    expect(count(1983)).toBe("1,983");
    expect(count(999)).toBe("999");
  });

  it("nothing negative is left of a zero that rounding makes", () => {
    expect(decimal(-0.001, 2)).toBe("0.00");
    expect(signedPercent(-0.00001)).toBe("0.0%");
    expect(signedPercent(0.00001)).toBe("0.0%");
  });

  it("percent turns a fraction", () => {
    expect(percent(0.1234)).toBe("12.3%");
    expect(percent(-0.5, 0)).toBe("−50%");
    expect(signedPercent(0.07)).toBe("+7.0%");
    expect(signedDecimal(0.5, 2)).toBe("+0.50");
  });

  it("significant keeps three digits at any size", () => {
    expect(
      [0.0001234, 0.01234, 1.234, 12.34, 123.4, 1234.4, -0.5].map((v) => significant(v)),
    ).toEqual(["0.000123", "0.0123", "1.23", "12.3", "123", "1,234", "−0.500"]);
    expect(significant(0)).toBe("0");
    expect(multiple(9.542)).toBe("9.54×");
  });

  it("what is not known is a dash", () => {
    expect([percent(null), decimal(undefined, 1), multiple(null), significant(null)]).toEqual(
      Array(4).fill("–"),
    );
  });

  it("a probability is never called certain", () => {
    expect([0.99995, 0.9, 0.0001, null].map(probability)).toEqual([
      ">99.9%",
      "90.0%",
      "<0.1%",
      "–",
    ]);
  });

  it("a share is a dash where the parts cancel", () => {
    expect([0.5, 3, -3.01, 12, null].map(shareOf)).toEqual(["50%", "300%", "–", "–", "–"]);
  });

  it("a logarithm is told as a factor", () => {
    expect([Math.log(2), 0, -Math.log(2), null].map(factor)).toEqual([
      "×2.00",
      "×1.00",
      "×0.500",
      "–",
    ]);
  });

  it("a short title ends at the first comma or bracket, where that tells enough", () => {
    expect(shortTitle("Nasdaq-100 (QQQ), total", ["Gold"])).toBe("Nasdaq-100");
    const others = ["Gold", "Nasdaq-100, price"];
    expect(shortTitle("Nasdaq-100 (QQQ), total", others)).toBe("Nasdaq-100 (QQQ), total");
    expect(shortTitle("Gold (held as a fund)", [])).toBe("Gold (held as a fund)");
    expect(shortTitle("Shares, but gold while it rises", [])).toBe(
      "Shares, but gold while it rises",
    );
    expect(mainTitle("S&P 500, total return")).toBe("S&P 500");
  });

  it("what is not finite is a bug", () => {
    expect(() => percent(Number.NaN)).toThrow("not a number that can be shown");
    expect(() => decimal(Number.POSITIVE_INFINITY, 1)).toThrow();
  });

  it("a title starts small inside a sentence unless it begins with initials", () => {
    expect(["Gold", "US dollars", "S&P 500", "gold"].map(inSentence)).toEqual([
      "gold",
      "US dollars",
      "S&P 500",
      "gold",
    ]);
  });
});
