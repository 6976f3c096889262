/**
 * What a board becomes for a trip: interests that it adds, and places that are offered. Offered places are in no plan
 * until the traveller confirms them; only what was offered can be confirmed. No model reads any of it.
 */
import { setImmediate as others } from "node:timers/promises";
import { createInspirationStore, type ReadBoard } from "../../db/stores/inspiration-store.ts";
import { interestsFrom } from "../../tools/trip-arguments.ts";
import { type Category, leavesOf } from "../../trip/categories.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { KeptPin } from "../../trip/inspiration/kept-pins.ts";
import { boardInterests, interestsByPin } from "../../trip/inspiration/pin-interests.ts";
import { createPinPlaceReader } from "../../trip/inspiration/pin-places.ts";
import type { CatalogueStore, Pin } from "../../trip/ports.ts";
import type { CityPlaces } from "../../trip/text/pasted/gazetteer.ts";
import type { Trip } from "../../trip/trip.ts";
import type { Runtime, UserApplication } from "../compose.ts";
import { callTool, contextOf, findTool } from "../http/call-tool.ts";
import type { BoardReading, OfferedPlace } from "./board-reading.ts";
import { findStrangers, type MaybePlace } from "./find-strangers.ts";

const PLACES_PER_CITY = 600;
const MOST_INTERESTS = 20;
const MOST_MUST_SEES = 40;

export interface BoardToRead {
  tripId: string;
  /** The vendor's id, or "text". */
  source: string;
  board: { id: string; name: string | null };
  pins: readonly Pin[];
}

type Parts = Pick<Runtime, "clock" | "database" | "geocoding">;

function citiesOf({ destinations }: Trip, catalogue: CatalogueStore): Promise<CityPlaces[]> {
  const ids = [...new Set(destinations.map(({ cityId }) => cityId))];
  return Promise.all(
    ids.map(async (id) => ({
      city: await catalogue.getCity(id),
      places: await catalogue.listPlaces(id, PLACES_PER_CITY),
      areas: await catalogue.listAreas(id),
    })),
  );
}

const PINS_AT_ONCE = 10;

/** In parts, so that nobody else's request waits for a long board. */
async function readPins(pins: readonly Pin[], cities: readonly CityPlaces[], signal: AbortSignal) {
  const byPin = new Map<string, readonly Category[]>();
  const reader = createPinPlaceReader(cities);
  for (const [at, pin] of pins.entries()) {
    for (const [id, said] of interestsByPin([pin])) byPin.set(id, said);
    reader.read(pin);
    if (at % PINS_AT_ONCE === 0) await others(undefined, { signal });
  }
  return { byPin, ...reader.found() };
}

/** The interest of the trip that a pin speaks for: by its words, else by a place that it names. */
function interestOf(said: readonly Category[], interests: readonly Category[]): Category | undefined {
  return said.flatMap(
    (one) => interests.find((own) => own === one || leavesOf(own).some((leaf) => leaf === one)) ?? [],
  )[0];
}

function keptPins(
  pins: readonly Pin[],
  offers: readonly MaybePlace[],
  { byPin, interests }: { byPin: ReadonlyMap<string, readonly Category[]>; interests: readonly Category[] },
): ReadBoard["pins"] {
  return pins.flatMap(({ id }) => {
    const places = offers.filter(({ pinIds }) => pinIds.includes(id)).flatMap((offer) => offer.places);
    const said = [...(byPin.get(id) ?? []), ...places.flatMap(({ categories }) => categories)];
    const category = interestOf(said, interests) ?? (places.length > 0 ? interests[0] : undefined);
    const kept: KeptPin = { id, placeIds: [...new Set(places.map((place) => place.id))].slice(0, 20) };
    return category ? [{ ...kept, category }] : [];
  });
}

