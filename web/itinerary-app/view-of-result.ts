/**
 * A tool's result as the page shows it by itself: days as lines, the checker's words, no map. It is what is drawn at
 * once, before the host has handed out the whole plan, and all there is where the host hands out nothing or the plan
 * is a pasted one that nobody stored.
 */
import { readStopLine } from "../../trip/export/stop-line.ts";
import { counted, dateRangeText, partyText, plainText } from "../../trip/export/words.ts";
import type { DayView, ItemView, ItineraryView } from "./itinerary-view.ts";
import { dateOf, isTold, listOf, numberOf, partOf, partsOf, type Told, textOf, textsOf } from "./told.ts";

const NO_DETAIL = { number: null, location: null, cost: null, travel: null, details: [], remarks: [] } as const;
const GONE: ReadonlySet<string> = new Set(["delayed", "skipped"]);

function itemView(startTime: string, endTime: string, title: string, type: string, marks: string[]): ItemView | null {
  if (marks.some((mark) => GONE.has(mark))) return null;
  const saysItself = type === "attraction" || (type === "meal" && /^(?:Breakfast|Lunch|Dinner)\b/.test(title));
  const kind = saysItself ? null : type.replaceAll("_", " ");
  const notes = marks.map((mark) => (mark === "locked" ? "Fixed" : "Done"));
  return { ...NO_DETAIL, details: [], remarks: [], startTime, endTime, title: plainText(title), kind, notes };
}

/** A stop comes as a line (compact) or as an item (full). */
function stopView(stop: unknown): ItemView | null {
  if (typeof stop === "string") {
    const line = readStopLine(stop);
    return line && itemView(line.startTime, line.endTime, line.title, line.type, line.marks);
  }
  if (!isTold(stop)) return null;
  const [startTime, endTime, title] = [textOf(stop, "startTime"), textOf(stop, "endTime"), textOf(stop, "title")];
  if (startTime === null || endTime === null || title === null) return null;
  const status = textOf(stop, "status") ?? "planned";
  const marks = [...(stop.locked === true ? ["locked"] : []), ...(status === "planned" ? [] : [status])];
  return itemView(startTime, endTime, title, textOf(stop, "type") ?? "attraction", marks);
}

function dayView(day: Told): DayView | null {
  const dayNumber = numberOf(day, "dayNumber");
  const date = dateOf(day, "date");
  if (dayNumber === null || date === null) return null;
  const city = plainText(textOf(partOf(day, "city"), "name") ?? "");
  const stops = [...listOf(day, "stops"), ...listOf(day, "items")];
  const items = stops.map(stopView).filter((item) => item !== null);
  return { dayNumber, date, cityId: city, city, items, cost: null, remarks: [] };
}

function factsOf(trip: Told): string[] {
  const [start, end] = [dateOf(trip, "startDate"), dateOf(trip, "endDate")];
  const travelers = numberOf(trip, "travelers");
  const childAges = listOf(trip, "childAges").filter((age) => typeof age === "number");
  return [
    ...(start && end ? [dateRangeText(start, end)] : []),
    ...(travelers === null ? [] : [partyText({ travelers, childAges })]),
  ];
}

function verdictText(isOk: boolean, problems: number, warnings: number): string {
  if (!isOk) return `This plan does not hold yet: ${counted(problems, "problem", "problems")} to solve.`;
  return `Checked: this plan holds${warnings > 0 ? `; ${counted(warnings, "thing", "things")} to mind` : ""}.`;
}

type Judged = Pick<ItineraryView, "verdict" | "problems" | "warnings">;

function judgedIn(told: Told): Judged {
  const messages = (severity: string): string[] =>
    partsOf(partOf(told, "verdict"), "violations")
      .filter((violation) => textOf(violation, "severity") === severity)
      .flatMap((violation) => textOf(violation, "message") ?? [])
      .map(plainText);
  const [problems, warnings] = [[...new Set(messages("error"))], [...new Set(messages("warning"))]];
  if (!isTold(told.verdict)) return { verdict: null, problems, warnings };
  const isOk = problems.length === 0 && partOf(told, "verdict").ok === true;
  return { verdict: { isOk, text: verdictText(isOk, problems.length, warnings.length) }, problems, warnings };
}

/** "Proposed, not chosen": what a page that shows a version must not leave open. */
export function newsIn(told: Told): Pick<ItineraryView, "news" | "changes"> {
  const isProposal = told.applied === false && isTold(told.itinerary);
  const proposal = isProposal ? ["This is a proposal: the plan stays as it was until it is chosen."] : [];
  const { message } = partOf(told, "error");
  const error = typeof message === "string" ? [message] : [];
  const news = [...proposal, ...error, ...textsOf(told, "notices")];
  return { news: [...new Set(news.map(plainText))], changes: textsOf(told, "changes").map(plainText) };
}

export function viewOfResult(told: Told): ItineraryView {
  const pasted = partOf(told, "read");
  const trip = isTold(told.trip) ? partOf(told, "trip") : partOf(pasted, "trip");
  const days = [...partsOf(partOf(told, "itinerary"), "days"), ...partsOf(pasted, "days")];
  return {
    title: plainText(textOf(trip, "title") ?? (days.length > 0 && isTold(told.read) ? "The pasted plan" : "Your trip")),
    facts: factsOf(trip),
    ...judgedIn(told),
    ...newsIn(told),
    days: days.map(dayView).filter((day) => day !== null),
    costs: null,
    bookings: [],
    assumptions: [...textsOf(trip, "assumptions"), ...textsOf(pasted, "assumptions")].map(plainText),
    links: [],
    footer: [],
  };
}

/** Which plan the result is about; `null` where it is about none that is stored. */
export function planIn(told: Told): { tripId: string; version: number | null } | null {
  const request = partOf(told, "request");
  const tripId = textOf(partOf(told, "trip"), "id") ?? textOf(told, "tripId") ?? textOf(request, "tripId");
  if (tripId === null) return null;
  const version = numberOf(partOf(told, "itinerary"), "version") ?? numberOf(told, "version");
  return { tripId, version: version ?? numberOf(request, "version") };
}
