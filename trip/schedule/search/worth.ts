/** What a stop adds to a plan by itself, against being left out: at that day and hour, for so many minutes. */
import { MOST_MOVED_MINUTES, visitWorth } from "../evaluate.ts";
import type { Before } from "../problem.ts";
import type { Tables } from "./tables.ts";

export class Worth {
  private readonly tables: Tables;

  constructor(tables: Tables) {
    this.tables = tables;
  }

  visit(visit: number, day: number, minutes: number, start: number): number {
    const { tables } = this;
    const isWhole = minutes >= (tables.full[visit] ?? 0);
    if (isWhole && tables.isIntricate[visit] === 0) return tables.score[visit] ?? 0;
    const known = tables.problem.visits[visit];
    if (!known) return 0;
    let gain = visitWorth(known, minutes) + this.calm(known.before, day, start);
    if (known.isMustSee) gain += tables.problem.weights.missedMustSee;
    if (known.crowd !== null) gain -= known.crowd[Math.floor(start / 60) % 24] ?? 0;
    return gain;
  }

  table(stop: number, day: number, start: number): number {
    const before = this.tables.problem.eateries[stop - this.tables.visitCount]?.before ?? null;
    return (this.tables.score[stop] ?? 0) + this.calm(before, day, start);
  }

  /** Staying where it stood before, against being dropped. */
  private calm(before: Before | null, day: number, start: number): number {
    if (before === null) return 0;
    const { dropped, otherDay, movedMinute } = this.tables.problem.weights;
    if (before.day !== day) return dropped - otherDay;
    return dropped - Math.min(MOST_MOVED_MINUTES, Math.abs(start - before.startMinute)) * movedMinute;
  }
}
