/** An answer that the data cannot give, and why, in words for the reader of a report. */
export interface Unknown {
  readonly value: null;
  readonly reason: string;
}

/** No answer, for a reason: a clause without a full stop. */
export function unknown(reason: string): Unknown {
  return { value: null, reason };
}

/** True of an answer that is none. */
export function isUnknown<T extends object | number>(answer: T | Unknown): answer is Unknown {
  return typeof answer === "object" && "reason" in answer;
}
