/**
 * What a vendor is, as data: how to be let in, where it may be reached, how often, what of its answers may be kept,
 * and what has to be said beside them. The registry, `doctor`, the caches, docs and tests all read the same description;
 * code that knows a vendor is in that vendor's folder alone.
 */
import type { PriceBasis } from "../../trip/money.ts";
import type {
  FailureKind,
  FlightVendor,
  GeocodingVendor,
  InspirationVendor,
  LinkVendor,
  MapVendor,
  PlaceVendor,
  RateVendor,
  StayVendor,
  TourVendor,
  TravelTimesVendor,
  WeatherVendor,
} from "../../trip/vendor-ports.ts";
import type { AirportZone } from "../flights/airport-zones.ts";
import type { Answer } from "./exchange.ts";
import type { VendorHttp } from "./vendor-http.ts";

export const DOMAINS = [
  "flights",
  "stays",
  "places",
  "tours",
  "links",
  "rates",
  "weather",
  "travel-times",
  "geocoding",
  "inspiration",
] as const;
export type Domain = (typeof DOMAINS)[number];

/** An environment variable. */
export interface Setting {
  readonly variable: string;
  /** Never shown, logged or put into an address. */
  readonly isSecret: boolean;
  readonly isRequired: boolean;
  /** What it is, for whoever sets it. */
  readonly says: string;
}

/**
 * How a vendor comes to be used: by a `key` of the operator's; `opt-in`, without a key, where TRIPWRIGHT_PROVIDERS names
 * it; `self-hosted`, by the address of the operator's own server; by an `account` that each traveller links; or by a
 * `contract` that this program's authors do not have.
 */
export type Access = "key" | "opt-in" | "self-hosted" | "account" | "contract";

/** What may be kept of its answers. Zero is: no longer than the answer to whoever asked, and in no table and no log. */
export interface Terms {
  readonly contentSeconds: number;
  readonly priceSeconds: number;
  /** Its ids may be kept for good. */
  readonly keepsIds: boolean;
  /** Whether a language model may be shown its content. */
  readonly isForModels: boolean;
}

export interface Limits {
  readonly perSecond: number;
  readonly atOnce: number;
  /** Of all travellers together, and of one; `null` where the vendor sets none and it costs nothing. */
  readonly perDay: number | null;
  readonly perUserPerDay: number | null;
  /** Of one attempt. */
  readonly timeoutMs: number;
  /** Of a whole call, with its waits and retries; half as long again as an attempt unless given. */
  readonly deadlineMs?: number;
  /** Of one answer. */
  readonly maxBytes: number;
}

export type Settings = Readonly<Record<string, string | undefined>>;

/** What an adapter is handed. */
export interface OpenVendor {
  readonly settings: Settings;
  readonly http: VendorHttp;
  readonly basis: PriceBasis;
  now(): Date;
  newId(): string;
  /** Vendors of flights mostly say local times without their zone. */
  readonly airportZone: AirportZone;
}

/** What a vendor can do; a missing one is not an error but an ability it has not. */
export interface VendorPorts {
  readonly flights?: FlightVendor;
  readonly stays?: StayVendor;
  readonly tours?: TourVendor;
  readonly links?: LinkVendor;
  readonly rates?: RateVendor;
  readonly weather?: WeatherVendor;
  readonly travelTimes?: TravelTimesVendor;
  readonly geocoding?: GeocodingVendor;
  readonly places?: PlaceVendor;
  readonly maps?: MapVendor;
  readonly inspiration?: InspirationVendor;
}

export interface Descriptor {
  /** Stable, lower case; in logs, caches and TRIPWRIGHT_PROVIDERS. */
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  readonly domains: readonly Domain[];
  readonly access: Access;
  readonly settings: readonly Setting[];
  /** Where it answers; `null` where only the operator knows. The variable leads elsewhere: a sandbox, an own server. */
  readonly address: { readonly standard: string | null; readonly variable: string };
  readonly terms: Terms;
  readonly limits: Limits;
  /** To be said wherever its content is shown. */
  readonly attribution: { readonly text: string; readonly url: string } | null;
  /** For people: docs/providers.md and `doctor` say exactly this. */
  readonly about: {
    readonly keyAt: string;
    readonly costs: string;
    readonly sends: string;
    readonly stores: string;
    /** Set where nobody of ours has ever spoken to the live service. */
    readonly isUntested?: true;
  };
  /** `sandbox` for a test key, say; `live` unless given. */
  basis?(settings: Settings): PriceBasis;
  /** Headers that let us in. */
  authorize?(settings: Settings): Readonly<Record<string, string>>;
  /** Where the vendor's statuses mean something else than HTTP's. */
  failureOf?(answer: Answer): FailureKind | null;
  /** Statuses after which it may be asked again; 429, 502, 503 and 504 unless given. */
  readonly retriedStatuses?: readonly number[];
  /** Absent where there is nothing to call: links, contracts. */
  open?(vendor: OpenVendor): VendorPorts;
}
