/** Days that are alike have the same best day: the bound solves each kind once and counts it as often as it comes. */
import type { OpenWindow } from "../../opening-hours.ts";
import type { Day, Problem } from "../problem.ts";

export interface DayClass {
  /** The first of them stands for all. */
  readonly day: number;
  readonly copies: number;
}

export function dayClasses(problem: Problem): DayClass[] {
  const classes: { day: number; copies: number }[] = [];
  for (const day of problem.days.keys()) {
    const same = classes.find((known) => areAlike(problem, known.day, day));
    if (same) same.copies += 1;
    else classes.push({ day, copies: 1 });
  }
  return classes;
}

function areAlike({ days, visits, eateries }: Problem, one: number, other: number): boolean {
  const [a, b] = [days[one], days[other]];
  if (!a || !b || !haveSameFrame(a, b)) return false;
  const isSame = ({ windows, before }: Problem["visits"][number] | Problem["eateries"][number]): boolean =>
    before?.day !== one && before?.day !== other && haveSameHours(windows[one] ?? [], windows[other] ?? []);
  return visits.every(isSame) && eateries.every(isSame);
}

function haveSameFrame({ meals, ...frame }: Day, { meals: otherMeals, ...otherFrame }: Day): boolean {
  return JSON.stringify([frame, meals]) === JSON.stringify([otherFrame, otherMeals]);
}

function haveSameHours(one: readonly OpenWindow[], other: readonly OpenWindow[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  return one.every(({ openMinute, lastEntryMinute, closeMinute }, index) => {
    const same = other[index];
    return (
      same?.openMinute === openMinute && same.lastEntryMinute === lastEntryMinute && same.closeMinute === closeMinute
    );
  });
}
