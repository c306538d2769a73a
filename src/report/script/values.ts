/** What the charts hold, unpacked, and how values are written. */
export const VALUES_SCRIPT = `  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const summed = (steps) => { let sum = 0; return steps.map((step) => (sum += step)); };
  /** Whole multiples of 1 / scale by their steps; what is not known leaves the sum as it is. */
  const valuesOf = ({ scale, steps }) => {
    let sum = 0;
    return steps.map((step) => (step === null ? null : (sum += step) / scale));
  };
  /** Rows of the lines of a chart, drawn whole or thinned, and those that all its lines have. */
  const rowsKept = (held, key) => held.rows ? summed(held.rows[key]) : times[held.days].map((_, row) => row);
  const rowsShared = (held) => {
    const { shared, steps } = store.days[held.days];
    return shared ? summed(shared) : steps.map((_, row) => row);
  };
  const rowsOf = (name) => {
    const held = store.data[name];
    if (Array.isArray(held)) return held.map((row) => ({ ...row }));
    return Object.entries(held.lines).flatMap(([key, values]) => {
      const kept = rowsKept(held, key);
      return values.map((value, place) => ({ t: times[held.days][kept[place]], key, value }));
    });
  };
  /** What pointing at a chart can show: days, and the value of each line on each. */
  const readings = ({ data, lines }) => {
    const held = store.data[data];
    const shared = rowsShared(held);
    const onShared = (key) => {
      const places = new Map(rowsKept(held, key).map((row, place) => [row, place]));
      return shared.map((row) => held.lines[key][places.get(row)]);
    };
    return {
      days: shared.map((row) => times[held.days][row]),
      values: Object.fromEntries(lines.map(({ key }) => [key, onShared(key)])),
    };
  };
  const dated = (time) => new Date(time).toISOString().slice(0, 10);
  const filled = (spec, clipped) => ({
    ...spec,
    marks: signalled(spec, "from") ? spec.marks.map(clipped) : spec.marks,
    data: spec.data.map((entry) =>
      entry.name in store.data ? { ...entry, values: rowsOf(entry.name) } : entry),
  });

  const written = (value, format) => {
    if (value === null || value === undefined) return "\\u2013";
    const size = Math.abs(value);
    const decimals = format === "percent" ? 1
      : size === 0 ? 0 : Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(size))));
    const [whole, rest] = (format === "percent" ? size * 100 : size).toFixed(decimals).split(".");
    const digits = whole.replace(/\\B(?=(\\d{3})+$)/g, ",") + (rest ? "." + rest : "");
    return (value < 0 && /[1-9]/.test(digits) ? "\\u2212" : "") + digits + (format === "percent" ? "%" : "");
  };
`;
