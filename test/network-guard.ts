/**
 * No test reaches beyond this machine. HTTP that no handler answers fails the request and then the
 * test, even where the code under test swallows the failure. Databases and servers on this machine
 * are left alone: their sockets never pass through msw.
 */
import dns from "node:dns";
import { Socket } from "node:net";
import { http, passthrough } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "::1", "0.0.0.0"];

/** Tests add handlers with `server.use`; they are dropped after each test. */
export const server = setupServer(
  http.all("http://127.0.0.1:*/*", () => passthrough()),
  http.all("http://localhost:*/*", () => passthrough()),
);

let unanswered: string[] = [];
server.events.on("request:unhandled", ({ request }) => {
  unanswered.push(`${request.method} ${request.url}`);
});

/** What would have gone out since the last call; a test that provokes it on purpose takes it from here. */
export function takeUnansweredRequests(): string[] {
  const taken = unanswered;
  unanswered = [];
  return taken;
}

/** Where the running test may go beyond this machine. */
const liveHosts = new Set<string>();

/** For a test that a person runs against the live service, and until it ends; see live/describe-live.ts. */
export function letThrough(hostname: string): void {
  liveHosts.add(hostname);
  server.use(http.all(`https://${hostname}/*`, () => passthrough()));
}

type Connect = (...args: unknown[]) => Socket;

/** Where a socket is asked to go, in any of the forms that `Socket.connect` takes; `null` for a path. */
function hostOf(args: readonly unknown[]): string | null {
  const [target, host] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof target === "object" && target !== null) {
    if ("path" in target && target.path) return null;
    return "host" in target && target.host ? `${target.host}` : "localhost";
  }
  if (typeof target === "string" && Number.isNaN(Number(target))) return null;
  return typeof host === "string" ? host : "localhost";
}

function isOnThisMachine(host: string | null): boolean {
  return host === null || LOCAL_HOSTS.includes(host);
}

/** msw watches every socket of the process; this lets those of databases by, byte for byte. */
function sparingLocalSockets(plain: Connect, watched: Connect): Connect {
  return function connect(this: Socket, ...args: unknown[]) {
    return Reflect.apply(isOnThisMachine(hostOf(args)) ? plain : watched, this, args);
  };
}

/** What msw does not see (node:http imported by name, vendors' drivers) ends here: other hosts have no address. */
function lookupOfThisMachine(host: string, ...rest: unknown[]): void {
  if (isOnThisMachine(host) || liveHosts.has(host)) {
    Reflect.apply(plainLookup, dns, [host, ...rest]);
    return;
  }
  unanswered.push(`the address of ${host}`);
  const answer = rest.at(-1) as (error: Error) => void;
  process.nextTick(answer, new Error(`Tests stay on this machine: ${host} has no address`));
}

const plainConnect = Socket.prototype.connect as Connect;
const plainLookup = dns.lookup;

beforeAll(() => {
  server.listen({ onUnhandledFrame: "error" });
  const watchedConnect = Socket.prototype.connect as Connect;
  Socket.prototype.connect = sparingLocalSockets(plainConnect, watchedConnect) as typeof Socket.prototype.connect;
  dns.lookup = lookupOfThisMachine as typeof dns.lookup;
});

afterEach(() => {
  server.resetHandlers();
  liveHosts.clear();
  const requests = takeUnansweredRequests();
  if (requests.length > 0) throw new Error(`Tests stay on this machine, but this one asked for ${requests.join(", ")}`);
});

afterAll(() => {
  dns.lookup = plainLookup;
  Socket.prototype.connect = plainConnect as typeof Socket.prototype.connect;
  server.close();
});
