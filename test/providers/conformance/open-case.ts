/** A vendor opened as the program opens it, in a hurry, with a ledger and a log that a test can read. */
import { createVendorHttp } from "../../../providers/kernel/create-vendor-http.ts";
import type { Descriptor, Limits, Settings, VendorPorts } from "../../../providers/kernel/descriptor.ts";
import type { CallCount, CallRecord } from "../../../trip/vendor-calls.ts";
import { airportZone } from "./airport-zones.ts";
import type { VendorCase } from "./vendor-case.ts";

export const NOW = new Date("2026-11-22T09:00:00Z");

export interface OpenCaseOptions {
  readonly limits?: Partial<Limits>;
  /** Every request that was made is added to it. */
  readonly records?: CallRecord[];
  /** What becomes of each call that is to be counted. */
  readonly count?: () => CallCount;
}

/** Nobody waits here as long as for a real vendor, nor for as many calls a second as it allows. */
function hurried({ limits, ...descriptor }: Descriptor, change: Partial<Limits> = {}): Descriptor {
  const timeoutMs = Math.min(limits.timeoutMs, 3_000);
  return { ...descriptor, limits: { ...limits, perSecond: 1_000, timeoutMs, deadlineMs: 3_000, ...change } };
}

export function openCase(
  { descriptor, settings }: VendorCase,
  url: string,
  { limits, records, count = () => "counted" }: OpenCaseOptions = {},
): VendorPorts {
  const here: Settings = { ...settings, [descriptor.address.variable]: url };
  const http = createVendorHttp({
    ...{ descriptor: hurried(descriptor, limits), settings: here, firstPauseMs: 1 },
    ledger: { take: () => Promise.resolve(count()) },
    log: { record: (call) => records?.push(call) },
  });
  const basis = descriptor.basis?.(here) ?? "live";
  let made = 0;
  const newId = (): string => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`;
  return descriptor.open?.({ settings: here, http, basis, now: () => NOW, newId, airportZone }) ?? {};
}
