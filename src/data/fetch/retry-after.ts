/**
 * Seconds that a `Retry-After` header asks to wait: a number of them, or a date, which is counted from the
 * server's own clock where it tells it. Undefined where the header is neither.
 */
export function retryAfter(
  header: string | null,
  date: string | null,
  now: number,
): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const [then, served] = [Date.parse(header), Date.parse(date ?? "")];
  if (Number.isNaN(then)) return undefined;
  return Math.max(0, Math.ceil((then - (Number.isNaN(served) ? now : served)) / 1000));
}
