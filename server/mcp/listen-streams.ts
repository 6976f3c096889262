/**
 * `subscriptions/listen` over HTTP. Each stream has a handler and a bus of its own, so that what it hears is bound to
 * who listens: events carry an address and no owner, and on a bus shared between travellers each would learn when the
 * other's trip changes.
 */
import { createMcpHandler, type McpHandlerRequestOptions, type McpServerFactory } from "@modelcontextprotocol/server";
import { z } from "zod";
import { MOST_WATCHED, tooManyWatched, watchAddresses } from "../../mcp/subscriptions.ts";
import type { TripWatcher } from "../../mcp/trip-watcher.ts";
import type { Identity } from "../../trip/ports.ts";

export interface ListenStreamsOptions {
  factory: McpServerFactory;
  watcher: TripWatcher;
  onError(error: unknown): void;
  /** How long a stream lasts at most. */
  lifeMs?: number;
  /** How often it is asked whether who listens still may. */
  checkMs?: number;
}

export interface Listener {
  identity: Identity;
  /** Whether their token is still good. */
  isStillGood(): Promise<boolean>;
}

export interface ListenStreams {
  serve(request: Request, listener: Listener, options: McpHandlerRequestOptions): Promise<Response>;
  /** Every stream is ended in an orderly way. */
  close(): Promise<void>;
}

/** Of one traveller, in this process. */
const MOST_STREAMS = 16;
const MOST_STREAMS_OF_ALL = 1_024;
/** Then its client asks again, with a token that is still good. */
const LIFE_MS = 3_600_000;
/** So long may a token that was revoked go on hearing. */
const CHECK_MS = 30_000;
const METHOD = "subscriptions/listen";

/** The header is held against the body by whoever serves the request. */
export const isListen = ({ headers }: Request): boolean => headers.get("mcp-method") === METHOD;

const listenSchema = z.object({
  id: z.union([z.string(), z.number()]),
  params: z.object({ notifications: z.object({ resourceSubscriptions: z.array(z.string()).default([]) }) }),
});

export function createListenStreams({
  factory,
  watcher,
  onError,
  lifeMs = LIFE_MS,
  checkMs = CHECK_MS,
}: ListenStreamsOptions): ListenStreams {
  const open = new Map<() => Promise<void>, string>();

  const refusalFor = ({ userId, scopes }: Identity, uris: readonly string[]): string | null => {
    if (!scopes.has("read")) return 'Listening needs the scope "read", and the token does not have it.';
    if (uris.length > MOST_WATCHED) return tooManyWatched(uris.length);
    const own = [...open.values()].filter((listener) => listener === userId).length;
    if (own >= MOST_STREAMS) {
      return `Expected at most ${MOST_STREAMS} streams at once, and as many are open. Close one first.`;
    }
    if (open.size >= MOST_STREAMS_OF_ALL) return "This server has as many streams as it may. Try again in a while.";
    return null;
  };

  return {
    serve: async (request, { identity, isStillGood }, options) => {
      const parsedBody: unknown = options.parsedBody ?? (await request.json().catch(() => null));
      const listen = listenSchema.safeParse(parsedBody).data;
      const uris = listen?.params.notifications.resourceSubscriptions ?? [];
      const refusal = refusalFor(identity, uris);
      if (refusal !== null) {
        const error = { code: -32_602, message: refusal };
        return Response.json({ jsonrpc: "2.0", id: listen?.id ?? null, error }, { status: 400 });
      }
      const watched = watchedBus(watcher, identity, uris, () => {
        clearTimeout(life);
        clearInterval(check);
        open.delete(close);
      });
      const handler = createMcpHandler(factory, { bus: watched.bus, legacy: "reject", onerror: onError });
      const close = (): Promise<void> => handler.close();
      const life = setTimeout(() => void close(), lifeMs).unref();
      const check = setInterval(() => {
        isStillGood().then((isGood) => (isGood ? undefined : close()), onError);
      }, checkMs).unref();
      open.set(close, identity.userId);
      try {
        await watched.ready;
        return await handler.fetch(request, { ...options, parsedBody });
      } finally {
        watched.endUnlessHeard();
      }
    },
    close: async () => {
      await Promise.all([...open.keys()].map((close) => close()));
    },
  };
}

type Bus = NonNullable<NonNullable<Parameters<typeof createMcpHandler>[1]>["bus"]>;
type Hearer = Parameters<Bus["subscribe"]>[0];

/** A bus with one listener, who hears of these addresses. */
function watchedBus(
  watcher: TripWatcher,
  identity: Identity,
  uris: readonly string[],
  onEnd: () => void,
): { bus: Bus; ready: Promise<void>; endUnlessHeard(): void } {
  let listener: Hearer | null = null;
  const watch = watchAddresses(watcher, identity, uris, (uri) => listener?.({ kind: "resource_updated", uri }));
  const end = (): void => {
    watch.stop();
    onEnd();
  };
  const bus: Bus = {
    publish: () => {
      // Nothing is told to everybody: what a stream hears comes from its own watch.
    },
    subscribe: (heard) => {
      listener = heard;
      return end;
    },
  };
  const endUnlessHeard = (): void => {
    if (listener === null) end();
  };
  return { bus, ready: watch.ready, endUnlessHeard };
}
