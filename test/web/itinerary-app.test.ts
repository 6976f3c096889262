/** The itinerary as an MCP App in a real browser, from the real server: what a person sees of a trip that was just planned. */
import type { CallToolResult, Client } from "@modelcontextprotocol/client";
import { RESOURCE_MIME_TYPE } from "@modelcontextprotocol/ext-apps/app-bridge";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { TOOLS } from "../../tools/registry.ts";
import { planSchema } from "../../trip/plan-document.ts";
import { cityNamed } from "../db/stores/trips-for-tests.ts";
import { connectOverHttp } from "../mcp/resources-client.ts";
import { openTestServer, type TestServer } from "../server/http/http-for-tests.ts";
import { type AppHost, openAppHost, type PassOn } from "./app-host.ts";
import { hasBrowser } from "./chromium.ts";

const URI = "ui://tripwright/itinerary";
const contentSchema = z.object({ mimeType: z.string(), text: z.string(), _meta: z.unknown() });
const madeSchema = z.object({ trip: z.object({ id: z.string() }), itinerary: z.object({ version: z.int() }) });

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await openTestServer();
  client = await connectOverHttp(server, "2025", (await server.tokenFor()).token);
});
afterAll(async () => {
  await client?.close();
  await server?.close();
});

test("the page is listed, read, and named by the tools that show a plan", async () => {
  const { resources } = await client.listResources();
  expect(resources.find(({ uri }) => uri === URI)).toMatchObject({ mimeType: RESOURCE_MIME_TYPE, title: "Itinerary" });
  const { contents } = await client.readResource({ uri: URI });
  expect(contents).toMatchObject([
    {
      ...{ uri: URI, mimeType: RESOURCE_MIME_TYPE, text: expect.stringMatching(/^<!doctype html>/) },
      _meta: { ui: { csp: { connectDomains: [], resourceDomains: [] } } },
    },
  ]);
  const { tools } = await client.listTools();
  const drawn = tools.filter(({ _meta }) => (_meta?.ui as { resourceUri?: string } | undefined)?.resourceUri === URI);
  expect(drawn.map(({ name }) => name).sort()).toEqual([
    ...["check_itinerary", "choose_offer", "create_trip", "edit_itinerary", "get_trip"],
    ...["plan_itinerary", "select_itinerary", "update_trip"],
  ]);
  expect(tools).toHaveLength(TOOLS.length);
});

describe.skipIf(!hasBrowser)("a planned trip", () => {
  let host: AppHost;
  let made: CallToolResult;
  const passOn: PassOn = async (method, params) => {
    expect(method).toBe("tools/call");
    return client.callTool(params as { name: string; arguments: Record<string, unknown> });
  };
  const asked = (): Record<string, unknown> => ({
    ...{ cityIds: [cityId], startDate: "2027-05-10", endDate: "2027-05-12", travelers: 2, planNow: true },
    ...{ interests: ["viewpoints"], budgetAmount: 900, budgetCurrency: "EUR" },
  });
  let cityId = "";
  beforeAll(async () => {
    const { contents } = await client.readResource({ uri: URI });
    const { text, _meta } = contentSchema.parse(contents[0]);
    host = await openAppHost({ html: text, meta: _meta });
    cityId = (await cityNamed(server.database, "Lisbon")).id;
    made = await client.callTool({ name: "create_trip", arguments: asked() });
  });
  afterAll(() => host?.close());

  test("is drawn as the server stored it, and nothing leaves the page", async () => {
    const { trip, itinerary } = madeSchema.parse(made.structuredContent);
    const plan = planSchema.parse((await server.call(`/api/trips/${trip.id}/plan`)).json);
    const shown = await host.show({ capabilities: { serverTools: {} }, passOn });
    await shown.input(asked());
    expect(await shown.app.locator("#status").textContent()).toBe("Opening the plan…");
    await shown.result(made);
    await shown.app.locator("svg.map").first().waitFor();
    expect(await shown.app.locator("#status").isHidden()).toBe(true);
    const items = plan.itinerary.days.flatMap((day) => day.items);
    expect(await shown.app.locator(".when").allTextContents()).toEqual(
      items.map(({ startTime, endTime, endsNextDay }) => `${startTime}–${endTime}${endsNextDay ? "+1" : ""}`),
    );
    expect(await shown.app.locator("h3 time").allTextContents()).toEqual([
      ...["Monday 10 May 2027", "Tuesday 11 May 2027", "Wednesday 12 May 2027"],
    ]);
    const pins = await shown.app.locator(".pin:not(.open)").allTextContents();
    expect(pins.length).toBeGreaterThan(5);
    expect(await shown.app.locator(".map-marker text").allTextContents()).toEqual(pins);
    expect(await shown.app.locator(".verdict").textContent()).toMatch(/^Checked: .*hold/);
    const warned = plan.verdict.violations.filter(({ path, code }) => code === "night_without_bed" && path !== "");
    expect(warned.length).toBeGreaterThan(0);
    const [first] = warned;
    expect(await shown.app.locator(".day .remark.mind").allTextContents()).toContain(`Mind ${first?.message}`);
    expect(await shown.app.locator("tfoot").textContent()).toContain("Total");
    expect(itinerary.version).toBe(plan.itinerary.version);
    expect(shown.passedOn).toEqual(["tools/call"]);
    expect([shown.requests, shown.incidents]).toEqual([[], []]);
    await shown.close();
  });

  test("is drawn anew when the plan is changed", async () => {
    const { trip } = madeSchema.parse(made.structuredContent);
    const shown = await host.show({ capabilities: { serverTools: {} }, passOn });
    await shown.result(made);
    await shown.app.locator("svg.map").first().waitFor();
    const before = await shown.app.locator(".when").count();
    const operations = [{ op: "remove", item: "1.1" }];
    const edited = await client.callTool({ name: "edit_itinerary", arguments: { tripId: trip.id, operations } });
    expect(edited.isError, JSON.stringify(edited.structuredContent)).toBeFalsy();
    await shown.result(edited);
    await shown.app.getByRole("heading", { name: "What changed" }).waitFor();
    await expect.poll(() => shown.app.locator(".when").count(), { timeout: 10_000 }).toBe(before - 1);
    expect(await shown.app.locator(".news").allTextContents()).toContain(
      "This is a proposal: the plan stays as it was until it is chosen.",
    );
    expect([shown.requests, shown.incidents]).toEqual([[], []]);
    await shown.close();
  });
});
