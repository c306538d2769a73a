import { describe, expect, it } from "vitest";
import type { Findings } from "../../src/study/findings.ts";
import { brokenAt, type RegistryEntry, registered } from "../../src/study/registry.ts";

/** As much of a run's findings as the registry reads. */
function run(outcome: string, definition = "a", seed = 1, ids = ["P1"]): Findings {
  return {
    study: { id: "toy", options: [] },
    assumptions: { seed },
    period: { from: "2000-01-31", to: "2001-01-31", frequency: "monthly" },
    inputs: [{ id: "gold", sha256: "f00" }],
    trials: { variants: [{ id: "one" }] },
    hypotheses: [{ id: "H1", outcome }],
    predictions: ids.map((id) => ({
      ...{ id, definition, outcome: "pending", claim: `What ${id} says.` },
      tests: [
        { title: "Later", due: "2030-06-30", expects: "above 1.00 times", outcome: "pending" },
      ],
    })),
  } as unknown as Findings;
}

const identity = { studyHash: "beef", version: "0.1.0" };

function chain(...runs: readonly Findings[]): readonly RegistryEntry[] {
  return runs.reduce<readonly RegistryEntry[]>(
    (entries, one) => registered(entries, one, identity).entries,
    [],
  );
}

describe("the registry of runs", () => {
  it("chains each entry to the one before", () => {
    const entries = chain(run("supported"), run("refuted"));
    expect(entries.map(({ entry }) => entry)).toEqual([1, 2]);
    expect(entries[0]!.previous).toBeNull();
    expect(entries[1]!.previous).toBe(entries[0]!.hash);
    expect(entries[1]!.verdicts).toEqual({ H1: "refuted" });
    expect(entries[1]!.variants).toEqual(["one"]);
    expect(brokenAt(entries)).toBeNull();
  });

  it("adds nothing for the very same run", () => {
    const { entries, finding } = registered(chain(run("supported")), run("supported"), identity);
    expect(entries).toHaveLength(1);
    expect(finding).toMatchObject({ entry: 1, isRepeated: true, changed: [] });
  });

  it("adds an entry for another seed, other files of the study or another version", () => {
    const before = chain(run("supported"));
    for (const other of [
      registered(before, run("supported", "a", 2), identity),
      registered(before, run("supported"), { ...identity, studyHash: "cafe" }),
      registered(before, run("supported"), { ...identity, version: "0.2.0" }),
    ])
      expect(other.finding).toMatchObject({ entry: 2, isRepeated: false });
  });

  it("says which prediction was changed after it was registered, and since when", () => {
    const before = chain(run("supported"), run("refuted"));
    const { finding } = registered(before, run("refuted", "another"), identity);
    expect(finding.since).toEqual({ P1: 3 });
    expect(finding.changed).toEqual([{ id: "P1", first: 1, now: 3 }]);
    const unchanged = registered(before, run("partly"), identity).finding;
    expect(unchanged).toMatchObject({ since: { P1: 1 }, changed: [] });
  });

  it("holds predictions in words too", () => {
    expect(chain(run("supported"))[0]!.predictions).toEqual({
      P1: {
        ...{ definition: "a", outcome: "pending", claim: "What P1 says." },
        tests: [{ title: "Later", due: "2030-06-30", expects: "above 1.00 times" }],
      },
    });
  });

  it("names the predictions that are no longer there, with the last entry that has them", () => {
    const before = chain(
      run("supported", "a", 1, ["P1", "P2"]),
      run("refuted", "a", 1, ["P1", "P2"]),
    );
    const { entries, finding } = registered(before, run("refuted"), identity);
    expect(finding.removed).toEqual([{ id: "P2", last: 2 }]);
    const later = registered(entries, run("partly"), identity).finding;
    expect(later.removed).toEqual([{ id: "P2", last: 2 }]);
    expect(
      registered(entries, run("partly", "a", 1, ["P1", "P2"]), identity).finding.removed,
    ).toEqual([]);
  });

  it("knows nothing of the predictions of other studies", () => {
    const other = { ...run("supported", "a", 1, ["P9"]), study: { id: "other", options: [] } };
    const before = chain(other as unknown as Findings);
    expect(registered(before, run("supported"), identity).finding.removed).toEqual([]);
  });

  it("finds what was changed in the chain afterwards", () => {
    const entries = chain(run("supported"), run("refuted"), run("partly"));
    const nicer = entries.map((one) =>
      one.entry === 2 ? { ...one, verdicts: { H1: "supported" } } : one,
    );
    expect(brokenAt(nicer)).toBe("entry 2 was changed after it was written");
    expect(brokenAt(entries.filter(({ entry }) => entry !== 2))).toBe("entry 2 is numbered 3");
    const other = chain(run("refuted"));
    expect(brokenAt([other[0]!, ...entries.slice(1)])).toBe(
      "entry 2 does not follow from the one before it",
    );
  });
});
