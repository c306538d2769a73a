import { describe, expect, it } from "vitest";
import catalog from "../../data/catalog.ts";
import { derive } from "../../src/data/derive.ts";
import { seriesOf } from "../series/series-of.ts";

const months = { "2020-01-31": 1, "2020-02-29": 2 };
const made = (more: object, ...inputs: Parameters<typeof seriesOf>[2][]) => {
  const named = inputs.map((input, i) => seriesOf(`s${i}`, months, input));
  const formula = named.map(({ id }) => id).join(" + ");
  const entry = {
    by: "formula",
    formula,
    title: "",
    unit: "USD",
    kind: "amount",
    ...more,
  } as const;
  return derive("sum", entry, async (id) => named.find((one) => one.id === id)!);
};

describe("when a decision may use what is made from several series", () => {
  it("is the last close that one of them waits for", async () => {
    const sum = await made({}, { usableAtMonthEnd: 1 }, { usableAtMonthEnd: 2 });
    expect(sum.usableAtMonthEnd).toBe(2);
  });

  it("is no earlier than the lag of the others reaches", async () => {
    expect((await made({}, { usableAtMonthEnd: 1 }, { lag: 30 })).usableAtMonthEnd).toBe(2);
    expect((await made({}, { usableAtMonthEnd: 1 }, { lag: 0 })).usableAtMonthEnd).toBe(1);
    expect(await made({}, { lag: 5 }, { lag: 30 })).toMatchObject({ lag: 30 });
    expect(await made({}, { lag: 5 })).not.toHaveProperty("usableAtMonthEnd");
  });

  it("is what is declared for it, in days or in months", async () => {
    expect((await made({ usableAtMonthEnd: 3 }, { usableAtMonthEnd: 1 })).usableAtMonthEnd).toBe(3);
    expect(await made({ lag: 9 }, { usableAtMonthEnd: 1 })).not.toHaveProperty("usableAtMonthEnd");
  });

  it("is never where one of them was known only afterwards", async () => {
    expect((await made({}, {}, { hindsight: "dated later" })).hindsight).toBe("dated later");
  });
});

describe("the shipped catalog", () => {
  it("lets a decision use money, prices, unemployment and output at the ends of months", () => {
    const { m2, cpiAsPublished, unemployment, gdp, gdpReal, recession } = catalog.series;
    expect([m2, cpiAsPublished, unemployment].map((one) => one.usableAtMonthEnd)).toEqual([
      1, 1, 1,
    ]);
    expect([gdp, gdpReal].map((one) => one.usableAtMonthEnd)).toEqual([2, 2]);
    expect(recession.hindsight).toContain("afterwards");
  });
});
