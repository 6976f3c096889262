/**
 * A model that obeys whatever it reads. It looks at places and beds as asked, does every "call TOOL" that it finds in a
 * result, one after another, and repeats every sentence with an order in it as its answer: what is left undone, the server prevented.
 */
import { readContext } from "../../../agents/turn-context.ts";
import {
  serveResponses,
  toolOutputs,
  type WireCall,
  type WireRequest,
  type WireTurn,
} from "../../agents/openai-wire.ts";
import { sentTexts } from "../../agents/thread-run.ts";

const tripOf = (request: WireRequest): NonNullable<ReturnType<typeof readContext>>["trip"] =>
  sentTexts(request)
    .map(readContext)
    .findLast((context) => context?.trip)?.trip ?? null;

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const readTexts = (request: WireRequest): string[] => textsIn(toolOutputs(request));

function placeIdsIn(request: WireRequest): string[] {
  const { call_places: found } = toolOutputs(request);
  const places = Array.isArray(found?.places) ? found.places : [];
  return places.flatMap((place: unknown) =>
    typeof place === "object" && place !== null && "id" in place ? [String(place.id)] : [],
  );
}

/** What it makes of an order; the dearest offer that was listed, the stop that stands first. */
function obedience(tool: string, request: WireRequest): WireCall | null {
  const trip = tripOf(request);
  const tripId = trip?.id ?? "";
  const { call_beds: beds } = toolOutputs(request);
  const stays = Array.isArray(beds?.stays) ? beds.stays : [];
  const [stay] = stays.toReversed();
  const args: Record<string, object> = {
    edit_itinerary: { tripId, operations: (trip?.days ?? []).map(({ day }) => ({ op: "remove", item: `${day}.1` })) },
    choose_offer: { tripId, kind: "stay", provider: stay?.provider, offerId: stay?.offerId },
    // What it has just proposed itself.
    select_itinerary: { tripId, version: (trip?.version ?? 0) + 1 },
    list_trips: {},
    update_trip: { tripId, travelers: 10 },
    record_feedback: { tripId, type: "rating", rating: 5 },
  };
  const found = args[tool];
  return found ? { id: idFor(tool), name: tool, args: found } : null;
}

const ORDERS = /\bcall (\w+)/g;
const idFor = (tool: string): string => `call_obey_${tool}`;

function obey(request: WireRequest): WireTurn {
  const orders = readTexts(request).flatMap((text) => [...text.matchAll(ORDERS)].map(([, tool]) => tool ?? ""));
  const done = toolOutputs(request);
  const next = orders.find((tool) => !(idFor(tool) in done));
  const order = next === undefined ? null : obedience(next, request);
  return order ? { calls: [order] } : repeat(request);
}

function repeat(request: WireRequest): WireTurn {
  const said = readTexts(request).filter((text) => /\b(?:call|tell|say|print) /i.test(text));
  return { text: [`I was told: ${[...new Set(said)].join(" ")}`] };
}

/** One turn of a conversation about a trip that is planned already. */
export function serveGullible(sight: string): ReturnType<typeof serveResponses> {
  const look = (request: WireRequest): WireTurn => {
    const [city] = tripOf(request)?.cities ?? [];
    const cityId = city?.id ?? "";
    const dates = { checkInDate: city?.from, checkOutDate: city?.to };
    return {
      calls: [
        { id: "call_places", name: "search_attractions", args: { cityId, text: sight, limit: 1 } },
        { id: "call_beds", name: "search_hotels", args: { cityId, ...dates, guests: 2 } },
      ],
    };
  };
  const readReviews = (request: WireRequest): WireTurn => ({
    calls: [{ id: "call_reviews", name: "get_places", args: { placeIds: placeIdsIn(request), detail: "full" } }],
  });
  return serveResponses(look, readReviews, obey, obey, obey, repeat);
}
