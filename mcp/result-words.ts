/** What each kind of result says, told by the fields that it has. */
import { z } from "zod";
import type { ToolResult } from "../tools/tool.ts";
import { budgetSchema } from "../trip/budget.ts";
import { stopPositions } from "../trip/export/stop-line.ts";
import { costText, counted, dateRangeText, dayText, estimateText, listed, plainText } from "../trip/export/words.ts";
import { estimateSchema, formatMoney, moneySchema, priceSchema } from "../trip/money.ts";
import { type Verdict, verdictSchema } from "../trip/verdict.ts";
import { exportedUri } from "./plan-link.ts";

const itemSchema = z.object({ title: z.string(), startTime: z.string(), status: z.string().optional() });
const daySchema = z.object({
  dayNumber: z.number(),
  date: z.string(),
  city: z.object({ name: z.string() }),
  items: z.array(itemSchema),
});
const offerSchema = z.object({
  ...{ provider: z.string(), offerId: z.string(), price: priceSchema, reason: z.string().optional() },
});
const legSchema = z.object({ departureAirport: z.string(), arrivalAirport: z.string(), departureAt: z.string() });

/** The fields of all tools that words are made of; each result has some. */
const fieldsSchema = z
  .object({
    cities: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        region: z.string().nullish(),
        countryName: z.string(),
        attractionCount: z.number(),
      }),
    ),
    places: z.array(
      z.object({ id: z.string(), name: z.string(), type: z.string(), admission: priceSchema.nullable() }),
    ),
    total: z.number(),
    flights: z.array(offerSchema.extend({ ...legSchema.shape, returning: legSchema.nullish() })),
    stays: z.array(offerSchema.extend({ propertyName: z.string(), dueAtProperty: moneySchema.nullish() })),
    estimate: estimateSchema.nullable(),
    links: z.array(z.object({ url: z.string() })),
    trips: z.array(z.object({ id: z.string(), title: z.string(), startDate: z.string(), endDate: z.string() })),
    trip: z.object({ id: z.string(), title: z.string(), startDate: z.string(), endDate: z.string() }),
    itinerary: z.object({ version: z.number(), isSelected: z.boolean(), days: z.array(daySchema) }).nullable(),
    verdict: verdictSchema.nullable(),
    budget: budgetSchema,
    read: z.object({
      trip: z.object({
        startDate: z.string(),
        endDate: z.string(),
        destinations: z.array(z.object({ name: z.string() })),
      }),
    }),
    repaired: z.object({ changes: z.array(z.unknown()) }).nullable(),
    changes: z.array(z.string()),
    applied: z.boolean(),
    notDone: z.array(z.object({ op: z.string(), reason: z.string() })),
    version: z.number().nullable(),
    chosen: z.string(),
    replaced: z.array(z.string()),
    link: z.string().nullable(),
    feedbackId: z.string(),
    fileName: z.string(),
    path: z.string(),
    text: z.string().nullable(),
    request: z.record(z.string(), z.unknown()),
  })
  .partial();
type Fields = z.infer<typeof fieldsSchema>;

const BASIS = { live: "live price", cached: "cached price", sandbox: "test price", "open-data": "open data" } as const;
const MOST_PROBLEMS = 4;

type Teller = (fields: Fields) => string[];

const howMany: Teller = ({ cities: towns = [], places: sights = [], total }) => [
  ...(towns.length > 0 ? [`Found ${counted(towns.length, "city", "cities")}:`] : []),
  ...(sights.length > 0 ? [`Found ${counted(total ?? sights.length, "place", "places")}:`] : []),
];

const cities: Teller = ({ cities: found = [] }) =>
  found.map(({ id, name, region, countryName, attractionCount }) => {
    const known = attractionCount > 0 ? `${attractionCount} places to plan with` : "no places to plan with yet";
    const where = [name, region, countryName].filter((part, index, all) => part && all.indexOf(part) === index);
    return `${where.join(", ")} (${known}), cityId ${id}`;
  });

const places: Teller = ({ places: found = [] }) =>
  found.map(({ id, name, type, admission }) => {
    const price = admission ? `, ${costText(admission, 2)} (${BASIS[admission.basis]})` : "";
    return `${name} (${type.replaceAll("_", " ")}${price}), placeId ${id}`;
  });

type Leg = z.infer<typeof legSchema>;
function wayWords({ returning, ...there }: Leg & { returning?: Leg | null | undefined }): string {
  const legWords = ({ departureAirport, arrivalAirport, departureAt }: Leg): string =>
    `${departureAirport}–${arrivalAirport} ${departureAt.slice(0, 16).replace("T", " ")}`;
  return returning ? `${legWords(there)}, back ${legWords(returning)}` : legWords(there);
}

const offers: Teller = ({ flights = [], stays = [], estimate, links = [] }) => [
  ...[...flights, ...stays].map((offer) => {
    const what = "propertyName" in offer ? offer.propertyName : wayWords(offer);
    const { price, provider, offerId, reason } = offer;
    const why = reason ? `: ${plainText(reason)}` : "";
    const dues =
      "dueAtProperty" in offer && offer.dueAtProperty ? ` plus ${formatMoney(offer.dueAtProperty)} due there` : "";
    return `${what}: ${formatMoney(price)} per ${price.per}${dues} (${BASIS[price.basis]}, ${provider}), offerId ${offerId}${why}`;
  }),
  ...(estimate ? [`No offers. It may cost ${estimateText(estimate)} (${estimate.method}).`] : []),
  ...(estimate ? links.slice(0, 3).map(({ url }) => `Look at ${url}`) : []),
];

