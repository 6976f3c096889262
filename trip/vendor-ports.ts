/**
 * What the outside world can be asked, vendor by vendor: one small port for each kind of answer. A vendor that does not
 * answer is a failure with a name; whoever asks several goes on with the others. Whatever a vendor wrote is a stranger's
 * text.
 */
import type { City } from "./catalogue.ts";
import type { CityMode } from "./geo.ts";
import type { LivePlace } from "./live/live-place.ts";
import type { Price } from "./money.ts";
import type { FlightOffer, FlightQuery, StayOffer, StayQuery } from "./offer.ts";
import type { Coordinates, Place } from "./place.ts";
import type { TravelMatrices } from "./travel-times.ts";

export const FAILURE_KINDS = [
  "auth",
  "quota",
  "rate_limited",
  "bad_request",
  "not_found",
  "upstream",
  "timeout",
  "schema",
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Why a vendor's answer is missing; never a word of what it said. */
export interface VendorFailure {
  /** The vendor's name, as people know it. */
  provider: string;
  kind: FailureKind;
  /** When asking again may help, where the vendor said so. */
  retryAfterSeconds: number | null;
}

/** How a call to a vendor ends, and on whose behalf it is made: it counts against their day and is logged with their run. */
export interface VendorScope {
  readonly signal: AbortSignal;
  /** `null` for work that nobody asked for: imports, maintenance. */
  readonly userId: string | null;
  readonly runId: string | null;
}

interface Vendor {
  readonly provider: string;
}

/** Every port throws `VendorError` (providers/kernel) for what the vendor did, and the signal's reason when stopped. */
export interface FlightVendor extends Vendor {
  searchFlights(query: FlightQuery, scope: VendorScope): Promise<FlightOffer[]>;
}

/** Vendors know places by where they are and by name, not by our ids. */
export type CityNamed = Pick<
  City,
  "id" | "name" | "countryCode" | "countryName" | "location" | "timezone" | "iataCode"
>;

export interface StayVendor extends Vendor {
  searchStays(query: StayQuery, city: CityNamed, scope: VendorScope): Promise<StayOffer[]>;
}

/** A guided tour or a ticket. The price is where prices start, on no particular day. */
export interface Tour {
  readonly provider: string;
  readonly productId: string;
  readonly title: string;
  readonly link: string;
  /** Whom the link names to be paid. */
  readonly affiliateCode: string | null;
  readonly priceFrom: Price | null;
  readonly durationMinutes: number | null;
  /** Of 5. */
  readonly rating: number | null;
  readonly reviewCount: number | null;
  readonly isFreeToCancel: boolean | null;
}

/** For no particular day: what is answered is shown to everybody. */
export interface TourQuery {
  readonly city: CityNamed;
  /** What it is about: a place's name. */
  readonly text: string | null;
  readonly currency: string;
  readonly limit: number;
}

export interface TourVendor extends Vendor {
  searchTours(query: TourQuery, scope: VendorScope): Promise<Tour[]>;
}

/** What tours and tickets are looked for by: a place's name and its city, or the city alone. */
export interface TourLinkQuery {
  readonly text: string;
  /** Any day where they are `null`: a link that others see tells nobody's dates. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Where travellers can look for themselves, the search filled in: nobody is asked. What a site has not is missing. */
export interface LinkVendor extends Vendor {
  /** Who is paid for the visit, as the link names them; `null` for a plain link. */
  readonly affiliateCode: string | null;
  flightLink?(query: FlightQuery): string;
  /** `place` is a city with its country, as people write it. */
  stayLink?(query: StayQuery, place: string): string;
  tourLink?(query: TourLinkQuery): string;
}

/** Units of a currency for one unit of `base`, on a date. */
export interface DatedRate {
  readonly base: string;
  readonly currency: string;
  /** Decimal text, as published. */
  readonly rate: string;
  readonly date: string;
}

export interface RateVendor extends Vendor {
  latestRates(base: string, currencies: readonly string[], scope: VendorScope): Promise<DatedRate[]>;
}

export interface DayWeather {
  readonly date: string;
  /** A forecast reaches sixteen days; beyond, what such days were like in past years. */
  readonly basis: "forecast" | "climate";
  /** 0–1: probability of rain that matters; of climate, the share of past days that had it. */
  readonly rainProbability: number;
  readonly rainMillimetres: number;
  readonly lowCelsius: number;
  readonly highCelsius: number;
}

export interface WeatherVendor extends Vendor {
  /** Days that it does not know are left out. */
  weather(
    query: { location: Coordinates; timeZone: string; from: string; to: string; today: string },
    scope: VendorScope,
  ): Promise<DayWeather[]>;
}

/** Travel times between points of one city; at most `maxPoints` at once. */
export interface TravelTimesVendor extends Vendor {
  readonly maxPoints: number;
  travelTimes(points: readonly Coordinates[], modes: readonly CityMode[], scope: VendorScope): Promise<TravelMatrices>;
}

export interface GeocodedPlace {
  readonly name: string;
  readonly address: string;
  readonly location: Coordinates;
  /** As the source has it: "node/123". */
  readonly osmId: string | null;
}

export interface GeocodingVendor extends Vendor {
  geocode(
    query: { text: string; near: Coordinates | null; countryCode: string | null; limit: number },
    scope: VendorScope,
  ): Promise<GeocodedPlace[]>;
}

/** Places as a vendor knows them this minute. Its ids may be kept; what it says of them is for whoever asked. */
export interface PlaceVendor extends Vendor {
  /** `null` where it has nothing of that name near there. */
  findId(place: Pick<Place, "name" | "nameLocal" | "location">, scope: VendorScope): Promise<string | null>;
  /** `hours` asks for what a check needs; `all` for ratings and reviews too, which may cost more. */
  details(id: string, what: "hours" | "all", scope: VendorScope): Promise<LivePlace>;
}

/** An element of OpenStreetMap: a node by itself, a way or relation by its middle and what it is made of. */
export interface MapElement {
  readonly type: "node" | "way" | "relation";
  readonly id: number;
  readonly center: Coordinates | null;
  readonly tags: Readonly<Record<string, string>>;
  /** When it was last edited, an instant. */
  readonly editedAt: string | null;
  /** Of a way: its nodes, in order. */
  readonly nodes: readonly number[];
  readonly members: readonly { readonly type: MapElement["type"]; readonly ref: number; readonly role: string }[];
}

export interface MapExtract {
  /** The instant that its data is of. */
  readonly dataOf: string | null;
  readonly elements: readonly MapElement[];
}

/** Everything with certain tags around a point, in one large answer: for imports, never for a request. */
export interface MapVendor extends Vendor {
  extract(
    /** By key: these values, or any where `null`. */
    query: { center: Coordinates; radiusMeters: number; wanted: ReadonlyMap<string, ReadonlySet<string> | null> },
    scope: VendorScope,
  ): Promise<MapExtract>;
}

/** What lets us act for a traveller at a vendor; never shown or logged, and kept sealed. Instants are ISO 8601. */
export interface AccountTokens {
  readonly accessToken: string;
  readonly expiresAt: string;
  /** `null` where the link cannot be renewed. */
  readonly refreshToken: string | null;
  readonly refreshExpiresAt: string | null;
  readonly scopes: readonly string[];
}

/** A collection that a traveller keeps at a vendor. */
export interface Board {
  readonly id: string;
  readonly name: string;
  readonly pinCount: number | null;
}

/** One thing on a board: words of whoever made it. */
export interface Pin {
  readonly id: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly altText: string | null;
  /** The page that it was saved from. */
  readonly source: string | null;
  /** Where it is shown at the vendor: to be led to wherever it is spoken of. */
  readonly page: string | null;
}

/** Boards of accounts that travellers link; each call is made with one traveller's own token. */
export interface InspirationVendor extends Vendor {
  /** As linked accounts name it. */
  readonly id: string;
  /** Where a traveller says yes; asks nobody. */
  authorizeUrl(request: { redirectUri: string; state: string }): string;
  exchangeCode(request: { code: string; redirectUri: string }, scope: VendorScope): Promise<AccountTokens>;
  /** A failure of kind `bad_request` says that the link has ended. */
  renewTokens(refreshToken: string, scope: VendorScope): Promise<AccountTokens>;
  revokeToken(token: string, scope: VendorScope): Promise<void>;
  findAccount(accessToken: string, scope: VendorScope): Promise<{ id: string; name: string | null }>;
  /** The first few hundred. */
  listBoards(accessToken: string, scope: VendorScope): Promise<Board[]>;
  listPins(accessToken: string, boardId: string, scope: VendorScope): Promise<Pin[]>;
}
