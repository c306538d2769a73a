import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { bondMethods } from "../series/bond-methods.ts";
import { readDay } from "../series/day.ts";
import { namesIn } from "../series/formula.ts";
import type { FaultKind } from "../series/series.ts";
import type { Catalog, Entry, Expected, ParBondSpec } from "./catalog.ts";

const MOST_ROUNDING = 1e-9;
const FAULT_KINDS: readonly FaultKind[] = [
  "order",
  "value",
  "gap",
  "jump",
  "spike",
  "stale",
  "end",
  "seam",
  "disagreement",
  "adjustment",
];

/** Ids that an entry is made from. */
export function inputsOf(entry: Entry): string[] {
  switch (entry.by) {
    case "column":
      return entry.continuedBy === undefined ? [] : [entry.continuedBy.id];
    case "formula":
      return namesIn(entry.formula);
    case "parBond":
      return [
        ...new Set(
          [...entry.segments, ...(entry.rollDown ?? [])].flatMap(({ yields }) => namesIn(yields)),
        ),
      ];
    case "billReturn":
      return [entry.discounts];
    case "splice":
      return entry.parts.map(({ id }) => id);
    case "basket":
      return Object.keys(entry.weights);
    case "filled":
      return [entry.of];
  }
}

/**
 * Refuses a catalog that names what does not exist, goes round in a circle, or contradicts itself;
 * `shippedFiles` are the names of the files in its folder.
 * @throws InputError with all faults together.
 */
export function checkCatalog(catalog: Catalog, shippedFiles: readonly string[]): void {
  const faults: string[] = [];
  const ids = Object.keys(catalog.series);
  if (!Object.hasOwn(catalog.series, catalog.calendar))
    faults.push(`catalog calendar: ${unknownName("series", catalog.calendar, ids)}`);
  faults.push(...missingFiles(catalog, shippedFiles));
  for (const [id, entry] of Object.entries(catalog.series)) {
    const own = [...faultsOf(entry), ...expectedFaults(entry.expected ?? [])];
    faults.push(...own.map((fault) => `catalog series ${id}: ${fault}`));
    for (const input of inputsOf(entry))
      if (!Object.hasOwn(catalog.series, input))
        faults.push(`catalog series ${id}: ${unknownName("series", input, ids)}`);
    faults.push(...twinFaults(id, entry, ids));
  }
  const circle = circleIn(catalog);
  if (circle !== undefined)
    faults.push(
      `catalog series ${circle[0]}: made from itself (${circle.join(" <- ")}); break the circle`,
    );
  if (faults.length > 0) throw new InputError(faults);
}

function faultsOf(entry: Entry): string[] {
  switch (entry.by) {
    case "column":
      return [
        ...((entry.monthly ?? entry.daily) ? [] : ["is in no file; name a monthly or a daily one"]),
        ...(entry.masked ?? []).flatMap(({ from, to }) => [...dayFaults(from), ...dayFaults(to)]),
        ...(entry.continuedBy === undefined ? [] : dayFaults(entry.continuedBy.from)),
      ];
    case "parBond":
      return bondFaults(entry);
    case "splice":
      return entry.parts.length > 1 ? [] : ["a splice of fewer than two parts; name two or more"];
    case "basket":
      return weightFaults(entry.weights);
    case "filled":
      return entry.months.flatMap((month) => dayFaults(`${month}-01`));
    case "formula":
    case "billReturn":
      return [];
  }
}

/** One fault a file that is not there, however many series stand in it. */
function missingFiles(catalog: Catalog, shippedFiles: readonly string[]): string[] {
  const users = new Map<string, string[]>();
  for (const [id, entry] of Object.entries(catalog.series)) {
    const location = entry.by === "column" ? entry.monthly : undefined;
    const file = location?.folder === undefined ? location?.file : undefined;
    if (file !== undefined && !shippedFiles.includes(file))
      users.set(file, [...(users.get(file) ?? []), id]);
  }
  return [...users].map(([file, ids]) => {
    const some =
      ids.length > 3 ? `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more` : ids.join(", ");
    return `catalog: the file "${file}" of ${some} is not in its folder; put it back, or correct its name (there: ${shippedFiles.join(", ")})`;
  });
}

function twinFaults(id: string, { sameAs }: Entry, ids: readonly string[]): string[] {
  if (sameAs === undefined) return [];
  const place = `catalog series ${id}, sameAs`;
  return [
    ...(sameAs.id === id || !ids.includes(sameAs.id)
      ? [
          `${place}: ${sameAs.id === id ? "names itself; name another source" : unknownName("series", sameAs.id, ids)}`,
        ]
      : []),
    ...(sameAs.within > 0
      ? []
      : [`${place}: within is ${sameAs.within}; write a share above 0, such as 0.01`]),
  ];
}

function dayFaults(text: string): string[] {
  return readDay(text) === undefined ? [`"${text}" is not a calendar day; write YYYY-MM-DD`] : [];
}

function expectedFaults(expected: readonly Expected[]): string[] {
  return expected.flatMap(({ kind, from, to = from, reason }) => [
    ...(FAULT_KINDS.includes(kind) ? [] : [unknownName("kind of fault", kind, FAULT_KINDS)]),
    ...dayFaults(from),
    ...(to === from ? [] : dayFaults(to)),
    ...(to < from ? [`expected ${kind} from ${from} ends on ${to}; order its days`] : []),
    ...(reason === "" ? [`expected ${kind} from ${from} has no reason; write why it is so`] : []),
  ]);
}

function bondFaults({ segments, method = "exact", rollDown = [] }: ParBondSpec): string[] {
  const methods = Object.keys(bondMethods);
  return [
    ...segmentFaults(segments),
    ...(methods.includes(method) ? [] : [unknownName("method", method, methods)]),
    ...(rollDown.length > 0 && method !== "exact"
      ? [`method "${method}" does not price an aged bond; leave out rollDown or the method`]
      : []),
    ...rollDown.flatMap(({ yields, maturity }) => maturityFaults(maturity, `"${yields}"`)),
  ];
}

function maturityFaults(maturity: number, of: string): string[] {
  return maturity > 0 ? [] : [`maturity ${maturity} of ${of}; write years above 0`];
}

function segmentFaults(segments: readonly { readonly from: string; readonly maturity: number }[]) {
  if (segments.length === 0) return ["has no segment; name at least one yield"];
  return segments.flatMap(({ from, maturity }, at) => [
    ...dayFaults(from),
    ...(at > 0 && from <= segments[at - 1]!.from
      ? [`segment from ${from} does not come after ${segments[at - 1]!.from}; order them in time`]
      : []),
    ...maturityFaults(maturity, `the segment from ${from}`),
  ]);
}

function weightFaults(weights: Readonly<Record<string, number>>): string[] {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return Math.abs(sum - 1) <= MOST_ROUNDING ? [] : [`weights sum to ${sum}; they must sum to 1`];
}

/** The ids of a circle, its first repeated at the end; undefined where there is none. */
function circleIn(catalog: Catalog): string[] | undefined {
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    const entry = catalog.series[id];
    if (entry === undefined || done.has(id)) return undefined;
    for (const input of inputsOf(entry)) {
      const circle = walk(input, [...path, id]);
      if (circle !== undefined) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of Object.keys(catalog.series)) {
    const circle = walk(id, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
