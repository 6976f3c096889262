/** What a plan has to hold whoever makes it, each put where it costs the day least. */
import type { Visit } from "../../trip/schedule/problem.ts";
import type { Filling, Trial } from "./filling.ts";

export const byGain = (a: Trial, b: Trial): number => b.gain - a.gain;

/** The first that the trip as a whole can hold. */
export function takeBest(filling: Filling, trials: readonly Trial[]): boolean {
  return trials.toSorted(byGain).some((trial) => filling.take(trial));
}

/** In the order of the problem; what nobody can place stays out, as it would with the scheduler. */
export function placeDemands(filling: Filling, isDemanded: (visit: Visit) => boolean): void {
  const { visits, days } = filling.problem;
  for (const [index, visit] of visits.entries()) {
    if (!isDemanded(visit)) continue;
    takeBest(
      filling,
      filling.staysOf(index).flatMap((stop) => filling.trials(days.keys(), stop)),
    );
  }
}

export const isBooked = ({ isFixed }: Visit): boolean => isFixed;
export const isInsistedOn = ({ isFixed, isMustSee }: Visit): boolean => isMustSee && !isFixed;
