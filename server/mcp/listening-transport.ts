/**
 * `subscriptions/listen` on a lasting connection. The SDK answers it before a server sees it, and does not say who
 * listens to what: so the wire is read along. A listen waits until its trips are watched, which makes its
 * acknowledgement true; what ends it on the wire ends the watch.
 */
import {
  type JSONRPCMessage,
  type JSONRPCNotification,
  type JSONRPCRequest,
  type RequestId,
  SUBSCRIPTION_ID_META_KEY,
  type Transport,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { MOST_WATCHED, tooManyWatched, watchAddresses } from "../../mcp/subscriptions.ts";
import type { TripWatch, TripWatcher } from "../../mcp/trip-watcher.ts";
import type { Identity } from "../../trip/ports.ts";

export interface ListeningOptions {
  watcher: TripWatcher;
  identity: Identity;
  onError(error: unknown): void;
}

const filterSchema = z.object({ notifications: z.object({ resourceSubscriptions: z.array(z.string()).default([]) }) });
const cancelSchema = z.object({ requestId: z.union([z.string(), z.number()]) });

const isListen = (message: JSONRPCMessage): message is JSONRPCRequest =>
  "id" in message && "method" in message && message.method === "subscriptions/listen";
const isCancel = (message: JSONRPCMessage): message is JSONRPCNotification =>
  !("id" in message) && "method" in message && message.method === "notifications/cancelled";

export function listeningTransport(wire: Transport, { watcher, identity, onError }: ListeningOptions): Transport {
  const watches = new Map<RequestId, TripWatch>();
  const stop = (id: RequestId): boolean => {
    watches.get(id)?.stop();
    return watches.delete(id);
  };

  function tell(id: RequestId, uri: string): void {
    const params = { uri, _meta: { [SUBSCRIPTION_ID_META_KEY]: id } };
    wire.send({ jsonrpc: "2.0", method: "notifications/resources/updated", params }).catch(onError);
  }

  function listen(message: JSONRPCRequest, deliver: () => void): void {
    const { id } = message;
    const uris = filterSchema.safeParse(message.params).data?.notifications.resourceSubscriptions ?? [];
    if (uris.length > MOST_WATCHED) {
      wire.send({ jsonrpc: "2.0", id, error: { code: -32_602, message: tooManyWatched(uris.length) } }).catch(onError);
      return;
    }
    stop(id);
    const watch = watchAddresses(watcher, identity, uris, (uri) => tell(id, uri));
    watches.set(id, watch);
    // Taken back meanwhile, it is not served any more.
    void watch.ready.then(() => watches.get(id) === watch && deliver());
  }

  const transport: Transport = {
    start: () => wire.start(),
    close: () => wire.close(),
    send: (message, options) => {
      // Refused, or ended in an orderly way.
      if ("id" in message && !("method" in message) && message.id !== undefined) stop(message.id);
      return wire.send(message, options);
    },
    setProtocolVersion: (version) => wire.setProtocolVersion?.(version),
  };
  wire.onmessage = (message, extra) => {
    const deliver = (): void => transport.onmessage?.(message, extra);
    if (isListen(message)) return listen(message, deliver);
    const cancelled = isCancel(message) ? cancelSchema.safeParse(message.params).data?.requestId : undefined;
    if (cancelled !== undefined) stop(cancelled);
    deliver();
  };
  wire.onerror = (error) => transport.onerror?.(error);
  wire.onclose = () => {
    for (const id of [...watches.keys()]) stop(id);
    transport.onclose?.();
  };
  return transport;
}
