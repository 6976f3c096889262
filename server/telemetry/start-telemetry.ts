/**
 * Spans on their way to an OpenTelemetry collector, where the settings name one. Without one nothing of this is even
 * loaded, and what `tools/`, `agents/` and `db/` say of themselves goes nowhere.
 */
import { context, trace } from "@opentelemetry/api";
import { recordContent } from "../../tools/in-span.ts";
import type { TelemetryConfig } from "../config.ts";
import { traceOutboundCalls } from "./outbound-calls.ts";

export interface Telemetry {
  /** Sends what is still here; a collector that does not answer is waited for two seconds at most. */
  stop(): Promise<void>;
}

const LONGEST_FLUSH_MS = 2_000;

/** `null` where nothing is to be recorded. Once a process. `secrets` stand in no span. */
export async function startTelemetry(
  { endpoint, headers, hasContent }: TelemetryConfig,
  secrets: readonly string[] = [],
): Promise<Telemetry | null> {
  if (endpoint === undefined) return null;
  const [{ AsyncLocalStorageContextManager }, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] =
    await Promise.all([
      import("@opentelemetry/context-async-hooks"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
      import("@opentelemetry/sdk-trace"),
    ]);
  const url = `${endpoint.replace(/\/$/, "")}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: LONGEST_FLUSH_MS });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": "tripwright" }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  recordContent(hasContent);
  const stopOutbound = traceOutboundCalls({ except: new URL(url).origin, secrets });
  return {
    async stop() {
      stopOutbound();
      recordContent(false);
      trace.disable();
      context.disable();
      await Promise.race([provider.shutdown().catch(() => {}), waited(LONGEST_FLUSH_MS)]);
    },
  };
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
