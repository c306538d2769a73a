import { describe, expect, test } from "vitest";
import catalog from "../../../data/catalog.ts";
import { PROVIDERS } from "../../../src/data/providers/providers.ts";
import { ordersFor } from "../../../src/data/pull/orders.ts";

const anyone = { isOpen: () => true };
const keyless = {
  isOpen: (one: (typeof PROVIDERS)[number], editions: boolean) =>
    one.base !== "" && one.key?.needed !== true && !editions,
};

describe("the catalog", () => {
  test("names only providers that there are, and symbols that they can ask for", () => {
    const { orders } = ordersFor(catalog, [], anyone);
    expect(orders.length).toBeGreaterThan(65);
    for (const { file, parts } of orders)
      for (const { provider, symbol, editions } of parts) {
        const asked = {
          symbol,
          until: 20_000,
          key: "user:password",
          ...(editions ? { vintages: ["2025-11-25"] } : {}),
        };
        const requests = provider.requests(asked);
        expect([file, requests.length > 0 || provider.base === ""]).toEqual([file, true]);
      }
  });

  test("is served by each provider that it can be served by, some only when they are named", () => {
    const named = PROVIDERS.filter(
      ({ id }) => ordersFor(catalog, [], { ...anyone, provider: id }).orders.length > 0,
    );
    expect(named).toEqual(PROVIDERS);
  });

  test("has its daily figures without a key, except where it says so", () => {
    const { orders, unserved, closed } = ordersFor(catalog, [], keyless);
    expect(orders.map(({ file }) => file)).toContain("SPX.csv");
    expect(closed.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["usdclp", "cape", "m2BeforeEssay"]),
    );
    expect(unserved).toEqual(expect.arrayContaining(["copper", "chinaM2"]));
  });
});

describe("orders", () => {
  test("are whole files: all their columns, whichever of their series are asked for", () => {
    const { orders } = ordersFor(catalog, ["qqq", "dgs30"], anyone);
    expect(
      orders.map(({ file, ids, parts }) => [file, ids, parts.map((part) => part.columns)]),
    ).toEqual([
      ["QQQ.csv", ["qqq", "qqqTotal"], [[{ column: "close" }, { column: "adjclose" }]]],
      ["DGS30.csv", ["dgs30", "dgs30AsSupplied"], [[{ column: "close" }]]],
    ]);
  });

  test("are of all that a series is made of, and of what continues it", () => {
    const filesFor = (id: string) =>
      ordersFor(catalog, [id], anyone).orders.map(({ file }) => file);
    expect(filesFor("spxGold").sort()).toEqual(["GOLD_LBMA.csv", "SPX.csv"]);
    expect(filesFor("spxTotal").sort()).toEqual(["SP500TR.csv", "SPY.csv"]);
  });

  test("put the editions of a series into one file", () => {
    const [order] = ordersFor(catalog, ["m2BeforeEssay"], anyone).orders;
    expect(order!.parts).toHaveLength(1);
    expect(order!.parts[0]).toMatchObject({ symbol: "M2SL", editions: true });
    expect(order!.parts[0]!.columns.map(({ column }) => column)).toEqual(
      expect.arrayContaining(["2025-12-23", "2026-03-20"]),
    );
  });

  test("leave out a file that would lack a column", () => {
    const { orders, closed } = ordersFor(catalog, ["usdclp", "usdclpAverage"], keyless);
    expect(orders).toEqual([]);
    expect(closed.map(({ id }) => id)).toEqual(["usdclp", "usdclpAverage"]);
    expect(ordersFor(catalog, ["usdclpAverage"], keyless).orders).toEqual([]);
    const both = ordersFor(catalog, ["usdclp"], anyone).orders;
    expect(both.map(({ file, parts }) => [file, parts.length])).toEqual([["USDCLP.csv", 2]]);
  });

  test("of ids that there are not are told with the nearest", () => {
    expect(() => ordersFor(catalog, ["glod"], anyone)).toThrow(
      'data pull: unknown series "glod"; did you mean "gold"?',
    );
  });
});
