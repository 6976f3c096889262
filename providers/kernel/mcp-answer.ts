/**
 * What an MCP server sent back for one request: JSON, or a stream of events with the answer among them. Words of theirs
 * (descriptions, error messages, instructions to models) end here: nobody sees them.
 * https://modelcontextprotocol.io/specification/2025-06-18/basic/transports
 */
import { z } from "zod";
import type { FailureKind } from "../../trip/vendor-ports.ts";
import { kindOfStatus } from "./classify.ts";
import { VendorError } from "./vendor-error.ts";

/** The data of each event: what follows `data:`, lines joined; comments, names and ids of events are passed over. */
export function eventsIn(text: string): string[] {
  return text
    .split(/(?:\r\n|\r|\n){2,}/)
    .map((block) =>
      block
        .split(/\r\n|\r|\n/)
        .flatMap((line) => (line.startsWith("data:") ? [line.slice(5).replace(/^ /, "")] : []))
        .join("\n"),
    )
    .filter((data) => data !== "");
}

const messageSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ code: z.number().catch(0) }).optional(),
});
type Message = z.infer<typeof messageSchema>;

function messagesIn(text: string): Message[] {
  const plain = text.replace(/^\uFEFF/, "").trimStart();
  const parts = plain.startsWith("{") ? [plain] : eventsIn(plain);
  return parts.flatMap((part) => messageSchema.safeParse(JSON.parse(part)).data ?? []);
}

/** JSON-RPC's own codes, and HTTP's where a server uses those. */
const OUR_MISTAKES = new Set([-32_700, -32_600, -32_601, -32_602]);

function kindOfCode(code: number): FailureKind {
  if (OUR_MISTAKES.has(code)) return "bad_request";
  return (code >= 400 && code < 600 && kindOfStatus(code)) || "upstream";
}

/** The result for the request of that id; a server may send notices and questions of its own before it. */
export function resultIn(provider: string, text: string, id: number): Readonly<Record<string, unknown>> {
  const messages = messagesIn(text);
  // What could not be read at all is refused without an id.
  const refused = messages.findLast((message) => message.error && (message.id === id || (message.id ?? null) === null));
  const answered = messages.findLast((message) => message.result && message.id === id);
  if (answered?.result) return answered.result;
  if (refused?.error) throw new VendorError(provider, kindOfCode(refused.error.code));
  throw new VendorError(provider, "schema", { detail: "no answer among its messages" });
}

const toolResultSchema = z.object({
  isError: z.boolean().nullish(),
  structuredContent: z.record(z.string(), z.unknown()).nullish(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })).catch([]),
});

/** What a tool answered, as data: its structured content, or else its first text read as JSON. */
export function toolContentOf(provider: string, result: unknown): unknown {
  const { isError, structuredContent, content } = toolResultSchema.parse(result);
  // Why is said in words alone.
  if (isError) throw new VendorError(provider, "upstream");
  return structuredContent ?? JSON.parse(content.find(({ type }) => type === "text")?.text ?? "");
}