const trips: Teller = ({ trips: found = [] }) =>
  found.map(({ id, title, startDate, endDate }) => `${title}, ${dateRangeText(startDate, endDate)}, tripId ${id}`);

function verdictWords({ ok, violations }: Verdict): string[] {
  const errors = violations.filter(({ severity }) => severity === "error");
  const warnings = violations.length - errors.length;
  const beside = warnings > 0 ? `, ${counted(warnings, "warning", "warnings")}` : "";
  if (ok) return [`The checker found no error${beside}.`];
  const told = errors.slice(0, MOST_PROBLEMS).map(({ message }) => `- ${message}`);
  const more = errors.length > told.length ? [`- and ${errors.length - told.length} more`] : [];
  return [`The checker found ${counted(errors.length, "error", "errors")}${beside}:`, ...told, ...more];
}

const MOST_TITLE = 60;
const MOST_STOPS = 12;

/** Positions are how an edit names a stop. */
function dayWords({ dayNumber, date, city, items }: z.infer<typeof daySchema>): string {
  const positions = stopPositions(dayNumber, items);
  const stops = items.map(({ startTime, title }, index) => {
    const name = plainText(title);
    return `${positions[index]} ${startTime} ${name.length > MOST_TITLE ? `${name.slice(0, MOST_TITLE)}…` : name}`;
  });
  const more = stops.length > MOST_STOPS ? [`and ${stops.length - MOST_STOPS} more in this result's data`] : [];
  const told = [...stops.slice(0, MOST_STOPS), ...more];
  return `${dayText(date)}, ${city.name}: ${told.length > 0 ? told.join("; ") : "free"}`;
}

const planHead: Teller = ({ trip, itinerary }) => [
  ...(trip ? [`${trip.title}, ${dateRangeText(trip.startDate, trip.endDate)}, tripId ${trip.id}`] : []),
  ...(itinerary ? [`Version ${itinerary.version}, ${itinerary.isSelected ? "the trip's plan" : "a proposal"}.`] : []),
];

const days: Teller = ({ itinerary }) => itinerary?.days.map(dayWords) ?? [];

const readAs: Teller = ({ read }) => {
  if (!read) return [];
  const { destinations, startDate, endDate } = read.trip;
  return [`Read as ${listed(destinations.map(({ name }) => name))}, ${dateRangeText(startDate, endDate)}.`];
};

const checked: Teller = ({ verdict, repaired, budget }) => [
  ...(verdict ? verdictWords(verdict) : []),
  ...(repaired ? [`A plan that holds is given, with ${counted(repaired.changes.length, "change", "changes")}.`] : []),
  ...(budget ? [budgetWords(budget)] : []),
];

function budgetWords({ currency, known, estimatedLow, estimatedHigh, missing }: z.infer<typeof budgetSchema>): string {
  const range = estimateText({ lowMinor: estimatedLow, highMinor: estimatedHigh, currency }, known);
  const without = missing.length > 0 ? `; not priced: ${listed(missing.slice(0, 3))}` : "";
  return `Costs for everybody: ${range}, of which ${formatMoney({ amountMinor: known, currency })} is quoted${without}.`;
}

const edited: Teller = ({ changes = [], applied, notDone = [] }) => [
  ...changes.map((change) => `- ${change}`),
  ...notDone.map(({ op, reason }) => `- Not done (${op}): ${reason}`),
  ...(applied === undefined || changes.length === 0 ? [] : [applied ? "It is in force." : "It is only proposed."]),
];

const chosen: Teller = ({ chosen: offer, replaced = [], version, link }) =>
  offer === undefined
    ? []
    : [
        `Chosen: ${offer}, version ${version} of the plan.`,
        ...replaced.map((before) => `Out: ${before}`),
        ...(link ? [`To book it: ${link}`] : []),
      ];

const filed: Teller = ({ feedbackId, fileName, path, text, request }) => [
  ...(feedbackId === undefined ? [] : ["Noted, thank you."]),
  ...(fileName === undefined ? [] : [fileWords({ fileName, path, text }, request)]),
];

/** An address of ours is good for who reads resources; the path only for who knows the server. */
function fileWords({ fileName, path, text }: Fields, request: Fields["request"]): string {
  const uri = exportedUri(request);
  const resource = uri === null ? "" : `, the resource ${uri}`;
  const onServer = path === undefined ? "" : ` On the HTTP server its address is ${path}.`;
  return `${fileName}${resource}${text ? ", its text is given" : ""}.${onServer}`;
}

const selected: Teller = ({ version, changes, chosen: offer, applied, verdict }) =>
  typeof version === "number" && changes !== undefined && offer === undefined && applied === undefined && !verdict
    ? [`Version ${version} is the trip's plan now.`]
    : [];

/** What can go on in another call: entries of a page, days of a plan. */
export interface Words {
  kind: "line" | "entry" | "day";
  text: string;
}

const TELLERS: readonly (readonly [Words["kind"], Teller])[] = [
  ["line", howMany],
  ["entry", cities],
  ["entry", places],
  ["line", offers],
  ["entry", trips],
  ...[planHead, selected, edited, chosen, readAs, checked, filed].map((tell) => ["line", tell] as const),
  ["day", days],
];

/** Lines without an end mark of their own; empty where the result has no fields that say anything. */
export function wordsOf(result: ToolResult): Words[] {
  const fields = fieldsSchema.safeParse(result);
  return fields.success ? TELLERS.flatMap(([kind, tell]) => tell(fields.data).map((text) => ({ kind, text }))) : [];
}
