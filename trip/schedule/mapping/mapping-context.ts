/** What every part of the mapping looks at. */
import type { PlanFacts } from "../../facts.ts";
import type { Trip } from "../../trip.ts";
import type { Change } from "./change.ts";
import type { Stood } from "./previous.ts";
import type { Purse } from "./purse.ts";
import type { Points } from "./travel.ts";

export interface MappingContext {
  readonly trip: Trip;
  readonly facts: PlanFacts;
  readonly purse: Purse;
  readonly change: Change | undefined;
  /** City ids; an area of the problem is an index into them. */
  readonly areas: readonly string[];
  readonly dates: readonly string[];
  readonly days: readonly { readonly area: number }[];
  /** Items of the plan that is replaced. */
  readonly stood: readonly Stood[];
  readonly points: Points;
  /** Kinds of sights, numbered as they are first mentioned. */
  readonly groups: Map<string, number>;
}
