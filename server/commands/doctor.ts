/** `tripwright doctor`: what is configured, reachable and missing, with what to do about it. No secret is shown. */
import { MODEL_PROVIDER_NAMES, MODEL_PROVIDERS } from "../../agents/models/model-providers.ts";
import { findHost } from "../../db/embedded/ensure-host.ts";
import { migrationStatus } from "../../db/migrate.ts";
import { type ExpiredOffer, listExpiredOffers } from "../../db/stores/expired-offers.ts";
import { readInventory, readLogin } from "../../db/stores/inventory.ts";
import { listWaitingJobs, type WaitingJob } from "../../db/stores/planning-jobs.ts";
import { callsToday } from "../../db/stores/vendor-calls.ts";
import type { Domain } from "../../providers/kernel/descriptor.ts";
import { VENDORS } from "../../providers/registry.ts";
import { createAuthorizationServer } from "../../providers/sign-in/authorization-server.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { formatMoney } from "../../trip/money.ts";
import { findProtectedResource } from "../auth/protected-resource.ts";
import { type HealthLine, readHealth } from "../database-health.ts";
import { createMetrics } from "../metrics.ts";
import { createProgress } from "../progress.ts";
import type { CommandSession } from "../session.ts";
import { withSession } from "../session.ts";
import { type VendorLine, vendorReport } from "../vendor-report.ts";

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
  const { choice, compatibleBaseUrl, services } = config.model;
  const hosted = MODEL_PROVIDER_NAMES.filter((name) => MODEL_PROVIDERS[name].baseUrl !== null);
  return [
    { name: "model", state: "ok", says: `${choice} is used unless --model says otherwise` },
    ...hosted.map((name): Finding => {
      const { keyVariable } = MODEL_PROVIDERS[name];
      return services[name]?.apiKey
        ? { name, state: "ok", says: `${keyVariable} is set` }
        : { name, state: "missing", says: `set ${keyVariable} to use --model ${name}:<model id>` };
    }),
    compatibleBaseUrl
      ? { name: "compatible", state: "ok", says: `served at ${new URL(compatibleBaseUrl).host}` }
      : {
          name: "compatible",
          state: "missing",
          says: "set TRIPWRIGHT_MODEL_BASE_URL to use --model compatible:<model id>",
        },
  ];
}

/** Asks it, as the first token would: who set it up wants to know before that. */
async function signInFinding({ config }: CommandSession): Promise<Finding> {
  const name = "sign-in";
  const resource = findProtectedResource(config.http);
  if (!resource) {
    const says = "no authorization server: tokens of `tripwright tokens` only; set TRIPWRIGHT_OAUTH_ISSUER for OAuth";
    return { name, state: "missing", says };
  }
  const { issuer, audience, scopeNames } = resource;
  try {
    const { keys } = await createAuthorizationServer({ issuer }).probe();
    const says = `${issuer} answers, with ${keys} ${keys === 1 ? "key" : "keys"}; tokens for ${audience} with ${Object.values(scopeNames).join(", ")} are good`;
    return { name, state: "ok", says };
  } catch (error) {
    return { name, state: "failed", says: error instanceof TripwrightError ? error.message : "it could not be asked" };
  }
}

