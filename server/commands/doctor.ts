/** `tripwright doctor`: what is configured, reachable and missing, with what to do about it. No secret is shown. */
import sql from "sql-template-tag";
import { z } from "zod";
import { findHost } from "../../db/embedded/ensure-host.ts";
import { migrationStatus } from "../../db/migrate.ts";
import { TripwrightError } from "../../trip/errors.ts";
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

const countsSchema = z.object({
  version: z.string(),
  postgis: z.string(),
  vector: z.string(),
  countries: z.coerce.number(),
  cities: z.coerce.number(),
  airports: z.coerce.number(),
  places: z.coerce.number(),
  covered: z.coerce.number(),
});

async function databaseFindings({ database, config }: CommandSession): Promise<Finding[]> {
  const counts = await database.transaction({ kind: "service" }, (tx) =>
    tx.one(
      countsSchema,
      sql`select current_setting('server_version') as version,
            (select extversion from pg_extension where extname = 'postgis') as postgis,
            (select extversion from pg_extension where extname = 'vector') as vector,
            (select count(*) from countries) as countries, (select count(*) from cities) as cities,
            (select count(*) from airports) as airports, (select count(*) from attractions) as places,
            (select count(distinct city_id) from attractions) as covered`,
    ),
  );
  const { pending } = await migrationStatus(database.migrations);
  const host = database.kind === "embedded" ? await findHost(config.home) : null;
  const where = host
    ? `embedded, process ${host.pid} since ${host.startedAt}, data in ${config.home}`
    : "the server of DATABASE_URL";
  return [
    {
      name: "database",
      state: "ok",
      says: `PostgreSQL ${counts.version}, PostGIS ${counts.postgis}, pgvector ${counts.vector}: ${where}`,
    },
    pending.length === 0
      ? { name: "schema", state: "ok", says: "up to date" }
      : { name: "schema", state: "failed", says: `${pending.length} migrations pending. Run: npm run migrate -- up` },
    {
      name: "catalogue",
      state: counts.places > 0 ? "ok" : "failed",
      says: `${counts.places} places in ${counts.covered} cities; ${counts.cities} cities, ${counts.countries} countries and ${counts.airports} airports by name`,
    },
  ];
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

const PROVIDERS: readonly Finding[] = [
  { name: "flights", state: "missing", says: "no provider: flights are estimated by distance, with links to search" },
  {
    name: "stays",
    state: "missing",
    says: "no provider: beds are estimated from daily cost indicators, with links to search",
  },
];

const MARKS = { ok: "✓", missing: "–", failed: "✗" } as const;

function asLines(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings.map(({ name, state, says }) => `${MARKS[state]} ${name.padEnd(width)}  ${says}`).join("\n");
}

export async function doctorCommand(options: { json?: boolean }): Promise<void> {
  const { say } = createProgress({ quiet: options.json === true });
  await withSession({ onProgress: say }, async (session) => {
    const findings = [
      { name: "node", state: "ok", says: process.version } as const,
      ...(await databaseFindings(session)),
      ...modelFindings(session),
      ...PROVIDERS,
    ];
    process.stdout.write(options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : `${asLines(findings)}\n`);
    if (findings.some(({ state }) => state === "failed")) {
      throw new TripwrightError("internal", "Something needs attention: see the lines marked ✗.");
    }
  });
}
