/** An OpenTelemetry collector on this machine, as far as spans go: it keeps what it is sent. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { z } from "zod";

const valueSchema = z
  .looseObject({
    stringValue: z.string(),
    intValue: z.coerce.number(),
    doubleValue: z.number(),
    boolValue: z.boolean(),
  })
  .partial()
  .transform((value) => value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue ?? null);
const spanSchema = z
  .looseObject({
    spanId: z.string(),
    traceId: z.string(),
    parentSpanId: z.string().optional(),
    name: z.string(),
    status: z.looseObject({ code: z.int().optional() }).optional(),
    attributes: z.array(z.object({ key: z.string(), value: valueSchema })),
  })
  .transform(({ attributes, ...span }) => {
    return { ...span, attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, value])) };
  });
export type SentSpan = z.output<typeof spanSchema>;

const bodySchema = z.looseObject({
  resourceSpans: z.array(z.looseObject({ scopeSpans: z.array(z.looseObject({ spans: z.array(spanSchema) })) })),
});

export interface Collector extends AsyncDisposable {
  readonly endpoint: string;
  readonly spans: SentSpan[];
  /** The names from the root down to that span. */
  pathTo(span: SentSpan): string[];
}

export async function openCollector(): Promise<Collector> {
  const spans: SentSpan[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { resourceSpans } = bodySchema.parse(body);
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const pathTo = (span: SentSpan): string[] => {
    const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
    return [...(parent ? pathTo(parent) : []), span.name];
  };
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    pathTo,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
