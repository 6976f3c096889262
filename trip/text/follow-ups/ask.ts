/** What is asked back, once and with choices, where words fit several things, none, or lack a day. */
import { formatDateShort } from "../../calendar.ts";
import type { DaySaid } from "./find-days.ts";
import type { StopsFound } from "./find-stops.ts";
import type { Intent } from "./intent.ts";
import { dayOf, type PlanInView, type StopInView, stopsOf } from "./plan-in-view.ts";

const MAX_CHOICES = 5;
const OR = new Intl.ListFormat("en-GB", { type: "disjunction" });
const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

export function stopWords({ title, day, start }: StopInView): string {
  return `${title} (day ${day}, ${start})`;
}

/** "day 2 (Sat 5 Jun)". */
export function dayWords(number: number, view: PlanInView): string {
  const day = dayOf(view, number);
  return day ? `day ${number} (${formatDateShort(day.date)})` : `day ${number}`;
}

const ask = (question: string, choices: string[]): Intent => ({ kind: "ask", question, choices });

function whichOf(stops: readonly StopInView[], said: string): Intent {
  const [only] = stops;
  const choices = stops.slice(0, MAX_CHOICES).map(stopWords);
  if (stops.length === 1 && only)
    return ask(`I am not sure about “${said}”. Do you mean ${stopWords(only)}?`, [only.title]);
  return ask(
    `Which one do you mean: ${OR.format(choices)}?`,
    stops.slice(0, MAX_CHOICES).map(({ title }) => title),
  );
}

function whatIsThere(view: PlanInView, days: readonly number[] | undefined): string {
  const stops = stopsOf(view).filter(({ kind }) => kind === "attraction" || kind === "meal");
  const [only] = days ?? [];
  if (days?.length === 1 && only !== undefined) {
    const there = stops.filter(({ day }) => day === only).map(({ title }) => title);
    const name = dayWords(only, view);
    return there.length > 0 ? `On ${name} there is ${AND.format(there)}.` : `There is nothing on ${name}.`;
  }
  const titles = [...new Set(stops.filter(({ kind }) => kind === "attraction").map(({ title }) => title))];
  const more = titles.length > 8 ? [`${titles.length - 8} more`] : [];
  return titles.length > 0
    ? `The plan has ${AND.format([...titles.slice(0, 8), ...more])}.`
    : "The plan has no stops yet.";
}

/** `null` where there is nothing to ask: the stops are found. */
export function askAbout(found: StopsFound, view: PlanInView, days?: readonly number[]): Intent | null {
  if (found.kind === "found") return null;
  if (found.kind === "unsure") return whichOf(found.stops, found.said);
  const there = whatIsThere(view, days);
  if (found.said === "") return ask(`Which stop do you mean? ${there}`, []);
  return { kind: "missing", message: `I find no “${found.said}” in the plan. ${there}` };
}

export function dayRange({ days }: PlanInView): string {
  const [first, last] = [days.at(0), days.at(-1)];
  return first && last ? `${formatDateShort(first.date)} to ${formatDateShort(last.date)}` : "no days yet";
}

/** `null` where exactly one day is meant. */
export function askWhichDay(said: DaySaid | null, view: PlanInView, verb: string): Intent | null {
  if (said?.days.length === 1) return null;
  if (said && said.days.length > 1) {
    const choices = said.days.map((day) => dayWords(day, view));
    return ask(`Which ${said.text} do you mean: ${OR.format(choices)}?`, choices);
  }
  if (said && (said.date !== null || said.relative === null)) {
    const message = `“${said.text}” is not a day of this trip: it goes from ${dayRange(view)}.`;
    return { kind: "missing", message };
  }
  const choices = view.days.map(({ day }) => dayWords(day, view));
  return ask(`${verb} Your trip has ${AND.format(choices)}.`, choices);
}
