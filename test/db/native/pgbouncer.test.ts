/**
 * Behind a PgBouncer that pools transactions, with the settings of docs/operations.md and two server connections:
 * many clients of many travellers, and each sees their own rows, whoever had the connection before.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ConnectedDatabase, connectDatabase } from "../../../db/connect.ts";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import { createTripStore } from "../../../db/stores/trip-store.ts";
import { runCli } from "../../server/run-cli.ts";
import { tripTo } from "../stores/trips-for-tests.ts";
import { testFolders } from "../test-folders.ts";
import { createAuthority } from "./certificates.ts";
import { Cluster } from "./cluster.ts";
import { documentBlock, grantLogin, LOGINS, startDocumentedCluster, urlOf } from "./operations-document.ts";
import { type Bouncer, describeBouncer, startBouncer } from "./pgbouncer.ts";

const CLIENTS = 20;
const SERVER_CONNECTIONS = 2;
const TRANSACTIONS = 600;

/** The document's lines, but for what names its example's machines. */
function documentedSettings(): Record<string, string> {
  const lines = documentBlock("ini", "[pgbouncer]").split("[pgbouncer]\n")[1]?.trim().split("\n") ?? [];
  const own = Object.fromEntries(lines.map((line) => line.split(" = ")));
  const { auth_type, pool_mode, max_client_conn, query_wait_timeout } = z.record(z.string(), z.string()).parse(own);
  return {
    auth_type: `${auth_type}`,
    pool_mode: `${pool_mode}`,
    max_client_conn: `${max_client_conn}`,
    query_wait_timeout: `${query_wait_timeout}`,
  };
}

const seenSchema = z.object({
  role: z.string(),
  userId: z.string(),
  path: z.string(),
  limit: z.string(),
  pid: z.number(),
  owners: z.array(z.string()),
});
const SEEN = sql`
  select current_user::text as role, current_setting('app.current_user_id') as "userId",
    current_setting('search_path') as path, current_setting('statement_timeout') as limit, pg_backend_pid() as pid,
    array(select distinct user_id::text from trips) as owners`;

