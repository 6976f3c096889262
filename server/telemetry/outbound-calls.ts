/**
 * Every HTTP call to the outside as a span of whatever made it, heard from Node's own channels: model services,
 * vendors, archives, whichever client they use. Without paths' questions and headers: they may hold keys.
 */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { z } from "zod";

/** As `fetch` (undici) and `node:http` tell of a request. */
const fetchedSchema = z.looseObject({ origin: z.string(), path: z.string(), method: z.string() });
const clientSchema = z.looseObject({ protocol: z.string(), host: z.string(), path: z.string(), method: z.string() });
const toldSchema = z.looseObject({ request: z.custom<object>((value) => typeof value === "object" && value !== null) });
const statusSchema = z.looseObject({ response: z.looseObject({ statusCode: z.int() }) });

const LEAST_ERROR_STATUS = 400;

export interface TracedCalls {
  /** The collector itself. */
  readonly except: string;
  /** Secrets that an operator's own address may hold. */
  readonly secrets?: readonly string[];
}

/** Until the function returned is called. */
export function traceOutboundCalls({ except, secrets = [] }: TracedCalls): () => void {
  const hide = (path: string): string => secrets.reduce((left, secret) => left.replaceAll(secret, "***"), path);
  const spans = new WeakMap<object, Span>();
  const start = (message: unknown): void => {
    const told = toldSchema.safeParse(message);
    if (!told.success || !trace.getActiveSpan()) return;
    const { request } = told.data;
    const url = addressOf(request);
    if (url && url.origin !== except) spans.set(request, startSpan(url.method, { ...url, path: hide(url.path) }));
  };
  const answered = (message: unknown): void => {
    const span = spanOf(spans, message);
    const status = statusSchema.safeParse(message);
    if (!span || !status.success) return;
    const { statusCode } = status.data.response;
    span.setAttribute("http.response.status_code", statusCode);
    if (statusCode >= LEAST_ERROR_STATUS) fail(span, String(statusCode));
  };
  const end = (message: unknown): void => spanOf(spans, message)?.end();
  const answeredWhole = (message: unknown): void => {
    answered(message);
    end(message);
  };
  const failed = (message: unknown): void => {
    const span = spanOf(spans, message);
    if (!span) return;
    fail(span, "connection");
    span.end();
  };
  const heard: [string, (message: unknown) => void][] = [
    ["undici:request:create", start],
    ["undici:request:headers", answered],
    ["undici:request:trailers", end],
    ["undici:request:error", failed],
    ["http.client.request.start", start],
    ["http.client.response.finish", answeredWhole],
    ["http.client.request.error", failed],
  ];
  for (const [channel, listener] of heard) subscribe(channel, listener);
  return () => {
    for (const [channel, listener] of heard) unsubscribe(channel, listener);
  };
}

interface Address {
  origin: string;
  host: string;
  path: string;
  method: string;
}

function addressOf(request: object): Address | null {
  const fetched = fetchedSchema.safeParse(request);
  const client = clientSchema.safeParse(request);
  const origin = fetched.data?.origin ?? (client.success ? `${client.data.protocol}//${client.data.host}` : null);
  const { path, method } = fetched.data ?? client.data ?? {};
  if (origin === null || path === undefined || method === undefined || !URL.canParse(origin)) return null;
  const { origin: whole, host } = new URL(origin);
  return { origin: whole, host, path: path.split("?")[0] ?? "", method };
}

function startSpan(method: string, { origin, path }: Address): Span {
  const { hostname, port, protocol } = new URL(origin);
  const attributes = {
    "http.request.method": method,
    "server.address": hostname,
    "server.port": Number(port || (protocol === "https:" ? 443 : 80)),
    "url.full": `${origin}${path}`,
  };
  return trace.getTracer("tripwright").startSpan(method, { kind: SpanKind.CLIENT, attributes });
}

function spanOf(spans: WeakMap<object, Span>, message: unknown): Span | undefined {
  const told = toldSchema.safeParse(message);
  return told.success ? spans.get(told.data.request) : undefined;
}

function fail(span: Span, type: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute("error.type", type);
}
