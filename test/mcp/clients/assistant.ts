/** What every client library comes down to for a conversation: the tools by name, and calls of them. */
import { z } from "zod";
import { toolStatusSchema } from "../../../tools/tool.ts";
import type { Place } from "./places-to-connect.ts";

export interface Answer {
  status: z.infer<typeof toolStatusSchema>;
  /** `structuredContent`, as far as the library hands it on. */
  data: Record<string, unknown>;
  /** What a person reads, and all that some hosts show their model. */
  text: string;
  isError: boolean;
}

export interface Assistant {
  toolNames(): Promise<string[]>;
  call(tool: string, args: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

export interface ClientKind {
  name: string;
  /** Asks its person by itself when the server wants to know something, and gets a yes. */
  elicits?: (place: Place) => boolean;
  connect(place: Place): Promise<Assistant>;
}

/** A plan can take a while on a busy machine. */
export const PATIENCE_MS = 120_000;

const resultSchema = z.looseObject({
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
  structuredContent: z.looseObject({ status: toolStatusSchema }),
  isError: z.boolean().optional(),
});

/** Any client's result of a call. */
export function answerFrom(result: unknown): Answer {
  const { content, structuredContent, isError = false } = resultSchema.parse(result);
  const text = content.flatMap(({ text: words }) => words ?? []).join("\n");
  return { status: structuredContent.status, data: structuredContent, text, isError };
}
