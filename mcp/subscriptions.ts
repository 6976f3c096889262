/**
 * Subscriptions: which trips the addresses that a client watches stand for, and the requests by which clients of 2025
 * watch one on a lasting connection. Clients of 2026 listen instead, which is a matter of the transports.
 */
import { ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";
import type { Identity } from "../trip/ports.ts";
import type { McpParts } from "./parts.ts";
import { answered, requireRead } from "./protocol-errors.ts";
import { readAddress } from "./resource-uris.ts";
import { requireResource } from "./resources.ts";
import type { TripWatch, TripWatcher } from "./trip-watcher.ts";

/** Addresses a connection, or a stream of one, may watch. */
export const MOST_WATCHED = 100;

export const tooManyWatched = (count: number): string =>
  `Expected at most ${MOST_WATCHED} addresses to watch, got ${count}. Watch those that are on show.`;

/** Watches the trips behind addresses; those of cities, or of nothing, are never heard of. */
export function watchAddresses(
  watcher: TripWatcher,
  identity: Identity,
  uris: readonly string[],
  onUpdated: (uri: string) => void,
): TripWatch {
  const urisOf = new Map<string, string[]>();
  for (const uri of new Set(uris)) {
    const address = readAddress(uri);
    if (address?.kind === "trip") urisOf.set(address.tripId, [...(urisOf.get(address.tripId) ?? []), uri]);
  }
  return watcher.watch(identity, [...urisOf.keys()], (tripId) => urisOf.get(tripId)?.forEach(onUpdated));
}

export function serveSubscriptions(server: Server, parts: McpParts, identity: Identity, watcher: TripWatcher): void {
  const watches = new Map<string, TripWatch>();
  let isClosed = false;
  const stop = (uri: string): void => {
    watches.get(uri)?.stop();
    watches.delete(uri);
  };
  const onUpdated = (uri: string): void => void server.sendResourceUpdated({ uri }).catch(parts.onError);

  async function subscribe(uri: string): Promise<Record<string, never>> {
    requireRead(identity, "resources");
    await requireResource(parts, identity, uri);
    if (watches.has(uri) || isClosed) return {};
    if (watches.size >= MOST_WATCHED) {
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, tooManyWatched(watches.size + 1));
    }
    const watch = watchAddresses(watcher, identity, [uri], onUpdated);
    watches.set(uri, watch);
    await watch.ready;
    return {};
  }

  server.setRequestHandler("resources/subscribe", ({ params: { uri } }) => answered(parts, uri, () => subscribe(uri)));
  server.setRequestHandler("resources/unsubscribe", ({ params: { uri } }) => {
    stop(uri);
    return {};
  });
  const closedBefore = server.onclose;
  server.onclose = () => {
    isClosed = true;
    for (const uri of [...watches.keys()]) stop(uri);
    closedBefore?.();
  };
}
