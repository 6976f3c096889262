/**
 * Spans of what the agent and its tools do, after OpenTelemetry's conventions for generative AI. Until a process sets
 * a provider up (`server/telemetry/`) they are handed to nobody and cost next to nothing.
 */
import { type Attributes, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { TripwrightError } from "../trip/errors.ts";

const TRACER = "tripwright";

/** What people and models said is in no span unless the process was told so. */
let isContentWanted = false;
export function recordContent(isWanted: boolean): void {
  isContentWanted = isWanted;
}

/** Of a span that somebody records, where words are wanted. */
export function addContent(span: Span, content: () => Record<string, unknown>): void {
  if (!isContentWanted || !span.isRecording()) return;
  for (const [name, value] of Object.entries(content())) span.setAttribute(name, JSON.stringify(value) ?? "");
}

/** By class and code alone: what an error says may hold words or secrets. */
function errorType(error: unknown): string {
  if (error instanceof TripwrightError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}

export function failSpan(span: Span, type: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute("error.type", type);
}

/** The span is the parent of whatever happens in the work. A client waits for somebody else's answer. */
export function inSpan<Result>(
  name: string,
  { isClient = false, attributes }: { isClient?: boolean; attributes: Attributes },
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  const kind = isClient ? SpanKind.CLIENT : SpanKind.INTERNAL;
  return trace.getTracer(TRACER).startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failSpan(span, errorType(error));
      throw error;
    } finally {
      span.end();
    }
  });
}
