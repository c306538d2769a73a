import { expect, it } from "vitest";
import { eventGroups, events } from "../../../src/report/section/events.ts";
import type { LedgerEvent } from "../../../src/study/findings.ts";
import { sampleFindings } from "../sample-findings.ts";

const waits = (date: string, asset = "gold") => ({
  date,
  kind: "stale",
  text: `the order for ${asset} waits for a fresh price`,
});

it("the same of one asset is one line with its years; another asset or kind is another", () => {
  const ruin = { date: "2001-03-01", kind: "ruin", text: "wealth is gone" };
  const all = [
    waits("2000-01-03"),
    waits("2000-05-01", "oil"),
    waits("2000-09-04"),
    waits("2001-01-02"),
    ruin,
  ];
  expect(eventGroups(all).map(({ first, last, times }) => [first, last, times])).toEqual([
    ["2000-01-03", "2001-01-02", 3],
    ["2000-05-01", "2000-05-01", 1],
    ["2001-03-01", "2001-03-01", 1],
  ]);
  expect([...(eventGroups(all)[0]?.years ?? [])]).toEqual([
    ["2000", 2],
    ["2001", 1],
  ]);
});

const [portfolio] = sampleFindings.portfolios;
const markupOf = (all: readonly LedgerEvent[]) =>
  events({ ...portfolio!, ledger: { ...portfolio!.ledger, events: all } }).markup;

it("the page counts every event and tells repetitions once", () => {
  const markup = markupOf([waits("2000-01-03"), waits("2000-05-01"), waits("2004-05-03")]);
  expect(markup).toContain("3 events");
  expect(markup.match(/<li>/g)).toHaveLength(1);
  expect(markup).toContain(
    "<b>stale</b>, 3 times: the order for gold waits for a fresh price: 2000 (2), 2004<",
  );
});

it("many different events are cut, and the rest is counted", () => {
  const markup = markupOf(
    Array.from({ length: 50 }, (_, place) => waits("2000-01-03", `a${place}`)),
  );
  expect(markup.match(/<li>/g)).toHaveLength(40);
  expect(markup).toContain("And 10 more in");
});
