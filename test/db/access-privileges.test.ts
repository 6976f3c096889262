/** What stands beside the policies: roles, schemas, functions, columns, and settings that somebody bent. */
import { randomUUID } from "node:crypto";
import sql, { raw, type Sql } from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "../../db/transaction.ts";
import { openTestDatabase, type TestDatabase } from "./database-for-tests.ts";
import { addUser } from "./stores/trips-for-tests.ts";

const ROLES = ["tripwright_app", "tripwright_guest", "tripwright_importer", "tripwright_service"];
/** Functions that run with the rights of the tables' owner, and the roles that may call them. */
const DEFINERS: Record<string, string[]> = {
  analyze_partitioned_tables: ["tripwright_service"],
  create_month_partition: ["tripwright_service"],
  create_monthly_partitions: ["tripwright_service"],
  ensure_embedding_index: ["tripwright_importer"],
  months_in_default: ["tripwright_service"],
  release_archived_rows: ["tripwright_service"],
  settle_catalogue: ["tripwright_importer"],
};

let database: TestDatabase;
let userId: string;
let user: Actor;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  userId = await addUser(database);
  user = { kind: "user", userId };
});
afterAll(() => database?.close());

const execute = (actor: Actor, statement: Sql): Promise<number> =>
  database.db.transaction(actor, (tx) => tx.execute(statement));
const DENIED = { details: { sqlstate: "42501" } };

/** `text` finds what should not be. */
async function expectNone(text: string, values: unknown[] = [ROLES]): Promise<void> {
  expect(await database.admin(text, values)).toEqual([]);
}

describe("the roles that a transaction takes", () => {
  test("log in nowhere, look past nothing, own nothing, and are in no other role", async () => {
    await expectNone(
      `select rolname from pg_roles where rolname = any($1)
       and (rolcanlogin or rolbypassrls or rolsuper or rolcreaterole or rolcreatedb or rolreplication)`,
    );
    await expectNone("select relname from pg_class where pg_get_userbyid(relowner) = any($1)");
    await expectNone("select pg_get_userbyid(roleid) from pg_auth_members where pg_get_userbyid(member) = any($1)");
  });

  test("make nothing in the schema, in public or in the database, and are given nothing by default", async () => {
    await expectNone(
      `select r, s from unnest($1::text[]) r, unnest(array[current_schema()::text, 'public']) s
       where has_schema_privilege(r, s, 'create') or not has_schema_privilege(r, s, 'usage')`,
    );
    await expectNone(
      "select r from unnest($1::text[]) r where has_database_privilege(r, current_database(), 'create')",
    );
    await expectNone(
      `select d.defaclobjtype from pg_default_acl d, aclexplode(d.defaclacl) a
       where d.defaclnamespace in (0, current_schema()::regnamespace)
       and (a.grantee = 0 or pg_get_userbyid(a.grantee) = any($1))`,
    );
  });

  test("empty no table, hang nothing on one, and use no sequence", async () => {
    await expectNone(
      `select c.relname, r from pg_class c, unnest($1::text[]) r
       where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and has_table_privilege(r, c.oid, 'truncate, references, trigger')`,
    );
    await expectNone(
      `select c.relname, r from pg_class c, unnest($1::text[]) r
       where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S'
       and has_sequence_privilege(r, c.oid, 'usage, select, update')`,
    );
  });

  test("reach the queue's tables as the service alone", async () => {
    const schema = database.schema === "public" ? "tripwright_queue" : `${database.schema}_queue`;
    await expectNone(
      `select c.relname, r from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest($1::text[]) r
       where n.nspname = $2 and r <> 'tripwright_service' and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and (has_schema_privilege(r, n.oid, 'usage') or has_any_column_privilege(r, c.oid, 'select, insert, update')
         or has_table_privilege(r, c.oid, 'delete, truncate'))`,
      [ROLES, schema],
    );
  });
});

describe("functions with their owner's rights", () => {
  test("are those listed, for the roles listed", async () => {
    const rows = await database.admin(
      `select p.proname as name, array(
         select r from unnest($1::text[]) r where has_function_privilege(r, p.oid, 'execute') order by r) as callers
       from pg_proc p where p.pronamespace = current_schema()::regnamespace and p.prosecdef`,
      [ROLES],
    );
    expect(Object.fromEntries(rows.map(({ name, callers }) => [String(name), callers]))).toEqual(DEFINERS);
  });

  test("look for tables in the schema first and among temporary ones last", async () => {
    await expectNone(
      `select proname, proconfig from pg_proc where pronamespace = current_schema()::regnamespace and prosecdef
       and not coalesce(replace(array_to_string(proconfig, ';'), '"', '') ~ ('search_path=' || current_schema() || ', .*pg_temp(;|$)'), false)`,
      [],
    );
  });

  test("take no temporary table for one of ours", async () => {
    const schemaOfIndex = await database.db.transaction({ kind: "importer" }, async (tx) => {
      await tx.execute(sql`
        create temporary table attraction_embeddings (model text, embedding public.vector(256)) on commit drop`);
      const { name } = await tx.one(z.object({ name: z.string() }), sql`select ensure_embedding_index('bait') as name`);
      return tx.one(
        z.object({ schema: z.string() }),
        sql`select relnamespace::regnamespace::text as schema from pg_class where relname = ${name}`,
      );
    });
    expect(schemaOfIndex).toEqual({ schema: database.schema });
  });
});

