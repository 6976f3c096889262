/**
 * A journey as somebody asks for it before any city is settled: from where, to a city or a state, for how many days,
 * and what must hold on the way. What a planner of whole journeys starts from, whoever read it and from whatever.
 */

/** What a house has to allow. */
export const HOUSE_RULES = ["smoking", "parties", "children under 10", "visitors", "pets"] as const;
export type HouseRule = (typeof HOUSE_RULES)[number];

export const ROOM_WISHES = ["shared room", "not shared room", "private room", "entire room"] as const;
export type RoomWish = (typeof ROOM_WISHES)[number];

/** How the party will not travel between cities. */
export const REFUSED_TRANSPORT = ["no flight", "no self-driving"] as const;
export type RefusedTransport = (typeof REFUSED_TRANSPORT)[number];

export interface JourneyRequest {
  /** The city where it begins and ends. */
  origin: string;
  /** A city, or a state of which the planner chooses the cities. */
  destination: string;
  /** How many cities are visited, the origin not counted. */
  cities: number;
  days: number;
  /** One for each day, YYYY-MM-DD. */
  dates: readonly string[];
  travelers: number;
  /** For all of them and the whole journey, in units of the currency of all prices; `null` without one. */
  budget: number | null;
  houseRule: HouseRule | null;
  /** Each to be eaten at least once. */
  cuisines: readonly string[];
  room: RoomWish | null;
  transport: RefusedTransport | null;
}
