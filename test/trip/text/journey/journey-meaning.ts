/** What a request for a journey means, in the few words that a table of phrasings has room for. */
import type {
  HouseRule,
  JourneyRequest,
  RefusedTransport,
  RoomWish,
} from "../../../../trip/schedule/journey/request.ts";

export interface JourneyMeaning {
  from?: string;
  to?: string;
  cities?: number;
  days?: number;
  start?: string;
  people?: number;
  budget?: number | null;
  house?: HouseRule;
  room?: RoomWish;
  transport?: RefusedTransport;
  cuisines?: string[];
}

/** Every field that a meaning leaves out says what a request without it means. */
export function meaningOfJourney(read: JourneyRequest | { error: string }): JourneyMeaning | { error: string } {
  if ("error" in read) return read;
  return {
    from: read.origin,
    to: read.destination,
    ...(read.cities !== 1 && { cities: read.cities }),
    days: read.days,
    start: read.dates[0] ?? "none",
    people: read.travelers,
    budget: read.budget,
    ...(read.houseRule && { house: read.houseRule }),
    ...(read.room && { room: read.room }),
    ...(read.transport && { transport: read.transport }),
    ...(read.cuisines.length > 0 && { cuisines: [...read.cuisines] }),
  };
}
