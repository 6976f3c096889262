/**
 * One vendor's HTTP for the whole process: address, way in, limits, meaning of statuses and the checked answer put
 * together. Making one asks nobody anything.
 */
import type { CallLedger, CallLog } from "../../trip/vendor-calls.ts";
import type { Descriptor, Settings } from "./descriptor.ts";
import type { Exchange } from "./exchange.ts";
import { type CallObserver, createCaller, type Landed } from "./make-call.ts";
import { readAnswer } from "./read-answer.ts";
import { createSingleFlight } from "./single-flight.ts";
import { VendorError } from "./vendor-error.ts";
import type { VendorHttp, VendorRequest } from "./vendor-http.ts";

export interface VendorHttpOptions {
  readonly descriptor: Descriptor;
  readonly settings: Settings;
  /** Days are not counted without it. */
  readonly ledger?: CallLedger | undefined;
  readonly log?: CallLog | undefined;
  readonly onCall?: CallObserver | undefined;
  /** Before a second attempt. */
  readonly firstPauseMs?: number | undefined;
}

/** The operator's own address, or the vendor's; `null` where neither is known. */
export function addressOf({ address }: Descriptor, settings: Settings): URL | null {
  const configured = settings[address.variable] ?? address.standard;
  return configured === null || configured === undefined ? null : new URL(configured);
}

function urlOf(base: URL, { path, query = {} }: VendorRequest<unknown>): URL {
  const url = new URL(`${base.href.replace(/\/$/, "")}${path}`);
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
  }
  return url;
}

/** A name written in two ways would be sent twice. */
function lowerCased(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function exchangeOf(base: URL, asked: VendorRequest<unknown>, credentials: Readonly<Record<string, string>>): Exchange {
  const { method, json, form, headers } = asked;
  const body = json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : null;
  const type = json !== undefined ? "application/json" : form ? "application/x-www-form-urlencoded" : null;
  return {
    ...{ method, url: urlOf(base, asked), body },
    headers: {
      accept: "application/json",
      "user-agent": "tripwright",
      ...(type && { "content-type": type }),
      ...lowerCased(credentials),
      ...lowerCased(headers),
    },
  };
}

/** A traveller's own headers are in it: what one may see is not shared with another. */
const keyOf = ({ method, url, headers, body }: Exchange, sharedAs: string | undefined, timeoutMs: number): string =>
  JSON.stringify([method, url.href, headers, sharedAs ?? body, timeoutMs]);

/** The day of whoever asked first is used up; that of whoever shared the question may not be. */
const isAnothersDay = (error: unknown): boolean =>
  error instanceof VendorError && error.isHeld && error.kind === "quota" && error.retryAfterMs !== null;

export function createVendorHttp(options: VendorHttpOptions): VendorHttp {
  const { descriptor, settings } = options;
  const { name, limits, address } = descriptor;
  const base = addressOf(descriptor, settings);
  if (base === null) throw new VendorError(name, "bad_request", { detail: `${address.variable} is not set` });
  const credentials = descriptor.authorize?.(settings) ?? {};
  const call = createCaller({ ...options, host: base.host });
  const flights = createSingleFlight<Landed>();

  async function landing(exchange: Exchange, asked: VendorRequest<unknown>): Promise<Landed> {
    const timeoutMs = Math.min(asked.timeoutMs ?? limits.timeoutMs, limits.timeoutMs);
    const { signal } = asked.scope;
    const work = { exchange, asked, timeoutMs };
    if (asked.isRepeatable === false) return call({ ...work, signal });
    const key = keyOf(exchange, asked.sharedAs, timeoutMs);
    for (;;) {
      let isOwn = false;
      const own = (stop: AbortSignal): Promise<Landed> => {
        isOwn = true;
        return call({ ...work, signal: stop });
      };
      try {
        return await flights.join(key, own, signal);
      } catch (error) {
        if (isOwn || !isAnothersDay(error)) throw error;
      }
    }
  }

  return {
    async request<Value>(asked: VendorRequest<Value>): Promise<Value> {
      const landed = await landing(exchangeOf(base, asked, credentials), asked);
      if (landed.asked === asked) return landed.value as Value;
      // Whoever shared another's answer checks it for itself: no two callers hold the same object. It is read by whoever
      // asked, who knows the id that went with the question.
      const { read } = landed.asked;
      return readAnswer(name, landed.answer, { ...asked, ...(read && { read }) });
    },
  };
}