function offered({ said, pinIds, places }: MaybePlace, trip: Trip, pins: ReadonlyMap<string, Pin>): OfferedPlace {
  return {
    said,
    pins: pinIds.map((id) => ({ id, page: pins.get(id)?.page ?? null })),
    choices: places.map(({ id, name, cityId, type }) => ({
      ...{ placeId: id, name, cityId, type },
      isMustSee: trip.wishes.mustSee.includes(id),
    })),
  };
}

export async function readBoard(
  { toolContext, userId }: UserApplication,
  { clock, database: db, geocoding }: Parts,
  { tripId, source, board, pins }: BoardToRead,
  signal: AbortSignal,
): Promise<BoardReading> {
  const { catalogue, trips } = toolContext;
  const trip = await trips.getTrip(tripId);
  const cities = await citiesOf(trip, catalogue);
  const { byPin, named, unknown } = await readPins(pins, cities, signal);
  const scope = { signal, userId, runId: null };
  const strangers = await findStrangers(unknown, { catalogue, geocoding, cities }, scope);
  const offers: MaybePlace[] = [...named, ...strangers.named];

  const told = boardInterests(byPin);
  const before = trip.wishes.interests.map(({ category }) => category);
  const said = told.map(({ category }) => category).filter((category) => !before.includes(category));
  const ofFirst = offers[0]?.places[0]?.categories.slice(0, 1) ?? [];
  // Without any interest the pins would have nowhere to be kept.
  const added = [...said, ...(before.length + said.length === 0 ? ofFirst : [])].slice(
    0,
    Math.max(0, MOST_INTERESTS - before.length),
  );
  const interests = [...before, ...added];
  await createInspirationStore({ db, userId }).keepBoard(tripId, {
    ...{ source, boardId: board.id, readAt: clock.now().toISOString() },
    pins: keptPins(pins, offers, { byPin, interests }),
    interests: interestsFrom(interests).slice(before.length),
  });
  const pinOf = new Map(pins.map((pin) => [pin.id, pin]));
  const words = offers.map((offer) => offered(offer, trip, pinOf));
  return {
    tripId,
    board,
    pinCount: pins.length,
    interests: told.map((one) => ({ ...one, isNew: added.includes(one.category) })),
    candidates: words.filter(({ choices }) => choices.length === 1),
    ambiguous: words.filter(({ choices }) => choices.length > 1),
    unknown: strangers.unknown.map(({ pinIds, ...one }) => ({
      ...one,
      pins: pinIds.map((id) => ({ id, page: pinOf.get(id)?.page ?? null })),
    })),
    notices: strangers.notices,
  };
}

/** They become must-sees, as `update_trip` has it: a trip with a plan gets a new version that has them. */
export async function confirmPlaces(
  application: UserApplication,
  { database: db }: Pick<Runtime, "database">,
  { tripId, placeIds }: { tripId: string; placeIds: readonly string[] },
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const wanted = [...new Set(placeIds.map((id) => id.toLowerCase()))];
  const known = await createInspirationStore({ db, userId: application.userId }).listOffered(tripId);
  const stranger = wanted.find((id) => !known.has(id));
  if (stranger !== undefined) {
    const message = `Expected places that a board of this trip was offered as, got "${stranger}". Read the board for this trip first, and confirm what it offers.`;
    throw new TripwrightError("invalid_input", message, { placeId: stranger });
  }
  const { wishes } = await application.toolContext.trips.getTrip(tripId);
  const count = new Set([...wishes.mustSee, ...wanted]).size;
  if (count > MOST_MUST_SEES) {
    const message = `A trip insists on at most ${MOST_MUST_SEES} places, and these would make ${count}. Confirm fewer.`;
    throw new TripwrightError("invalid_input", message, { count, most: MOST_MUST_SEES });
  }
  const tool = findTool("update_trip");
  if (!tool) throw new TripwrightError("internal", "There is no tool that changes trips.");
  return callTool(tool, { tripId, mustSee: wanted }, contextOf(application, signal));
}
