// The vocabulary of catalog, strategy and study files. `export *` keeps `Register` open to the
// declaration merging by which a catalog makes its ids known to the compiler.

export {
  type Assumptions,
  type AssumptionsSpec,
  assumptions,
  bp,
  percent,
} from "./backtest/assumptions.ts";
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
export * from "./data/register.ts";
export { InputError } from "./input/input-error.ts";
export { type Numeraire, type NumeraireSpec, numeraire } from "./market/numeraire.ts";
export type { View } from "./market/view.ts";
export { type Phases, type PhasesSpec, phases } from "./regime/phases.ts";
export type { ChainSpec } from "./study/chains.ts";
export type { Findings } from "./study/findings.ts";
export { type RunOptions, runStudy } from "./study/run.ts";
export { type PictureSpec, type Study, type StudySpec, study } from "./study/study.ts";
