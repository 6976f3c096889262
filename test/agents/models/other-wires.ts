/** Anthropic's Messages and Google's streamGenerateContent, as far as one short answer goes. */
import { HttpResponse, http } from "msw";
import { z } from "zod";
import { server } from "../../network-guard.ts";

export interface ServedOnce {
  readonly bodies: Record<string, unknown>[];
  readonly headers: Headers[];
}

const bodySchema = z.record(z.string(), z.unknown());
const STREAM = { "content-type": "text/event-stream; charset=utf-8" };

function serve(url: string, events: readonly { event?: string; data: unknown }[]): ServedOnce {
  const served: ServedOnce = { bodies: [], headers: [] };
  const text = events
    .map(({ event, data }) => `${event ? `event: ${event}\n` : ""}data: ${JSON.stringify(data)}\n\n`)
    .join("");
  server.use(
    http.post(url, async ({ request }) => {
      served.headers.push(request.headers);
      served.bodies.push(bodySchema.parse(await request.json()));
      return new HttpResponse(text, { headers: STREAM });
    }),
  );
  return served;
}

export function serveAnthropic(): ServedOnce {
  const usage = { input_tokens: 20, cache_read_input_tokens: 60, cache_creation_input_tokens: 120 };
  const data = [
    {
      type: "message_start",
      message: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "claude-haiku-4-5-20251001",
        content: [],
        usage: { ...usage, output_tokens: 1 },
      },
    },
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "Four days." } },
    { type: "content_block_stop", index: 0 },
    { type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 30 } },
    { type: "message_stop" },
  ];
  return serve(
    "https://api.anthropic.com/v1/messages",
    data.map((one) => ({ event: one.type, data: one })),
  );
}

export function serveGoogle(): ServedOnce {
  const usageMetadata = {
    promptTokenCount: 100,
    cachedContentTokenCount: 40,
    candidatesTokenCount: 10,
    thoughtsTokenCount: 20,
  };
  const content = { role: "model", parts: [{ text: "Four days." }] };
  return serve("https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:streamGenerateContent", [
    {
      data: {
        candidates: [{ content, finishReason: "STOP", index: 0 }],
        usageMetadata,
        modelVersion: "gemini-2.5-flash",
      },
    },
  ]);
}
