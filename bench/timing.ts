/** The median wall time of a call in milliseconds, after a warm-up of a fifth of the runs. */
export function medianMs(call: () => unknown, runs: number): number {
  for (let run = 0; run < Math.ceil(runs / 5); run++) call();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** One line: both times, and how many times faster the first is than the baseline. */
export function against(ms: number, baselineMs: number): string {
  return `  ours ${ms.toFixed(3)} ms   plain ${baselineMs.toFixed(2)} ms   ratio ${(baselineMs / ms).toFixed(1)}`;
}

/** As `medianMs`, of a call that is waited for. */
export async function medianMsOf(call: () => Promise<unknown>, runs: number): Promise<number> {
  for (let run = 0; run < Math.ceil(runs / 5); run++) await call();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}