describeBouncer("behind PgBouncer", () => {
  let cluster: Cluster;
  let bouncer: Bouncer;
  let database: ConnectedDatabase;

  beforeAll(async () => {
    cluster = await startDocumentedCluster((hba) => Cluster.start({ hba }));
    const settings = documentedSettings();
    bouncer = await startBouncer({ cluster, logins: LOGINS, poolSize: SERVER_CONNECTIONS, settings });
    const owner = urlOf(cluster, "tripwright_owner", bouncer.port);
    expect(await runCli(["migrate", "up"], { DATABASE_URL: owner })).toMatchObject({ status: 0 });
    await grantLogin(cluster);
    const databaseUrl = urlOf(cluster, "tripwright_login", bouncer.port);
    // Seeds the catalogue, through the pooler as everything else.
    expect(await runCli(["trips"], { DATABASE_URL: databaseUrl })).toMatchObject({ status: 0 });
    database = await connectDatabase({ databaseUrl, ...testFolders(), poolSize: CLIENTS });
  }, 300_000);
  afterAll(async () => {
    await database?.close();
    await bouncer?.[Symbol.asyncDispose]();
    await cluster?.[Symbol.asyncDispose]();
  });

  test("the schema is up and the catalogue is in", async () => {
    const [city] = await createCatalogueStore(database).searchCities({ text: "Lisbon", limit: 1 });
    expect(city?.attractionCount).toBeGreaterThan(10);
  });

  test(`${TRANSACTIONS} transactions of ${CLIENTS} clients over ${SERVER_CONNECTIONS} connections keep to themselves`, async () => {
    const [city] = await createCatalogueStore(database).searchCities({ text: "Lisbon", limit: 1 });
    if (!city) throw new Error("no Lisbon");
    const users = Array.from({ length: 8 }, () => randomUUID());
    for (const userId of users) {
      await database.transaction({ kind: "user", userId }, (tx) =>
        tx.execute(sql`
          insert into users (id, email, first_name, last_name)
          values (${userId}, ${`${userId}@example.org`}, 'Ada', 'Byron')`),
      );
    }
    const pids = new Set<number>();
    const path = "public";
    const asUser = async (userId: string, step: number): Promise<void> => {
      const trips = createTripStore({ db: database, userId, newId: randomUUID });
      if (step % 10 === 0) await trips.createTrip(tripTo(city));
      const attempt = database.transaction({ kind: "user", userId }, async (tx) => {
        const seen = await tx.one(seenSchema, SEEN);
        pids.add(seen.pid);
        expect(seen).toMatchObject({ role: "tripwright_app", userId, path, limit: "30s" });
        expect(seen.owners.filter((owner) => owner !== userId)).toEqual([]);
        // Some end badly: what they set must not outlast them either.
        if (step % 7 === 0) await tx.execute(sql`select 1 / 0`);
      });
      await (step % 7 === 0 ? expect(attempt).rejects.toMatchObject({ details: { sqlstate: "22012" } }) : attempt);
    };
    const asNobody = async (): Promise<void> => {
      const seen = await database.transaction({ kind: "importer" }, (tx) =>
        tx.one(
          z.object({ role: z.string(), userId: z.string(), limit: z.string() }),
          sql`select current_user::text as role, current_setting('app.current_user_id') as "userId",
                current_setting('statement_timeout') as limit`,
        ),
      );
      expect(seen).toEqual({ role: "tripwright_importer", userId: "", limit: "5min" });
    };
    await Promise.all(
      Array.from({ length: TRANSACTIONS }, (_, step) => {
        const userId = users[step % users.length] ?? "";
        return step % 11 === 0 ? asNobody() : asUser(userId, step);
      }),
    );
    expect(pids.size).toBeLessThanOrEqual(SERVER_CONNECTIONS);
    expect(pids.size).toBeGreaterThan(0);
    const [kept] = await cluster.admin("select count(*)::int as n from trips", [], "tripwright");
    // Every step of a traveller that is divisible by ten.
    const made = Array.from({ length: TRANSACTIONS }, (_, step) => step).filter(
      (step) => step % 10 === 0 && step % 11 > 0,
    );
    expect(kept).toEqual({ n: made.length });
  });

  test("whoever gets a connection next finds nothing of those before", async () => {
    const client = new pg.Client(urlOf(cluster, "tripwright_login", bouncer.port));
    await client.connect();
    for (let look = 0; look < 2 * SERVER_CONNECTIONS; look += 1) {
      const { rows } = await client.query(
        `select current_user as role, coalesce(current_setting('app.current_user_id', true), '') as "userId",
           current_setting('search_path') as path, current_setting('statement_timeout') as limit,
           current_setting('lock_timeout') as lock, (select count(*)::int from pg_prepared_statements) as prepared,
           (select count(*)::int from pg_locks where locktype = 'advisory') as locks`,
      );
      const path = '"$user", public';
      expect(rows).toEqual([
        { role: "tripwright_login", userId: "", path, limit: "0", lock: "0", prepared: 0, locks: 0 },
      ]);
    }
    await client.end();
  });

  test("a login that the pooler does not know is told so", async () => {
    const databaseUrl = cluster.url({ user: "stranger", password: "x", port: bouncer.port, database: "tripwright" });
    const refused = connectDatabase({ databaseUrl, ...testFolders() });
    await expect(refused).rejects.toMatchObject({
      code: "database_unavailable",
      message: /SASL authentication failed|no such user/,
    });
  });
});

describeBouncer("PgBouncer on another machine, in front of a server on a third", () => {
  test("is spoken to over TLS, and speaks TLS itself", async () => {
    using authority = createAuthority();
    const { cert, key } = authority.sign("both", ["IP:0.0.0.0", "IP:127.0.0.1"]);
    await using cluster = await Cluster.start({
      settings: { ssl: "on", ssl_cert_file: `'${cert}'`, ssl_key_file: `'${key}'` },
      hba: ["hostnossl all guarded all reject", "hostssl all guarded all scram-sha-256"],
    });
    await cluster.admin("create role guarded login password 's3cret'");
    const logins = { guarded: "s3cret" };
    const clientSide = { client_tls_sslmode: "require", client_tls_cert_file: cert, client_tls_key_file: key };
    const serverSide = { server_tls_sslmode: "verify-full", server_tls_ca_file: authority.ca };
    await using bouncer = await startBouncer({
      cluster,
      logins,
      poolSize: 1,
      settings: { ...clientSide, ...serverSide },
    });
    const at = (params: Record<string, string>): string =>
      cluster.url({ user: "guarded", password: "s3cret", host: "0.0.0.0", port: bouncer.port, params });
    const isEncrypted = async (url: string): Promise<unknown> => {
      const database = await connectDatabase({ databaseUrl: url, ...testFolders() });
      try {
        return await database.migrations.withClient(
          async (client) => (await client.query("select ssl from pg_stat_ssl where pid = pg_backend_pid()")).rows,
        );
      } finally {
        await database.close();
      }
    };
    expect(await isEncrypted(at({ sslrootcert: authority.ca }))).toEqual([{ ssl: true }]);
    await expect(isEncrypted(at({}))).rejects.toMatchObject({
      message: expect.stringMatching(/certificate.*sslrootcert=/),
    });
    await expect(isEncrypted(at({ sslmode: "disable" }))).rejects.toMatchObject({ code: "database_unavailable" });
  });
});
