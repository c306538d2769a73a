import type { InconsistencyFinding } from "../hypothesis/inconsistency.ts";
import type { PredictionFinding } from "../hypothesis/prediction.ts";
import type { HypothesisFinding } from "../hypothesis/verdict.ts";
import type { CardEntry } from "../measure/elsewhere.ts";
import type { Leg } from "../measure/legs.ts";
import type {
  DrawdownEpisode,
  GrowthSplit,
  Measures,
  PhaseMeasures,
  RelativeMeasures,
} from "../measure/measures.ts";
import type { SharpeReadings } from "../measure/sharpe-readings.ts";
import type { CourseFinding, TrackFinding } from "./course-finding.ts";
import type {
  FanFinding,
  InferenceFinding,
  MapFinding,
  PairInference,
  TrialsFinding,
} from "./inference-finding.ts";
import type { PhaseExcess, RegimeFinding } from "./regime-finding.ts";

export type { CourseFinding, Leg, PhaseExcess, PhaseMeasures, RegimeFinding, SharpeReadings };

/**
 * Everything that one run found, as one plain value: what `findings.json` holds, and all that the
 * report and the terminal show. Fractions, never percent; ISO dates; `null` for what is not known.
 * Keys are stable: others may be added, none is renamed.
 */
export interface Findings {
  readonly schema: 1;
  readonly study: {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    /** What the study is about, in a few plain sentences. */
    readonly about: string;
    readonly source: string;
    /** What a reader must know before believing the answer. */
    readonly caveats: readonly string[];
    /** What the run was asked beside the study itself, as words for the command line; folders as DIR. */
    readonly options: readonly string[];
  };
  /** What the run was made with; null where whoever started it did not say. */
  readonly code: CodeFinding | null;
  readonly period: Period;
  readonly numeraires: readonly NumeraireFinding[];
  readonly inputs: readonly Input[];
  readonly splices: readonly Splice[];
  readonly assumptions: AssumptionsFinding;
  readonly portfolios: readonly PortfolioFinding[];
  readonly regimes: readonly RegimeFinding[];
  readonly comparisons: readonly Comparison[];
  /** How uncertainty was reckoned. */
  readonly inference: InferenceFinding;
  /** Everything that was tried, the strategies shown among it. */
  readonly trials: TrialsFinding;
  /** Of the first strategy against the first two benchmarks. */
  readonly maps: readonly MapFinding[];
  readonly fans: readonly FanFinding[];
  readonly correlations: CorrelationsFinding;
  /** How the leading portfolios went from month to month, and what was held. */
  readonly course: CourseFinding;
  /** The first strategy under our definitions and those of other tools. */
  readonly conventions: ConventionsFinding;
  readonly pictures: readonly Picture[];
  readonly chains: readonly ChainFinding[];
  readonly hypotheses: readonly HypothesisFinding[];
  readonly predictions: readonly PredictionFinding[];
  /** Where what the predictions speak of has stood since they were registered. */
  readonly tracks: readonly TrackFinding[];
  readonly inconsistencies: readonly InconsistencyFinding[];
  /** Null where the run was not registered. */
  readonly registry: RegistryFinding | null;
}

/** The code that a run was made with: another hash is another text. */
export interface CodeFinding {
  /** Version of assay. */
  readonly version: string;
  /** Of the study's file and all that it imports, assay itself left out. */
  readonly hash: string;
  /** Hash of each of these files, by its path from the folder of the study. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Period {
  /** First and last row: wealth is known on both, returns begin after the first. */
  readonly from: string;
  readonly to: string;
  readonly frequency: "monthly" | "daily";
  /** Returns, that is rows less one. */
  readonly periods: number;
  /** Calendar days / 365.25. */
  readonly years: number;
  /** Periods a year used to annualise (12 or 252). */
  readonly perYear: number;
  /** Why the run ends where it does, in words: the series that end first, or "--to". */
  readonly endedBy: string;
}

export interface NumeraireFinding {
  readonly id: string;
  readonly title: string;
  /** What wealth is counted in: "USD", "oz of gold". */
  readonly unit: string;
  /** The riskless asset in this numeraire, in words. */
  readonly riskless: string;
}

export interface Input {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: string;
  readonly first: string;
  readonly last: string;
  readonly rows: number;
  readonly lagDays: number;
  readonly origin: string;
  readonly terms: string;
  /** Of the dated values as text, so the same numbers have the same hash wherever they were read. */
  readonly sha256: string;
  /** Ids of the inputs it was derived from. */
  readonly inputs: readonly string[];
  /** Dates of values that were never published and were filled by a declared rule. */
  readonly filled: readonly string[];
  readonly faults: readonly string[];
  /** What a check of the figures found before the run and the catalog does not know of, with a remedy. */
  readonly warnings: readonly string[];
}

