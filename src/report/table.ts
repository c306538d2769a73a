import { type Html, html, type Part, verbatim } from "./html.ts";

export interface TableColumn {
  readonly head: Part;
  /** A shorter head, in words alone, beside each cell of a table that stacks. */
  readonly label?: string;
  /** Numbers stand to the right, words to the left. */
  readonly kind: "number" | "text";
}

export interface TableRow {
  readonly head: Part;
  readonly cells: readonly (Part | TintedCell)[];
}

/** A cell on a coloured ground; its meaning stands in its text. */
export interface TintedCell {
  readonly tint: string;
  readonly text: string;
}

export interface Table {
  /** What the table shows, with its units: its caption, and the name of its scrolling region. */
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly TableColumn[];
  /** Where room is short each row becomes a block, its cells under one another: for tables of words. */
  readonly stacks?: boolean;
  readonly groups: readonly { readonly title?: Part; readonly rows: readonly TableRow[] }[];
}

/** Columns of numbers under the heads given. */
export function numberColumns(heads: readonly Part[]): TableColumn[] {
  return heads.map((head) => ({ head, kind: "number" }));
}

function isTinted(cell: Part | TintedCell): cell is TintedCell {
  return typeof cell === "object" && cell !== null && "tint" in cell;
}

/** A cell; in a table that stacks it knows the head of its column. */
function tableCell(
  cell: Part | TintedCell,
  column: TableColumn | undefined,
  stacks: boolean,
): Html {
  if (isTinted(cell)) return html`<td class="${cell.tint}">${cell.text}</td>`;
  const head = stacks && cell !== "" && html` data-head="${column?.label ?? column?.head}"`;
  return column?.kind === "text"
    ? html`<td class="words"${head}>${cell}</td>`
    : html`<td${head}>${cell}</td>`;
}

/** A table whose first column stays in sight while the rest scrolls sideways where room is short. */
export function table({ caption, corner, columns, groups, stacks = false }: Table): Html {
  const row = ({ head, cells }: TableRow) =>
    html`<tr><th scope="row">${head}</th>${cells.map((cell, place) => tableCell(cell, columns[place], stacks))}</tr>`;
  const bodies = groups.map(
    ({ title, rows }) =>
      html`<tbody>${
        title === undefined
          ? null
          : html`<tr class="group"><th scope="rowgroup" colspan="${columns.length + 1}"><span>${title}</span></th></tr>`
      }${rows.map(row)}</tbody>`,
  );
  const heads = columns.map(({ head, kind }) =>
    kind === "text"
      ? html`<th scope="col" class="words">${head}</th>`
      : html`<th scope="col">${head}</th>`,
  );
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table${stacks && verbatim(' class="stacks"')}>
<caption>${caption}</caption>
<thead><tr><th scope="col">${corner}</th>${heads}</tr></thead>
${bodies}</table></div>
`;
}
