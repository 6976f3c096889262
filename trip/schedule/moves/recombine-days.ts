/**
 * Days of good plans, put together anew: every day of a plan near the best is remembered, and now and
 * then the choice of one remembered day for each date that is worth most, no stop occurring twice, is
 * searched by depth first with a bound. What two plans found separately comes together that way (the
 * set-packing step of Hu & Lim, "An iterative three-component heuristic for the team orienteering
 * problem with time windows", European Journal of Operational Research, 2014).
 */
import type { Problem } from "../problem.ts";
import { ELSEWHERE } from "../search/tables.ts";
import type { Workbench } from "../search/workbench.ts";

/** Days remembered for a date; the oldest is forgotten first. */
const MEMORY = 256;
/** Choices looked at in one recombination. */
const MOST_NODES = 20_000;
const BITS = 32;

interface Remembered {
  readonly value: number;
  readonly spent: number;
  /** One bit a stop. */
  readonly mask: Uint32Array;
  readonly stops: readonly { readonly stop: number; readonly slot: number; readonly minutes: number }[];
}

const isApart = (a: Uint32Array, b: Uint32Array): boolean => {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return false;
  return true;
};

export class DayMemory {
  private readonly bench: Workbench;
  private readonly words: number;
  /** Days that hold the same stops at the same times share what is remembered of them. */
  private readonly twinOf: readonly number[];
  private readonly known: readonly Map<string, Remembered>[];
  private nodes = 0;
  private bestValue = 0;
  private best: readonly Remembered[] = [];

  constructor(bench: Workbench) {
    const { tables } = bench;
    this.bench = bench;
    this.words = Math.ceil((tables.visitCount + tables.eateryCount) / BITS);
    this.twinOf = twins(bench);
    this.known = tables.problem.days.map(() => new Map<string, Remembered>());
  }

  /** Limits over the trip, and what must be on one of several days, tie days together unseen by the choice below. */
  static suits({ days, limits, visits }: Problem): boolean {
    const isOnOneDay = visits.every(
      ({ isFixed, windows }) => !isFixed || windows.filter((onDay) => onDay.length > 0).length <= 1,
    );
    return days.length > 1 && limits.length === 0 && isOnOneDay;
  }

  rememberTouched(): void {
    const { tables, journal } = this.bench;
    for (let day = 0; day < tables.dayCount; day++) if (journal.isTouched(day)) this.remember(day);
  }

  /** As the day stands in the routes. */
  private remember(day: number): void {
    const { routes } = this.bench;
    const row = day * routes.width;
    const end = row + (routes.length[day] ?? 2) - 1;
    const known = this.known[this.twinOf[day] ?? day];
    const value = routes.value[day] ?? 0;
    const key = `${routes.stop
      .slice(row + 1, end)
      .toSorted()
      .join()}|${end - row}`;
    const before = known?.get(key);
    if (!known || (before && before.value >= value)) return;
    const mask = new Uint32Array(this.words);
    const stops = [];
    for (let i = row + 1; i < end; i++) {
      const stop = routes.stop[i] ?? ELSEWHERE;
      stops.push({ stop, slot: routes.slot[i] ?? -1, minutes: routes.minutes[i] ?? 0 });
      if (stop !== ELSEWHERE)
        mask[Math.floor(stop / BITS)] = (mask[Math.floor(stop / BITS)] ?? 0) | (1 << (stop % BITS));
    }
    known.delete(key);
    known.set(key, { value, spent: routes.spent[day] ?? 0, mask, stops });
    const [oldest] = known.keys();
    if (known.size > MEMORY && oldest !== undefined) known.delete(oldest);
  }

  /** Lays the best choice out in the routes, where it beats `value`; the journal must not be needed any more. */
  recombine(value: number): boolean {
    const { tables, routes, journal } = this.bench;
    const choices = tables.problem.days.map((_, day) =>
      [...(this.known[this.twinOf[day] ?? day]?.values() ?? [])].sort((a, b) => b.value - a.value),
    );
    const bound = new Float64Array(tables.dayCount + 1);
    for (let day = tables.dayCount - 1; day >= 0; day--)
      bound[day] = (bound[day + 1] ?? 0) + (choices[day]?.[0]?.value ?? Number.NEGATIVE_INFINITY);
    this.nodes = 0;
    this.best = [];
    this.bestValue = value + 1e-6;
    this.choose({ choices, bound, chosen: [], value: 0, spent: 0, taken: new Uint32Array(this.words), from: 0 });
    const chosen = this.best;
    if (chosen.length === 0) return false;
    for (let day = 0; day < tables.dayCount; day++) {
      journal.touch(day);
      while ((routes.length[day] ?? 2) > 2) routes.remove(day, 1);
    }
    for (const [day, { stops }] of chosen.entries()) {
      for (const [index, { stop, slot, minutes }] of stops.entries())
        routes.insert(day, index + 1, stop, slot, minutes);
      routes.settle(day);
    }
    return true;
  }

  private choose(node: {
    choices: readonly (readonly Remembered[])[];
    bound: Float64Array;
    chosen: readonly Remembered[];
    value: number;
    spent: number;
    taken: Uint32Array;
    from: number;
  }): void {
    const { choices, bound, chosen, value, spent, taken, from } = node;
    const day = chosen.length;
    if (day === choices.length) {
      if (value <= this.bestValue) return;
      this.bestValue = value;
      this.best = chosen;
      return;
    }
    // Twin days are interchangeable: the second takes a later choice than the first.
    const isTwin = day > 0 && this.twinOf[day] === this.twinOf[day - 1];
    const options = choices[day] ?? [];
    for (let index = isTwin ? from : 0; index < options.length; index++) {
      const option = options[index];
      if (!option || value + option.value + (bound[day + 1] ?? 0) <= this.bestValue) return;
      if (++this.nodes > MOST_NODES) return;
      if (spent + option.spent > this.bench.tables.budget || !isApart(taken, option.mask)) continue;
      const both = taken.map((word, at) => word | (option.mask[at] ?? 0));
      this.choose({
        choices,
        bound,
        chosen: [...chosen, option],
        value: value + option.value,
        spent: spent + option.spent,
        taken: both,
        from: index + 1,
      });
    }
  }
}

/** By day: the first day that is like it in everything a stop could notice. */
function twins({ tables }: Workbench): number[] {
  const { days, visits, eateries } = tables.problem;
  const isAnchored = visits.some(({ before }) => before !== null) || eateries.some(({ before }) => before !== null);
  const isLike = (day: number, other: number): boolean => {
    if (isAnchored || JSON.stringify(days[day]) !== JSON.stringify(days[other])) return false;
    for (let visit = 0; visit < tables.visitCount; visit++) {
      const [a, b] = [visit * tables.dayCount + day, visit * tables.dayCount + other];
      if (tables.visitFrom[a] !== tables.visitFrom[b] || tables.visitTo[a] !== tables.visitTo[b]) return false;
    }
    return eateries.every(({ windows }) => windows[day] === windows[other]);
  };
  return days.map((_, day) => {
    const twin = days.findIndex((__, other) => other <= day && isLike(day, other));
    return twin < 0 ? day : twin;
  });
}