export interface Splice {
  readonly series: string;
  readonly title: string;
  readonly parts: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly proxy: boolean;
  }[];
}

/** Everything that a reader needs to repeat the run. */
export interface AssumptionsFinding {
  readonly seed: number;
  readonly startWealth: number;
  /** Rows between decision and trade of constant weights by default; every portfolio has its own `lag`. */
  readonly lag: number;
  /** Long texts in plain words, by topic: accounting, execution, margin, late assets, ... */
  readonly words: readonly { readonly topic: string; readonly text: string }[];
  readonly costs: readonly {
    readonly asset: string;
    readonly from: string | null;
    readonly oneWay: number;
  }[];
  readonly borrow: Readonly<Record<string, number>>;
  readonly expenses: Readonly<Record<string, number>>;
  /** A fraction a year; a rebate of "none" pays nothing at all on short proceeds. */
  readonly spreads: {
    readonly rebate: number | "none";
    readonly idle: number;
    readonly debit: number;
  };
  readonly margin: {
    readonly maintenanceLong: number;
    readonly maintenanceShort: number;
    readonly initial: number;
    readonly full: readonly string[];
  };
  readonly noTradeBelow: number;
  /** By asset: the return on its last price at which it is turned into cash once it has ended. */
  readonly delisting: Readonly<Record<string, number>>;
  readonly cashRate: string;
  readonly dayCount: number;
  readonly financing: string;
  readonly dividends: string;
  readonly withholding: number;
  readonly collateral: string | null;
  readonly managementFee: number;
  readonly fixedFee: number;
  readonly sizing: string;
  readonly closeOut: boolean;
}

export type Numbers = readonly (number | null)[];

/** Values by date: `dates` and one list of the same length for each numeraire id. */
export interface ByNumeraire {
  readonly dates: readonly string[];
  readonly [numeraire: string]: readonly string[] | Numbers;
}

export interface PortfolioFinding {
  readonly id: string;
  readonly title: string;
  /** A shorter one, where the study gives it. */
  readonly short?: string;
  readonly role: "strategy" | "benchmark";
  readonly rationale: string;
  /** Target weights of wealth, negative for shorts; null where they are a function of the view. */
  readonly weights: Readonly<Record<string, number>> | null;
  readonly rebalance: string;
  /** Rows between decision and trade; 0 is same-close. */
  readonly lag: number;
  /** The day on which wealth reached zero, or null. */
  readonly ruined: string | null;
  readonly measures: Readonly<Record<string, Measures>>;
  /** Null where wealth ended at zero. */
  readonly growth: Readonly<Record<string, GrowthSplit | null>>;
  readonly drawdowns: Readonly<Record<string, readonly DrawdownEpisode[]>>;
  /** Raw wealth: dollars divided by the price of the numeraire. Base row first. */
  readonly wealth: ByNumeraire;
  /** Wealth over its running maximum, less 1, by date. */
  readonly underwater: ByNumeraire;
  readonly calendarYears: Readonly<
    Record<
      string,
      readonly { readonly year: number; readonly return: number; readonly partial: boolean }[]
    >
  >;
  readonly ledger: LedgerFinding;
  /** Contribution to log growth in dollars of each asset, of "cash" (interest) and of "costs"; they sum to the total. Null after ruin. */
  readonly attribution: Readonly<Record<string, number>> | null;
  /** The same by calendar year; a year that ended in ruin is left out. */
  readonly attributionByYear: readonly {
    readonly year: number;
    readonly parts: Readonly<Record<string, number>>;
  }[];
  /**
   * The same change of wealth by leg and source. `money` is per unit of start wealth, `log` in log growth;
   * both sum to their `total`. `phases` is the log growth inside each phase, by its label. Null after ruin.
   */
  readonly legs: {
    readonly money: LegsFinding;
    readonly log: LegsFinding;
    readonly phases: Readonly<Record<string, LegsFinding>>;
  } | null;
  /** By numeraire: the Sharpe by three readings of what the return is an excess over. */
  readonly sharpeReadings: Readonly<Record<string, SharpeReadings>>;
  /** By numeraire with a hedge: what the portfolio would have been with forwards on the unit beside it. */
  readonly hedged: Readonly<Record<string, HedgedReading | null>>;
  /** What the result hangs on; null for benchmarks. */
  readonly sensitivity: SensitivityFinding | null;
  /** How often a weight function gave other weights than the time before; null for constant weights, and where it was asked once. */
  readonly weightChanges: number | null;
  /**
   * Target weights after the rule for late assets, from each day on which other ones were traded; zeros where
   * all was cash, as until the first trade.
   */
  readonly composition: readonly {
    /** The row on which they were traded. */
    readonly from: string;
    /** The row on which they were decided, `lag` rows before; null for the cash before any trade. */
    readonly decided: string | null;
    readonly weights: Readonly<Record<string, number>>;
  }[];
}

