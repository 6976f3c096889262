/** "Eurostar 9:22 Paris Nord – 12:44 Amsterdam": one journey, whose stations are no stops of the plan. */
import type { SaidTime } from "./said-times.ts";

/** A line that begins with what one travels by. */
const BY =
  /^\W*(?:(?:the|take|catch|our|your|early|morning|afternoon|evening|overnight|night|direct|fast|high-speed)\s+)*(?:trains?|eurostar|thalys|tgv|ave|intercity|shinkansen|flights?|fly|ferry|coach|bus(?= (?:to|from)\b)|transfer)(?!\s+(?:museum|station|street|building|terminal|stop))\b/iu;

export function isJourneyLine(text: string): boolean {
  return BY.test(text);
}

/** From the first time said to the second, which is when it arrives. */
export function timeOfJourney(times: readonly SaidTime[]): SaidTime | null {
  const [first, second] = times;
  if (!first) return null;
  return first.end === null && second ? { ...first, end: second.start } : first;
}
