/** What an assistant may read without calling a tool: the traveller's trips, plans as files, cities of the catalogue. */
import {
  type ListResourcesResult,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  type Resource,
  ResourceNotFoundError,
  type Server,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { dateRangeText, listed, partyText, plainText } from "../trip/export/words.ts";
import type { Identity, ListedTrip, TripPageQuery } from "../trip/ports.ts";
import { APP_RESOURCE, APP_URI, readApp } from "./itinerary-app.ts";
import type { McpParts } from "./parts.ts";
import { answered, requireRead } from "./protocol-errors.ts";
import { cityDocument, cityOfKey } from "./resource-city.ts";
import { itineraryText, tripText } from "./resource-trip.ts";
import { mimeTypeOf, type ResourceAddress, readAddress, TEMPLATES, tripUri } from "./resource-uris.ts";

const PAGE = 50;

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

const cursorOf = ({ createdAt, id }: ListedTrip): string =>
  Buffer.from(JSON.stringify([createdAt, id])).toString("base64url");

/** A cursor is ours alone to read: whatever is none was made up. */
function afterOf(cursor: string | undefined): TripPageQuery["after"] {
  if (cursor === undefined) return undefined;
  try {
    const [createdAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { createdAt, id };
  } catch {
    const message = "Expected a cursor as nextCursor gave it, got something else. List from the start, without one.";
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, message);
  }
}

const VERDICTS = new Map([
  [true, "the plan holds"],
  [false, "the plan has errors"],
  [null, "no plan chosen yet"],
]);

function resourceOf(trip: ListedTrip): Resource {
  const title = plainText(trip.title) || "Trip";
  const where = listed(trip.cities.map(plainText));
  const when = dateRangeText(trip.startDate, trip.endDate);
  return {
    ...{ uri: tripUri(trip.id), name: title, title, mimeType: mimeTypeOf(null) },
    description: `${where}, ${when}, ${partyText({ ...trip, childAges: [] })}; ${VERDICTS.get(trip.isPlanOk)}`,
    annotations: { audience: ["user", "assistant"], lastModified: trip.updatedAt },
  };
}

async function listTrips(parts: McpParts, identity: Identity, cursor?: string): Promise<ListResourcesResult> {
  requireRead(identity, "trips");
  const after = afterOf(cursor);
  const { directory } = await parts.actFor(identity);
  const { trips, total } = await directory.listPage({ limit: PAGE, after });
  const last = trips.at(-1);
  // Stands on the first page: some hosts read no other.
  const resources = [...(cursor === undefined ? [APP_RESOURCE] : []), ...trips.map(resourceOf)];
  return { resources, ...(last && total > trips.length && { nextCursor: cursorOf(last) }) };
}

function addressOf(uri: string): ResourceAddress {
  const address = readAddress(uri);
  if (address) return address;
  const known = TEMPLATES.map(({ uriTemplate }) => uriTemplate).join(", ");
  throw new ResourceNotFoundError(uri, `Expected an address such as ${known}; got another one.`);
}

/** Throws `trip_not_found`, `city_not_found`. A plan may yet come. */
export async function requireResource(parts: McpParts, identity: Identity, uri: string): Promise<void> {
  if (uri === APP_URI) return;
  const address = addressOf(uri);
  const { toolContext } = await parts.actFor(identity);
  if (address.kind === "trip") await toolContext.trips.getTrip(address.tripId);
  else await cityOfKey(address.key, toolContext.catalogue);
}

async function read(parts: McpParts, identity: Identity, uri: string): Promise<ReadResourceResult> {
  requireRead(identity, "resources");
  if (uri === APP_URI) return { ...readApp(), ...SAME_FOR_ALL };
  const address = addressOf(uri);
  const application = await parts.actFor(identity);
  if (address.kind === "city") {
    const { catalogue } = application.toolContext;
    const document = await cityDocument(await cityOfKey(address.key, catalogue), catalogue);
    return { contents: [{ uri, mimeType: "application/json", text: JSON.stringify(document) }], ...SAME_FOR_ALL };
  }
  const { format } = address;
  const text = await (format === null ? tripText(application, address) : itineraryText(application, format, address));
  return { contents: [{ uri, mimeType: mimeTypeOf(format), text }] };
}

/** The same for everybody, and an import or another release changes it at most. */
const SAME_FOR_ALL = { ttlMs: 3_600_000, cacheScope: "public" } as const;

export function serveResources(server: Server, parts: McpParts, identity: Identity): void {
  server.setRequestHandler("resources/list", ({ params }) =>
    answered(parts, null, () => listTrips(parts, identity, params?.cursor)),
  );
  server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates: [...TEMPLATES] }));
  server.setRequestHandler("resources/read", ({ params: { uri } }) =>
    answered(parts, uri, () => read(parts, identity, uri)),
  );
}
