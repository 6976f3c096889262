/** Spans of a real run, as a collector gets them: each under what it belongs to, and nobody's words in any. */
import { trace } from "@opentelemetry/api";
import { expect, test } from "vitest";
import { startTelemetry } from "../../../server/telemetry/start-telemetry.ts";
import { addContent, inSpan } from "../../../tools/in-span.ts";
import { serveResponsesOnSocket } from "../../agents/openai-wire.ts";
import { runCli } from "../run-cli.ts";
import { openCollector, type SentSpan } from "./collector.ts";

const REQUEST = "3 days in Lisbon from 2027-05-10 for two, marzipan and viewpoints";
const RUN = "invoke_agent tripwright";
const named = (spans: readonly SentSpan[], name: RegExp): SentSpan[] => spans.filter((span) => name.test(span.name));

test("a run holds its model calls and tools, a tool its queries", async () => {
  await using collector = await openCollector();
  const { status } = await runCli(["plan", REQUEST], { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  expect(status).toBe(0);
  const { spans, pathTo } = collector;
  const [run] = named(spans, /^invoke_agent/);
  if (!run) throw new Error("no run");
  expect(run.attributes).toMatchObject({
    "gen_ai.operation.name": "invoke_agent",
    "gen_ai.agent.name": "tripwright",
    "gen_ai.provider.name": "offline",
    "tripwright.run.id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "tripwright.cost_usd": 0,
  });
  const chats = named(spans, /^chat /);
  expect(chats.length).toBeGreaterThan(1);
  for (const chat of chats) expect(pathTo(chat)).toEqual([RUN, chat.name]);
  expect(chats[0]?.attributes).toMatchObject({
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "offline",
    "gen_ai.usage.input_tokens": expect.any(Number),
    "gen_ai.usage.output_tokens": expect.any(Number),
  });
  const tools = named(spans, /^execute_tool /);
  expect(tools.map(({ name }) => name)).toContain("execute_tool plan_itinerary");
  for (const tool of tools) expect(pathTo(tool)).toEqual([RUN, tool.name]);
  const queries = named(spans, /^(SELECT|INSERT) /);
  expect(queries.map(pathTo)).toContainEqual([
    RUN,
    "execute_tool search_cities",
    expect.stringMatching(/^database (read|transaction)$/),
    expect.stringMatching(/^SELECT /),
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
});

test("what was said is in no span", async () => {
  await using collector = await openCollector();
  await runCli(["plan", REQUEST], { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  expect(collector.spans.length).toBeGreaterThan(10);
  expect(JSON.stringify(collector.spans)).not.toContain("marzipan");
});

test("unless it was asked for", async () => {
  await using collector = await openCollector();
  await runCli(["plan", REQUEST], {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    TRIPWRIGHT_TELEMETRY_CONTENT: "1",
  });
  const [chat] = named(collector.spans, /^chat /);
  expect(chat?.attributes["gen_ai.input.messages"]).toContain("marzipan");
});

test("a model's service is an outbound call of its chat, without keys", async () => {
  await using collector = await openCollector();
  await using service = await serveResponsesOnSocket({
    text: ["Where to?"],
    usage: { input: 70, output: 9, cached: 64 },
  });
  const { status } = await runCli(["plan", REQUEST, "--model", "openai:gpt-5"], {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OPENAI_API_KEY: "sk-test-0123456789",
    OPENAI_BASE_URL: service.baseUrl,
  });
  expect(status).toBe(3);
  const [call] = named(collector.spans, /^POST$/);
  if (!call) throw new Error("no call");
  expect(collector.pathTo(call)).toEqual([RUN, "chat gpt-5", "POST"]);
  expect(call.attributes).toMatchObject({
    "http.request.method": "POST",
    "http.response.status_code": 200,
    "server.address": "127.0.0.1",
    "url.full": `${service.baseUrl}/responses`,
  });
  expect(named(collector.spans, /^chat gpt-5$/)[0]?.attributes).toMatchObject({
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": "gpt-5",
    "gen_ai.response.model": "test-model-2026-11-01",
    "gen_ai.usage.input_tokens": 70,
    "gen_ai.usage.output_tokens": 9,
    "gen_ai.usage.cache_read.input_tokens": 64,
  });
  expect(JSON.stringify(collector.spans)).not.toContain("sk-test");
  // The collector is no subject of its own record.
  expect(named(collector.spans, /^POST$/)).toHaveLength(1);
});

test("a collector that is not there delays nobody's plan", async () => {
  const startedAt = performance.now();
  const { status } = await runCli(["plan", REQUEST], { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" });
  expect(status).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(60_000);
});

test("without an endpoint there is nothing: no span records, no word is even looked at", async () => {
  expect(await startTelemetry({ endpoint: undefined, headers: {}, hasContent: true })).toBeNull();
  const seen = await inSpan("chat x", { attributes: {} }, async (span) => {
    addContent(span, () => {
      throw new Error("nobody asked");
    });
    return { isRecording: span.isRecording(), active: trace.getActiveSpan() };
  });
  expect(seen).toEqual({ isRecording: false, active: undefined });
});
