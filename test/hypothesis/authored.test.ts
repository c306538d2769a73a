import { describe, expect, it } from "vitest";
import { authored, checksBy, described, isPath } from "../../src/hypothesis/authored.ts";
import { above } from "../../src/hypothesis/compare.ts";
import { fact } from "../../src/hypothesis/fact.ts";
import { NotCovered } from "../../src/hypothesis/not-covered.ts";
import { pathOf } from "../../src/hypothesis/path.ts";
import { InputError } from "../../src/input/input-error.ts";

const path = pathOf("x", "monthly", [1, 2], [3, 4]);
const check = above("x", fact(2), "times", 1);
const throwing = (error: unknown) => () => {
  throw error;
};

describe("a function of the file of a study", () => {
  it("gives what it gives, and its failures are its author's to mend", () => {
    expect(authored("the test", () => 3)).toBe(3);
    expect(() => authored("the test", throwing(new TypeError("no")))).toThrow(
      new InputError("the test failed: TypeError: no"),
    );
    expect(() => authored("the test", throwing("a word"))).toThrow("the test failed: a word");
  });

  it("may say that figures are not at hand, or what is wrong, and that stays what it is", () => {
    const lacking = new NotCovered("no figures", ["x"]);
    expect(() => authored("the test", throwing(lacking))).toThrow(lacking);
    expect(() => authored("the test", throwing(new InputError("mend it")))).toThrow(/^mend it$/);
  });

  it("has to give a list of checks", () => {
    expect(checksBy("the test", () => [check])).toEqual([check]);
    const given = (value: unknown) => () => checksBy("the test", () => value as never);
    expect(given(check)).toThrow("the test gave a check; return a list of checks");
    expect(given(undefined)).toThrow("the test gave undefined; return a list of checks");
    expect(given(Promise.resolve([]))).toThrow("the test gave a promise");
    expect(given([check, path])).toThrow(
      "the test gave a path as entry 2; give a check, such as above(...)",
    );
  });
});

describe("a value", () => {
  it.each([
    [3, "3"],
    ["x", '"x"'],
    [null, "null"],
    [path, "a path"],
    [fact(1), "a fact"],
    [check, "a check"],
    [[1], "a list"],
    [() => 1, "a function"],
    [{ from: 1, to: 2 }, "an object with from, to"],
    [{}, "an object with nothing in it"],
  ])("is told as what it is: %o", (value, words) => {
    expect(described(value)).toBe(words);
  });

  it("is a path only where it has days and values", () => {
    expect([path, fact(1), null, { days: [] }].map(isPath)).toEqual([true, false, false, false]);
  });
});
