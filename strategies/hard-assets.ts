import { monthly, strategy, volatilityTarget } from "assay";
import { goldTrend } from "./rules.ts";

const FULL_BET = { gold: 0.5, bitcoin: 0.1, miners: 0.2, energy: 0.2, longBond: -0.5 } as const;

/** The essay's second bet in full: four kinds of hard assets, half financed by a short in long bonds. */
export const hardAssets = strategy({
  id: "hard-assets",
  title: "Hard assets, short half in bonds",
  rationale:
    "Money grows faster than what it can buy, and long government bonds are promises paid in that money.",
  assets: ["gold", "bitcoin", "miners", "energy", "longBond"],
  weights: FULL_BET,
  rebalance: monthly,
});

export const goldAndEnergy = strategy({
  id: "gold-energy",
  title: "Gold and energy, long only",
  rationale: "The oldest hard asset and the scarcest input, without any short position.",
  assets: ["gold", "xle"],
  weights: { gold: 0.7, xle: 0.3 },
  rebalance: monthly,
});

export const goldAgainstBonds = strategy({
  id: "gold-bonds",
  title: "Gold, short as much in bonds",
  rationale: "The bare trade: metal that nobody owes against paper that somebody does.",
  assets: ["gold", "longBond"],
  weights: { gold: 1, longBond: -1 },
  rebalance: monthly,
});

export const goldEnergyAgainstBonds = strategy({
  id: "gold-energy-bonds",
  title: "Gold and energy, short half in bonds",
  rationale: "Gold and energy with the essay's short leg, without the assets that came late.",
  assets: ["gold", "xle", "longBond"],
  weights: { gold: 0.7, xle: 0.3, longBond: -0.5 },
  rebalance: monthly,
});

export const hardAssetsDoubleShort = strategy({
  id: "hard-assets-double",
  title: "Hard assets, short all in bonds",
  rationale: "The full sleeve with a short leg as large as the wealth behind it.",
  assets: ["gold", "bitcoin", "miners", "energy", "longBond"],
  weights: { gold: 0.5, bitcoin: 0.1, miners: 0.2, energy: 0.2, longBond: -1 },
  rebalance: monthly,
});

export const hardAssetsUnlevered = strategy({
  id: "hard-assets-long",
  title: "Hard assets, long only",
  rationale: "The full sleeve alone: what is left of the thesis without the short leg.",
  assets: ["gold", "bitcoin", "miners", "energy"],
  weights: { gold: 0.5, bitcoin: 0.1, miners: 0.2, energy: 0.2 },
  rebalance: monthly,
});

export const hardAssetsWithoutProxies = strategy({
  id: "hard-assets-no-proxy",
  title: "Hard assets, short half, no proxies",
  rationale:
    "The full bet with each asset entering only when its own fund exists: no companies or sectors standing in.",
  assets: ["gold", "bitcoin", "gdx", "amlp", "longBond"],
  weights: { gold: 0.5, bitcoin: 0.1, gdx: 0.2, amlp: 0.2, longBond: -0.5 },
  rebalance: monthly,
});

export const hardAssetsVolatilityOfShares = strategy({
  id: "hard-assets-vol",
  title: "Hard assets, short half, as volatile as shares",
  rationale:
    "The full bet scaled to the realised volatility of the S&P 500, so that neither side wins by mere size.",
  assets: ["gold", "bitcoin", "miners", "energy", "longBond"],
  weights: FULL_BET,
  rebalance: monthly,
  overlay: volatilityTarget({ target: { like: "spxTotal" } }),
});

export const hardAssetsInUptrend = strategy({
  id: "hard-assets-trend",
  title: "Hard assets, short half, while gold rises",
  rationale:
    "The full bet only while gold stands above the mean of its last ten month-ends (Faber 2007), and cash else.",
  assets: ["gold", "bitcoin", "miners", "energy", "longBond"],
  weights: (view) => (goldTrend.at(view) === "above" ? FULL_BET : {}),
  rebalance: monthly,
});
