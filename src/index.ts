// The vocabulary of catalog, strategy and study files. `export *` keeps `Register` open to the
// declaration merging by which a catalog makes its ids known to the compiler.

export { type Assumptions, assumptions, bp, percent } from "./backtest/assumptions.ts";
export type { AssumptionsSpec } from "./backtest/assumptions-spec.ts";
export type { LateAssets } from "./backtest/late-assets.ts";
export {
  drifted,
  either,
  monthly,
  never,
  quarterly,
  type Rebalance,
  weekly,
  yearly,
} from "./backtest/rebalance.ts";
export { type Strategy, type StrategySpec, strategy, type Weights } from "./backtest/strategy.ts";
export {
  type VolatilityTarget,
  type VolatilityTargetSpec,
  volatilityTarget,
} from "./backtest/volatility-target.ts";
export * from "./data/catalog.ts";
export { fromFile, fromProvider, fromStore, ownSeries } from "./data/own.ts";
export * from "./data/register.ts";
export type { Attempt, Attempts, Thresholds } from "./hypothesis/attempts.ts";
export type { BreakSearch, BreaksFound } from "./hypothesis/breaks-found.ts";
export type { Check, Tolerance, Unit } from "./hypothesis/check.ts";
export {
  above,
  after,
  aside,
  atLeast,
  atMost,
  below,
  between,
  compatible,
  dated,
  near,
  reported,
  surelyAbove,
} from "./hypothesis/compare.ts";
export type { Fact } from "./hypothesis/fact.ts";
export type { Facts, RunFacts } from "./hypothesis/facts.ts";
export type { Rows } from "./hypothesis/figures.ts";
export {
  type Cell,
  type ClaimChart,
  type Grid,
  type Hypothesis,
  type HypothesisSpec,
  hypothesis,
} from "./hypothesis/hypothesis.ts";
export {
  type Inconsistency,
  type InconsistencySpec,
  inconsistency,
} from "./hypothesis/inconsistency.ts";
export type { Path } from "./hypothesis/path.ts";
export {
  type Prediction,
  type PredictionSpec,
  prediction,
  type Standing,
} from "./hypothesis/prediction.ts";
export type { LevelContest } from "./hypothesis/random-levels.ts";
export type { CorrelationOptions } from "./hypothesis/relation.ts";
export { allOrNothing, allOrSome, atLeastHold, type Rule } from "./hypothesis/rule.ts";
export type { Window } from "./hypothesis/window.ts";
export { type Uniform, uniformOf } from "./inference/random.ts";
export { InputError } from "./input/input-error.ts";
export { type Numeraire, type NumeraireSpec, numeraire } from "./market/numeraire.ts";
export type { Figures } from "./market/publications.ts";
export type { View } from "./market/view.ts";
export type { Afterwards } from "./regime/afterwards.ts";
export { bullBear, type Dating } from "./regime/bull-bear.ts";
export { type Hindsight, type HindsightSpec, hindsight } from "./regime/hindsight.ts";
export {
  aboveMean,
  aboveMeanOfRows,
  belowHigh,
  change,
  correlationOf,
  difference,
  type Indicator,
  level,
  preferred,
  rate,
} from "./regime/indicator.ts";
export type { Label } from "./regime/labelled.ts";
export { type MarkovSpec, markovRule, markovStates } from "./regime/markov-signals.ts";
export { type Phases, type PhasesSpec, phases } from "./regime/phases.ts";
export { figure, growth } from "./regime/published.ts";
export { recorded } from "./regime/recorded.ts";
export { type CausalRegime, type RegimeSpec, type RegimeWords, regime } from "./regime/rule.ts";
export {
  aboveAverage,
  correlationSign,
  drawdownState,
  greater,
  negative,
  quadrant,
  rising,
} from "./regime/rules.ts";
export { type Search, segments } from "./regime/segments.ts";
export type { ChainSpec } from "./study/chains.ts";
export type { Findings } from "./study/findings.ts";
export { type RunOptions, runStudy } from "./study/run.ts";
export { type PictureSpec, type Study, type StudySpec, study } from "./study/study.ts";
