import { expect, test } from "vitest";
import { orderFaults } from "../../../src/data/faults/order.ts";
import { seriesOf } from "../../series/series-of.ts";

test("a day that stands twice, and one that stands too late", () => {
  const series = {
    ...seriesOf("a", {}),
    days: Float64Array.of(0, 1, 1, 3, 2, 4),
    values: Float64Array.of(1, 1, 1, 1, 1, 1),
  };
  expect(orderFaults(series).map(({ text, severity }) => [severity, text])).toEqual([
    ["error", "1970-01-02 stands twice"],
    ["error", "1970-01-03 stands after 1970-01-04"],
  ]);
  expect(orderFaults(seriesOf("a", { "2020-01-01": 1, "2020-01-02": 1 }))).toEqual([]);
});
