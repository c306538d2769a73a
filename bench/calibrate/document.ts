const BEGIN = "<!-- tables -->";
const END = "<!-- end of tables -->";

/** A document with its tables replaced. @throws Error for one without a place for them. */
export function withTables(document: string, tables: string): string {
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new Error(`no place for tables between ${BEGIN} and ${END}`);
  return `${document.slice(0, from + BEGIN.length)}\n\n${tables}\n\n${document.slice(to)}`;
}
