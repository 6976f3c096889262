/**
 * Google Places (New): what a place's door looks like today. Google lets nobody keep more than a place's id, so that
 * everything else here is for the one who asked, and is forgotten. What is asked for is billed by its dearest field:
 * three masks, and no field more.
 * https://developers.google.com/maps/documentation/places/web-service, v1.
 */
import { z } from "zod";
import { dateInZone } from "../../trip/calendar.ts";
import type { LivePlace, LiveReview, PLACE_STATES } from "../../trip/live/live-place.ts";
import type { Coordinates } from "../../trip/place.ts";
import type { PlaceVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { plainTextOrNull } from "../kernel/plain-text.ts";
import { failureIn } from "./google-failure.ts";
import { datesOf, periodSchema, specialDaysSchema, weekOf } from "./google-hours.ts";

const KEY = "GOOGLE_PLACES_API_KEY";
/** Ids alone are free of charge. */
const ID_MASK = "places.id";
const HOURS_MASK = [
  ...["id", "displayName", "location", "businessStatus", "timeZone", "googleMapsUri", "movedPlaceId"],
  ...["regularOpeningHours.periods", "currentOpeningHours.periods", "currentOpeningHours.specialDays"],
].join(",");
const MASKS = { hours: HOURS_MASK, all: `${HOURS_MASK},rating,userRatingCount,reviews` } as const;

/** How far from where we know a place Google may have it. */
const SEARCH_METERS = 500;
const METERS_PER_DEGREE = 111_320;
const MOST_REVIEWS = 5;
const LANGUAGE = "en";

const STATES: Readonly<Record<string, (typeof PLACE_STATES)[number]>> = {
  OPERATIONAL: "operating",
  CLOSED_TEMPORARILY: "closed_for_now",
  CLOSED_PERMANENTLY: "closed_for_good",
  FUTURE_OPENING: "not_open_yet",
};

const idSchema = z.string().regex(/^[\w-]{1,255}$/);
const foundSchema = z.object({ places: z.array(z.object({ id: idSchema })).default([]) });
const saidSchema = z.object({ text: z.string() });

const reviewSchema = z.object({
  rating: z.number().min(1).max(5).nullish(),
  text: saidSchema.nullish(),
  originalText: saidSchema.nullish(),
  authorAttribution: z.object({ displayName: z.string().nullish(), uri: z.string().nullish() }).nullish(),
  publishTime: z.string().nullish(),
  googleMapsUri: z.string().nullish(),
});

const detailsSchema = z.object({
  id: idSchema,
  displayName: saidSchema.nullish(),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).nullish(),
  businessStatus: z.string().nullish(),
  timeZone: z.object({ id: z.string() }).nullish(),
  regularOpeningHours: z.object({ periods: z.array(periodSchema).max(100).optional() }).nullish(),
  currentOpeningHours: z
    .object({ periods: z.array(periodSchema).max(100).optional(), specialDays: specialDaysSchema.optional() })
    .nullish(),
  rating: z.number().min(0).max(5).nullish(),
  userRatingCount: z.int().nonnegative().nullish(),
  reviews: z.array(z.unknown()).nullish(),
  googleMapsUri: z.string().nullish(),
  movedPlaceId: idSchema.nullish(),
});
type Details = z.infer<typeof detailsSchema>;

/** A link of theirs is shown to people: it leads to Google or nowhere. */
function googleLink(text: string | null | undefined): string | null {
  const url = text && text.length <= 2_000 && URL.canParse(text) ? new URL(text) : null;
  const isGoogle = url?.protocol === "https:" && /(^|\.)(google\.com|goo\.gl)$/.test(url.hostname);
  return isGoogle && url.username === "" ? url.href : null;
}

function reviewsOf(reviews: readonly unknown[]): LiveReview[] {
  const readable = reviews.slice(0, MOST_REVIEWS).flatMap((one) => reviewSchema.safeParse(one).data ?? []);
  return readable.map(({ rating, text, originalText, authorAttribution, publishTime, googleMapsUri }) => ({
    author: plainTextOrNull(authorAttribution?.displayName, 100),
    authorLink: googleLink(authorAttribution?.uri),
    rating: rating ? Math.round(rating) : null,
    quotation: plainTextOrNull((text ?? originalText)?.text, 2_000),
    date: z.iso.date().safeParse(publishTime?.slice(0, 10)).data ?? null,
    link: googleLink(googleMapsUri),
  }));
}

