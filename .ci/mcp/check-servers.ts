/**
 * The official conformance suite against the fixtures on our HTTP stack and against the product, then the Inspector
 * against the product over stdio and HTTP. Prints what held; fails on anything that is not listed as expected.
 */
import { join } from "node:path";
import { startRelay } from "../../test/mcp/conformance/relay.ts";
import { createSuite, type SuiteResult, type SuiteRun } from "./conformance.ts";
import { createInspector, type Target } from "./inspector.ts";
import { inspectAll } from "./inspector-calls.ts";
import { PRODUCT_SCENARIOS } from "./product-scenarios.ts";
import { run, startServer, TODAY } from "./programs.ts";

const PROGRAM = "server/tripwright.mjs";
const REVISIONS = ["2026-07-28", "2025-11-25"];
const TOKEN = /^tw_[\w-]+$/;

const [tools = "", results = "", home = "", cache = ""] = process.argv.slice(2);
const suite = createSuite(tools, results);
const inspect = createInspector(tools);
const expectedIn = (name: string): string => join(import.meta.dirname, "expected", `${name}.yml`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Tally {
  passed: number;
  failed: number;
  bad: number;
}
const tally: Tally = { passed: 0, failed: 0, bad: 0 };

async function judge(what: string, asked: SuiteRun): Promise<SuiteResult> {
  const result = await suite(asked);
  tally.passed += result.passed.length;
  tally.failed += result.failed.length;
  if (!result.isGood) {
    tally.bad += 1;
    print(result.output);
  }
  const known = result.failed.length > 0 ? `, failed: ${result.failed.join(" ")}` : "";
  print(`${result.isGood ? "ok  " : "BAD "} ${what}: ${result.passed.length} passed${known}`);
  return result;
}

async function checkFixtures(): Promise<void> {
  const server = await startServer(["test/mcp/conformance/fixture-server.ts"], /"port":(\d+)/);
  const { token } = JSON.parse(server.line) as { token: string };
  const relay = await startRelay({ port: server.port, token });
  try {
    for (const revision of REVISIONS) {
      const expected = expectedIn(`fixtures-${revision}`);
      await judge(`conformance ${revision}, fixtures`, { url: `${relay.url}/mcp`, revision, expected });
    }
  } finally {
    relay.close();
    await server.stop();
  }
}

async function checkProduct(url: string): Promise<void> {
  for (const revision of REVISIONS) {
    for (const scenario of PRODUCT_SCENARIOS[revision] ?? []) {
      const expected = scenario === "server-stateless" ? expectedIn("product") : undefined;
      await judge(`conformance ${revision}, product, ${scenario}`, { url, revision, scenario, expected });
    }
  }
}

async function inspectProduct(port: number, token: string): Promise<number> {
  const url = ["--transport", "http", "--server-url", `http://127.0.0.1:${port}/mcp`];
  const environment = { TRIPWRIGHT_HOME: home, TRIPWRIGHT_CACHE: cache, TRIPWRIGHT_TODAY: TODAY };
  const variables = Object.entries(environment).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  const targets: Target[] = [
    { name: "stdio", args: [...variables, process.execPath, PROGRAM, "mcp"] },
    { name: "HTTP", args: [...url, "--header", `Authorization: Bearer ${token}`] },
  ];
  let calls = 0;
  for (const target of targets) {
    const { calls: made, faults } = await inspectAll(inspect, target);
    calls += made;
    tally.bad += faults.length;
    for (const fault of faults) print(`BAD  Inspector over ${target.name}: ${fault}`);
    if (faults.length === 0) print(`ok   Inspector over ${target.name}: ${made} calls`);
  }
  const stranger = await inspect({ name: "HTTP", args: url }, ["--method", "tools/list"]);
  if (stranger.status === 0) throw new Error("The Inspector was let in without a token.");
  print("ok   Inspector without a token: refused");
  return calls + 1;
}

async function newToken(): Promise<string> {
  const { stdout, stderr } = await run([PROGRAM, "tokens", "create", "--json"]);
  const { token } = (stdout.startsWith("{") ? JSON.parse(stdout) : {}) as { token?: string };
  if (token === undefined || !TOKEN.test(token)) throw new Error(`No token was made. ${stderr}`);
  return token;
}

await checkFixtures();
const token = await newToken();
const product = await startServer([PROGRAM, "serve", "--port", "0", "--today", TODAY], /listens at \S+:(\d+)/);
const relay = await startRelay({ port: product.port, token });
try {
  await checkProduct(`${relay.url}/mcp`);
  const calls = await inspectProduct(product.port, token);
  const { passed, failed, bad } = tally;
  print(`MCP: ${passed} scenarios passed, ${failed} failed as expected; ${calls} Inspector calls; ${bad} unexpected`);
  process.exitCode = bad > 0 ? 1 : 0;
} finally {
  relay.close();
  await product.stop();
}
