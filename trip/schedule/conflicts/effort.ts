/** A limit on work instead of a clock: what has used it up gives no answer, and says so. */

export class OutOfSteps extends Error {
  override readonly name = "OutOfSteps";
}

export interface Effort {
  left: number;
}

export function spend(effort: Effort, steps = 1): void {
  effort.left -= steps;
  if (effort.left < 0) throw new OutOfSteps("The question was not settled within its steps; allow more of them.");
}
