/** `tripwright doctor`: what is configured, reachable and missing, with what to do about it. No secret is shown. */
import { findHost } from "../../db/embedded/ensure-host.ts";
import { migrationStatus } from "../../db/migrate.ts";
import { readInventory, readLogin } from "../../db/stores/inventory.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { type HealthLine, readHealth } from "../database-health.ts";
import { createMetrics } from "../metrics.ts";
import { createProgress } from "../progress.ts";
import type { CommandSession } from "../session.ts";
import { withSession } from "../session.ts";

interface Finding {
  /** What was looked at. */
  name: string;
  state: "ok" | "missing" | "failed";
  /** For people, with what to do where something is wrong. */
  says: string;
}

async function databaseFindings({ database, config }: CommandSession): Promise<Finding[]> {
  const inventory = await readInventory(database);
  const { serverVersion, postgisVersion, vectorVersion, places, coveredCities, cities, countries, airports } =
    inventory;
  const { pending } = await migrationStatus(database.migrations);
  const host = database.kind === "embedded" ? await findHost(config.home) : null;
  const where = host
    ? `embedded, process ${host.pid} since ${host.startedAt}, data in ${config.home}`
    : "the server of DATABASE_URL";
  return [
    {
      name: "database",
      state: "ok",
      says: `PostgreSQL ${serverVersion}, PostGIS ${postgisVersion}, pgvector ${vectorVersion}: ${where}`,
    },
    pending.length === 0
      ? { name: "schema", state: "ok", says: "up to date" }
      : { name: "schema", state: "failed", says: `${pending.length} migrations pending. Run: npm run migrate -- up` },
    {
      name: "catalogue",
      state: places > 0 ? "ok" : "failed",
      says: `${places} places in ${coveredCities} cities; ${cities} cities, ${countries} countries and ${airports} airports by name`,
    },
  ];
}

/** Only of a server: the built-in database has one login and no replica. */
async function serverFindings({ database, config }: CommandSession): Promise<Finding[]> {
  if (database.kind === "embedded") return [];
  const { name, isSuperuser } = await readLogin(database);
  const login: Finding = isSuperuser
    ? {
        name: "login",
        state: "missing",
        says: `${name} may do anything, which the program does not need: see docs/operations.md for a lesser role`,
      }
    : { name: "login", state: "ok", says: `${name}, with no rights past row-level security` };
  return config.databaseReadUrl === undefined ? [login] : [login, await replicaFinding(database)];
}

async function replicaFinding({ readRoute }: CommandSession["database"]): Promise<Finding> {
  const name = "replica";
  try {
    const lag = await readRoute?.lag();
    if (!lag?.isReplica)
      return { name, state: "missing", says: "DATABASE_READ_URL leads to no replica; it is used all the same" };
    const behind = lag.lagSeconds === null ? "not yet following" : `${lag.lagSeconds.toFixed(1)} s behind`;
    return { name, state: "ok", says: `answers reads that may lag; ${behind}` };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { name, state: "failed", says: `${said} The primary answers instead.` };
  }
}

function modelFindings({ config }: CommandSession): Finding[] {
  const { choice, openaiApiKey, compatibleBaseUrl } = config.model;
  return [
    { name: "model", state: "ok", says: `${choice} is used unless --model says otherwise` },
    openaiApiKey
      ? { name: "openai", state: "ok", says: "OPENAI_API_KEY is set" }
      : { name: "openai", state: "missing", says: "set OPENAI_API_KEY to use --model openai:<model id>" },
    compatibleBaseUrl
      ? { name: "compatible", state: "ok", says: `served at ${new URL(compatibleBaseUrl).host}` }
      : {
          name: "compatible",
          state: "missing",
          says: "set TRIPWRIGHT_MODEL_BASE_URL to use --model compatible:<model id>",
        },
  ];
}

function archiveFinding({ config }: CommandSession): Finding {
  return config.archive.place === undefined
    ? {
        name: "archive",
        state: "missing",
        says: "old rows stay in the database; set TRIPWRIGHT_ARCHIVE to a folder or s3://bucket",
      }
    : { name: "archive", state: "ok", says: `old rows go to ${config.archive.place}` };
}

const PROVIDERS: readonly Finding[] = [
  { name: "flights", state: "missing", says: "no provider: flights are estimated by distance, with links to search" },
  {
    name: "stays",
    state: "missing",
    says: "no provider: beds are estimated from daily cost indicators, with links to search",
  },
];

const MARKS = { ok: "✓", missing: "–", failed: "✗" } as const;
const STANDING_MARKS = { fine: "✓", watch: "~", alarming: "!", "no data yet": "–" } as const;

function asLines(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings.map(({ name, state, says }) => `${MARKS[state]} ${name.padEnd(width)}  ${says}`).join("\n");
}

/** They stand apart from the findings: a figure may alarm without anything being set up wrong. */
function healthLines(health: readonly HealthLine[]): string {
  return health.map(({ standing, says }) => `${STANDING_MARKS[standing]} ${says}`).join("\n");
}

export async function doctorCommand(options: { json?: boolean }): Promise<void> {
  const { say } = createProgress({ quiet: options.json === true });
  const metrics = createMetrics();
  await withSession({ onProgress: say, metrics }, async (session) => {
    const findings = [
      { name: "node", state: "ok", says: process.version } as const,
      ...(await databaseFindings(session)),
      ...(await serverFindings(session)),
      archiveFinding(session),
      ...modelFindings(session),
      ...PROVIDERS,
    ];
    const health = await readHealth(session.database, metrics);
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ findings, health }, null, 2)}\n`
        : `${asLines(findings)}\n\nThe database's health:\n${healthLines(health)}\n`,
    );
    if (findings.some(({ state }) => state === "failed")) {
      throw new TripwrightError("internal", "Something needs attention: see the lines marked ✗.");
    }
  });
}
