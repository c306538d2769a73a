import { phases } from "assay";

/** The essay divides the years since the first close of QQQ into four; a fifth is what came after it. */
export const essayPhases = phases({
  id: "essay-phases",
  title: "The essay's four phases, and what came after",
  question: "In which years was the excess over the benchmarks earned?",
  note: "The boundaries were named after the fact, by looking at the ratios. On monthly figures a boundary is the end of its month: the fall of gold by a tenth on 30 January 2026, four days after the essay, is counted in the fourth phase and not in the time since.",
  start: "1999-03-10",
  phases: [
    { id: "dot-com", title: "1 Dot-com", until: "2002-12-31" },
    { id: "gold-decade", title: "2 Gold decade", until: "2011-12-30" },
    { id: "low-rates", title: "3 Low rates, technology", until: "2023-12-29" },
    { id: "reset", title: "4 Reset", until: "2026-01-26" },
    { id: "since", title: "Since the essay", until: null },
  ],
});
