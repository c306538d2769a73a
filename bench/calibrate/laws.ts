import type { Uniform } from "../../src/inference/random.ts";

/** How the shocks of a simulated month come about; each has mean 0 and variance 1. */
export interface Law {
  readonly id: "independent" | "autoregressive" | "turbulent";
  readonly title: string;
  /** Columns of shocks that are uncorrelated with each other. */
  readonly shocks: (months: number, columns: number, uniform: Uniform) => Float64Array[];
}

const MEMORY = 0.3;

export const LAWS: readonly Law[] = [
  {
    id: "independent",
    title: "i.i.d. normal",
    shocks: (months, columns, uniform) =>
      Array.from({ length: columns }, () => normals(months, uniform)),
  },
  {
    id: "autoregressive",
    title: `AR(1) ${MEMORY}`,
    shocks: (months, columns, uniform) =>
      Array.from({ length: columns }, () => autoregression(normals(months, uniform))),
  },
  { id: "turbulent", title: "GARCH(1,1), t(8)", shocks: turbulent },
];

/** Standard normal numbers (Box and Muller 1958). */
function normals(count: number, uniform: Uniform): Float64Array {
  const values = new Float64Array(count);
  for (let t = 0; t < count; t += 2) {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    values[t] = radius * Math.cos(angle);
    if (t + 1 < count) values[t + 1] = radius * Math.sin(angle);
  }
  return values;
}

/** `z_t = 0.3 z_(t-1) + sqrt(1 - 0.09) e_t`, from its stationary start. */
function autoregression(noise: Float64Array): Float64Array {
  const scale = Math.sqrt(1 - MEMORY * MEMORY);
  for (let t = 1; t < noise.length; t += 1) noise[t] = MEMORY * noise[t - 1]! + scale * noise[t]!;
  return noise;
}

const REACTION = 0.1;
const PERSISTENCE = 0.85;
const WARM_UP = 120;

/**
 * `z_t = s_t e_t` with e of Student's t, 8 degrees of freedom, and
 * `s_t^2 = 0.05 + 0.1 z_(t-1)^2 + 0.85 s_(t-1)^2` (Bollerslev 1986, 1987): kurtosis 7. The first column
 * makes the variance of all: turmoil of the market is turmoil of everything.
 */
function turbulent(months: number, columns: number, uniform: Uniform): Float64Array[] {
  const noise = Array.from({ length: columns }, (_, column) =>
    students(column === 0 ? WARM_UP + months : months, uniform),
  );
  const market = noise[0]!;
  const deviations = new Float64Array(market.length);
  let variance = 1;
  for (let t = 0; t < market.length; t += 1) {
    deviations[t] = Math.sqrt(variance);
    const shock = deviations[t]! * market[t]!;
    variance = 1 - REACTION - PERSISTENCE + REACTION * shock * shock + PERSISTENCE * variance;
  }
  const own = deviations.subarray(WARM_UP);
  return noise.map((column) => column.slice(-months).map((e, t) => e * own[t]!));
}

/** Student's t with 8 degrees of freedom, scaled to a variance of 1. */
function students(count: number, uniform: Uniform): Float64Array {
  return normals(count, uniform).map((z) => {
    const chiSquare = -2 * Math.log(uniform() * uniform() * uniform() * uniform());
    return z * Math.sqrt(6 / chiSquare);
  });
}
