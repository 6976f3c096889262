/** `tripwright places show`: everything known about one place. */
import { TripwrightError } from "../../trip/errors.ts";
import type { PlaceDetails } from "../../trip/place-details.ts";
import { findPlaceId } from "../find-place.ts";
import { renderPlace } from "../render/render-place.ts";
import { type CommandSession, withSession } from "../session.ts";
import { terminal } from "../terminal.ts";

export interface PlacesShowOptions {
  city?: string;
  json?: boolean;
  today?: string;
}

/** Throws `place_not_found`. */
export async function detailsOf(
  typed: string,
  city: string | undefined,
  { toolContext }: Pick<CommandSession, "toolContext">,
): Promise<PlaceDetails> {
  const { catalogue, clock } = toolContext;
  const id = await findPlaceId(typed, city, catalogue);
  const [place] = await catalogue.getPlaceDetails([id], clock.now());
  if (place) return place;
  throw new TripwrightError("place_not_found", `Expected the id of a place in the catalogue, got "${typed}".`, {
    place: typed,
  });
}

export async function placesShowCommand(typed: string, { city, json, today }: PlacesShowOptions): Promise<void> {
  await withSession({ today }, async (session) => {
    const place = await detailsOf(typed, city, session);
    const { name } = await session.toolContext.catalogue.getCity(place.cityId);
    const shown = json ? JSON.stringify({ place }, null, 2) : renderPlace(place, name, terminal(session.config));
    process.stdout.write(`${shown}\n`);
  });
}
