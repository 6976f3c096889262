/**
 * Which vendors are used in this process, and why the others are not: from their descriptions and what the operator has
 * set. A vendor that lacks something is never half open.
 */
import type { PriceBasis } from "../trip/money.ts";
import type { AirportZone } from "./flights/airport-zones.ts";
import { createVendorHttp, type VendorHttpOptions } from "./kernel/create-vendor-http.ts";
import type { Descriptor, Settings, VendorPorts } from "./kernel/descriptor.ts";

export type VendorState = "ready" | "off" | "missing" | "contract";

export interface VendorStanding {
  readonly descriptor: Descriptor;
  readonly state: VendorState;
  /** What to set, where something is missing. */
  readonly missing: readonly string[];
}

export interface OpenedVendor {
  readonly descriptor: Descriptor;
  readonly basis: PriceBasis;
  readonly ports: VendorPorts;
}

export interface VendorsOptions {
  readonly vendors: readonly Descriptor[];
  /** By environment variable. */
  readonly settings: Settings;
  /** Ids that the operator named. */
  readonly optedIn: ReadonlySet<string>;
  /** Who counts, records and watches calls. */
  readonly calls?: Pick<VendorHttpOptions, "ledger" | "log" | "onCall"> | undefined;
  now(): Date;
  newId(): string;
  airportZone: AirportZone;
}

export function standingOf(
  descriptor: Descriptor,
  { settings, optedIn }: Pick<VendorsOptions, "settings" | "optedIn">,
): VendorStanding {
  const required = descriptor.settings.filter(({ isRequired }) => isRequired).map(({ variable }) => variable);
  if (descriptor.access === "self-hosted" || descriptor.address.standard === null)
    required.push(descriptor.address.variable);
  const missing = required.filter((variable) => settings[variable] === undefined);
  // An address of the operator's own is a choice, too.
  const isChosen = optedIn.has(descriptor.id) || settings[descriptor.address.variable] !== undefined;
  if (descriptor.access === "opt-in" && !isChosen) return { descriptor, state: "off", missing: [] };
  if (missing.length === 0 && descriptor.open) return { descriptor, state: "ready", missing };
  return { descriptor, state: descriptor.access === "contract" ? "contract" : "missing", missing };
}

export function openVendors(options: VendorsOptions): OpenedVendor[] {
  return options.vendors.flatMap((descriptor) => {
    if (!descriptor.open || standingOf(descriptor, options).state !== "ready") return [];
    const { settings, calls, now, newId, airportZone } = options;
    const own = [...descriptor.settings.map(({ variable }) => variable), descriptor.address.variable];
    const of = Object.fromEntries(own.map((variable) => [variable, settings[variable]]));
    const basis = descriptor.basis?.(of) ?? "live";
    const http = createVendorHttp({ descriptor, settings: of, ...calls });
    return [{ descriptor, basis, ports: descriptor.open({ settings: of, http, basis, now, newId, airportZone }) }];
  });
}
