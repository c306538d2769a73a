/**
 * A mistake in what a person gave: a file, an option, an id, a date, a weight.
 * Printed as its message alone, without a stack, with exit code 2. All faults found together are
 * reported together, one line each, in the grammar `<id or place>: <fact with value and date>; <remedy>`.
 * Anything else that is thrown is a bug and keeps its stack.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly faults: readonly string[];

  constructor(fault: string | readonly string[]) {
    const faults = typeof fault === "string" ? [fault] : fault;
    super(faults.join("\n"));
    this.faults = faults;
  }
}
