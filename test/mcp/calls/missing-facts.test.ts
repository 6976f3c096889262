/** What a call lacks is asked of the person by a form, or named to the model; a weekend takes an assistant few calls. */
import type { Client, ElicitRequest } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openTestServer, type TestServer } from "../../server/http/http-for-tests.ts";
import { callTool, DATES, ERAS, type Era, overHttp, overStdio, type Person, versionOf } from "./mcp-clients.ts";

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await openTestServer();
  token = (await server.tokenFor()).token;
});
afterAll(() => server.close());

const http = (era: Era, person?: Person): Promise<Client> => overHttp({ era, person, url: server.url, token });

const formSchema = z.looseObject({
  message: z.string(),
  requestedSchema: z.looseObject({ properties: z.record(z.string(), z.looseObject({ type: z.string() })) }),
});
const fieldsOf = (asked: ElicitRequest["params"]): string[] =>
  Object.keys(formSchema.parse(asked).requestedSchema.properties);

const accept = (content: Record<string, string | number>): ReturnType<Person> => ({ action: "accept", content });

describe.each([
  ["stdio, 2025", (person: Person) => overStdio({ era: "2025", person })],
  ["stdio, 2026", (person: Person) => overStdio({ era: "2026", person })],
  ["HTTP, 2026", (person: Person) => http("2026", person)],
])("with forms over %s", (_, open) => {
  test("the person fills in what is missing, round by round, and the trip is made", async () => {
    const asked: ElicitRequest["params"][] = [];
    const client = await open((params) => {
      asked.push(params);
      return asked.length === 1
        ? accept({
            cityIds_0: "Lisbn",
            startDate: "2027-05-10",
            endDate: "2027-05-11",
            travelers: 2,
            title: "not asked",
          })
        : accept({ cityIds_0: firstChoice(params) });
    });
    const made = await callTool(client, "create_trip", { pace: "relaxed" });
    expect(made).toMatchObject({
      status: "ok",
      trip: { startDate: "2027-05-10", endDate: "2027-05-11", travelers: 2, title: "2 days in Lisbon" },
    });
    expect(asked.map(fieldsOf)).toEqual([["cityIds_0", "startDate", "endDate", "travelers"], ["cityIds_0"]]);
    expect(asked[0]).toMatchObject({
      requestedSchema: {
        properties: { startDate: { type: "string", format: "date" }, travelers: { type: "integer" } },
        required: ["cityIds_0", "startDate", "endDate"],
      },
    });
    await client.close();
  });

  test("three rounds at most, and never again for a person who will not say", async () => {
    let rounds = 0;
    const client = await open(() => {
      rounds++;
      return rounds <= 3 ? accept({ cityIds_0: "Xqzwvk" }) : { action: "decline" };
    });
    expect(await callTool(client, "create_trip", { cityIds: ["Wvkxq"], ...DATES })).toMatchObject({
      status: "error",
      error: { code: "city_not_found" },
    });
    expect(rounds).toBe(3);
    expect(await callTool(client, "create_trip", DATES)).toMatchObject({
      status: "needs_input",
      error: { details: { missing: [{ field: "cityIds.0" }, { field: "travelers" }] } },
    });
    expect(rounds).toBe(4);
    await client.close();
  });
});

function firstChoice(asked: ElicitRequest["params"]): string {
  const choices = z.array(z.object({ const: z.string(), title: z.string() })).min(1);
  const { properties } = formSchema.parse(asked).requestedSchema;
  return choices.parse(properties.cityIds_0?.oneOf)[0]?.const ?? "";
}

test.each(ERAS)("without forms, what is missing is named with its question, %s", async (era) => {
  const client = await http(era);
  expect(await callTool(client, "create_trip", { cityIds: ["Lisbon"] })).toMatchObject({
    status: "needs_input",
    error: {
      message: expect.stringContaining("create_trip needs startDate and endDate."),
      details: {
        missing: [
          { field: "startDate", question: "On which day does the trip begin?", kind: "date" },
          { field: "endDate", question: "Which is its last day?", kind: "date" },
          { field: "travelers", isOptional: true },
        ],
      },
    },
  });
  await client.close();
});

describe.each(ERAS)("a weekend in Lisbon, %s", (era) => {
  const planned = { status: "ok", verdict: { ok: true }, itinerary: { version: 1, isSelected: true } };

  test("is planned and checked in one call", async () => {
    const client = await http(era);
    const made = await callTool(client, "create_trip", { cityIds: ["Lisbon"], ...DATES, travelers: 2, planNow: true });
    expect(made).toMatchObject({ ...planned, notices: ["Took “Lisbon” to be Lisbon, Portugal."] });
    const { trip } = z.looseObject({ trip: z.object({ id: z.uuid() }) }).parse(made);
    expect(await versionOf(client, trip.id)).toBe(1);
    await client.close();
  });

  test("or in two, and is on paper with a third", async () => {
    const client = await http(era);
    const { cities } = z
      .looseObject({ cities: z.array(z.looseObject({ id: z.uuid() })) })
      .parse(await callTool(client, "search_cities", { query: "Lisbon", coveredOnly: true }));
    const made = await callTool(client, "create_trip", { cityIds: [cities[0]?.id], ...DATES, planNow: true });
    expect(made).toMatchObject(planned);
    const { trip } = z.looseObject({ trip: z.object({ id: z.uuid() }) }).parse(made);
    const exported = await callTool(client, "export_itinerary", { tripId: trip.id, format: "md" });
    expect(JSON.stringify(exported)).toContain("Lisbon");
    await client.close();
  });
});
