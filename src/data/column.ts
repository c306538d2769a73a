import { InputError } from "../input/input-error.ts";
import { columnAt, columnBy } from "../series/column-by.ts";
import { columnOf, type Table } from "../series/csv.ts";
import { type Day, dayOf, formatDay, partsOf } from "../series/day.ts";
import type { Column, Days, Series } from "../series/series.ts";
import type { ColumnSpec, Location } from "./catalog.ts";
import { expectedOf } from "./expected.ts";
import type { Folders } from "./folders.ts";
import { expectedGaps, masksOf, withoutMasked } from "./masked.ts";

const MONTHS = { month: 1, quarter: 3 } as const;

/** The series in one column of a table: rows before its first and after its last known value are cut. */
export function seriesIn(id: string, spec: ColumnSpec, location: Location, table: Table): Series {
  const values = columnOf(table, location.column);
  const days = location.days === undefined ? table.days : columnOf(table, location.days);
  const rows = knownStretch(values).filter(
    (row) => location.period === undefined || startsPeriod(id, location, days[row]!, values[row]!),
  );
  const stamps = columnBy(rows.length, (at) => stampOf(days[rows[at]!]!, location));
  for (let row = 1; row < stamps.length; row += 1)
    if (!(stamps[row]! > stamps[row - 1]!))
      throw new InputError(
        `${id}: in ${table.place} the days of "${location.column}" do not ascend after ` +
          `${formatDay(stamps[row - 1]!)}; sort the file or correct the day`,
      );
  const raw = columnAt(values, rows);
  const masks = masksOf(spec.masked ?? []);
  const known = location.known === undefined ? undefined : columnOf(table, location.known);
  return {
    id,
    title: spec.title,
    unit: spec.unit,
    kind: spec.kind,
    days: stamps,
    values: withoutMasked(stamps, raw, masks),
    ...besideOf(spec, location, table, stamps, rows),
    ...(location.period === undefined ? {} : { period: location.period }),
    ...(spec.withIncome === undefined ? {} : { withIncome: spec.withIncome }),
    ...(spec.sameAs === undefined ? {} : { sameAs: spec.sameAs }),
    ...(spec.notHeld === undefined ? {} : { notHeld: spec.notHeld }),
    lag: spec.lag ?? 0,
    ...(spec.usableAtMonthEnd === undefined ? {} : { usableAtMonthEnd: spec.usableAtMonthEnd }),
    ...(spec.hindsight === undefined ? {} : { hindsight: spec.hindsight }),
    ...(known === undefined ? {} : { known: columnAt(known, rows) }),
    origin: spec.origin,
    terms: spec.terms,
    inputs: [],
    parts: [],
    filled: [],
    faults: spec.faults ?? [],
    ...expectedOf(id, spec, expectedGaps(stamps, raw, masks)),
  };
}

/** Columns of a price with its income and of the price alone, as files of one provider have both. */
const [ADJUSTED, UNADJUSTED] = ["adjclose", "close"] as const;

function besideOf(
  { kind }: ColumnSpec,
  { column }: Location,
  table: Table,
  days: Days,
  rows: readonly number[],
): Pick<Series, "beside"> {
  const prices = table.columns.get(UNADJUSTED);
  return kind === "total" && column === ADJUSTED && prices !== undefined
    ? { beside: { days, values: columnAt(prices, rows) } }
    : {};
}

/** True where a series has daily figures, or shipped ones that stand in for them. */
export function isInFolders({ daily, monthly }: ColumnSpec, folders: Folders): boolean {
  return (daily !== undefined && folders.have(daily)) || mayFallBack(daily, monthly);
}

/** The table of daily figures for a series, or shipped ones where only those exist. */
export async function dailyTable(
  id: string,
  spec: ColumnSpec,
  folders: Folders,
): Promise<{ readonly table: Table; readonly location: Location }> {
  const { daily, monthly } = spec;
  const given = daily === undefined ? undefined : await folders.given(daily);
  if (daily !== undefined && given !== undefined) return { table: given, location: daily };
  if (monthly !== undefined && mayFallBack(daily, monthly))
    return { table: await folders.shipped(monthly), location: monthly };
  const searched = folders.directories.length === 0 ? "none" : folders.directories.join(", ");
  throw new InputError(
    `${id}: daily figures are in ${daily?.file}, which is in none of the folders given ` +
      `(searched: ${searched}); ${folders.haveStore ? "import or pull it, or " : ""}name a folder that holds it`,
  );
}

/** Shipped figures of periods, and those that have no daily file, serve daily runs too. */
function mayFallBack(daily: Location | undefined, monthly: Location | undefined): boolean {
  return monthly !== undefined && (daily === undefined || daily.period !== undefined);
}

function knownStretch(values: Column): number[] {
  const rows: number[] = [];
  let last = -1;
  for (let row = 0; row < values.length; row += 1) if (!Number.isNaN(values[row]!)) last = row;
  for (let row = 0; row <= last; row += 1)
    if (rows.length > 0 || !Number.isNaN(values[row]!)) rows.push(row);
  return rows;
}

function startsPeriod(id: string, location: Location, day: Day, value: number): boolean {
  const { month, dayOfMonth } = partsOf(day);
  if (dayOfMonth === 1 && (month - 1) % MONTHS[location.period!] === 0) return true;
  if (Number.isNaN(value)) return false;
  throw new InputError(
    `${id}: in ${location.file} a value stands on ${formatDay(day)}, which is not the first day of a ` +
      `${location.period}; date it by the first day of its ${location.period}`,
  );
}

function stampOf(day: Day, { period }: Location): Day {
  if (period === undefined) return day;
  const { year, month } = partsOf(day);
  return dayOf(year, month + MONTHS[period], 0);
}
