/** `tripwright places show`: everything known about one place. */
import { TripwrightError } from "../../trip/errors.ts";
import type { PlaceDetails } from "../../trip/place-details.ts";
import { findPlaceId } from "../find-place.ts";
import { needLivePlaces, tellLive } from "../live-places.ts";
import { renderLivePlace } from "../render/render-live.ts";
import { renderPlace } from "../render/render-place.ts";
import { type CommandSession, withSession } from "../session.ts";
import { terminal } from "../terminal.ts";

export interface PlacesShowOptions {
  city?: string;
  /** Also what a vendor says of it this minute. */
  live?: boolean;
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

export async function placesShowCommand(typed: string, options: PlacesShowOptions): Promise<void> {
  const { city, json, today } = options;
  await withSession({ today }, async (session) => {
    const { runtime, userId, signal, config, toolContext } = session;
    const livePlaces = options.live ? needLivePlaces(runtime.livePlaces) : null;
    const place = await detailsOf(typed, city, session);
    const live = livePlaces && (await tellLive(livePlaces, place, { signal, userId, runId: null }));
    const { name } = await toolContext.catalogue.getCity(place.cityId);
    const shown = json
      ? JSON.stringify({ place, ...(live && { live }) }, null, 2)
      : [
          renderPlace(place, name, terminal(config)),
          ...(live ? ["", renderLivePlace(live, terminal(config))] : []),
        ].join("\n");
    process.stdout.write(`${shown}\n`);
  });
}
