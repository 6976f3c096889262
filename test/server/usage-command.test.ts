/** `tripwright usage`, and the prices and allowance that `plan` reads from the environment. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usageReportSchema } from "../../server/usage-report.ts";
import { serveResponsesOnSocket } from "../agents/openai-wire.ts";
import { runCli } from "./run-cli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tripwright prices "));
});
afterAll(() => rm(folder, { recursive: true }));

const REQUEST = "something nice";
/** The database outlives a test: this one's rows bear a name of their own. */
const MODEL = `gpt-5-${randomUUID()}`;

test("what a model took is in the report, priced by the operator's own list", async () => {
  const file = join(folder, "prices.json");
  const models = { "openai/gpt-5": { input: 10, output: 100 } };
  await writeFile(file, JSON.stringify({ asOf: "2026-11-01", source: "ours", models }));
  await using service = await serveResponsesOnSocket({
    text: ["Where to?"],
    usage: { input: 1_000, output: 10 },
    model: MODEL,
  });
  const environment = { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: service.baseUrl, TRIPWRIGHT_PRICES: file };
  expect((await runCli(["plan", REQUEST, "--model", "openai:gpt-5"], environment)).status).toBe(3);
  const { stdout } = await runCli(["usage", "--json"]);
  const report = usageReportSchema.parse(JSON.parse(stdout));
  expect(report.rows).toContainEqual(
    expect.objectContaining({
      model: `openai/${MODEL}`,
      promptHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      modelCalls: 1,
      costUsd: 0.011,
    }),
  );
  const table = await runCli(["usage"]);
  expect(table.stdout).toMatch(new RegExp(`openai/${MODEL}  prompt [0-9a-f]{8}\\n +1 +1 +1,000 +0 +10 +0\\.0110`));
  for (const line of table.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});

test("with the day's allowance used up no run starts, and it is said when it is free again", async () => {
  const environment = { OPENAI_API_KEY: "sk-test", TRIPWRIGHT_DAILY_TOKENS: "0" };
  const { status, stderr } = await runCli(["plan", REQUEST, "--model", "openai:gpt-5"], environment);
  expect(status).toBe(3);
  expect(stderr).toMatch(/allowance is used up: \d+ of 0 tokens\. It is free again at \d{4}-\d{2}-\d{2} 00:00 UTC/);
});

test.each([
  ["no file", null, /could not be read/],
  ["no JSON", "{", /It is no JSON/],
  [
    "no list",
    '{"asOf":"2026-11-01","source":"x","models":{"openai/x":{"input":-1,"output":1}}}',
    /models\.openai\/x\.input: /,
  ],
])("TRIPWRIGHT_PRICES with %s is said in one line", async (name, content, said) => {
  const file = join(folder, `${name}.json`);
  if (content !== null) await writeFile(file, content);
  const { status, stderr } = await runCli(["plan", REQUEST], { TRIPWRIGHT_PRICES: file });
  expect(status).toBe(2);
  expect(stderr.trim().split("\n").at(-1)).toMatch(said);
});

test.each([
  [["--from", "yesterday"], /Expected from as a date/],
  [["--from", "2026-11-22", "--to", "2026-11-01"], /Swap them/],
])("usage %j is refused", async (args, said) => {
  const { status, stderr } = await runCli(["usage", ...args]);
  expect(status).toBeGreaterThan(1);
  expect(stderr).toMatch(said);
});