function isZone(id: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: id }));
  } catch {
    return false;
  }
}

function livePlaceOf(said: Details, now: Date): LivePlace {
  const { displayName, location, regularOpeningHours, currentOpeningHours } = said;
  const timeZone = said.timeZone && isZone(said.timeZone.id) ? said.timeZone.id : null;
  const today = timeZone === null ? null : dateInZone(now, timeZone);
  const dates = datesOf(currentOpeningHours?.periods, today);
  const told = new Set(dates.map(({ date }) => date));
  return {
    provider: googlePlaces.name,
    id: said.id,
    name: plainTextOrNull(displayName?.text, 200),
    location: location ? { lat: location.latitude, lon: location.longitude } : null,
    state: STATES[said.businessStatus ?? ""] ?? null,
    timeZone,
    week: weekOf(regularOpeningHours?.periods),
    dates,
    specialDates: (currentOpeningHours?.specialDays ?? []).filter((date) => told.has(date)),
    rating: said.rating ?? null,
    ratingCount: said.userRatingCount ?? null,
    reviews: reviewsOf(said.reviews ?? []),
    link: googleLink(said.googleMapsUri),
    movedTo: said.movedPlaceId ?? null,
    attribution: googlePlaces.attribution,
  };
}

/** Nothing outside of it is found: what has the name elsewhere is another place. Google's may cross the date line. */
function around({ lat, lon }: Coordinates): object {
  const north = SEARCH_METERS / METERS_PER_DEGREE;
  const east = Math.min(180, north / Math.max(0.01, Math.cos((lat * Math.PI) / 180)));
  const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
  return {
    low: { latitude: Math.max(-90, lat - north), longitude: wrapped(lon - east) },
    high: { latitude: Math.min(90, lat + north), longitude: wrapped(lon + east) },
  };
}

function openPlaces({ http, now }: OpenVendor): PlaceVendor {
  return {
    provider: googlePlaces.name,
    async findId({ name, nameLocal, location }, scope) {
      const { places } = await http.request({
        ...{ method: "POST", path: "/v1/places:searchText", isRepeatable: true },
        headers: { "x-goog-fieldmask": ID_MASK },
        json: {
          ...{ textQuery: nameLocal ?? name, languageCode: LANGUAGE, pageSize: 1 },
          locationRestriction: { rectangle: around(location) },
        },
        ...{ schema: foundSchema, scope },
      });
      return places[0]?.id ?? null;
    },
    async details(id, what, scope) {
      const said = await http.request({
        ...{ method: "GET", path: `/v1/places/${encodeURIComponent(id)}`, endpoint: "/v1/places/{id}" },
        query: { languageCode: LANGUAGE },
        headers: { "x-goog-fieldmask": MASKS[what] },
        ...{ schema: detailsSchema, scope },
      });
      return livePlaceOf(said, now());
    },
  };
}

export const googlePlaces: Descriptor = {
  id: "google-places",
  name: "Google Places",
  domains: ["places"],
  access: "key",
  settings: [
    { variable: KEY, isSecret: true, isRequired: true, says: "a key of Google Maps Platform with Places API (New)" },
  ],
  address: { standard: "https://places.googleapis.com", variable: "GOOGLE_PLACES_URL" },
  terms: { contentSeconds: 0, priceSeconds: 0, keepsIds: true, isForModels: false },
  limits: { perSecond: 10, atOnce: 8, perDay: 1_000, perUserPerDay: 300, timeoutMs: 8_000, maxBytes: 524_288 },
  attribution: { text: "Google Maps", url: "https://maps.google.com" },
  about: {
    keyAt: "https://console.cloud.google.com/google/maps-apis (billing has to be on)",
    costs: "finding ids nothing; hours and reviews per call, after so many free ones each month",
    sends: "names and coordinates of places of a plan, when somebody asks for a live check or a live look",
    stores: "the place's id and nothing else; all other content is shown to whoever asked and forgotten",
  },
  authorize: ({ [KEY]: key = "" }) => ({ "x-goog-api-key": key }),
  failureOf: failureIn,
  open: (vendor) => ({ places: openPlaces(vendor) }),
};