/** A portfolio in a unit with `ratio` forwards on the unit held for each unit of wealth. */
export interface HedgedReading
  extends Pick<Measures, "cagr" | "volatility" | "sharpe" | "maxDrawdown"> {
  readonly ratio: number;
}

/** The change of wealth by leg and source: the legs' totals and the three lines sum to `total`. */
export interface LegsFinding {
  readonly assets: Readonly<Record<string, Leg>>;
  /** Cash alone, on all wealth: what there would have been without any position. */
  readonly riskless: number;
  /** What idle cash and short proceeds earned below the riskless rate, and a debit paid above it. */
  readonly spreads: number;
  readonly management: number;
  readonly total: number;
}

/**
 * The run of one strategy repeated with one thing changed. Where costs change they change for the
 * benchmarks too, as if the study's assumptions had been written so.
 */
export interface SensitivityFinding {
  /**
   * Without each asset that it held. Constant weights are spread over the sleeve of the asset; of weights that
   * are a function the asset's own is set to zero and lies in cash, every other answer as it was.
   */
  readonly without: Readonly<Record<string, VariationFinding | null>>;
  /**
   * Weights that are a function, decided as they were and traded a row sooner, where there is a row, and a row
   * later. Empty for constant weights, which use no information.
   */
  readonly timing: readonly TimingFinding[];
  /** Trading costs and borrow fees doubled. */
  readonly costsDoubled: VariationFinding | null;
  /** No trading cost, borrow fee, fund or management fee and no debit spread. */
  readonly zeroCosts: VariationFinding | null;
  /** Against the first two benchmarks. */
  readonly breakEven: Readonly<Record<string, BreakEvenFinding>>;
}

/** The run with the same decisions, traded on other rows. */
export interface TimingFinding {
  readonly id: "sooner" | "later";
  /** Rows between decision and trade; 0 trades at the close decided on, which cannot be done with a signal. */
  readonly lag: number;
  /** Null where no broker would carry it. */
  readonly run: VariationFinding | null;
}

/** A variation that no broker would carry is null. */
export interface VariationFinding {
  /** In the currency of the books; null for under one year. */
  readonly cagr: number | null;
  /** By benchmark: final wealth per unit of the benchmark's; null against a ruined one. */
  readonly final: Readonly<Record<string, number | null>>;
}

/** What would leave nothing between a strategy and a benchmark; null where nothing in range would. */
export interface BreakEvenFinding {
  /** One borrow fee a year on every short, up to 0.5. */
  readonly borrow: number | null;
  /** Multiple of all trading costs, up to 1000. */
  readonly costTimes: number | null;
  /** By long asset: its weight, from 0 to the declared one, the rest spread over its sleeve. Null for weights that are a function. */
  readonly weight: Readonly<Record<string, number | null>> | null;
}

/** Decided rebalances in which something was traded, as lists of one length. */
export interface RebalanceLog {
  readonly dates: readonly string[];
  readonly reasons: readonly ("first" | "calendar" | "band")[];
  /** One-way: half of all that was traded over the wealth before. */
  readonly turnover: readonly number[];
  /** Per unit of start wealth. */
  readonly cost: readonly number[];
}

export interface LedgerFinding {
  /** One-way, a year: 0.5 x sum of |trade| / wealth, the first trade left out. */
  readonly turnover: number | null;
  /** Means over the rows, in fractions of wealth. */
  readonly grossExposure: number;
  readonly netExposure: number;
  readonly longExposure: number;
  readonly shortExposure: number;
  /** The most at any close, before or after its trades. */
  readonly maxGrossExposure: number;
  /**
   * Longs falling and shorts rising by this much in one period would end in ruin: 1 / maxGrossExposure.
   * Null for books of which gross exposure never was above 1.01: they were not geared, but for fees that are
   * owed until the next rebalance.
   */
  readonly lossToRuin: number | null;
  /** Decided rebalances in which something was traded. */
  readonly rebalances: number;
  /** Totals in dollars per dollar of start wealth; a cost is positive. `financing` is the spread above the riskless rate paid on a margin debit. */
  readonly costs: {
    readonly trading: number;
    readonly borrow: number;
    readonly financing: number;
    readonly fees: number;
  };
  /** The same, as a mean fraction of wealth a year. */
  readonly costsPerYear: {
    readonly trading: number;
    readonly borrow: number;
    readonly financing: number;
    readonly fees: number;
  };
  /** Owed at the end of the run after a ruin with recourse, in money; null without one. */
  readonly debt: number | null;
  /** Rows on which an asset was held at the price of an earlier row, by asset; only where there were any. */
  readonly staleRows: Readonly<Record<string, number>>;
  /** Interest on free credit (negative on a debit) and on short proceeds, per dollar of start wealth. */
  readonly interest: { readonly idle: number; readonly rebate: number };
  /** Growth a year lost to each kind of cost: the run repeated without it, a volatility target found anew. */
  readonly costDrag: {
    readonly all: number | null;
    readonly trading: number | null;
    readonly borrow: number | null;
    readonly financing: number | null;
    readonly fees: number | null;
  };
  readonly rebalanceLog: RebalanceLog;
  readonly events: readonly LedgerEvent[];
}