function telemetryFinding({ config }: CommandSession): Finding {
  const { endpoint, hasContent } = config.telemetry;
  return endpoint === undefined
    ? { name: "telemetry", state: "missing", says: "off; set OTEL_EXPORTER_OTLP_ENDPOINT to send spans to a collector" }
    : {
        name: "telemetry",
        state: "ok",
        says: `spans go to ${new URL(endpoint).host}, ${hasContent ? "with" : "without"} what was said`,
      };
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

/** What is known without anybody to ask, so that "missing" is understood. */
const WITHOUT: Readonly<Partial<Record<Domain, string>>> = {
  flights: "no provider: flights are estimated by distance, with links to search",
  stays: "no provider: beds are estimated from daily cost indicators, with links to search",
};

function domainFindings(vendors: readonly VendorLine[]): Finding[] {
  return Object.entries(WITHOUT).map(([domain, says]): Finding => {
    const ready = vendors.filter(({ domains, state }) => state === "ready" && domains.some((one) => one === domain));
    if (ready.length === 0) return { name: domain, state: "missing", says };
    return { name: domain, state: "ok", says: `asked of ${ready.map(({ name }) => name).join(", ")}` };
  });
}

async function vendorsOf({ config, database }: CommandSession): Promise<VendorLine[]> {
  const now = new Date();
  const activity = await callsToday(
    database,
    VENDORS.map(({ id }) => id),
    now,
  );
  return vendorReport({ config: config.vendors, activity, now });
}

/** They stand apart: that one is not used is nobody's fault. */
function vendorLines(vendors: readonly VendorLine[]): string {
  const width = Math.max(...vendors.map(({ name }) => name.length));
  return vendors
    .map(
      ({ name, domains, state, says }) =>
        `${state === "ready" ? "✓" : "–"} ${name.padEnd(width)}  ${domains.join(", ")}: ${says}`,
    )
    .join("\n");
}

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

/** More would hide the rest of what is said. */
const JOBS_SHOWN = 20;

/** They stand apart as well: nothing is set up wrong, but somebody has to say what is to become of them. */
function waitingLines(jobs: readonly WaitingJob[]): string {
  if (jobs.length === 0) return "";
  const lines = jobs.map(({ id, message, failedAt }) => `! ${id} (${failedAt.slice(0, 10)}) ${message}`);
  const advice = "Begin one again: tripwright jobs retry ID. Put one away: tripwright jobs cancel ID.";
  return `\nPlanning jobs that failed and wait for a person:\n${lines.join("\n")}\n${advice}\n`;
}

const EXPIRED_SHOWN = 20;

/** Prices that a traveller chose by and that hold no longer. */
function expiredLines(offers: readonly ExpiredOffer[]): string {
  if (offers.length === 0) return "";
  const lines = offers.map(
    ({ tripId, title, kind, name, provider, price }) =>
      `! ${tripId.slice(0, 8)} ${title}: the ${kind} ${name}, ${formatMoney(price)} from ${provider}, good until ${price.expiresAt?.slice(0, 16).replace("T", " ")} UTC`,
  );
  return `\nChosen prices that have run out; search again and choose anew:\n${lines.join("\n")}\n`;
}

export async function doctorCommand(options: { json?: boolean }): Promise<void> {
  const { say } = createProgress({ quiet: options.json === true });
  const metrics = createMetrics();
  await withSession({ onProgress: say, metrics }, async (session) => {
    const vendors = await vendorsOf(session);
    const findings = [
      { name: "node", state: "ok", says: process.version } as const,
      ...(await databaseFindings(session)),
      ...(await serverFindings(session)),
      archiveFinding(session),
      ...modelFindings(session),
      await signInFinding(session),
      telemetryFinding(session),
      ...domainFindings(vendors),
    ];
    const health = await readHealth(session.database, metrics);
    const waitingJobs = await listWaitingJobs(session.database, JOBS_SHOWN);
    const now = session.runtime.clock.now();
    const { userId } = session;
    const expiredOffers = await listExpiredOffers(session.database, { userId, now, limit: EXPIRED_SHOWN });
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ findings, vendors, health, waitingJobs, expiredOffers }, null, 2)}\n`
        : `${asLines(findings)}\n\nWho can be asked:\n${vendorLines(vendors)}\n\nThe database's health:\n${healthLines(health)}\n${waitingLines(waitingJobs)}${expiredLines(expiredOffers)}`,
    );
    if (findings.some(({ state }) => state === "failed")) {
      throw new TripwrightError("internal", "Something needs attention: see the lines marked ✗.");
    }
  });
}
