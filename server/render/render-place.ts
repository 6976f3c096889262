/** One place for a person who wants to know how far to trust it: each fact, and beside it where it is from. */
import { categoryWords } from "../../trip/categories.ts";
import { plainText } from "../../trip/export/words.ts";
import { formatEstimate, formatMoney } from "../../trip/money.ts";
import type { PlaceDetails } from "../../trip/place-details.ts";
import { type Page, pageOf } from "./page.ts";
import { padRight, widest, wrapText } from "./text-layout.ts";
import { weekText } from "./week-text.ts";

interface Fact {
  label: string;
  value: string | null;
  /** The field it is stored in, whose source is told. */
  field: string;
}

const agoText = (days: number): string => (days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`);
const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? "yes" : "no");

function priceText({ admission, mealEstimate }: PlaceDetails): string | null {
  if (mealEstimate) return `about ${formatEstimate(mealEstimate)} a person`;
  if (!admission) return null;
  return admission.amountMinor === 0 ? "free" : formatMoney(admission);
}

function factsOf(place: PlaceDetails): Fact[] {
  const { lat, lon } = place.location;
  return [
    { label: "Kind", value: place.type.replaceAll("_", " "), field: "attraction_type" },
    { label: "For", value: place.categories.map(categoryWords).join(", ") || null, field: "category_ids" },
    { label: "Where", value: `${lat.toFixed(5)}, ${lon.toFixed(5)}`, field: "location" },
    { label: "Address", value: place.address, field: "address" },
    { label: "Hours", value: place.hours && weekText(place.hours), field: "opening_hours" },
    { label: "Price", value: priceText(place), field: place.mealEstimate ? "spend_low" : "price_adult" },
    { label: "Visit", value: `${place.visitMinutes} min`, field: "typical_visit_duration" },
    { label: "Booking", value: yesNo(place.bookingNeeded), field: "booking_needed" },
    { label: "Wheelchair", value: place.wheelchair, field: "accessibility_features" },
    { label: "Diets", value: place.diets.join(", ").replaceAll("_", " ") || null, field: "diets" },
    { label: "Crowds", value: place.crowdedness, field: "crowdedness_level" },
    { label: "Renown", value: place.popularity.toFixed(2), field: "popularity_score" },
    { label: "Website", value: place.website, field: "website" },
  ];
}

function factLines(place: PlaceDetails, { paint, width }: Page): string[] {
  const facts = factsOf(place);
  const indent = widest(facts.map(({ label }) => label)) + 2;
  return facts.flatMap(({ label, value, field }) => {
    const source = value === null ? undefined : place.quality.fieldSources[field];
    const text = value === null ? "unknown" : plainText(value);
    const lines = wrapText(source ? `${text} · ${source}` : text, width - indent);
    return lines.map((line, index) => {
      const start = padRight(index === 0 ? label : "", indent);
      return `${paint.faint(start)}${value === null ? paint.faint(line) : line}`;
    });
  });
}

function trustLines({ quality, source, sourceDate, attribution }: PlaceDetails): string[] {
  const score = quality.score === null ? [] : [`quality ${Math.round(quality.score * 100)} of 100`];
  const verified = quality.isVerified
    ? `verified by a person on ${quality.verifiedOn ?? "?"}`
    : "not verified by a person";
  const age = `facts of ${sourceDate}${quality.isStale ? ", over a year old: confirm them" : ""}`;
  return [[source, age, verified, ...score].join(" · "), ...(attribution ? [attribution] : [])];
}

function reviewLines({ reviewSources, reviews }: PlaceDetails): string[] {
  const sums = reviewSources.map(
    ({ source, count, averageRating, ageDays, isStale }) =>
      `${source}: ${count} read ${agoText(ageDays)}${averageRating === null ? "" : `, ${averageRating.toFixed(1)} of 5`}${isStale ? ", stale" : ""}`,
  );
  const quotations = reviews.flatMap(({ quotation, author, date }) =>
    quotation === null
      ? []
      : [
          `“${plainText(quotation)}” ${[author ?? "anonymous", date]
            .filter(Boolean)
            .map((part) => plainText(String(part)))
            .join(", ")}`,
        ],
  );
  return [...sums, ...quotations];
}

function linkLines({ bookingLinks }: PlaceDetails): string[] {
  return bookingLinks.map(({ provider, url, priceFrom, ageDays, isStale }) =>
    [
      provider,
      ...(priceFrom ? [`from ${formatMoney(priceFrom)}`] : []),
      `read ${agoText(ageDays)}${isStale ? ", stale" : ""}`,
      new URL(url).href,
    ].join(" · "),
  );
}

export function renderPlace(
  place: PlaceDetails,
  cityName: string,
  { color, width }: { color: boolean; width: number },
): string {
  const page = pageOf({ color, width });
  const { paint } = page;
  const local = place.nameLocal && place.nameLocal !== place.name ? ` · ${plainText(place.nameLocal)}` : "";
  const wrapped = (lines: readonly string[]): string[] => lines.flatMap((line) => wrapText(line, page.width));
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint.strong(heading), ...wrapped(lines)];
  return [
    `${paint.strong(plainText(place.name))}${local} · ${plainText(cityName)}`,
    ...wrapped(place.description ? [plainText(place.description)] : []),
    "",
    ...factLines(place, page),
    ...section("How far to trust it", trustLines(place)),
    ...section("What others say", reviewLines(place)),
    ...section("Where to book", linkLines(place)),
    "",
    paint.faint(place.id),
  ].join("\n");
}
