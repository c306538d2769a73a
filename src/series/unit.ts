/**
 * What a number counts: powers of words such as `USD` and `oz`, so that units multiply and divide like
 * numbers. Dimensionless where there are none; `any` is the unit of a number that was typed, which takes
 * that of whatever it is added to.
 */
export type Unit = "any" | ReadonlyMap<string, number>;

export const DIMENSIONLESS: Unit = new Map();
export const PERCENT = "percent";

/** Units written in words that count nothing but a share or a multiple. */
const PLAIN = new Set(["", "1", "ratio", "multiple", "fraction", "fraction a year", "0 or 1"]);

/**
 * Reads a unit as series declare it: `USD/oz`, `THB/USD`, `USD bn`, `percent`, `index, 1982-84 = 100`.
 * What is not parted by a slash is one word, whatever it says: millions are not billions, and indices of
 * two bases are two units.
 */
export function parseUnit(text: string): Unit {
  const [above = "", ...below] = text.split("/").map((word) => word.trim().replace(/\s+/g, " "));
  const powers = new Map<string, number>();
  const add = (word: string, power: number) => {
    if (!PLAIN.has(word)) powers.set(word, (powers.get(word) ?? 0) + power);
  };
  add(above, 1);
  for (const word of below) add(word, -1);
  return without0(powers);
}

/** The unit of a product, or with power -1 of a quotient. */
export function times(left: Unit, right: Unit, power: 1 | -1 = 1): Unit {
  const powers = new Map(left === "any" ? [] : left);
  for (const [word, own] of right === "any" ? [] : right)
    powers.set(word, (powers.get(word) ?? 0) + own * power);
  return left === "any" && right === "any" ? "any" : without0(powers);
}

/** The unit of a power. */
export function raised(unit: Unit, exponent: number): Unit {
  if (unit === "any") return unit;
  return without0(new Map([...unit].map(([word, power]) => [word, power * exponent])));
}

/** True for two units whose numbers can be added; a typed number goes with every unit. */
export function addable(left: Unit, right: Unit): boolean {
  if (left === "any" || right === "any") return true;
  return left.size === right.size && [...left].every(([word, power]) => right.get(word) === power);
}

/** A unit in one line: `USD/oz`, `USD^2`, `1/USD`; of nothing, `ratio`. */
export function unitText(unit: Unit): string {
  if (unit === "any" || unit.size === 0) return "ratio";
  const written = (word: string, power: number) => (power === 1 ? word : `${word}^${power}`);
  const above = [...unit].filter(([, power]) => power > 0);
  const below = [...unit].filter(([, power]) => power < 0);
  const top = above.map(([word, power]) => written(word, power)).join(" ");
  return [top || "1", ...below.map(([word, power]) => written(word, -power))].join("/");
}

function without0(powers: Map<string, number>): Unit {
  for (const [word, power] of powers) if (Math.abs(power) < 1e-9) powers.delete(word);
  return powers;
}
