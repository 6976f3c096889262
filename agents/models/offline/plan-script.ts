/** What is asked about the plan without changing it: show, check, cost, why, what changed, export, list; and marks. */
import { z } from "zod";
import { formatDateLong } from "../../../trip/calendar.ts";
import { categorySchema, categoryWords } from "../../../trip/categories.ts";
import { formatEstimate, formatMoney } from "../../../trip/money.ts";
import type { Intent } from "../../../trip/text/follow-ups/intent.ts";
import { type PlanInView, type StopInView, stopsOf } from "../../../trip/text/follow-ups/plan-in-view.ts";
import { problems } from "./answer.ts";
import type { TripContext } from "./plan-in-view.ts";
import { type DaySeen, failureIn, placesResultSchema, planResultSchema, read } from "./results.ts";
import { callOne, type Script } from "./script.ts";
import { listOf, sentence } from "./words.ts";

const markWords = (marks: readonly string[]): string => (marks.length > 0 ? ` (${marks.join(", ")})` : "");

export function dayTold({ day, date, city, stops }: PlanInView["days"][number]): string {
  const lines = stops.map(({ start, title, marks }) => `${start} ${title}${markWords(marks)}`);
  return `Day ${day}, ${formatDateLong(date)}, ${city}: ${lines.join("; ") || "nothing planned"}.`;
}

const seenTold = ({ dayNumber, date, city, items }: DaySeen): string => {
  const lines = items
    .filter(({ status }) => status === "planned" || status === "completed")
    .map(({ startTime, title }) => `${startTime} ${title}`);
  return `Day ${dayNumber}, ${formatDateLong(date)}, ${city.name}: ${lines.join("; ") || "nothing planned"}.`;
};

/** After a change in the same message the plan is read anew; else the context has it. */
export function* showPlan(
  day: number | null,
  { view, trip, isChanged }: { view: PlanInView; trip: TripContext; isChanged: boolean },
): Script {
  if (!isChanged)
    return view.days
      .filter((each) => day === null || each.day === day)
      .map(dayTold)
      .join("\n");
  const result = yield* callOne("get_trip", { tripId: trip.id });
  const days = read(planResultSchema, result)?.itinerary?.days ?? [];
  const shown = days.filter(({ dayNumber }) => day === null || dayNumber === day).map(seenTold);
  return shown.join("\n") || (failureIn(result)?.message ?? "I could not read the plan just now.");
}

export function tellStops(items: readonly string[], view: PlanInView): string {
  const stops = stopsOf(view).filter(({ position }) => items.includes(position));
  return stops
    .map(({ title, day, start, end }) => {
      const date = view.days.find((each) => each.day === day)?.date ?? view.startDate;
      return `${title}: ${formatDateLong(date)} (day ${day}), ${start} to ${end}.`;
    })
    .join(" ");
}

export function* checkPlan(tripId: string): Script {
  const result = yield* callOne("check_itinerary", { tripId });
  const failure = failureIn(result);
  if (failure) return failure.message;
  const plan = read(planResultSchema, result);
  if (!plan?.verdict) return "I could not check it just now. Please try again.";
  if (!plan.verdict.ok) return problems({ plan });
  const [first] = plan.verdict.violations.filter(({ code }) => code !== "night_without_bed");
  return first
    ? `Yes, it holds: the checker finds no error. It does say: ${sentence(first.message)}`
    : "Yes, it holds: the checker finds nothing wrong.";
}

export function* tellCost(tripId: string): Script {
  const result = yield* callOne("check_itinerary", { tripId });
  const budget = read(planResultSchema, result)?.budget;
  if (!budget) return failureIn(result)?.message ?? "I could not reckon the cost just now. Please try again.";
  const { estimatedLow: lowMinor, estimatedHigh: highMinor, currency, known } = budget;
  const range = formatEstimate({ lowMinor, highMinor, currency }, known);
  return `Reckon with ${range}: ${formatMoney({ amountMinor: known, currency })} of that is known prices, the rest is estimated.`;
}

function interestsOf(categories: readonly string[], { interests }: TripContext): string[] {
  const known = categories.flatMap((name) => categorySchema.safeParse(name).data ?? []);
  const wanted = known.filter((category) => interests.includes(category));
  return (wanted.length > 0 ? wanted : known).slice(0, 3).map(categoryWords);
}

