import type { Hypothesis } from "assay";
import { againstMoney } from "./against-money.ts";
import { betting } from "./bets.ts";
import { coincidence } from "./coincidence.ts";
import { commodities } from "./commodities.ts";
import { debt } from "./debt.ts";
import { firstPhase } from "./first-phase.ts";
import { fourthPhase } from "./fourth-phase.ts";
import { goldRace } from "./gold-race.ts";
import { goldRuler } from "./gold-ruler.ts";
import { halving } from "./halving.ts";
import { measuresOfDebasement } from "./measures-of-debasement.ts";
import { moneyGrowth } from "./money-growth.ts";
import { moneyInGold } from "./money-in-gold.ts";
import { opening } from "./opening.ts";
import { plunder } from "./plunder.ts";
import { realProgress } from "./real-progress.ts";
import { secondPhase } from "./second-phase.ts";
import { sharesOfGrowth } from "./shares-of-growth.ts";
import { thirdPhase } from "./third-phase.ts";

/** Every claim of the essay, in the order of their numbers. */
export const essayClaims: readonly Hypothesis[] = [
  ...opening,
  ...goldRuler,
  ...firstPhase,
  ...secondPhase,
  ...thirdPhase,
  ...fourthPhase,
  ...realProgress,
  ...measuresOfDebasement,
  ...moneyInGold,
  ...coincidence,
  ...againstMoney,
  ...sharesOfGrowth,
  ...goldRace,
  ...halving,
  ...moneyGrowth,
  ...commodities,
  ...plunder,
  ...debt,
  ...betting,
].sort((a, b) => (a.id < b.id ? -1 : 1));
