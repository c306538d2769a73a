import { isUnknown, type Unknown } from "../../src/input/unknown.ts";

/** The answer, which has to be known. @throws Error with the reason where it is not. */
export function answerOf<T extends object | number>(answer: T | Unknown): T {
  if (isUnknown(answer)) throw new Error(`unknown: ${answer.reason}`);
  return answer;
}

/** Why there is no answer. @throws Error where there is one. */
export function reasonOf<T extends object | number>(answer: T | Unknown): string {
  if (!isUnknown(answer)) throw new Error("there is an answer");
  if (answer.value !== null) throw new Error("an unknown with a value");
  return answer.reason;
}
