import { InputError } from "../../input/input-error.ts";
import { unknownName } from "../../input/nearest.ts";
import { bcch } from "./bcch.ts";
import { bot } from "./bot.ts";
import { coinmetrics } from "./coinmetrics.ts";
import { ecb } from "./ecb.ts";
import { eia } from "./eia.ts";
import { fred } from "./fred.ts";
import { lbma } from "./lbma.ts";
import type { Provider } from "./provider.ts";
import { shiller } from "./shiller.ts";
import { stooq } from "./stooq.ts";
import { treasury } from "./treasury.ts";
import { worldbank } from "./worldbank.ts";
import { yahoo } from "./yahoo.ts";

/** Every source of figures that can be asked. */
export const PROVIDERS: readonly Provider[] = [
  fred,
  yahoo,
  lbma,
  coinmetrics,
  stooq,
  eia,
  worldbank,
  shiller,
  ecb,
  bot,
  bcch,
  treasury,
];

/** The provider of an id. @throws InputError with the nearest one */
export function providerOf(id: string, place: string): Provider {
  const found = PROVIDERS.find((provider) => provider.id === id);
  if (found === undefined)
    throw new InputError(
      `${place}: ${unknownName(
        "provider",
        id,
        PROVIDERS.map((provider) => provider.id),
      )}`,
    );
  return found;
}
