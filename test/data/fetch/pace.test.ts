import { describe, expect, test } from "vitest";
import { paced } from "../../../src/data/fetch/pace.ts";

/** A clock that moves by what is waited for. */
function clock() {
  let time = 0;
  return {
    now: () => time,
    random: () => 0,
    wait: async (milliseconds: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      time += milliseconds;
    },
  };
}

describe("a pace of two requests a second", () => {
  test("lets two through at once and then one every half second", async () => {
    const means = clock();
    const turn = paced({ requests: 2, seconds: 1 }, means);
    const times: number[] = [];
    for (let request = 0; request < 5; request += 1) {
      await turn(new AbortController().signal);
      times.push(means.now());
    }
    expect(times).toEqual([0, 0, 500, 1000, 1500]);
  });

  test("holds for requests that are asked for together, in their order", async () => {
    const means = clock();
    const turn = paced({ requests: 2, seconds: 1 }, means);
    const order: string[] = [];
    const one = (name: string) =>
      turn(new AbortController().signal).then(() => order.push(`${name} ${means.now()}`));
    await Promise.all([one("a"), one("b"), one("c"), one("d")]);
    expect(order).toEqual(["a 0", "b 0", "c 500", "d 1000"]);
  });

  test("one that is stopped while it waits holds nobody up", async () => {
    const means = clock();
    const turn = paced({ requests: 1, seconds: 1 }, means);
    await turn(new AbortController().signal);
    await expect(turn(AbortSignal.abort())).rejects.toThrow();
    await turn(new AbortController().signal);
    expect(means.now()).toBe(1000);
  });
});
