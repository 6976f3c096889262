/**
 * A plan while it is being filled, stop by stop. What fits is said by `trip/schedule/evaluate.ts`, the same words that
 * the search goes by: hours, ways, pace, purse. Here is no search: what is put in stays.
 *
 * Stops are tried on their day alone, which is what most limits and all of the worth hang on, and held to the limits of
 * the whole trip once they are chosen: so a plain method stays cheap enough to run beside every sample.
 */
import { type Evaluation, evaluate, pointOf } from "../../trip/schedule/evaluate.ts";
import type { Plan, Stop, TimedStop } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";

/** A stop put somewhere for a moment: the day as it would be. */
export interface Trial {
  readonly day: number;
  readonly stop: Stop;
  readonly stops: readonly Stop[];
  /** The stop's own. */
  readonly times: TimedStop;
  /** What the day would be worth more. */
  readonly gain: number;
}

const limitKey = ({ limit, day }: Evaluation["broken"][number]): string => `${limit} ${day}`;

export class Filling {
  readonly problem: Problem;
  #plan: Plan;
  /** A day may be too short for its own way home: no stop is to blame for that. */
  readonly #givenBreaks: ReadonlySet<string>;
  readonly #worths = new Map<number, number>();

  constructor(problem: Problem) {
    this.problem = problem;
    this.#plan = problem.days.map(() => []);
    this.#givenBreaks = new Set(evaluate(problem, this.#plan).broken.map(limitKey));
  }

  get plan(): Plan {
    return this.#plan;
  }

  stopsOn(day: number): readonly Stop[] {
    return this.#plan[day] ?? [];
  }

  /** Sights and bookings that are not in yet, by index. */
  visitsLeft(): number[] {
    const taken = new Set(this.#plan.flat().map((stop) => (stop.kind === "visit" ? stop.visit : -1)));
    return [...this.problem.visits.keys()].filter((visit) => !taken.has(visit));
  }

  tablesLeft(): number[] {
    const taken = new Set(this.#plan.flat().map((stop) => (stop.kind === "meal" ? stop.eatery : null)));
    return [...this.problem.eateries.keys()].filter((eatery) => !taken.has(eatery));
  }

  /** Meals of a day that nobody has planned yet. */
  slotsLeft(day: number): number[] {
    const eaten = new Set(this.stopsOn(day).map((stop) => (stop.kind === "meal" ? stop.slot : -1)));
    return [...(this.problem.days[day]?.meals.keys() ?? [])].filter((slot) => !eaten.has(slot));
  }

  /** `null` when the day cannot hold it there. */
  trial(day: number, position: number, stop: Stop): Trial | null {
    if (!this.#suits(day, stop)) return null;
    const stops = this.stopsOn(day).toSpliced(position, 0, stop);
    const { days, score, broken } = evaluate(this.problem, this.#alone(day, stops));
    const times = days[day]?.[position];
    if (!times || !this.#isSound(broken)) return null;
    return { day, stop, stops, times, gain: score - this.#worthOf(day) };
  }

  /** Wherever on these days it can stand. */
  trials(days: Iterable<number>, stop: Stop): Trial[] {
    return [...days]
      .flatMap((day) =>
        Array.from({ length: this.stopsOn(day).length + 1 }, (_, position) => this.trial(day, position, stop) ?? []),
      )
      .flat();
  }

  /** Puts it in, unless the trip as a whole cannot hold it. */
  take({ day, stops }: Trial): boolean {
    const next = this.#plan.with(day, stops);
    if (!this.#isSound(evaluate(this.problem, next).broken)) return false;
    this.#plan = next;
    this.#worths.delete(day);
    return true;
  }

  /** Where one is before that position of the day. */
  whereabouts(day: number, position: number): number {
    const start = this.problem.days[day]?.startPoint ?? 0;
    return this.stopsOn(day)
      .slice(0, position)
      .reduce((at, stop) => pointOf(this.problem, stop) ?? at, start);
  }

  /** In full, and as short as it may be. */
  staysOf(visit: number): Stop[] {
    const found = this.problem.visits[visit];
    const stays = found ? [found.minutes, found.leastMinutes] : [];
    return [...new Set(stays)].map((minutes) => ({ kind: "visit", visit, minutes }));
  }

  /** Spares most of the days most of the work. */
  #suits(day: number, stop: Stop): boolean {
    const area = this.problem.days[day]?.area;
    if (stop.kind === "meal") return stop.eatery === null || this.problem.eateries[stop.eatery]?.area === area;
    const visit = this.problem.visits[stop.visit];
    return visit?.area === area && (visit?.windows[day]?.length ?? 0) > 0;
  }

  #alone(day: number, stops: readonly Stop[]): Plan {
    return this.problem.days.map((_, index) => (index === day ? stops : []));
  }

  #worthOf(day: number): number {
    const known = this.#worths.get(day) ?? evaluate(this.problem, this.#alone(day, this.stopsOn(day))).score;
    this.#worths.set(day, known);
    return known;
  }

  /** While a plan is being filled, what is fixed may still be to come. */
  #isSound(broken: Evaluation["broken"]): boolean {
    return broken.every((found) => found.limit === "fixed_missing" || this.#givenBreaks.has(limitKey(found)));
  }
}
