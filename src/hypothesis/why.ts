import { listed } from "../series/format.ts";
import type { Choices } from "./grid.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { Asked, Outcome } from "./outcome.ts";
import { checkInWords } from "./words.ts";

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
  return sentence([partsInWords(headline!), conventionInWords(reasons), gridInWords(reasons)]);
}

function partsInWords({ checks, answer }: Asked): string {
  const words = (holds: boolean) =>
    checks
      .filter((check) => check.holds === holds)
      .map(checkInWords)
      .join("; ");
  const [holding, failing] = [words(true), words(false)];
  if (failing === "" && answer !== "supported") return `That is not all it takes. ${holding}`;
  if (failing === "") return `It holds. ${holding}`;
  if (holding === "") return `It does not hold. ${failing}`;
  return `Holds: ${holding}. Does not: ${failing}`;
}

function reportedWords(headline: Asked | undefined): string {
  return (headline?.checks ?? []).map(checkInWords).join("; ");
}

function conventionInWords({ headline, asked }: Reasons): string {
  const own = asked[0];
  if (own === undefined || headline === own) return "";
  return `The claim's own convention cannot be computed (${own.lacking?.message ?? ""}); what stands here is ${choicesInWords(headline!.choices)}`;
}

function gridInWords({ answered, share, headline, outcome }: Reasons): string {
  if (answered.length < 2) return "";
  const holding = answered.filter(({ answer }) => answer === "supported").length;
  const count = `${holding} of ${answered.length} choices of data and dates`;
  const isDowngraded = headline?.answer === "supported" && outcome === "partly";
  if (isDowngraded)
    return `But it holds under only ${count}, fewer than two thirds: the answer hangs on the choice`;
  if (share === 0) return `It holds under none of ${answered.length} choices of data and dates`;
  return `It holds under ${count}`;
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