export interface LedgerEvent {
  readonly date: string;
  /** "first trade", "margin call", "forced trade", "ruin", "asset start", "no price", "splice", "band" ... */
  readonly kind: string;
  readonly text: string;
}

export interface Comparison extends PairInference {
  readonly portfolio: string;
  readonly benchmark: string;
  /** Final wealth of the portfolio per unit of the benchmark's: the same in every numeraire; null
   * against a ruined benchmark. */
  readonly relativeWealth: number | null;
  /** relativeWealth^(1/years) - 1: unit-free. */
  readonly excessGrowth: number | null;
  /** Deepest fall of relative wealth from its peak: unit-free. */
  readonly relativeDrawdown: number | null;
  /** In the currency of the books, as it says; every unit stands in `measures`. */
  readonly alpha: RelativeMeasures["alpha"] & { readonly numeraire: string };
  readonly measures: Readonly<Record<string, RelativeMeasures>>;
}

/** The log growth of a quantity and of the links whose product it is. */
export interface ChainFinding {
  readonly id: string;
  readonly title: string;
  readonly of: string;
  readonly links: readonly string[];
  /** The first and last row on which the whole and all links are known. */
  readonly from: string;
  readonly to: string;
  readonly growth: ChainGrowth;
  /** By label; null where the chain is not known inside the phase. */
  readonly phases: Readonly<Record<string, ChainGrowth | null>>;
}

/** Log growth: that of the links, by their text, sums to that of the whole. */
export interface ChainGrowth {
  readonly whole: number;
  readonly links: Readonly<Record<string, number>>;
}

/** What well-known tools would print for one portfolio, in one numeraire, beside what stands here. */
export interface ConventionsFinding {
  readonly portfolio: string;
  readonly benchmark: string | null;
  readonly numeraire: string;
  readonly entries: readonly CardEntry[];
}

/** Correlations of monthly returns, which depend on the unit: the wilder the unit, the nearer to 1. */
export interface CorrelationsFinding {
  /** Ids in the order of rows and columns. */
  readonly portfolios: readonly string[];
  readonly periods: number;
  /** By numeraire; null where a portfolio does not vary in it. */
  readonly matrices: Readonly<Record<string, readonly Numbers[]>>;
  /** The same of the assets held, each pair over the months in which both have a price; null for under 24. */
  readonly assets: {
    readonly ids: readonly string[];
    readonly matrices: Readonly<Record<string, readonly Numbers[]>>;
  };
}

/** Lines of the source's own kind (ratios, purchasing power), to be drawn as they are. */
export interface Picture {
  readonly id: string;
  readonly title: string;
  /** What to see, one sentence. */
  readonly note: string;
  readonly unit: string;
  readonly scale: "linear" | "log";
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    readonly dates: readonly string[];
    readonly values: Numbers;
    /** Lowest and highest daily close inside each period, where known. */
    readonly low?: Numbers;
    readonly high?: Numbers;
  }[];
  /** Levels that the source names. */
  readonly levels: readonly {
    readonly value: number;
    readonly label: string;
    readonly line?: string;
  }[];
}

/** What the registry says of a run. */
export interface RegistryFinding {
  readonly entry: number;
  readonly hash: string;
  /** True where the last entry was of the very same run, and nothing was added. */
  readonly isRepeated: boolean;
  /** By prediction: the entry in which its present definition first stands. */
  readonly since: Readonly<Record<string, number>>;
  /** Predictions that were registered before under another definition. */
  readonly changed: readonly {
    readonly id: string;
    /** Entry in which it was first registered. */
    readonly first: number;
    /** Entry that has the present definition first. */
    readonly now: number;
  }[];
  /**
   * The entry since which the files of the study are what they are; null where they never changed. What
   * predictions call in them may have changed without their own words and code.
   */
  readonly filesSince: number | null;
  /** Predictions that were registered before and that the study no longer has. */
  readonly removed: readonly {
    readonly id: string;
    /** The last entry that has it. */
    readonly last: number;
  }[];
}
