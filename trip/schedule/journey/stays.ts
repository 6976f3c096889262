/** Which houses a party may sleep in for a number of nights, and what that costs. */
import type { JourneyRequest, RoomWish } from "./request.ts";
import type { JourneyStay, JourneyWorld, RoomType } from "./world.ts";

const ROOMS: Record<RoomWish, readonly RoomType[]> = {
  "shared room": ["shared"],
  "not shared room": ["private", "entire"],
  "private room": ["private"],
  "entire room": ["entire"],
};

export function stayCost(stay: JourneyStay, nights: number, travelers: number): number {
  return stay.price * nights * Math.ceil(travelers / stay.sleeps);
}

/** Cheapest first, then the better rated; none if the city has no house that suits. */
export function stayOptions(world: JourneyWorld, request: JourneyRequest, city: string, nights: number): JourneyStay[] {
  const { room, houseRule, travelers } = request;
  return world
    .stays(city)
    .filter(
      (stay) =>
        stay.minimumNights <= nights &&
        (room === null || ROOMS[room].includes(stay.type)) &&
        (houseRule === null || !stay.forbids.includes(houseRule)),
    )
    .map((stay) => ({ stay, cost: stayCost(stay, nights, travelers) }))
    .sort((a, b) => a.cost - b.cost || (b.stay.rating ?? 0) - (a.stay.rating ?? 0))
    .map(({ stay }) => stay);
}
