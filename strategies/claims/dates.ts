import type { Window } from "assay";

// The days on which the essay's claims turn.

/** The first close of QQQ. */
export const birthOfQqq = "1999-03-10";
/** The essay's own day, by the prices that it names. */
export const essayDay = "2026-01-26";
/** The last day of what the essay could know: predictions count from here. */
export const lastKnown = "2026-01-30";
/** The last month of money supply that the essay can have seen. */
export const lastMonth = "2025-12-31";

export const untilEssay: Window = { from: birthOfQqq, to: essayDay };

// The essay's phases, by their boundaries.
export const phase1: Window = { from: birthOfQqq, to: "2002-12-31" };
export const phase2: Window = { from: "2003-01-01", to: "2011-12-31" };
export const phase3: Window = { from: "2012-01-01", to: "2023-12-31" };
export const phase4: Window = { from: "2023-12-29", to: essayDay };
