/** A mixed-integer linear model as it is written down, and as the text HiGHS reads (CPLEX LP format). */

/** Coefficients by variable. Adding to one that is there already sums up. */
export type Sum = Map<string, number>;
export type Relation = "<=" | ">=" | "=";

const TERMS_PER_LINE = 8;

export class LinearModel {
  readonly #objective: Sum = new Map();
  readonly #rows: string[] = [];
  readonly #bounds: string[] = [];
  readonly #binaries: string[] = [];
  readonly #integers: string[] = [];
  /** What the objective holds beside its variables; the text cannot say it. */
  constant = 0;

  binary(name: string): string {
    this.#binaries.push(name);
    return name;
  }

  variable(name: string, least: number, most: number, isWhole = false): string {
    this.#bounds.push(` ${least} <= ${name} <= ${Number.isFinite(most) ? most : "inf"}`);
    if (isWhole) this.#integers.push(name);
    return name;
  }

  gain(name: string, worth: number): void {
    this.#objective.set(name, (this.#objective.get(name) ?? 0) + worth);
  }

  /** Terms on the left only: `sum` related to a number. */
  row(terms: Iterable<readonly [string, number]>, relation: Relation, right: number): void {
    const sum = summed(terms);
    if (sum.size === 0 && holds(0, relation, right)) return;
    // A row of nothing that cannot hold must make the model infeasible, and the text has no empty rows.
    if (sum.size === 0) sum.set(this.variable(`nothing${this.#rows.length}`, 0, 0), 1);
    this.#rows.push(` r${this.#rows.length}: ${textOf(sum)} ${relation} ${right}`);
  }

  text(): string {
    return [
      "Maximize",
      ` score: ${textOf(this.#objective)}`,
      "Subject To",
      ...this.#rows,
      "Bounds",
      ...this.#bounds,
      "General",
      ...this.#integers.map((name) => ` ${name}`),
      "Binary",
      ...this.#binaries.map((name) => ` ${name}`),
      "End",
      "",
    ].join("\n");
  }
}

function summed(terms: Iterable<readonly [string, number]>): Sum {
  const sum: Sum = new Map();
  for (const [name, factor] of terms) sum.set(name, (sum.get(name) ?? 0) + factor);
  for (const [name, factor] of sum) if (factor === 0) sum.delete(name);
  return sum;
}

function textOf(sum: Sum): string {
  return [...sum]
    .map(([name, factor], index) => {
      const lineBreak = index > 0 && index % TERMS_PER_LINE === 0 ? "\n  " : "";
      return `${lineBreak}${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`;
    })
    .join(" ");
}

function holds(left: number, relation: Relation, right: number): boolean {
  if (relation === "=") return left === right;
  return relation === "<=" ? left <= right : left >= right;
}
