import { describe, expect, test } from "vitest";
import { uncut } from "../../src/cli/uncut.ts";

describe("uncut", () => {
  test("gives what the work gives, and leaves signals as they were", async () => {
    const before = process.listenerCount("SIGINT");
    expect(await uncut(async (turn) => turn().then(() => 7))).toBe(7);
    expect(process.listenerCount("SIGINT")).toBe(before);
  });

  test("a signal is felt at the next turn, after which the work tidies up and the process ends", async () => {
    const told: (string | number)[] = [];
    const work = uncut(
      async (turn) => {
        try {
          process.emit("SIGINT", "SIGINT");
          told.push("goes on");
          await turn();
          told.push("never");
        } finally {
          told.push("tidied");
        }
      },
      (code) => told.push(code),
    );
    await expect(work).rejects.toThrow("ended by SIGINT");
    expect(told).toEqual(["goes on", "tidied", 130]);
  });
});
