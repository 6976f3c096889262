/**
 * Viator's own list of where it sells, and which of them a city of ours is. The list is long and changes about once a
 * week; its vendor wants it kept.
 */
import { z } from "zod";
import { distanceMeters } from "../../trip/geo.ts";
import { isSameName, speaksOf } from "../../trip/name-agreement.ts";
import type { CityNamed } from "../../trip/vendor-ports.ts";
import { eachUsable } from "../tours/each-usable.ts";

export const destinationSchema = z.object({
  destinationId: z.int().positive(),
  name: z.string().max(500),
  type: z.string().max(100),
  center: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).nullish(),
});
export type ViatorDestination = z.infer<typeof destinationSchema>;

export const destinationsSchema = z.object({ destinations: eachUsable(destinationSchema) });

/** Regions and countries have centres, too. */
const SETTLEMENTS = new Set(["CITY", "TOWN", "VILLAGE", "ISLAND", "DISTRICT", "HAMLET"]);

/** A centre is anywhere in a city; another name is believed only on the spot. */
const NAMED_WITHIN_METERS = 50_000;
const UNNAMED_WITHIN_METERS = 8_000;

/** 0 is the same name, 1 one that holds the other ("New York City"), 2 another. */
function nameRank(theirs: string, ours: string): number {
  if (isSameName(theirs, ours)) return 0;
  return speaksOf(theirs, ours) || speaksOf(ours, theirs) ? 1 : 2;
}

/** `null` where Viator sells nothing: a city with the name of another is not that other. */
export function destinationOf(
  city: Pick<CityNamed, "name" | "location">,
  destinations: readonly ViatorDestination[],
): ViatorDestination | null {
  const near = destinations.flatMap((destination) => {
    const { center, name, type } = destination;
    if (!center || !SETTLEMENTS.has(type.toUpperCase())) return [];
    const meters = distanceMeters(city.location, { lat: center.latitude, lon: center.longitude });
    if (meters > NAMED_WITHIN_METERS) return [];
    const rank = nameRank(name, city.name);
    const isAnswer = rank < 2 || (type.toUpperCase() === "CITY" && meters <= UNNAMED_WITHIN_METERS);
    return isAnswer ? [{ destination, rank, meters }] : [];
  });
  return near.sort((a, b) => a.rank - b.rank || a.meters - b.meters)[0]?.destination ?? null;
}
