import { type Contest, contest } from "../../src/inference/contest.ts";
import { overfitting } from "../../src/inference/overfitting.ts";
import { realityCheck, superiorAbility } from "../../src/inference/reality-check.ts";
import { stepdownP } from "../../src/inference/stepdown.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { mean, shape, standardDeviation } from "../../src/measure/moments.ts";
import { deflatedSharpe } from "../../src/measure/probabilistic-sharpe.ts";
import type { Column } from "../../src/series/series.ts";
import type { Note, Table } from "./tally.ts";
import {
  answered,
  benchmarkOf,
  blockOf,
  drawsOf,
  GAIN,
  PER_YEAR,
  simple,
  type World,
} from "./world.ts";

/** Correlation of the variants' log returns beyond the benchmark's. */
const KINSHIP = 0.7;
/** Deviations of these, a year, from the calmest variant to the boldest. */
const CALM = 0.04;
const BOLD = 0.12;

/** The tests of the best of many variants, none of which is any good, and all of which are. */
export function checkFamilies(world: World, note: Note): void {
  const { families, resamples } = world.options;
  const variants = variantsOf(world, Math.max(...families));
  const benchmark = benchmarkOf(world);
  const first = benchmark.map((b, t) => b + variants[0]![t]!);
  const block = answered(blockOf("stationary", simple(first), simple(benchmark)));
  const draws = drawsOf(world, "stationary", block);
  for (const count of families) {
    const family = variants.slice(0, count);
    const held = answered(contest(family, { draws, restart: 1 / block, resamples }));
    checkContest(held, "level", note);
    // What all have in common moves their means and nothing else: resamples are of what is around them.
    const means = held.means.map((one) => one + GAIN.growth / PER_YEAR);
    checkContest({ ...held, means }, "power", note);
    checkDeflated(family, note);
  }
  checkOverfitting(variants.slice(0, families[0]), note);
}

/** Log returns beyond the benchmark's. */
function variantsOf({ shocks }: World, count: number): Float64Array[] {
  const [shared, apart] = [Math.sqrt(KINSHIP), Math.sqrt(1 - KINSHIP)];
  return Array.from({ length: count }, (_, i) => {
    const yearly = CALM + ((BOLD - CALM) * (i % SPREAD)) / (SPREAD - 1);
    const deviation = yearly / Math.sqrt(PER_YEAR);
    const own = shocks[2 + i]!;
    return shocks[1]!.map((z, t) => deviation * (shared * z + apart * own[t]!));
  });
}

/** Variants from the calmest to the boldest, after which it begins again. */
const SPREAD = 10;

function checkContest(held: Contest, table: Table, note: Note): void {
  const { lower, consistent, upper } = superiorAbility(held);
  const family = `${held.variants} variants`;
  note(table, `reality check, ${family}`, realityCheck(held).p);
  note(table, `superior ability, consistent, ${family}`, consistent);
  if (table === "level") {
    note(table, `superior ability, lower, ${family}`, lower);
    note(table, `superior ability, upper, ${family}`, upper);
  }
  const adjusted = stepdownP(held).flatMap((p) => p ?? []);
  note(table, `StepM and stepdown, any of ${family}`, Math.min(...adjusted));
}

/** The best variant's Sharpe ratio, deflated by all that were tried. */
function checkDeflated(variants: readonly Column[], note: Note): void {
  const sharpes = Float64Array.from(variants, (d) => mean(d) / standardDeviation(d));
  const best = sharpes.indexOf(Math.max(...sharpes));
  const column = variants[best]!;
  const estimate = { sharpe: sharpes[best]!, periods: column.length, ...shape(column) };
  const variance = standardDeviation(sharpes) ** 2;
  const deflated = deflatedSharpe(estimate, variants.length, variance);
  const title = `deflated Sharpe ratio, best of ${variants.length} variants`;
  note("level", title, deflated === null ? null : 1 - deflated);
}

function checkOverfitting(variants: readonly Column[], note: Note): void {
  const found = overfitting(variants);
  const isLow = isUnknown(found) ? null : found.probability < 0.2;
  note("threshold", `probability of overfitting below 0.2, ${variants.length} variants`, isLow);
}
