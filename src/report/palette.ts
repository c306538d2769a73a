import type { PortfolioFinding } from "../study/findings.ts";

/** How one line is drawn: colour as a style variable that follows light and dark, and its dashes. */
export interface LineStyle {
  readonly color: string;
  readonly dash: readonly number[];
  readonly width: number;
}

export interface Shade {
  readonly light: string;
  readonly dark: string;
}

/** Grounds and inks. Each ink is legible (4.5:1) on the ground of its own scheme. */
export const GROUNDS = {
  ground: { light: "#fdfcf9", dark: "#14161a" },
  raised: { light: "#f5f2ea", dark: "#1d2026" },
  rule: { light: "#d9d4c7", dark: "#3a3f48" },
  grid: { light: "#e9e5da", dark: "#2a2e35" },
  band: { light: "#efebdf", dark: "#1f232a" },
} as const satisfies Readonly<Record<string, Shade>>;

export const INKS = {
  ink: { light: "#1d1f23", dark: "#e7e5df" },
  muted: { light: "#5d6068", dark: "#a6a9b0" },
  accent: { light: "#8a4b08", dark: "#f0b060" },
  loss: { light: "#a3231f", dark: "#ff9a8f" },
  gain: { light: "#1d6b3c", dark: "#7fd6a0" },
} as const satisfies Readonly<Record<string, Shade>>;

/** Hues that stay apart for readers who do not see red and green apart; strategies take them in order. */
export const HUES: readonly Shade[] = [
  { light: "#b03a00", dark: "#ff9c5a" },
  { light: "#0060b0", dark: "#6db8ff" },
  { light: "#8736a3", dark: "#d8a2f2" },
  { light: "#00735a", dark: "#45cfa6" },
  { light: "#7d6000", dark: "#e2c252" },
  { light: "#a8174f", dark: "#ff8db4" },
  { light: "#0b6b82", dark: "#5ecfe8" },
  { light: "#51535a", dark: "#c4c7ce" },
  { light: "#4a35c9", dark: "#aaa2ff" },
  { light: "#466800", dark: "#b4d95a" },
  { light: "#b0008f", dark: "#ff8ae6" },
  { light: "#6b3a1c", dark: "#d6a583" },
];

/** Quieter hues, always dashed, for what strategies are measured against. */
export const QUIET_HUES: readonly Shade[] = [
  { light: "#33363d", dark: "#dcdee3" },
  { light: "#3f5b86", dark: "#a4bfe8" },
  { light: "#785432", dark: "#d6b28e" },
  { light: "#6f6312", dark: "#d9cd78" },
  { light: "#4a6a3c", dark: "#aed09c" },
  { light: "#74486f", dark: "#d8aed3" },
  { light: "#2f6b6b", dark: "#93d0cf" },
  { light: "#63666e", dark: "#b3b6bd" },
];

const DASHES: readonly (readonly number[])[] = [
  [7, 3],
  [2, 2],
  [8, 3, 2, 3],
  [4, 2],
  [12, 4],
  [2, 5],
  [6, 2, 1, 2, 1, 2],
  [3, 5],
];

/** The style of a strong line by its place in a list: solid, and dashed once the hues are used up. */
export function strongLine(place: number): LineStyle {
  const round = Math.floor(place / HUES.length);
  const dash = round === 0 ? [] : (DASHES[(round - 1) % DASHES.length] ?? []);
  return { color: `var(--hue-${(place % HUES.length) + 1})`, dash, width: 2.2 };
}

/** How strategies and benchmarks are told apart by these styles, in a sentence. */
export function stylesInWords(portfolios: readonly PortfolioFinding[]): string {
  const styles = portfolioStyles(portfolios);
  const strategies = portfolios.filter(({ role }) => role === "strategy");
  if (strategies.length === 0) return "Every line is dashed.";
  const solid = strategies.every(({ id }) => styles.get(id)?.dash.length === 0);
  const strong = solid ? "Strategies are solid and strong" : "Strategies are strong";
  if (strategies.length === portfolios.length) return `${strong}.`;
  return solid ? `${strong}, benchmarks dashed.` : `${strong}, benchmarks thin and dashed.`;
}

/** The style of a quiet line by its place in a list. */
export function quietLine(place: number): LineStyle {
  const dash = DASHES[place % DASHES.length] ?? [];
  return { color: `var(--quiet-${(place % QUIET_HUES.length) + 1})`, dash, width: 1.5 };
}

/** One style a portfolio, the same in every chart and table of the page. */
export function portfolioStyles(
  portfolios: readonly PortfolioFinding[],
): ReadonlyMap<string, LineStyle> {
  const styles = new Map<string, LineStyle>();
  let strong = 0;
  let quiet = 0;
  for (const { id, role } of portfolios)
    styles.set(id, role === "strategy" ? strongLine(strong++) : quietLine(quiet++));
  return styles;
}

/** The variables of one scheme as style declarations. */
export function declarations(scheme: "light" | "dark"): string {
  const lines: string[] = [];
  for (const [name, shade] of Object.entries({ ...GROUNDS, ...INKS }))
    lines.push(`--${name}:${shade[scheme]}`);
  HUES.forEach((shade, place) => {
    lines.push(`--hue-${place + 1}:${shade[scheme]}`);
  });
  QUIET_HUES.forEach((shade, place) => {
    lines.push(`--quiet-${place + 1}:${shade[scheme]}`);
  });
  return lines.join(";");
}
