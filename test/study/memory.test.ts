import { describe, expect, test } from "vitest";
import { forgetful, lasting } from "../../src/study/memory.ts";

describe("memory", () => {
  test("gives the last value again while it is made from the same parts", () => {
    const memory = lasting();
    let made = 0;
    const recall = (...parts: unknown[]) => memory.recall("a", parts, () => ++made);
    expect([recall(1, Float64Array.of(1, 2)), recall(1, Float64Array.of(1, 2))]).toEqual([1, 1]);
    expect(recall(1, Float64Array.of(1, 3))).toBe(2);
    expect(recall(2, Float64Array.of(1, 3))).toBe(3);
    expect(memory.recall("b", [2, Float64Array.of(1, 3)], () => 9)).toBe(9);
  });

  test("does not take parts that are divided otherwise for the same, nor a part of a buffer for the whole", () => {
    const memory = lasting();
    const columns = Float64Array.of(1, 2, 3);
    expect(memory.recall("a", [columns.subarray(0, 1), columns.subarray(1)], () => 1)).toBe(1);
    expect(memory.recall("a", [columns.subarray(0, 2), columns.subarray(2)], () => 2)).toBe(2);
  });

  test("keeps no promise that failed, and the memory of a single run keeps nothing", async () => {
    const memory = lasting();
    const failing = () => memory.recall("a", [], () => Promise.reject(new Error("no")));
    await expect(failing()).rejects.toThrow("no");
    expect(await memory.recall("a", [], () => Promise.resolve(1) as Promise<never>)).toBe(1);
    let made = 0;
    for (let i = 0; i < 2; i++) forgetful.recall("a", [], () => ++made);
    expect(made).toBe(2);
  });
});