describe("a traveller's role", () => {
  test.each([
    ["reads no password", sql`select password_hash from users`],
    ["reads no token of a session", sql`select token_hash from user_sessions`],
    ["verifies no address", sql`update users set is_email_verified = true`],
    ["takes no other address", sql`update users set email = 'x@example.org'`],
    ["lifts no lock", sql`update users set locked_until = null, failed_login_attempts = 0`],
    ["becomes nobody else", sql`update users set id = ${randomUUID()}`],
    [
      "opens no session",
      sql`insert into user_sessions (id, user_id, token_hash) select ${randomUUID()}::uuid, app_user_id(), 'x'`,
    ],
    ["widens no session", sql`update user_sessions set scopes = '{admin}'`],
    ["prolongs no session", sql`update user_sessions set expires_at = null`],
  ])("%s", async (_what, statement) => {
    await expect(execute(user, statement)).rejects.toMatchObject(DENIED);
  });

  test("enters no verified account, not even after deleting its own", async () => {
    const entering = database.db.transaction(user, async (tx) => {
      await tx.execute(sql`delete from users`);
      await tx.execute(sql`
        insert into users (id, email, first_name, last_name, is_email_verified)
        values (${userId}, 'x@example.org', 'A', 'B', true)`);
    });
    await expect(entering).rejects.toMatchObject(DENIED);
  });

  test("changes its own name, and ends its own sessions", async () => {
    await database.admin("insert into user_sessions (id, user_id, token_hash) values ($1, $2, $3)", [
      randomUUID(),
      userId,
      randomUUID(),
    ]);
    expect(await execute(user, sql`update users set first_name = 'Grace'`)).toBe(1);
    expect(await execute(user, sql`update user_sessions set revoked_at = now()`)).toBe(1);
  });
});

describe("settings of the session", () => {
  const asRole = (role: string, settings: string, statement: string): Promise<unknown[]> =>
    database.migrations.withClient(async (client) => {
      await client.query(
        `begin; set local search_path to "${database.schema}", public; ${settings}; set local role ${role}`,
      );
      try {
        return (await client.query(statement)).rows;
      } finally {
        await client.query("rollback");
      }
    });

  test.each(["x", "null", "00000000", `${randomUUID()}' or true`])(
    "a user %j is an error, not everybody",
    async (text) => {
      const settings = `select set_config('app.current_user_id', '${text.replaceAll("'", "''")}', true)`;
      await expect(asRole("tripwright_app", settings, "select id from users")).rejects.toMatchObject({ code: "22P02" });
    },
  );

  test("what an earlier transaction said is gone", async () => {
    const seen = await database.migrations.withClient(async (client) => {
      await client.query(
        `begin; set local app.current_user_id = '${userId}'; set local app.share_token = 'x'; commit;
         begin; set local search_path to "${database.schema}", public; set local role tripwright_app`,
      );
      const { rows } = await client.query<{ users: number }>(
        "select count(*)::int as users, app_user_id() as id, app_share_token() as token from users",
      );
      await client.query("rollback");
      return rows;
    });
    expect(seen).toEqual([{ users: 0, id: null, token: null }]);
  });

  test("a guest's transaction carries the link's hash and no user, everybody else's no link", async () => {
    const said = sql`select current_user as role, app_user_id() as "user", app_share_token() as token`;
    const saidSchema = z.object({ role: z.string(), user: z.string().nullable(), token: z.string().nullable() });
    const ask = (actor: Actor): Promise<unknown> => database.db.transaction(actor, (tx) => tx.one(saidSchema, said));
    const shareToken = "A".repeat(43);
    expect(await ask({ kind: "guest", shareToken })).toEqual({
      role: "tripwright_guest",
      user: null,
      token: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await ask(user)).toEqual({ role: "tripwright_app", user: userId, token: null });
    expect(await ask({ kind: "service" })).toMatchObject({ token: null });
    const bent: Actor = { kind: "guest", shareToken: "'; drop table trips; --" };
    await expect(ask(bent)).rejects.toMatchObject({ code: "internal" });
  });
});

test.each(["city_names", "airports", "exchange_rates", "external_api_logs", "users"])(
  "a guest has no business in %s",
  (table) =>
    expect(execute({ kind: "guest", shareToken: null }, sql`select 1 from ${raw(table)}`)).rejects.toMatchObject(
      DENIED,
    ),
);