/** The plan's own reason where it can be read, else what the catalogue says of the place. */
export function* tellReason(position: string, { view, trip }: { view: PlanInView; trip: TripContext }): Script {
  const stop = stopsOf(view).find((each) => each.position === position);
  if (!stop) return "I do not find that stop any more.";
  const result = yield* callOne("get_trip", { tripId: trip.id });
  const items =
    read(planResultSchema, result)?.itinerary?.days.find(({ dayNumber }) => dayNumber === stop.day)?.items ?? [];
  const item = items.find(({ title, startTime }) => title === stop.title && startTime === stop.start);
  if (item?.reason) return `${stop.title}: ${sentence(item.reason)}`;
  return yield* tellFacts(stop, trip);
}

function* tellFacts({ title, day }: StopInView, trip: TripContext): Script {
  const city = trip.cities.find(({ name }) => trip.days.some((each) => each.day === day && each.city === name));
  const name = title.replace(/^(?:Breakfast|Lunch|Dinner) at /, "");
  const input = { ...(city && { cityId: city.id }), text: name.slice(0, 120), limit: 3 };
  const result = yield* callOne("search_attractions", input);
  const place = read(placesResultSchema, result)?.places.find((hit) => hit.name === name);
  if (!place) return `The plan does not say why ${title} is there. If it is not for you, say “replace ${title}”.`;
  const about = interestsOf(place.categories, trip);
  const why = about.length > 0 ? ` It stands for ${listOf(about)}.` : "";
  return `${title}:${place.description ? ` ${sentence(place.description)}` : ""}${why} It fits the day's opening hours and ways. If it is not for you, say “replace ${title}”.`;
}

const exportSchema = z.object({ fileName: z.string(), path: z.string(), text: z.string().nullish() });
const FORMATS: Record<string, string> = {
  ics: "a calendar file",
  md: "text",
  geojson: "map data",
  html: "a page to print",
};

export function* exportAs(format: string, tripId: string): Script {
  const result = yield* callOne("export_itinerary", { tripId, format });
  const failure = failureIn(result);
  const file = read(exportSchema, result);
  if (failure || !file) return failure?.message ?? "I could not export it just now. Please try again.";
  const whole = file.text ? `\n\n${file.text}` : "";
  return `Here is your plan as ${FORMATS[format] ?? format}, ${file.fileName}: fetch it from ${file.path}.${whole}`;
}

const tripsSchema = z.object({
  trips: z.array(z.object({ title: z.string(), startDate: z.string(), endDate: z.string() })).catch([]),
});

export function* listTrips(): Script {
  const result = yield* callOne("list_trips", {});
  const trips = read(tripsSchema, result)?.trips ?? [];
  if (trips.length === 0) return failureIn(result)?.message ?? "You have no trips yet.";
  const lines = trips.map(({ title, startDate, endDate }) => `- ${title}, ${startDate} to ${endDate}`);
  return `Your trips:\n${lines.join("\n")}`;
}

type FeedbackIntent = Extract<Intent, { kind: "feedback" }>;

/** Feedback goes by the key of an item, which stays the same over versions. */
function* keyOf(stop: StopInView, trip: TripContext): Script<string> {
  const result = yield* callOne("get_trip", { tripId: trip.id });
  const day = read(planResultSchema, result)?.itinerary?.days.find(({ dayNumber }) => dayNumber === stop.day);
  const item = day?.items.find(({ title, startTime }) => title === stop.title && startTime === stop.start);
  return item?.itemKey ?? stop.position;
}

const ABOUT_REMARK = "If you like, give it a mark from 1 to 5 as well.";

export function* keepFeedback(intent: FeedbackIntent, { view, trip }: { view: PlanInView; trip: TripContext }): Script {
  const { type, rating, item, day, text, notes } = intent;
  const stop = stopsOf(view).find(({ position }) => position === item);
  const itemKey = stop ? yield* keyOf(stop, trip) : null;
  const result = yield* callOne("record_feedback", {
    ...{ tripId: trip.id, type, text: text.slice(0, 4_000) },
    ...(rating !== null && { rating }),
    ...(itemKey !== null && { itemKey }),
    ...(day !== null && { dayNumber: day }),
  });
  const failure = failureIn(result);
  if (failure) return failure.message;
  const about = stop?.title ?? (day === null ? "the plan" : `day ${day}`);
  const noted =
    rating === null
      ? `Thank you, I have noted that about ${about}. ${ABOUT_REMARK}`
      : `Thank you, I have noted ${rating} out of 5 for ${about}.`;
  return [noted, ...notes].join(" ");
}

/** What was said when it was done is all there is to tell: earlier results are not kept. */
export function tellChanges(answers: readonly string[]): string {
  const last = answers.toReversed().find((answer) => /^Done[.:] /.test(answer) || answer.includes("\nDone. "));
  return last
    ? `The last change was: ${last.replace(/^Done[.:] /, "").replace(/ Say “undo that”.*$/, "")}`
    : "I have changed nothing in this conversation so far.";
}
