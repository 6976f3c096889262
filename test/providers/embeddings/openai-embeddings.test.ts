/** OpenAI's embeddings as they look from the network: the documented request and answer, and what may go wrong. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { chooseEmbedders } from "../../../providers/embeddings/choose-embedders.ts";
import { createOpenAIEmbedder } from "../../../providers/embeddings/openai-embeddings.ts";

const requestSchema = z.object({
  model: z.string(),
  input: z.array(z.string()),
  dimensions: z.number().optional(),
  encoding_format: z.string().optional(),
});
type EmbeddingsRequest = z.infer<typeof requestSchema>;
interface Answer {
  status: number;
  body: unknown;
}

let server: Server;
let asked: { path: string; key: string; body: EmbeddingsRequest }[];
let answer: (body: EmbeddingsRequest) => Answer | null;

const vector = (seed: number, length = 256): number[] => Array.from({ length }, (_, at) => Math.sin(seed + at) / 5);
const embeddings = ({ model, input }: EmbeddingsRequest, length?: number): Answer => ({
  status: 200,
  body: {
    object: "list",
    model,
    data: input.map((text, index) => ({ object: "embedding", index, embedding: vector(text.length, length) })),
    usage: { prompt_tokens: 5 * input.length, total_tokens: 5 * input.length },
  },
});
const refusal = (status: number): Answer => ({
  status,
  body: { error: { message: "no", type: "server_error", param: null, code: null } },
});

beforeEach(async () => {
  asked = [];
  answer = embeddings;
  server = createServer((request, response) => {
    void json(request).then((sent) => {
      const body = requestSchema.parse(sent);
      asked.push({ path: request.url ?? "", key: request.headers.authorization ?? "", body });
      const said = answer(body);
      if (said) response.writeHead(said.status, { "content-type": "application/json" }).end(JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const embedder = (options: { maxRetries?: number; deadlineMs?: number } = {}) => {
  const { port } = server.address() as AddressInfo;
  return createOpenAIEmbedder({ apiKey: "sk-test", baseUrl: `http://127.0.0.1:${port}/v1`, ...options });
};
const signal = new AbortController().signal;

test("asks for 256 numbers of the model it is named after, and hands back vectors of length 1 in order", async () => {
  const { model, embed } = embedder();
  const vectors = await embed(["sunset", "old trains"], signal);
  expect(model).toBe("openai/text-embedding-3-small@256");
  expect(asked).toMatchObject([
    {
      path: "/v1/embeddings",
      key: "Bearer sk-test",
      body: { model: "text-embedding-3-small", input: ["sunset", "old trains"], dimensions: 256 },
    },
  ]);
  const [first = [], second = []] = vectors;
  expect([Math.hypot(...first), Math.hypot(...second)].map((length) => length.toFixed(9))).toEqual([
    "1.000000000",
    "1.000000000",
  ]);
  expect((first[1] ?? 0) / (first[0] ?? 1)).toBeCloseTo((vector(6)[1] ?? 0) / (vector(6)[0] ?? 1), 9);
});

test("many texts go in bounded calls and come back in their order", async () => {
  const texts = Array.from({ length: 600 }, (_, at) => "x".repeat(1 + (at % 7)));
  const vectors = await embedder().embed(texts, signal);
  expect(asked.map(({ body }) => body.input.length)).toEqual([256, 256, 88]);
  expect(vectors).toHaveLength(600);
  expect(vectors[599]).toEqual(vectors[599 % 7]);
});

test("the same words are asked for once; no words are not asked for", async () => {
  const { embed } = embedder();
  expect(await embed(["tram 28"], signal)).toEqual(await embed(["tram 28"], signal));
  expect(await embed([], signal)).toEqual([]);
  expect(asked).toHaveLength(1);
});

describe("what goes wrong is provider_unavailable", () => {
  test.each([
    ["a refusal", () => refusal(401)],
    ["too many dimensions", (body: EmbeddingsRequest) => embeddings(body, 1536)],
    ["too few dimensions", (body: EmbeddingsRequest) => embeddings(body, 3)],
    [
      "zeros",
      (body: EmbeddingsRequest) => ({
        status: 200,
        body: {
          ...z.record(z.string(), z.unknown()).parse(embeddings(body).body),
          data: body.input.map((_, index) => ({ object: "embedding", index, embedding: vector(0).map(() => 0) })),
        },
      }),
    ],
    ["another shape", () => ({ status: 200, body: { hello: "world" } })],
  ])("%s", async (_, say) => {
    answer = say;
    await expect(embedder().embed(["sunset"], signal)).rejects.toMatchObject({ code: "provider_unavailable" });
    expect(asked).toHaveLength(1);
  });

  test("a service that fails, after the one owner of retries has tried again", async () => {
    answer = () => refusal(500);
    await expect(embedder({ maxRetries: 1 }).embed(["sunset"], signal)).rejects.toMatchObject({
      code: "provider_unavailable",
    });
    expect(asked).toHaveLength(2);
  }, 20_000);

  test("a service that says nothing, at the deadline", async () => {
    answer = () => null;
    await expect(embedder({ deadlineMs: 200 }).embed(["sunset"], signal)).rejects.toMatchObject({
      code: "provider_unavailable",
    });
  });
});

test("stopping is the caller's reason, not the service's failure", async () => {
  answer = () => null;
  const stop = new AbortController();
  const waiting = embedder().embed(["sunset"], stop.signal);
  setTimeout(() => stop.abort(new Error("enough")), 100);
  await expect(waiting).rejects.toThrow("enough");
});

test("a key puts the service first, and the local model always stands behind", () => {
  expect(chooseEmbedders({}).map(({ model }) => model)).toEqual(["local/2"]);
  expect(chooseEmbedders({ openaiApiKey: "sk-test" }).map(({ model }) => model)).toEqual([
    "openai/text-embedding-3-small@256",
    "local/2",
  ]);
});
