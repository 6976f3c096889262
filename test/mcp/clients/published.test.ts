/** What is published works where it lands: the bundle starts from its unpacked folder, the registry's entry starts what it names. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import yauzl from "yauzl";
import { z } from "zod";
import { readPackageFacts } from "../../../.ci/bundle/package-facts.ts";
import { serverJson } from "../../../.ci/bundle/server-json.ts";
import { VERSION } from "../../../server/version.ts";
import { TOOLS } from "../../../tools/registry.ts";
import { environmentOf, type Program, ROOT } from "./places-to-connect.ts";
import { RawStdio } from "./raw-stdio.ts";

const NAME = "io.github.somebody/tripwright";
const URL = "https://github.com/somebody/tripwright/releases/download/v1/tripwright.mcpb";
const facts = readPackageFacts(join(ROOT, "package.json"));

let out: string;
let unpacked: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "tripwright-published-"));
  unpacked = join(out, "unpacked");
  const bundling = ["run", "bundle", "--", out, "--name", NAME, "--url", URL];
  await promisify(execFile)("npm", bundling, { cwd: ROOT, env: environmentOf() });
  await unzip(join(out, "tripwright.mcpb"), unpacked);
}, 500_000);
afterAll(() => rm(out, { recursive: true, force: true }));

async function unzip(file: string, folder: string): Promise<void> {
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const path = join(folder, entry.fileName);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
  }
}

/** Tells who it is, lists the tools, finds a city in the database it brought along. */
async function expectToServe(program: Omit<Program, "kind">): Promise<void> {
  const server = new RawStdio({ kind: "stdio", ...program });
  try {
    const clientInfo = { name: "test-client", version: "1.0.0" };
    const hello = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo };
    expect(await server.request("initialize", hello)).toMatchObject({ result: { serverInfo: { version: VERSION } } });
    expect((await server.request("tools/list")).result?.tools).toHaveLength(TOOLS.length);
    const { structuredContent } = await server.call("search_cities", { query: "Lisboa" });
    expect(structuredContent).toMatchObject({ status: "ok", cities: [{ name: "Lisbon" }] });
  } finally {
    await server.end();
  }
}

const manifestSchema = z.strictObject({
  manifest_version: z.literal("0.3"),
  name: z.string(),
  display_name: z.string(),
  version: z.string(),
  description: z.string(),
  author: z.strictObject({ name: z.string() }),
  license: z.string(),
  server: z.strictObject({
    type: z.literal("node"),
    entry_point: z.string(),
    mcp_config: z.strictObject({ command: z.literal("node"), args: z.array(z.string()) }),
  }),
  tools: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  compatibility: z.strictObject({
    platforms: z.array(z.enum(["darwin", "win32", "linux"])),
    runtimes: z.strictObject({ node: z.string() }),
  }),
});

test("the bundle starts as its manifest says, from wherever it was unpacked", async () => {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(unpacked, "manifest.json"), "utf8")));
  expect(manifest).toMatchObject({ name: "tripwright", version: VERSION });
  expect(manifest.tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  const { entry_point, mcp_config } = manifest.server;
  expect((await stat(join(unpacked, entry_point))).isFile()).toBe(true);
  const args = mcp_config.args.map((argument) => argument.replace(/^\$\{__dirname\}/, unpacked));
  expect(args[0]).toBe(join(unpacked, entry_point));
  await expectToServe({ command: mcp_config.command, args, env: environmentOf() });
});

const stdioSchema = z.strictObject({ type: z.literal("stdio") });
const variablesSchema = z.array(
  z.strictObject({
    name: z.string().regex(/^[A-Z_]+$/),
    description: z.string(),
    isSecret: z.boolean().optional(),
    format: z.enum(["string", "number", "boolean", "filepath"]).optional(),
  }),
);
/** As the registry's schema of 2025-12-11 has it, in our words. */
const entrySchema = z.strictObject({
  $schema: z.literal("https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json"),
  name: z.string().regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(100),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  packages: z.tuple([
    z.strictObject({
      registryType: z.literal("npm"),
      identifier: z.string(),
      version: z.string(),
      runtimeHint: z.literal("npx"),
      packageArguments: z.tuple([z.strictObject({ type: z.literal("positional"), value: z.string() })]),
      transport: stdioSchema,
      environmentVariables: variablesSchema,
    }),
    z.strictObject({
      registryType: z.literal("mcpb"),
      identifier: z.url(),
      fileSha256: z.string(),
      transport: stdioSchema,
      environmentVariables: variablesSchema,
    }),
  ]),
  _meta: z.record(z.string(), z.object({ tools: z.array(z.string()) })),
});

test("the registry's entry names the bundle that was made, and a package that starts with its arguments", async () => {
  const entry = entrySchema.parse(JSON.parse(await readFile(join(out, "server.json"), "utf8")));
  expect(entry).toMatchObject({ name: NAME, version: VERSION });
  const [npm, bundle] = entry.packages;
  const bytes = await readFile(join(out, "tripwright.mcpb"));
  expect(bundle).toMatchObject({ identifier: URL, fileSha256: createHash("sha256").update(bytes).digest("hex") });
  expect(npm).toMatchObject({ identifier: facts.name, version: VERSION });
  // What `npx tripwright …` runs: the package's own program, here from the build.
  const args = [join(ROOT, facts.bin.tripwright), ...npm.packageArguments.map(({ value }) => value)];
  await expectToServe({ command: "node", args, env: environmentOf() });
});

test("in a checkout that is built, npx finds it", async () => {
  // Some versions of npm make it executable, others only run it.
  expect((await stat(join(ROOT, facts.bin.tripwright))).mode & 0o111).toBe(0o111);
  const env = environmentOf();
  env.PATH = [dirname(process.execPath), env.PATH].join(delimiter);
  await expectToServe({ command: "npx", args: ["--no", "tripwright", "mcp"], env });
});

test("without a name for the registry it says what to give", () => {
  const { mcpName: _, ...unnamed } = facts;
  expect(() => serverJson(unnamed, TOOLS, {})).toThrow(/--name io\.github\.you\/tripwright/);
  expect(() => serverJson(unnamed, TOOLS, { name: "tripwright" })).toThrow(/got tripwright/);
});
