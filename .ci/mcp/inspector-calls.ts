/** What somebody does who tries the server out in the Inspector: looks around, plans a weekend, checks it, takes it along. */
import assert from "node:assert/strict";
import { TOOLS } from "../../tools/registry.ts";
import type { Inspect, Inspected, Target } from "./inspector.ts";

type Json = Record<string, unknown>;

const PROMPTS = ["check_my_itinerary", "plan_trip", "rescue_a_rainy_day"];
/** As the Inspector ends when a tool said that it failed, and when it was not let in. */
const TOOL_FAILED = 5;

const listOf = (result: Json, key: string): Json[] => (Array.isArray(result[key]) ? (result[key] as Json[]) : []);
const namesOf = (result: Json, key: string): string[] =>
  listOf(result, key)
    .map(({ name }) => String(name))
    .sort();

export interface Inspection {
  calls: number;
  /** What did not hold, one line a part. */
  faults: string[];
}

type Good = (...args: string[]) => Promise<Json>;
type Call = (name: string, args: Json) => Promise<Json>;

export async function inspectAll(inspect: Inspect, target: Target): Promise<Inspection> {
  let calls = 0;
  const ask = async (...args: string[]): Promise<Inspected> => {
    calls += 1;
    return inspect(target, args);
  };
  const good: Good = async (...args) => {
    const { status, result, stderr } = await ask(...args);
    assert.equal(status, 0, `${args.join(" ")} over ${target.name}: ${JSON.stringify(result).slice(0, 500)} ${stderr}`);
    return result;
  };
  const call: Call = async (name, args) => {
    const result = await good(...calling(name, args));
    const said = listOf(result, "content").find(({ type }) => type === "text")?.text;
    assert.ok(typeof said === "string" && said.length > 0, `${name} says something a person can read`);
    return result.structuredContent as Json;
  };
  const isRefused = async (): Promise<void> => {
    const { status, result } = await ask(...calling("search_cities", { lat: 999, lon: 0 }));
    assert.equal(status, TOOL_FAILED, `a latitude of 999 is the tool's own error: ${JSON.stringify(result)}`);
  };
  const faults: string[] = [];
  for (const part of [
    () => seeTools(good),
    () => seePrompts(good),
    () => seeResources(good),
    () => planWeekend(call),
    isRefused,
  ]) {
    await part().catch((error: unknown) => faults.push(error instanceof Error ? error.message : String(error)));
  }
  return { calls, faults };
}

const calling = (name: string, args: Json): string[] => [
  ...["--method", "tools/call", "--tool-name", name],
  ...["--tool-args-json", JSON.stringify(args)],
];

async function seeTools(good: Good): Promise<void> {
  const names = TOOLS.map(({ name }) => name).sort();
  const listed = await good("--method", "tools/list", "--strict");
  assert.deepEqual(namesOf(listed, "tools"), names);
  for (const tool of listOf(listed, "tools")) assert.ok(tool.outputSchema, `${String(tool.name)} says what comes out`);
  const modern = await good("--method", "tools/list", "--protocol-era", "modern");
  assert.deepEqual(modern.tools, listed.tools, "clients of both eras see the same tools");
}

async function seePrompts(good: Good): Promise<void> {
  assert.deepEqual(namesOf(await good("--method", "prompts/list"), "prompts"), PROMPTS);
}

async function seeResources(good: Good): Promise<void> {
  assert.ok(Array.isArray((await good("--method", "resources/list")).resources));
  const templates = listOf(await good("--method", "resources/templates/list"), "resourceTemplates");
  assert.ok(templates.some(({ uriTemplate }) => String(uriTemplate).startsWith("trip://")));
}

async function planWeekend(call: Call): Promise<void> {
  const found = await call("search_cities", { query: "Lisbon" });
  const [city] = listOf(found, "cities");
  assert.equal(city?.name, "Lisbon");
  const dates = { startDate: "2027-05-15", endDate: "2027-05-16" };
  const created = await call("create_trip", { cityIds: [city?.id], ...dates, planNow: true });
  assert.equal(created.status, "ok", JSON.stringify(created).slice(0, 500));
  const tripId = (created.trip as Json).id;
  const checked = await call("check_itinerary", { tripId });
  assert.equal(checked.status, "ok", JSON.stringify(checked).slice(0, 500));
  assert.equal((checked.verdict as Json).ok, true);
  const listed = await call("list_trips", {});
  assert.ok(
    listOf(listed, "trips").some(({ id }) => id === tripId),
    "the trip is among the traveller's trips",
  );
  const exported = await call("export_itinerary", { tripId, format: "ics", inline: true });
  assert.match(JSON.stringify(exported), /BEGIN:VCALENDAR/);
}
