import { numeraire, study } from "assay";
import catalog from "../data/catalog.ts";
import { accounting } from "./accounting.ts";
import { cash, gold, permanent, qqq, sixtyForty, spx } from "./benchmarks.ts";
import { essayChains } from "./chains.ts";
import { essayClaims } from "./claims/claims.ts";
import { closes } from "./claims/closes.ts";
import { inconsistencies } from "./claims/inconsistencies.ts";
import { monitors } from "./claims/monitors.ts";
import { predictions } from "./claims/predictions.ts";
import { family } from "./family.ts";
import {
  goldAgainstBonds,
  goldAndEnergy,
  goldEnergyAgainstBonds,
  hardAssets,
  hardAssetsDoubleShort,
  hardAssetsInUptrend,
  hardAssetsUnlevered,
  hardAssetsVolatilityOfShares,
  hardAssetsWithoutProxies,
} from "./hard-assets.ts";
import { essayPictures } from "./pictures.ts";
import { essayRegimes } from "./regimes.ts";

/** The main job: one essay's bet against AI, measured against American shares since the birth of QQQ. */
export default study({
  id: "essay",
  title: "Hard assets against shares since 1999",
  question:
    "Has it paid to hold gold, bitcoin, miners and energy and to be short long bonds, against simply holding the S&P 500 or the Nasdaq-100?",
  about:
    "An essay of January 2026 argues that American shares have risen only because money lost its value: counted in gold they stand below 1999. It bets against AI: long what cannot be printed, short what will be paid in printed money. Here its allocation is run since March 1999, with costs, interest and margin, and measured in dollars, in gold, in money supply and in consumer prices.",
  source: "Crypto Skanda (@thecryptoskanda), an essay on betting against AI, about 26 January 2026",
  caveats: [
    "The assets were named in January 2026, after they had risen: nobody could have chosen bitcoin in 1999. The run shows what the bet was worth, not that it could be known.",
    "The five months after the essay are the only ones that it did not see.",
  ],
  catalog,
  strategies: [
    hardAssets,
    hardAssetsDoubleShort,
    hardAssetsUnlevered,
    hardAssetsWithoutProxies,
    goldEnergyAgainstBonds,
    goldAndEnergy,
    goldAgainstBonds,
    hardAssetsVolatilityOfShares,
    hardAssetsInUptrend,
  ],
  benchmarks: [spx, qqq, sixtyForty, gold, cash, permanent],
  family,
  dispensable: ["bitcoin"],
  numeraires: [
    numeraire({ id: "usd", title: "US dollars", unit: "USD", series: null, riskless: "cash" }),
    numeraire({
      id: "gold",
      title: "Gold",
      unit: "oz of gold",
      series: "gold",
      riskless: "itself",
    }),
    numeraire({
      id: "m2",
      title: "US money supply (M2)",
      unit: "billionths of M2",
      series: "m2",
      riskless: "cash",
    }),
    numeraire({
      id: "cpi",
      title: "US consumer prices",
      unit: "CPI basket",
      series: "cpi",
      riskless: "cash",
    }),
  ],
  regimes: essayRegimes,
  assumptions: accounting,
  from: "1999-03-31",
  pictures: essayPictures,
  chains: essayChains,
  hypotheses: [...essayClaims, ...monitors],
  predictions,
  inconsistencies,
  closes,
});
