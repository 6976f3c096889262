/**
 * A plain method out of a way to fill days. Trip and facts become the same problem as for the planner, and the filled
 * days a draft in the same words: what differs is how stops are chosen, and nothing else.
 */
import { evaluate } from "../../trip/schedule/evaluate.ts";
import { problemFrom } from "../../trip/schedule/mapping/from-trip.ts";
import { itineraryFrom } from "../../trip/schedule/mapping/to-itinerary.ts";
import { type Random, seededRandom, seedFrom } from "../../trip/schedule/random.ts";
import type { Method } from "../method.ts";
import { Filling } from "./filling.ts";

interface PlainMethod extends Pick<Method, "name" | "title" | "about"> {
  fill(filling: Filling, random: Random): void;
}

export function methodFrom({ fill, ...method }: PlainMethod): Method {
  return {
    ...method,
    plan(trip, facts, seed) {
      const mapped = problemFrom(trip, facts);
      const { problem } = mapped;
      const filling = new Filling(problem);
      fill(filling, seededRandom(seedFrom(`${seed}|${problem.seed}`)));
      return itineraryFrom(mapped, evaluate(problem, filling.plan).days);
    },
  };
}
