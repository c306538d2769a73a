/** A parquet file in its plainest form: no packing, no dictionary, every value there. */
export interface ParquetColumn {
  readonly name: string;
  /** `day` as DATE, days since 1970; `number` as DOUBLE. */
  readonly kind: "day" | "number";
  readonly values: readonly number[];
}

/** Bytes of the compact protocol of Thrift, as far as the footer of a parquet file needs it. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  return [...bytes, left];
}

const zigzag = (value: number) => varint(value * 2);
const text = (value: string) => [...varint(value.length), ...Buffer.from(value)];
const list = (items: readonly number[][], kind: number) => [
  (items.length << 4) | kind,
  ...items.flat(),
];

type Field = readonly [id: number, kind: number, bytes: readonly number[]];
const [I32, I64, BINARY, LIST, STRUCT] = [5, 6, 8, 9, 12];

function struct(fields: readonly Field[]): number[] {
  let before = 0;
  const bytes = fields.flatMap(([id, kind, content]) => {
    const head = ((id - before) << 4) | kind;
    before = id;
    return [head, ...content];
  });
  return [...bytes, 0];
}

const [INT32, DOUBLE, DATE, PLAIN, RLE] = [1, 5, 6, 0, 3];

/** The columns as a parquet file with one group of rows. */
export function parquetFile(columns: readonly ParquetColumn[]): Buffer {
  const rows = columns[0]!.values.length;
  const parts: Buffer[] = [Buffer.from("PAR1")];
  let offset = 4;
  const chunks = columns.map(({ name, kind, values }) => {
    const page = Buffer.alloc(values.length * (kind === "day" ? 4 : 8));
    for (const [at, value] of values.entries())
      if (kind === "day") page.writeInt32LE(value, at * 4);
      else page.writeDoubleLE(value, at * 8);
    const head = Buffer.from(
      struct([
        [1, I32, zigzag(0)],
        [2, I32, zigzag(page.length)],
        [3, I32, zigzag(page.length)],
        [
          5,
          STRUCT,
          struct([
            [1, I32, zigzag(rows)],
            [2, I32, zigzag(PLAIN)],
            [3, I32, zigzag(RLE)],
            [4, I32, zigzag(RLE)],
          ]),
        ],
      ]),
    );
    const size = head.length + page.length;
    const meta = struct([
      [1, I32, zigzag(kind === "day" ? INT32 : DOUBLE)],
      [2, LIST, list([zigzag(PLAIN)], I32)],
      [3, LIST, list([text(name)], BINARY)],
      [4, I32, zigzag(0)],
      [5, I64, zigzag(rows)],
      [6, I64, zigzag(size)],
      [7, I64, zigzag(size)],
      [9, I64, zigzag(offset)],
    ]);
    parts.push(head, page);
    const chunk = struct([
      [2, I64, zigzag(offset)],
      [3, STRUCT, meta],
    ]);
    offset += size;
    return chunk;
  });
  const schema = [
    struct([
      [4, BINARY, text("schema")],
      [5, I32, zigzag(columns.length)],
    ]),
    ...columns.map(({ name, kind }) =>
      struct([
        [1, I32, zigzag(kind === "day" ? INT32 : DOUBLE)],
        [3, I32, zigzag(0)],
        [4, BINARY, text(name)],
        ...(kind === "day" ? [[6, I32, zigzag(DATE)] as const] : []),
      ]),
    ),
  ];
  const footer = Buffer.from(
    struct([
      [1, I32, zigzag(1)],
      [2, LIST, list(schema, STRUCT)],
      [3, I64, zigzag(rows)],
      [
        4,
        LIST,
        list(
          [
            struct([
              [1, LIST, list(chunks, STRUCT)],
              [2, I64, zigzag(offset - 4)],
              [3, I64, zigzag(rows)],
            ]),
          ],
          STRUCT,
        ),
      ],
    ]),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, Buffer.from("PAR1")]);
}
