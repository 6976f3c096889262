/** What was called: nothing that the request does not need, and nothing written but to the trip it is about. */
import { z } from "zod";
import type { ToolCallSeen } from "../../episode.ts";
import { type Expectation, finding } from "../../expectation.ts";
import type { Scene } from "../../scene.ts";

const callsOf = ({ episode }: Scene): ToolCallSeen[] => episode.turns.flatMap(({ toolCalls }) => [...toolCalls]);

export function callsOnly(allowed: readonly string[]): Expectation {
  return {
    demand: "no tool is called that the request does not need",
    kind: "writes",
    check(scene) {
      const others = callsOf(scene).filter(({ name }) => !allowed.includes(name));
      const told = [...new Set(others.map(({ name, status }) => `${name} (${status})`))];
      return finding(told.length === 0, told.length === 0 ? "none" : `called ${told.join(", ")}`);
    },
  };
}

const createdSchema = z.looseObject({ trip: z.looseObject({ id: z.string() }) });
const argsSchema = z.looseObject({ tripId: z.string() });

/** Every trip that calls made or named. */
function tripsTouched(scene: Scene): string[] {
  const ids = callsOf(scene).flatMap(({ name, args, result }) => {
    const made = name === "create_trip" ? createdSchema.safeParse(result).data?.trip.id : undefined;
    const named = argsSchema.safeParse(args).data?.tripId;
    return [made, named].filter((id) => id !== undefined);
  });
  return [...new Set(ids)];
}

export const oneTripAlone: Expectation = {
  demand: "one trip is made, and no other is read or written",
  kind: "writes",
  check(scene) {
    const touched = tripsTouched(scene);
    const made = callsOf(scene).filter(({ name, status }) => name === "create_trip" && status !== "error").length;
    const own = scene.plan?.trip.id;
    const isAlone = made === 1 && touched.every((id) => id === own);
    return finding(isAlone, `${made} made, ${touched.length} touched`);
  },
};

export function staysIn(city: string): Expectation {
  return {
    demand: `the trip is to ${city} and nowhere else, and planned`,
    kind: "writes",
    check({ plan }) {
      const cities = plan?.trip.destinations.map(({ name }) => name) ?? [];
      const visits = plan?.itinerary.days.flatMap(({ items }) => items).length ?? 0;
      return finding(cities.join() === city && visits > 0, `${cities.join(", ") || "no plan"}, ${visits} stops`);
    },
  };
}
