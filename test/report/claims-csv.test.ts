import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvFiles } from "../../src/report/csv.ts";
import { findingsWithClaims, sampleClaims } from "./sample-claims.ts";
import { sampleFindings } from "./sample-findings.ts";

const files = csvFiles(findingsWithClaims);
const read = (name: string): Record<string, string>[] =>
  parse(files[name] ?? "", { columns: true });

describe("the tables of the claims", () => {
  it("are written beside the others, and for a study without claims not at all", () => {
    const without = Object.keys(csvFiles(sampleFindings));
    expect(Object.keys(files).filter((name) => !without.includes(name))).toEqual([
      "hypotheses.csv",
      "hypothesis-parts.csv",
      "hypothesis-choices.csv",
      "claim-charts.csv",
      "predictions.csv",
      "inconsistencies.csv",
    ]);
  });

  it("have a line for each claim with its verdict, and empty cells where there is no number", () => {
    const rows = read("hypotheses.csv");
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual(
      sampleClaims.map(({ id, outcome }) => [id, outcome]),
    );
    expect(rows[1]).toMatchObject({ measured: "1.7", unit: "fraction", share: "0.5" });
    expect(rows[3]).toMatchObject({ measured: "", claimed: "", unit: "", share: "" });
  });

  it("have a line for each part, with its interval, its day and whether it holds", () => {
    const rows = read("hypothesis-parts.csv").filter(({ id }) => id === "C02");
    expect(rows.map(({ part, low, high, day, holds }) => [part, low, high, day, holds])).toEqual([
      ["rise of wheat", "1.2", "2.2", "2021-01-31", "true"],
      ["rise of rye", "", "", "", "false"],
      ["rise of oats", "", "", "", ""],
    ]);
  });

  it("have a line for each choice, with the reason where it does not apply", () => {
    expect(
      read("hypothesis-choices.csv").map(({ choices, answer, reason }) => [
        choices,
        answer,
        reason,
      ]),
    ).toEqual([
      ["grain: wheat", "supported", ""],
      ["grain: rye", "refuted", ""],
      ["grain: oats", "", "no figures of oats"],
    ]);
  });

  it("have every point of a claim's chart", () => {
    expect(read("claim-charts.csv").map(({ id, date, value }) => [id, date, value])).toEqual([
      ["C02", "2020-01-31", "100"],
      ["C02", "2020-02-29", "250"],
      ["C02", "2020-03-31", "500"],
    ]);
  });

  it("have a line for each test of a prediction and each number of an inconsistency", () => {
    const tests = read("predictions.csv");
    expect(
      tests.map(({ test, outcome, measured, baseRate }) => [test, outcome, measured, baseRate]),
    ).toEqual([
      ["so-far", "pending", "1.7", "0.25"],
      ["not-yet", "pending", "1.7", "0.25"],
      ["unread", "pending", "", ""],
      ["came-true", "supported", "1.7", "0.25"],
      ["failed", "refuted", "1.7", "0.25"],
    ]);
    expect(read("inconsistencies.csv")).toMatchObject([{ id: "I1", measured: "1.7" }]);
  });
});
