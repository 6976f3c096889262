/**
 * One whole conversation, from a city's name to a calendar: what an assistant's model calls, in its order, and what has
 * to have come of it each time. Every client has the same one.
 */
import ICAL from "ical.js";
import { expect } from "vitest";
import { z } from "zod";
import { readStopLine, type StopLine } from "../../../trip/export/stop-line.ts";
import type { Answer, Assistant } from "./assistant.ts";

const DATES = ["2027-05-14", "2027-05-15", "2027-05-16"];

const versionSchema = z.looseObject({
  trip: z.looseObject({ id: z.uuid(), startDate: z.string(), endDate: z.string() }).optional(),
  itinerary: z.looseObject({
    version: z.int(),
    isSelected: z.boolean(),
    days: z.array(z.looseObject({ dayNumber: z.int(), date: z.string(), stops: z.array(z.string()) })),
  }),
  applied: z.boolean().optional(),
  changes: z.array(z.string()).default([]),
  verdict: z.looseObject({ ok: z.boolean() }),
});
type Version = z.infer<typeof versionSchema>;

const citiesSchema = z.array(z.looseObject({ id: z.uuid(), name: z.string(), countryCode: z.string() }));

const refusalSchema = z.looseObject({
  details: z.looseObject({ summary: z.string(), changes: z.array(z.string()), confirmation: z.string().min(1) }),
});

/** One call and what came of it, for documents. */
export interface Exchange extends Answer {
  tool: string;
  args: Record<string, unknown>;
}

class Talk {
  readonly exchanges: Exchange[] = [];
  readonly #assistant: Assistant;

  constructor(assistant: Assistant) {
    this.#assistant = assistant;
  }

  async call(tool: string, args: Record<string, unknown>, status: Answer["status"] = "ok"): Promise<Answer> {
    const answer = await this.#assistant.call(tool, args);
    this.exchanges.push({ tool, args, ...answer });
    expect(answer, `${tool} ${JSON.stringify(args)}`).toMatchObject({ status, isError: status === "error" });
    expect(answer.text.length, `the text of ${tool}`).toBeGreaterThan(0);
    return answer;
  }

  async version(tool: string, args: Record<string, unknown>): Promise<Version> {
    return versionSchema.parse((await this.call(tool, args)).data);
  }
}

function stopsOf({ itinerary }: Version, day: number): StopLine[] {
  const lines = itinerary.days.find(({ dayNumber }) => dayNumber === day)?.stops ?? [];
  return lines.map((line) => {
    const stop = readStopLine(line);
    if (!stop) throw new Error(`not a stop: ${line}`);
    return stop;
  });
}

const titles = (version: Version, day: number): string[] => stopsOf(version, day).map(({ title }) => title);

function firstSight(version: Version, day: number): StopLine {
  const found = stopsOf(version, day).find(({ type, marks }) => type === "attraction" && marks.length === 0);
  if (!found) throw new Error(`no sight on day ${day}`);
  return found;
}

/** The person has been shown what would change and agrees: the same call again, with the code. */
async function confirmed(talk: Talk, tool: string, args: Record<string, unknown>): Promise<Answer> {
  const { data } = await talk.call(tool, args, "needs_input");
  const { details } = refusalSchema.parse(data.error);
  expect(details.changes.join()).toContain("Took out");
  return talk.call(tool, { ...args, confirmation: details.confirmation });
}

function expectCalendar(text: string, moved: string): void {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const daysOf = new Set(events.map(({ startDate }) => startDate.toString().slice(0, 10)));
  expect([...daysOf].sort()).toEqual(DATES);
  const event = events.find(({ summary }) => summary === moved);
  expect(event?.startDate.toString()).toMatch(/^2027-05-16T/);
}

export interface TalkOptions {
  /** The client asks its person itself, so that no code is needed. */
  elicits: boolean;
}

