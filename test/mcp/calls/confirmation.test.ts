/** Nothing that a person lives with is replaced before they said yes: by a form where there is one, else by a code. */
import type { Client, ElicitRequest } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openTestServer, type TestServer } from "../../server/http/http-for-tests.ts";
import {
  type Answer,
  callTool,
  ERAS,
  type Era,
  overHttp,
  overStdio,
  type Person,
  plannedTrip,
  versionOf,
} from "./mcp-clients.ts";

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await openTestServer();
  token = (await server.tokenFor()).token;
});
afterAll(() => server.close());

const http = (era: Era, person?: Person): Promise<Client> => overHttp({ era, person, url: server.url, token });
const stdio = (era: Era, person?: Person): Promise<Client> => overStdio({ era, person });

const codeIn = (answer: Answer): string =>
  z.object({ confirmation: z.string() }).parse(answer.error?.details).confirmation;

async function using<Result>(opening: Promise<Client>, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await opening;
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

describe.each([
  ["stdio, 2025", (person: Person) => stdio("2025", person)],
  ["stdio, 2026", (person: Person) => stdio("2026", person)],
  ["HTTP, 2026", (person: Person) => http("2026", person)],
])("a client with forms over %s", (_, open) => {
  test("asks the person what would change, and does what they say", async () => {
    const asked: ElicitRequest["params"][] = [];
    const answers = [
      { action: "decline" as const },
      { action: "cancel" as const },
      { action: "accept" as const, content: { agreed: false } },
      { action: "accept" as const, content: { agreed: true } },
    ];
    const person: Person = (params) => {
      asked.push(params);
      return answers[asked.length - 1] ?? { action: "decline" };
    };
    await using(open(person), async (client) => {
      const tripId = await plannedTrip(client);
      expect(asked).toEqual([]);
      for (const count of [1, 2, 3]) {
        expect(await callTool(client, "plan_itinerary", { tripId })).toMatchObject({
          status: "needs_input",
          error: { code: "not_approved" },
          notices: [expect.stringContaining("nothing was changed")],
        });
        expect(asked).toHaveLength(count);
        expect(await versionOf(client, tripId)).toBe(1);
      }
      expect(await callTool(client, "plan_itinerary", { tripId })).toMatchObject({ status: "ok" });
      expect(asked[3]).toMatchObject({
        message: expect.stringMatching(
          /^Plan 2 days in Lisbon anew in place of version 1\?\n- All days .*\n- Version 1 /,
        ),
        requestedSchema: { type: "object", properties: { agreed: { type: "boolean" } }, required: ["agreed"] },
      });
      expect(await versionOf(client, tripId)).toBe(2);
    });
  });
});

describe.each([
  ["stdio, 2025", () => stdio("2025")],
  [
    "HTTP, 2025, where nobody can be asked",
    () => http("2025", () => ({ action: "accept", content: { agreed: true } })),
  ],
  ["HTTP, 2026", () => http("2026")],
])("a client without forms over %s", (_, open) => {
  test("is told what would change, and brings back the code once", async () => {
    await using(open(), async (client) => {
      const tripId = await plannedTrip(client);
      const first = await callTool(client, "plan_itinerary", { tripId });
      expect(first).toMatchObject({
        status: "needs_input",
        error: { message: expect.stringMatching(/^Plan 2 days in Lisbon anew in place of version 1\? All days /) },
        notices: [expect.stringMatching(/^Nothing is changed yet\. .* with confirmation "[\w-]{16}"/)],
      });
      const confirmation = codeIn(first);
      const { content } = await client.callTool({ name: "plan_itinerary", arguments: { tripId } });
      expect(JSON.stringify(content), "hosts that pass on text alone").toMatch(/with confirmation \\"[\w-]{16}/);
      expect(await versionOf(client, tripId)).toBe(1);
      expect((await callTool(client, "plan_itinerary", { tripId, confirmation: "made-up" })).status).toBe(
        "needs_input",
      );
      const other = await callTool(client, "plan_itinerary", { tripId, avoid: [tripId], confirmation });
      expect(other).toMatchObject({
        status: "needs_input",
        notices: [expect.stringContaining("not for this call"), expect.any(String)],
      });
      expect(await versionOf(client, tripId)).toBe(1);
      expect(await callTool(client, "plan_itinerary", { select: true, tripId, confirmation })).toMatchObject({
        status: "ok",
      });
      expect(await versionOf(client, tripId)).toBe(2);
      const again = await callTool(client, "plan_itinerary", { tripId, confirmation });
      expect(again).toMatchObject({
        status: "needs_input",
        notices: [expect.stringContaining("agreed to before"), expect.any(String)],
      });
      expect(codeIn(again)).not.toBe(confirmation);
      expect(await versionOf(client, tripId)).toBe(2);
    });
  });
});

/** As bytes would have it: a client of 2026 that may send whatever it likes. */
async function raw(params: Record<string, unknown>): Promise<Record<string, unknown>> {
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": { elicitation: {} },
  };
  const answer = await server.call("/mcp", {
    method: "POST",
    token,
    headers: {
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": "plan_itinerary",
    },
    body: { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "plan_itinerary", ...params, _meta } },
  });
  expect(answer.status, answer.text).toBe(200);
  return z.object({ result: z.record(z.string(), z.unknown()) }).parse(answer.json).result;
}

