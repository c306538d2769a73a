import { describe, expect, test } from "vitest";
import { stagesOn } from "../../src/cli/stages.ts";
import { ascii, cut, terminalOf, wrapped } from "../../src/cli/terminal.ts";

const screen = { isTTY: true, columns: 132 };

describe("terminalOf", () => {
  test("a screen has its own width, colour, and somebody who watches", () => {
    expect(terminalOf(screen, { LANG: "en_US.UTF-8" })).toEqual({
      columns: 132,
      colour: true,
      unicode: true,
      watched: true,
    });
  });

  test("a pipe has 80 columns, a narrow screen its own down to 60", () => {
    expect(terminalOf({}, {}).columns).toBe(80);
    expect(terminalOf({ columns: 132 }, {}).columns).toBe(80);
    expect(terminalOf({ isTTY: true, columns: 66 }, {}).columns).toBe(66);
    expect(terminalOf({ isTTY: true, columns: 40 }, {}).columns).toBe(60);
  });

  test("colour: none in a pipe, none with NO_COLOR, anywhere with FORCE_COLOR", () => {
    expect(terminalOf({}, {}).colour).toBe(false);
    expect(terminalOf(screen, { NO_COLOR: "1" }).colour).toBe(false);
    expect(terminalOf({}, { FORCE_COLOR: "1" }).colour).toBe(true);
    expect(terminalOf({}, { FORCE_COLOR: "1", NO_COLOR: "1" }).colour).toBe(false);
  });

  test("nobody watches a pipe or a dumb terminal", () => {
    expect(terminalOf({}, {}).watched).toBe(false);
    expect(terminalOf(screen, { TERM: "dumb" })).toMatchObject({ watched: false, colour: false });
  });

  test("the locale that is set decides the character set, LC_ALL before LC_CTYPE before LANG", () => {
    expect(terminalOf({}, {}).unicode).toBe(true);
    expect(terminalOf({}, { LANG: "C" }).unicode).toBe(false);
    expect(terminalOf({}, { LC_ALL: "C", LANG: "en_US.UTF-8" }).unicode).toBe(false);
    expect(terminalOf({}, { LC_CTYPE: "C.utf8", LANG: "C" }).unicode).toBe(true);
  });
});

describe("text", () => {
  test("ascii keeps ASCII, replaces signs, drops accents and marks the rest", () => {
    expect(ascii("a ~ Z\n1")).toBe("a ~ Z\n1");
    expect(ascii("−5 – “Müller’s” 2×")).toBe('-5 - "Muller\'s" 2x');
    expect(ascii("金")).toBe("?");
  });

  test("wrapped breaks between words and keeps a word that is too long", () => {
    expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapped("a extraordinarily b", 5)).toEqual(["a", "extraordinarily", "b"]);
    expect(wrapped("", 5)).toEqual([]);
  });

  test("cut leaves what fits and marks what does not", () => {
    expect(cut("gold", 4)).toBe("gold");
    expect(cut("bitcoin", 4)).toBe("bit…");
  });
});

describe("stagesOn", () => {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) };

  test("a watcher sees one line that is replaced and then gone", () => {
    const stages = stagesOn(stream, terminalOf(screen, {}));
    stages.show("reading");
    stages.clear();
    expect(written.join("")).toBe("\r\u001b[Kreading ...\r\u001b[K");
  });

  test("work of a known amount has a bar, and the time left once it can be told", () => {
    written.length = 0;
    let now = 0;
    const screened = { ...terminalOf(screen, {}), unicode: false };
    const stages = stagesOn(stream, screened, { clock: () => now });
    stages.show("drawing", 0, 4);
    now = 50;
    stages.show("drawing", 1, 4);
    now = 2000;
    stages.show("drawing", 1, 4);
    stages.clear();
    expect(written).toEqual([
      "\r\u001b[Kdrawing .................... 0/4",
      "\r\u001b[Kdrawing #####............... 1/4, 6 s left",
      "\r\u001b[K",
    ]);
  });

  test("a verbose log has a line a stage with its time, and nothing that only a screen can show", () => {
    written.length = 0;
    let now = 0;
    const stages = stagesOn(stream, terminalOf({}, {}), { verbose: true, clock: () => now });
    stages.show("reading");
    now = 1234;
    stages.show("drawing", 0, 2);
    stages.show("drawing", 1, 2);
    now = 1300;
    stages.clear();
    stages.clear();
    expect(written).toEqual(["  1.23 s  reading\n", "  0.07 s  drawing\n"]);
  });

  test("nothing is written where nobody watches", () => {
    written.length = 0;
    const stages = stagesOn(stream, terminalOf({}, {}));
    stages.show("reading");
    stages.clear();
    expect(written).toEqual([]);
  });
});