export async function planEditExport(assistant: Assistant, { elicits }: TalkOptions): Promise<Exchange[]> {
  const talk = new Talk(assistant);
  const cities = citiesSchema.parse((await talk.call("search_cities", { query: "Lisboa" })).data.cities);
  expect(cities[0]).toMatchObject({ name: "Lisbon", countryCode: "PT" });

  const wanted = {
    startDate: DATES[0],
    endDate: DATES[2],
    travelers: 2,
    interests: ["museums", "viewpoints"],
    pace: "relaxed",
  };
  const planned = await talk.version("create_trip", { cityIds: [cities[0]?.id], ...wanted, planNow: true });
  expect(planned).toMatchObject({ trip: { startDate: DATES[0], endDate: DATES[2] }, verdict: { ok: true } });
  expect(planned.itinerary.days.map(({ date }) => date)).toEqual(DATES);
  const tripId = planned.trip?.id ?? "";
  const read = await talk.version("get_trip", { tripId });
  expect(read.itinerary.days).toEqual(planned.itinerary.days);

  const kept = firstSight(read, 1);
  const locked = await talk.version("edit_itinerary", { tripId, operations: [{ op: "lock", item: kept.position }] });
  expect(locked).toMatchObject({ applied: true, itinerary: { version: 2, isSelected: true } });
  const afterLock = await talk.version("get_trip", { tripId });
  expect(stopsOf(afterLock, 1).find(({ title }) => title === kept.title)?.marks).toEqual(["locked"]);

  const moving = firstSight(read, 2);
  const move = { op: "move", item: moving.position, day: 3 };
  const moved = await talk.version("edit_itinerary", { tripId, operations: [move] });
  expect(moved).toMatchObject({ applied: true, itinerary: { version: 3, isSelected: true }, verdict: { ok: true } });
  expect(titles(moved, 2)).not.toContain(moving.title);
  expect(titles(moved, 3)).toContain(moving.title);

  const rain = { op: "rain", day: 2 };
  const rainy = await talk.version("edit_itinerary", { tripId, operations: [rain], apply: false });
  expect(rainy).toMatchObject({ applied: false, itinerary: { version: 4, isSelected: false }, verdict: { ok: true } });
  expect(rainy.changes[0]).toBe("Planned for rain on Saturday 15 May.");

  const dropping = stopsOf(moved, 3).at(-1);
  const drop = { op: "remove", item: dropping?.position };
  const dropped = await talk.version("edit_itinerary", { tripId, operations: [drop] });
  expect(dropped).toMatchObject({ applied: false, itinerary: { version: 5, isSelected: false } });
  expect(dropped.changes.join()).toContain(`Took out ${dropping?.title}`);
  expect((await talk.version("get_trip", { tripId })).itinerary.version).toBe(3);

  const choice = { tripId, version: 5, expectedVersion: 3 };
  const chosen = elicits
    ? await talk.call("select_itinerary", choice)
    : await confirmed(talk, "select_itinerary", choice);
  expect(chosen.data).toMatchObject({ version: 5, changes: dropped.changes });
  expect(titles(await talk.version("get_trip", { tripId }), 3)).not.toContain(dropping?.title);

  // Back to where the person was: that takes no second word.
  await talk.call("select_itinerary", { tripId, version: 3 });
  const final = await talk.version("get_trip", { tripId });
  expect(final.itinerary).toMatchObject({ version: 3, isSelected: true });
  expect([titles(final, 2), titles(final, 3)]).toEqual([titles(moved, 2), titles(moved, 3)]);
  expect(titles(final, 1)).toEqual(titles(read, 1));

  const page = await talk.call("export_itinerary", { tripId, format: "md" });
  const sections = String(page.data.text).split(/^## /m);
  const day3 = sections.find((section) => section.startsWith("Day 3 · Sunday 16 May 2027 · Lisbon\n"));
  expect(day3).toContain(moving.title);
  const file = await talk.call("export_itinerary", { tripId, format: "ics", inline: true });
  expectCalendar(String(file.data.text), moving.title);

  await talk.call("record_feedback", { tripId, type: "rating", rating: 5, text: "Just right." });
  return talk.exchanges;
}
