import { term } from "./terms.ts";
import type { Word } from "./word.ts";

/** The words of tests: what may be concluded from a record, and what not. */
export const INFERENCE_TERMS: readonly Word[] = [
  term(
    "decision",
    "What may be said of a strategy against a benchmark: `beats` where every condition is passed; `no evidence` (not shown) where one fails, which is not evidence of no difference; `cannot be judged` where none fails and one is not known. No condition can allow for assets that were chosen afterwards.",
    {
      also: ["beats", "no evidence", "not shown", "cannot be judged", "evidence", "conditions"],
      see: [
        ...["alpha t", "p-value", "stepdown", "deflated Sharpe", "PBO", "start dates", "MinTRL"],
        "stress",
      ],
    },
  ),
  term(
    "p-value",
    "How often chance alone makes a difference at least as large, if there is truly none. It is not the probability that there is none.",
    { also: ["p", "significance"], see: ["decision", "stepdown"] },
  ),
  term(
    "interval",
    "Where a quantity lies with 95 %: of a hundred such intervals from a hundred records, 95 hold the truth. Those of growth are slightly too narrow, holding it in 92 to 94.",
    {
      also: ["95 % interval", "confidence interval", "growthDifference"],
      see: ["stationary bootstrap"],
    },
  ),
  term(
    "alpha t",
    "Alpha over its standard error, which allows for autocorrelated and changing noise. Above 2 is asked for, above 3 where the strategy is one of several that were tried.",
    {
      also: ["t of alpha", "alphaT"],
      formula: "alpha / Newey-West error, lags by the length of the record",
      source: "Newey and West (1987); Harvey, Liu and Zhu (2016)",
      see: ["alpha", "decision"],
    },
  ),
  term(
    "sharpeDifference",
    "Annual Sharpe ratio less the benchmark's, in one unit, with a p-value and an interval: resampled in blocks against the first two benchmarks, else from errors that hold under autocorrelation.",
    {
      also: ["Sharpe difference", "Ledoit-Wolf", "sharpeDifferences"],
      source: "Ledoit and Wolf (2008)",
      see: ["sharpe", "block length"],
    },
  ),
  term(
    "stationary bootstrap",
    "Records drawn anew from the months of the run in blocks of random length that wrap around its end, all portfolios and units with the same blocks, a benchmark at a time. Its scatter shows how far chance could have moved a result.",
    {
      also: ["bootstrap", "resampling", "resamples", "circular bootstrap", "fan"],
      formula: "start uniform, length geometric with the mean block length",
      source: "Politis and Romano (1994)",
      see: ["block length", "interval"],
    },
  ),
  term(
    "block length",
    "Months that a bootstrap keeps together, so that what depends on neighbouring months stays in it; chosen for each benchmark from the autocorrelation of the first strategy, the benchmark, their difference and their squares; at least three months.",
    {
      also: ["stationaryBlock", "circularBlock", "blocks"],
      source: "Politis and White (2004); Patton, Politis and White (2009)",
      see: ["stationary bootstrap"],
    },
  ),
  term(
    "trials",
    "Every variant that was tried, the strategies that are shown among them. The best of many looks good even where all are worthless; what was tried and not written down cannot be counted.",
    { also: ["variants", "family"], see: ["reality check", "SPA", "stepdown", "deflated Sharpe"] },
  ),
  term(
    "reality check",
    "p-value of the best of all trials against a benchmark, if none were better than it. It holds its level and finds little, since the wildest trial sets the measure.",
    {
      also: ["realityCheck", "White's reality check"],
      formula: "max over trials of sqrt(n) mean(d), against its resamples around its own mean",
      source: "White (2000)",
      see: ["SPA", "trials"],
    },
  ),
  term(
    "SPA",
    "Superior predictive ability: the reality check with each trial measured by its own error, and poor ones left aside. It finds more, and is too ready under autocorrelation and turbulence: 8 to 10 false alarms in 100 at 5 % with 96 trials.",
    {
      also: ["superior predictive ability", "superior ability"],
      source: "Hansen (2005)",
      see: ["reality check", "stepdown"],
    },
  ),
  term(
    "stepdown",
    "p-value of one trial given that all were tried: trials found better are taken out step by step, and the rest judged anew. StepM is the list of those found at 5 %. As ready as SPA, so a p just below 0.05 is nearer to 0.10.",
    {
      also: ["StepM", "Romano-Wolf", "stepdownP"],
      source: "Romano and Wolf (2005)",
      see: ["SPA", "trials"],
    },
  ),
  term(
    "PBO",
    "Probability of backtest overfitting: over all ways to split the record in halves, how often the trial that was best in one is below the middle in the other. Below 0.2 is asked for, which is a filter: one worthless family in ten passes it.",
    {
      also: ["overfitting", "probability of overfitting", "CSCV"],
      source: "Bailey, Borwein, Lopez de Prado and Zhu (2017)",
      see: ["trials", "decision"],
    },
  ),
  term(
    "deflated Sharpe",
    "Probability that the true Sharpe ratio of a strategy exceeds what the best of as many worthless trials would show. It says nothing of a benchmark, and is the same beside each of them. It takes months as independent: 0.95 is worth less where they are not.",
    {
      also: ["deflated Sharpe ratio", "DSR", "deflated"],
      formula: "PSR at E[max of N trials], N the independent ones they amount to",
      source: "Bailey and Lopez de Prado (2014)",
      see: ["probabilisticSharpe", "trials"],
    },
  ),
  term(
    "MinTRL",
    "Minimum track record length: years before a Sharpe ratio as high as the one seen shows itself above the benchmark's at 95 %, that of the benchmark taken as known, so that truly more are needed. A record that is not longer beats nothing.",
    {
      also: ["minimum track record", "minimumYears", "record-length", "record length"],
      source: "Bailey and Lopez de Prado (2012)",
      see: ["power", "minTrackRecordYears", "decision"],
    },
  ),
  term(
    "stress",
    "Harder worlds in which a strategy has to stay ahead: costs and borrow fees doubled; without its best 12 months; traded a row later, where weights are a function of what is seen; without its most helpful leg, the asset with the largest contribution to log growth, whose weight goes to the others of its side (that of a function lies in cash, and the function is asked as before); and without each asset that the study declares `dispensable`.",
    {
      also: ["harder worlds", "without-best-leg", "best leg", "most helpful leg", "best months"],
      unknown: "Without the most helpful leg: where the strategy holds one asset alone.",
      see: ["decision", "legs"],
    },
  ),
  term(
    "start dates",
    "The share of all starts, with five years left, from which a strategy ended ahead; unit-free. A filter and no evidence: starts share their end, and strategies no better than their benchmark win from two thirds of them in four records of ten.",
    {
      also: ["startDates", "start date map", "start by horizon", "maps"],
      see: ["decision", "relativeWealth"],
    },
  ),
  term(
    "bayes",
    "What is to be believed of alpha after the data by someone who held before that it lies about 0, give or take 2 % a year; and the least that its t leaves of the odds of no alpha.",
    {
      also: ["belief", "posterior", "Bayes factor", "minimumFactor"],
      formula: "least factor: exp(-t^2 / 2)",
      see: ["alpha t"],
    },
  ),
  term(
    "rotation test",
    "Whether returns differ between the states of a rule: the states are shifted along the calendar in a circle against the returns, and the p-value is how often a shift parts them as far. Spells keep their length.",
    {
      also: ["rotation"],
      formula: "p = (shifts with as large a difference) / (all shifts)",
      see: ["regime", "p-value"],
    },
  ),
  term(
    "Markov",
    "Two states of returns that follow each other as a chain, each with its mean and variance, estimated together. `filtered` is what could be known in each month, `smoothed` uses those after it too.",
    {
      also: ["Markov switching", "turbulence", "filtered", "smoothed"],
      source: "Hamilton (1989)",
      see: ["regime"],
    },
  ),
  term(
    "change point",
    "A date at which mean, variance or trend of a series changed, found by looking at all of it: it describes. Sup-F asks whether there is one break at all, and around a trend finds 6 to 12 in 100 where there is none.",
    {
      also: ["changes", "break", "sup-F", "supF"],
      source: "Bai and Perron (1998); Killick, Fearnhead and Eckley (2012)",
      see: ["regime", "hindsight"],
    },
  ),
  term(
    "hindsight",
    "Knowing how it went. Assets, phases and dates that were chosen with it have no p-value, whatever a formula prints.",
    { also: ["untested"], see: ["causal", "regime", "decision"] },
  ),
  term(
    "thin",
    "A state with fewer than 24 months: too few for any statistic of it to be believed. It is shown in grey and gets no p-value.",
    { also: ["no p-value"], see: ["regime", "spell", "rotation test"] },
  ),
  term(
    "power",
    "The probability that a test finds a difference that is truly there. `power.detectionYears` is how many years of record would find a difference of Sharpe ratios as large as the one seen, in its noise, with 80 % probability at 5 %; `minimumYears` is a lower bound, the benchmark's ratio taken as known.",
    {
      also: ["years needed", "detectionYears"],
      formula: "years ((1.96 + 0.84) se / d)^2, se half the 95 % interval over 1.96",
      unknown: "Where the difference is not above zero, or has no interval.",
      see: ["MinTRL", "sharpeDifference", "decision"],
    },
  ),
  term(
    "standard error",
    "How far an estimate would typically stray from the truth over records as long as this one: its standard deviation over such records. A 95 % interval reaches about two of them to each side.",
    { see: ["interval", "t", "HAC"] },
  ),
  term(
    "t",
    "An estimate over its standard error: how many of its own errors it is from zero. Beyond 2 in size chance alone gives it in about 5 of 100 records.",
    { also: ["t statistic"], see: ["alpha t", "standard error", "p-value"] },
  ),
  term(
    "autocorrelation",
    "Correlation of a series with itself some periods before. Where it is positive, a record holds less than as many independent months would, and plain errors are too small.",
    { also: ["serial correlation"], see: ["HAC", "effective sample", "block length"] },
  ),
  term(
    "HAC",
    "Standard errors that hold where noise is autocorrelated and changes in size (heteroskedasticity and autocorrelation consistent): covariances with the periods before are added, the further the less.",
    {
      also: ["Newey-West", "robust errors"],
      formula: "variance = g(0) + 2 sum over lags j of (1 - j / (L + 1)) g(j)",
      source: "Newey and West (1987)",
      see: ["autocorrelation", "alpha t"],
    },
  ),
  term(
    "effective sample",
    "As many independent observations as the record amounts to: windows that do not overlap, or periods less what their autocorrelation repeats.",
    { also: ["effective", "effective sample size"], see: ["autocorrelation", "start dates"] },
  ),
  term(
    "BIC",
    "Bayesian information criterion: the fit of a model less a price for each of its parameters that grows with the record. The number of changes with the lowest one is taken.",
    {
      formula: "parameters x ln(n) - 2 ln(likelihood)",
      source: "Schwarz (1978)",
      see: ["change point"],
    },
  ),
  term(
    "causal",
    "Told from what was known at the time alone. A causal rule gives a month its state at the close before it, so that a strategy can ask it and a test may use it.",
    { also: ["causal rule", "rule"], see: ["regime", "view", "rotation test"] },
  ),
  term(
    "Pagan-Sossounov",
    "Bull and bear markets from the turns of month-ends: peaks and troughs that are extremes of eight months to each side, with phases and cycles of a least length. Dated afterwards, so it describes.",
    {
      also: ["bull and bear", "bullBear", "bull market", "bear market"],
      source: "Pagan and Sossounov (2003)",
      see: ["regime", "hindsight"],
    },
  ),
  term(
    "Forbes-Rigobon",
    "A correlation measured while one series is turbulent is higher for that alone. The correction asks what it would be at ordinary variance; only what is left may be called a closer link.",
    {
      formula: "r / sqrt(1 + d (1 - r^2)), d the variance over the ordinary one, less 1",
      source: "Forbes and Rigobon (2002)",
      see: ["regime"],
    },
  ),
  term(
    "Politis-White",
    "The rule that chooses the length of the blocks of a bootstrap from the autocorrelation of the record.",
    {
      source: "Politis and White (2004); Patton, Politis and White (2009)",
      see: ["block length", "stationary bootstrap"],
    },
  ),
];