describe("a client that says yes by itself", () => {
  const yes = { form: { action: "accept", content: { agreed: true } } };
  const stateIn = (result: Record<string, unknown>): string => z.string().parse(result.requestState);

  test("was not asked, so it is asked", async () => {
    await using(http("2026"), async (client) => {
      const tripId = await plannedTrip(client);
      const forged = Buffer.from(JSON.stringify({ code: "made-up", rounds: 0 })).toString("base64url");
      for (const requestState of [undefined, "", "nonsense", forged]) {
        const result = await raw({ arguments: { tripId }, inputResponses: yes, requestState });
        expect(result).toMatchObject({ resultType: "input_required", inputRequests: { form: {} } });
      }
      expect(await versionOf(client, tripId)).toBe(1);
    });
  });

  test("has a yes for that call alone, once", async () => {
    await using(http("2026"), async (client) => {
      const [tripId, otherId] = [await plannedTrip(client), await plannedTrip(client)];
      const requestState = stateIn(await raw({ arguments: { tripId } }));
      const moved = await raw({ arguments: { tripId: otherId }, inputResponses: yes, requestState });
      expect(moved).toMatchObject({ resultType: "input_required" });
      expect(await versionOf(client, otherId)).toBe(1);
      expect(await raw({ arguments: { tripId }, inputResponses: yes, requestState })).toMatchObject({
        structuredContent: { status: "ok" },
      });
      expect(await raw({ arguments: { tripId }, inputResponses: yes, requestState })).toMatchObject({
        resultType: "input_required",
      });
      expect(await versionOf(client, tripId)).toBe(2);
    });
  });

  test("has none when the plan has moved on", async () => {
    await using(http("2026"), async (client) => {
      const tripId = await plannedTrip(client);
      const requestState = stateIn(await raw({ arguments: { tripId } }));
      const confirmation = codeIn(await callTool(client, "plan_itinerary", { tripId }));
      await callTool(client, "plan_itinerary", { tripId, confirmation });
      const late = await raw({ arguments: { tripId }, inputResponses: yes, requestState });
      expect(JSON.stringify(late)).toContain("in place of version 2?");
      expect(await versionOf(client, tripId)).toBe(2);
    });
  });

  test("has none of the other way: what only a client was told is no code for a model", async () => {
    await using(http("2026"), async (client) => {
      const tripId = await plannedTrip(client);
      const state = stateIn(await raw({ arguments: { tripId } }));
      const { code } = z.object({ code: z.string() }).parse(JSON.parse(Buffer.from(state, "base64url").toString()));
      expect(await callTool(client, "plan_itinerary", { tripId, confirmation: code })).toMatchObject({
        status: "needs_input",
      });
      expect(await versionOf(client, tripId)).toBe(1);
    });
  });
});

test.each(ERAS)("what replaces nothing is not asked about, %s", async (era) => {
  await using(http(era), async (client) => {
    const tripId = await plannedTrip(client);
    expect(await callTool(client, "plan_itinerary", { tripId, select: false })).toMatchObject({ status: "ok" });
  });
});
