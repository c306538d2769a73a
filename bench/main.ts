import { compile } from "mathjs/number";
import { simulate } from "../src/backtest/simulate.ts";
import type { Plan, Terms, World } from "../src/backtest/world.ts";
import { parkMiller } from "../src/inference/random.ts";
import { compileFormula } from "../src/series/formula.ts";
import { benchBootstrap } from "./bootstrap.ts";
import { benchData } from "./data.ts";
import { type PlainDay, type PlainTerms, plainLedger } from "./plain-ledger.ts";
import { benchStudy } from "./study.ts";
import { against, medianMs } from "./timing.ts";

// 27 years of trading days, nine assets, monthly rebalancing, one short leg, costs and financing.
const ROWS = 6850;
const ASSETS = 9;
const MONTH = 21;
const WEIGHTS = [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05, -0.5];

function market(): World {
  const draw = parkMiller(1999);
  const prices = new Float64Array(ROWS * ASSETS).fill(100);
  for (let cell = ASSETS; cell < prices.length; cell++)
    prices[cell] = prices[cell - ASSETS]! * (1 + 0.02 * (draw() - 0.49));
  return {
    rows: ROWS,
    assets: ASSETS,
    prices,
    fresh: new Uint8Array(prices.length).fill(1),
    rate: new Float64Array(ROWS).fill(0.03),
    years: new Float64Array(ROWS).fill(1 / 252),
  };
}

const each = (value: number) => new Float64Array(ASSETS).fill(value);
const schedule = Uint8Array.from({ length: ROWS }, (_, row) => (row % MONTH === 0 ? 1 : 0));

const terms: Terms = {
  cost: new Float64Array(ROWS * ASSETS).fill(5e-4),
  borrow: each(0.0025),
  expense: each(0.004),
  rebateSpread: 0,
  idleSpread: 0,
  debitSpread: 0.01,
  maintenanceLong: each(0.25),
  maintenanceShort: each(0.3),
  initialMargin: each(0.5),
  noTradeBelow: 1e-4,
  forcedTradeLag: 1,
  financing: "default",
  managementFee: 0,
  fixedFee: 0,
  recourse: false,
  sizing: "after",
  closeOut: false,
};
const plan: Plan = {
  schedule,
  band: null,
  lag: 1,
  decide: (_row, target) => target.set(WEIGHTS),
};

function plainly(world: World): [PlainDay[], PlainTerms] {
  const names = WEIGHTS.map((_, i) => `asset ${i}`);
  const order = Object.fromEntries(names.map((name, i) => [name, WEIGHTS[i]!]));
  const days = Array.from({ length: ROWS }, (_, row) => ({
    prices: Object.fromEntries(names.map((name, i) => [name, world.prices[row * ASSETS + i]!])),
    rate: world.rate[row]!,
    years: world.years[row]!,
    order: row > 0 && row < ROWS - 1 && schedule[row - 1] === 1 ? order : null,
  }));
  const asset = {
    cost: 5e-4,
    borrow: 0.0025,
    expense: 0.004,
    maintenanceLong: 0.25,
    maintenanceShort: 0.3,
    initialMargin: 0.5,
  };
  const assets = Object.fromEntries(names.map((name) => [name, asset]));
  return [days, { ...terms, assets }];
}

const world = market();
const [days, plainTerms] = plainly(world);
const kernel = () => simulate(world, plan, terms, 1).wealth[ROWS - 1]!;
const plain = () => plainLedger(days, plainTerms, 1)[ROWS - 1]!.wealth;

// Everything at once: drift watched every day, a fixed fee, a management fee, margin, an income table.
const every: Terms = { ...terms, managementFee: 0.01, fixedFee: 1e-6 };
const paying: World = { ...world, income: new Float64Array(ROWS * ASSETS).fill(1e-4) };
const banded: Plan = { ...plan, band: { absolute: 0.05, relative: 0.25, to: "target" } };
const everything = () => simulate(paying, banded, every, 1).wealth[ROWS - 1]!;

const gap = Math.abs(kernel() / plain() - 1);
if (gap > 1e-10) throw new Error(`the two ledgers disagree by ${gap}`);

const plainMs = medianMs(plain, 15);
const assetDays = (ms: number) =>
  `${((ROWS * ASSETS) / ms / 1000).toFixed(0)} million asset-days/s`;
for (const [title, call] of [
  ["monthly, one short, costs and financing", kernel],
  ["the same with every option on", everything],
] as const) {
  const ms = medianMs(call, 200);
  console.log(`ledger, ${ROWS} days x ${ASSETS} assets: ${title}`);
  console.log(`${against(ms, plainMs)}   ${assetDays(ms)}`);
}

// A formula over 40,000 rows: our loops against mathjs asked row by row.
const FORMULA = "log(a / b) + min(a, 2 * b) ^ 0.5";
const FORMULA_ROWS = 40_000;
const a = new Float64Array(FORMULA_ROWS).map((_, row) => 1 + row);
const b = new Float64Array(FORMULA_ROWS).map((_, row) => 2 + row);
const ours = await compileFormula(FORMULA);
const theirs = compile(FORMULA);
const byRow = () => {
  const out = new Float64Array(FORMULA_ROWS);
  for (let row = 0; row < FORMULA_ROWS; row++)
    out[row] = theirs.evaluate({ a: a[row]!, b: b[row]! }) as number;
  return out;
};
console.log(`formula, ${FORMULA_ROWS} rows: ${FORMULA}`);
console.log(
  against(
    medianMs(() => ours.evaluate({ a, b }, FORMULA_ROWS), 30),
    medianMs(byRow, 5),
  ),
);

benchBootstrap();
await benchData();
benchStudy(plainMs);
