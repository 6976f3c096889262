/** The database goes away in the middle of a plan: for a moment, and nobody notices; for good, and one paragraph says so. */
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureHost } from "../../db/embedded/ensure-host.ts";
import { planErrorSchema } from "../../trip/plan-document.ts";
import { type CuttingProxy, openCuttingProxy, type PassingFrame } from "../db/faults/cutting-proxy.ts";
import { testFolders } from "../db/test-folders.ts";
import { type CliResult, runCli, startCli } from "./run-cli.ts";

const REQUEST = "3 days in Lisbon from 2027-09-06 for two, food and viewpoints";
const LIMIT = { timeout: 180_000 } as const;
const databaseUrl = process.env.TEST_DATABASE_URL;

beforeAll(async () => {
  // The tables and the catalogue are there before anything is cut.
  expect((await runCli(["trips"])).status).toBe(0);
});

/** Runs `plan` by way of a proxy that the test can cut, and tells it what the program says meanwhile. */
async function planThrough(
  args: readonly string[],
  script: {
    onFrame?: (proxy: CuttingProxy) => (frame: PassingFrame) => boolean;
    onSaid?: (said: string, proxy: CuttingProxy) => void;
  },
): Promise<CliResult> {
  const url = new URL(databaseUrl ?? "postgres://postgres@127.0.0.1/postgres");
  const target = databaseUrl
    ? { host: url.hostname, port: Number(url.port || 5432) }
    : { path: `${(await ensureHost({ ...testFolders(), idleMs: 60_000 })).socketDir}/.s.PGSQL.5432` };
  await using proxy = await openCuttingProxy(target);
  url.host = `127.0.0.1:${proxy.port}`;
  if (script.onFrame) proxy.arm(script.onFrame(proxy));
  const child = startCli(["plan", REQUEST, ...args], { DATABASE_URL: url.href });
  if (!child.stdout || !child.stderr) throw new Error("the child has no streams");
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    script.onSaid?.(stderr, proxy);
  });
  const [stdout] = await Promise.all([text(child.stdout), once(child, "close")]);
  return { status: child.exitCode, stdout, stderr };
}

const goneForGood = (proxy: CuttingProxy): void => {
  proxy.arm(() => true);
  proxy.dropAll();
};

const SAYS = ["Looking for Lisbon", "Writing down the trip", "Placing visits and meals"];

/** From the commit of the plan's rows; other connections have commits of their own. */
function cutAtCommitOfPlan(): (frame: PassingFrame) => boolean {
  const withPlan = new Set<number>();
  let isCut = false;
  return ({ from, bytes, connection }) => {
    if (from !== "client") return isCut;
    if (bytes.includes("insert into itineraries")) withPlan.add(connection);
    isCut ||= withPlan.has(connection) && bytes.includes("commit");
    return isCut;
  };
}

function paragraphsOf({ stderr }: CliResult): string[] {
  return stderr
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("·"));
}

describe("a database that goes away while a trip is planned", () => {
  test.each(SAYS)('for good, after "%s": exit code 1 and one paragraph', LIMIT, async (moment) => {
    let wasCut = false;
    const result = await planThrough([], {
      onSaid: (said, proxy) => {
        if (wasCut || !said.includes(moment)) return;
        wasCut = true;
        goneForGood(proxy);
      },
    });
    expect([wasCut, result.status, result.stdout]).toEqual([true, 1, ""]);
    expect(paragraphsOf(result)).toEqual([
      expect.stringMatching(/^(The database stopped|No PostgreSQL answered).*\.$/),
    ]);
  });

  test("for good, while the plan is being saved: it is not said that nothing was saved", LIMIT, async () => {
    const result = await planThrough([], { onFrame: cutAtCommitOfPlan });
    expect([result.status, result.stdout]).toEqual([1, ""]);
    expect(paragraphsOf(result)).toEqual([expect.stringContaining("It is not known whether this was saved")]);
  });

  test("for good, for a program: one document says so", LIMIT, async () => {
    const result = await planThrough(["--json"], { onFrame: cutAtCommitOfPlan });
    expect(result.status).toBe(1);
    const { error } = planErrorSchema.parse(JSON.parse(result.stdout));
    expect(error).toMatchObject({ code: "database_unavailable", details: { isOutcomeKnown: false } });
  });

  test("for a moment, at every stage: the plan is made all the same", LIMIT, async () => {
    const left = [...SAYS];
    const result = await planThrough([], {
      onSaid: (said, proxy) => {
        if (left[0] === undefined || !said.includes(left[0])) return;
        left.shift();
        proxy.dropAll();
      },
    });
    expect([left, result.status]).toEqual([[], 0]);
    expect(result.stdout).toContain("Day 1");
  });
});
