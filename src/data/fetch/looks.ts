import type { Body, Format } from "../providers/provider.ts";
import { FetchFault } from "./fetch-fault.ts";
import { redacted } from "./redacted.ts";

/** Beginnings of workbooks: a zip file, or a compound file of the older form. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** The record at the end of every zip file, and how far before the end it may begin. */
const ZIP_END = [0x50, 0x4b, 0x05, 0x06];
const ZIP_END_ROOM = 22 + 65_535;

/** Content types that no figures come in. */
const FOREIGN =
  /^(?:image|audio|video|font)\/|^application\/(?:pdf|javascript)|^text\/(?:css|javascript)/i;

/**
 * Judges an answer by what it is, not by its status: a page for people, something else than figures,
 * nothing, or a beginning without its end. What is shown of it is without the keys before it is cut.
 * @throws FetchFault; one without its end may be whole the next time
 */
export function checkLooks(
  body: Body,
  format: Format,
  type: string,
  keys: readonly string[] = [],
): void {
  if (body.bytes.length === 0)
    throw new FetchFault("empty", "the answer is empty", { passing: true });
  const start = Buffer.from(body.bytes.subarray(0, 2048)).toString("latin1").trimStart();
  if (/^<(?:!doctype html|html|head|body|script|!--)/i.test(start) || /^text\/html/i.test(type))
    throw new FetchFault("html", `a page for people came instead of figures${titleOf(body, keys)}`);
  if (/^<\?xml|^<[a-z]/i.test(start))
    throw new FetchFault(
      "type",
      `XML came instead of figures: "${redacted(start, keys).slice(0, 60)}"`,
    );
  if (FOREIGN.test(type))
    throw new FetchFault("type", `${redacted(type, keys).split(";")[0]} came instead of figures`);
  if (format === "workbook") checkWorkbook(body.bytes);
  else if (start.includes("\0")) throw new FetchFault("type", "binary data came instead of text");
  else if (format === "json") checkJson(body.text, keys);
  else checkCsv(body.text);
}

/** A last line that is neither ended nor as long as the header is cut. */
function checkCsv(text: string): void {
  if (text.endsWith("\n")) return;
  const [first, last] = [text.indexOf("\n"), text.lastIndexOf("\n")];
  if (first >= 0 && commasIn(text.slice(last + 1)) < commasIn(text.slice(0, first)))
    throw new FetchFault("cut", "the answer breaks off", { passing: true });
}

const commasIn = (line: string) => line.replace(/"[^"]*"/g, "").split(",").length - 1;

function checkJson(text: string, keys: readonly string[]): void {
  const trimmed = text.trimEnd();
  const first = text.trimStart()[0];
  if (first !== "{" && first !== "[")
    throw new FetchFault(
      "type",
      `no JSON came: "${redacted(text.trim(), keys).slice(0, 60).replace(/\s+/g, " ")}"`,
    );
  if (trimmed.at(-1) !== (first === "{" ? "}" : "]"))
    throw new FetchFault("cut", "the answer breaks off", { passing: true });
}

function checkWorkbook(bytes: Uint8Array): void {
  if (startsWith(bytes, COMPOUND)) return;
  if (!startsWith(bytes, ZIP))
    throw new FetchFault("type", "what came is no workbook (.xlsx or .xls)");
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - ZIP_END_ROOM)));
  if (!tail.includes(Buffer.from(ZIP_END)))
    throw new FetchFault("cut", "the workbook breaks off", { passing: true });
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}

/** What a page calls itself. */
function titleOf({ bytes }: Body, keys: readonly string[]): string {
  const html = redacted(Buffer.from(bytes).toString("utf8"), keys).slice(0, 16_384);
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]?.replace(/\s+/g, " ").trim();
  return title === undefined || title === "" ? "" : `: "${title.slice(0, 60)}"`;
}
