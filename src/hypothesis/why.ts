import { listed } from "../series/format.ts";
import { decidingAmong } from "./check.ts";
import type { Choices } from "./grid.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { Asked, Outcome } from "./outcome.ts";
import { checkInWords, measuredInWords } from "./words.ts";

interface Reasons {
  readonly hypothesis: Hypothesis;
  readonly outcome: Outcome;
  readonly headline: Asked | undefined;
  readonly asked: readonly Asked[];
  /** The cells with an answer. */
  readonly answered: readonly Asked[];
  readonly share: number | null;
  readonly missing: readonly string[];
}

/** The reason of a verdict, with its numbers, in plain sentences. */
export function whyOf(reasons: Reasons): string {
  const { hypothesis, outcome, headline, asked, missing } = reasons;
  if (outcome === "pending") return `Registered as prediction ${hypothesis.registeredAs}.`;
  if (hypothesis.untestable !== null)
    return sentence([hypothesis.untestable, reportedWords(headline)]);
  if (outcome === "untestable")
    return sentence([
      `The figures that decide it are not at hand: ${listed(missing)}`,
      reportedWords(headline),
    ]);
  if (outcome === "undecided") return sentence([asked[0]?.lacking?.message ?? ""]);
  const parts = [partsInWords(headline!), asidesInWords(headline!), conventionInWords(reasons)];
  return sentence(
    isDowngraded(reasons)
      ? [downgradeInWords(reasons), ...parts]
      : [...parts, gridInWords(reasons)],
  );
}

function partsInWords({ checks, answer }: Asked): string {
  const parts = decidingAmong(checks);
  const words = (wanted: boolean) =>
    parts
      .filter(({ holds }) => holds === wanted)
      .map(checkInWords)
      .join("; ");
  const [holding, failing] = [words(true), words(false)];
  const decided = parts.length;
  if (failing === "" && answer !== "supported") return `That is not all it takes: ${holding}`;
  if (failing === "") return `${decided === 1 ? "It holds" : "Every part holds"}: ${holding}`;
  if (holding === "") return `${decided === 1 ? "It does not hold" : "No part holds"}: ${failing}`;
  return `Holds: ${holding}. Does not hold: ${failing}`;
}

/** What is judged beside the claim. */
function asidesInWords({ checks }: Asked): string {
  const asides = checks.filter(({ isAside }) => isAside);
  if (asides.length === 0) return "";
  const words = asides.map(
    (check) => `${checkInWords(check)}, which ${check.holds ? "holds" : "does not hold"}`,
  );
  return `Beside it: ${words.join("; ")}`;
}

function reportedWords(headline: Asked | undefined): string {
  return (headline?.checks ?? []).map(checkInWords).join("; ");
}

function conventionInWords({ headline, asked }: Reasons): string {
  const own = asked[0];
  if (own === undefined || headline === own) return "";
  return `The claim's own convention cannot be computed (${own.lacking?.message ?? ""}); read here instead: ${choicesInWords(headline!.choices)}`;
}

/** Whether a claim holds by its own convention, but under too few other choices. */
export function isDowngraded({
  headline,
  outcome,
}: Pick<Reasons, "headline" | "outcome">): boolean {
  return headline?.answer === "supported" && outcome === "partly";
}

function holdingIn(answered: readonly Asked[]): number {
  return answered.filter(({ answer }) => answer === "supported").length;
}

function downgradeInWords({ answered }: Reasons): string {
  return `The answer hangs on the choice: it holds under ${holdingIn(answered)} of ${answered.length} choices of data and dates, fewer than two thirds`;
}

function gridInWords({ answered, share, asked }: Reasons): string {
  if (answered.length < 2)
    return asked.length > 1 && answered.length === 1
      ? "No other choice of data and dates could be tried"
      : "";
  if (share === 0) return `It holds under none of ${answered.length} choices of data and dates`;
  return `It holds under ${holdingIn(answered)} of ${answered.length} choices of data and dates`;
}

/** What decided, in two phrases: the numbers, and what they must be. */
export function gistOf(
  reasons: Pick<Reasons, "headline" | "outcome" | "answered">,
): { readonly measured: string; readonly mustBe: string } | null {
  const { headline, answered } = reasons;
  if (headline === undefined || headline.answer === null) return null;
  if (isDowngraded(reasons))
    return {
      measured: `${holdingIn(answered)} of ${answered.length} choices`,
      mustBe: "two thirds of them",
    };
  const decided = decidingAmong(headline.checks);
  const telling = decided.find(({ holds }) => holds === false) ?? decided[0]!;
  return { measured: measuredInWords(telling), mustBe: telling.expects ?? "" };
}

/** Choices as a sentence lists them. */
export function choicesInWords(choices: Choices): string {
  return listed(Object.entries(choices).map(([axis, choice]) => `${axis} ${choice}`));
}

function sentence(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
