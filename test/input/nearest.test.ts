import { describe, expect, it } from "vitest";
import { unknownName } from "../../src/input/nearest.ts";

describe("a name that is not known", () => {
  const few = ["wheat", "rye", "bill"];
  const many = [...few, ..."abcdefghij"].map(String);

  it("is told the one that is near, or all of a short list", () => {
    expect(unknownName("series", "weat", few)).toBe('unknown series "weat"; did you mean "wheat"?');
    expect(unknownName("series", "barley", few)).toBe(
      'unknown series "barley"; known: wheat, rye, bill',
    );
  });

  it("is told the nearest three of a long list, and where the others stand", () => {
    expect(unknownName("series", "wheatprices", many)).toMatch(
      /^unknown series "wheatprices"; nearest: wheat, [^,]+, [^,;]+; see assay data list$/,
    );
    expect(unknownName("portfolio", "wheatprices", many)).toMatch(
      /; nearest: wheat, [^,]+, [^,;]+; 13 are known$/,
    );
  });
});
