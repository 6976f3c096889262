/** What a vendor says of places this minute, on the terminal, with whose words they are beside them. */
import { counted, dayText, plainText } from "../../trip/export/words.ts";
import type { LivePlace } from "../../trip/live/live-place.ts";
import type { HoursException } from "../../trip/opening-hours.ts";
import type { LiveCheck } from "../live-check.ts";
import { type Page, pageOf } from "./page.ts";
import { wrapText } from "./text-layout.ts";
import { weekText } from "./week-text.ts";

type Sheet = { color: boolean; width: number };

const STATE_WORDS: Readonly<Record<NonNullable<LivePlace["state"]>, string>> = {
  operating: "in operation",
  closed_for_now: "closed for now",
  closed_for_good: "closed for good",
  not_open_yet: "not open yet",
};

function hoursText({ intervals }: HoursException): string {
  if (intervals === null) return "unknown";
  return intervals.map(({ open, close }) => `${open}–${close}`).join(", ") || "closed";
}

const lines = (texts: readonly string[], { width }: Page): string[] => texts.flatMap((text) => wrapText(text, width));

/** Hours of a place that is closed mean nothing. */
function hoursLines({ state, dates, specialDates, week }: LivePlace): string[] {
  if (state !== null && state !== "operating") return [];
  const days = dates.map((day) => {
    const special = specialDates.includes(day.date) ? " (not as usual)" : "";
    return `${dayText(day.date)}: ${hoursText(day)}${special}`;
  });
  return [...days, week === null ? "Usual hours: unknown" : `Usual hours: ${weekText(week)}`];
}

function reviewLines({ reviews }: LivePlace): string[] {
  return reviews.flatMap(({ author, authorLink, rating, quotation, date, link }) => {
    if (quotation === null && rating === null) return [];
    const by = [author ?? "anonymous", date, rating === null ? null : `${rating} of 5`, authorLink, link];
    return [`“${quotation ?? ""}” ${by.filter(Boolean).map(String).map(plainText).join(", ")}`];
  });
}

export function renderLivePlace(live: LivePlace, sheet: Sheet): string {
  const page = pageOf(sheet);
  const { name, state, rating, ratingCount, link, movedTo, attribution, provider } = live;
  const rated = rating === null ? [] : [`${rating.toFixed(1)} of 5, ${ratingCount ?? "?"} ratings`];
  return [
    page.paint.strong(`${attribution?.text ?? provider}, this minute`),
    ...lines(
      [
        [name ?? "no name", state ? STATE_WORDS[state] : "no word on whether it operates", ...rated].join(" · "),
        ...(movedTo === null ? [] : ["It has moved elsewhere."]),
        ...hoursLines(live),
        ...reviewLines(live),
        ...(link === null ? [] : [link]),
      ],
      page,
    ),
    page.paint.faint(`Content of ${attribution?.text ?? provider}: shown now, kept nowhere.`),
  ].join("\n");
}

/** Who was asked for a live check, and what is not known of the others. */
export function renderAsked({ places, attribution }: LiveCheck, sheet: Sheet): string {
  const page = pageOf(sheet);
  const told = places.filter(({ outcome }) => outcome === "told");
  const others = places.filter(({ outcome }) => outcome !== "told");
  const from = attribution.map(({ text }) => text).join(", ");
  const sum = `${counted(told.length, "place", "places")} of ${places.length} told ${told.length === 1 ? "its" : "their"} hours${from === "" ? "" : ` (${from})`}; nothing of it is kept.`;
  const shut = told.filter(({ state }) => state !== null && state !== "operating");
  return [
    ...lines([sum], page),
    ...lines(
      shut.map(({ name, state }) => `  ✗ ${name}: ${state ? STATE_WORDS[state] : ""}`),
      page,
    ),
    ...lines(
      others.map(({ name, why }) => `  ! ${name}: judged by what the catalogue knows; ${why ?? ""}`),
      page,
    ),
  ].join("\n");
}
