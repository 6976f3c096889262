/** Whatever the documents tell people to paste works: configurations connect, command lines start, code runs. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TOOLS } from "../../../tools/registry.ts";
import { openTestServer, type TestServer } from "../../server/http/http-for-tests.ts";
import {
  codeFor,
  commandLines,
  configurations,
  placeOfCommandLine,
  placeOfConfiguration,
  programs,
  type Snippet,
} from "./documented.ts";
import { type Address, environmentOf, ROOT } from "./places-to-connect.ts";
import { SDK_CLIENTS } from "./sdk-clients.ts";

let server: TestServer;
let address: Address;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
  address = { kind: "http", url: `${server.url}/mcp`, token: (await server.tokenFor()).token };
  folder = await mkdtemp(join(tmpdir(), "tripwright-snippets-"));
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
});
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
  await server?.close();
});

const named = (snippets: Snippet[]): [string, Snippet][] =>
  snippets.map((snippet, index) => [`${index + 1}: ${snippet.document}, ${snippet.heading}`, snippet]);

async function expectTools(place: ReturnType<typeof placeOfConfiguration>): Promise<void> {
  const assistant = await SDK_CLIENTS[0]?.connect(place);
  try {
    expect(await assistant?.toolNames()).toHaveLength(TOOLS.length);
    expect((await assistant?.call("search_cities", { query: "Lisboa" }))?.status).toBe("ok");
  } finally {
    await assistant?.close();
  }
}

test.each(named(configurations()))("configuration %s connects", async (_, snippet) => {
  await expectTools(placeOfConfiguration(snippet, address));
});

test.each(named(commandLines()))("command line %s starts or finds it", async (_, snippet) => {
  await expectTools(placeOfCommandLine(snippet, address));
});

/** Stands in for the model that the code names: calls one tool, then says what it found. */
const SCRIPTED_MODEL = `
import { MockLanguageModelV4, MockProviderV4 } from "ai/test";
const usage = { inputTokens: { total: 1 }, outputTokens: { total: 1 } };
const call = { type: "tool-call", toolCallId: "1", toolName: "search_cities", input: '{"query":"Lisboa"}' };
const model = new MockLanguageModelV4({
  doGenerate: async ({ prompt }) => {
    const last = prompt.at(-1);
    return last.role === "tool"
      ? { content: [{ type: "text", text: JSON.stringify(last.content) }], finishReason: { unified: "stop" }, usage, warnings: [] }
      : { content: [call], finishReason: { unified: "tool-calls" }, usage, warnings: [] };
  },
});
globalThis.AI_SDK_DEFAULT_PROVIDER = new MockProviderV4({ languageModels: { "openai/gpt-5": model } });
`;

test.each(named(programs()))("code %s runs as it is", async (name, snippet) => {
  const file = join(folder, `${name.replaceAll(/\W+/g, "-")}.ts`);
  const preload = join(folder, "scripted-model.mjs");
  await writeFile(file, codeFor(snippet, address));
  await writeFile(preload, SCRIPTED_MODEL);
  const env = { ...environmentOf(), TRIPWRIGHT_TOKEN: address.token };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", preload, file], { env, cwd: folder });
  expect(stdout).toContain("Lisbon");
});

test("each kind of snippet is there", () => {
  const headings = new Set(configurations().map(({ heading }) => heading));
  expect([...headings]).toEqual(["Use it from a chat assistant", "Claude Desktop", "Claude Code", "VS Code", "Cursor"]);
  expect(commandLines()).toHaveLength(3);
  expect(programs().map(({ heading }) => heading)).toEqual(["The AI SDK", "LangChain"]);
});
