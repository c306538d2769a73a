/**
 * Says that the figures at hand do not answer a question: a series that is absent, or that does not reach
 * over a window. It makes a cell of a grid not applicable, and is no fault of anyone.
 */
export class NotCovered extends Error {
  override readonly name = "NotCovered";
  /** What is absent altogether, in words. */
  readonly absent: readonly string[];

  constructor(reason: string, absent: readonly string[] = []) {
    super(reason);
    this.absent = absent;
  }
}
