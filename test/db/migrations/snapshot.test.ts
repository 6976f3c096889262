/** The schema is the one of the snapshot, on whichever engine runs: a change of it is a diff somebody reads. */
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { inSchema } from "./in-schema.ts";
import { plainExpression } from "./plain-expression.ts";
import { SNAPSHOT_FILE, schemaText } from "./schema-text.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
afterAll(() => database?.close());

const now = (): Promise<string> => inSchema(database.migrations, (client) => schemaText(client, database.schema));

test("the migrations make the schema of the snapshot", async () => {
  const text = await now();
  if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(SNAPSHOT_FILE, text);
  expect(text, "If that is meant: UPDATE_SNAPSHOTS=1 npm test -- test/db/migrations").toBe(
    readFileSync(SNAPSHOT_FILE, "utf8"),
  );
});

const DRIFT: Readonly<Record<string, string>> = {
  "a column's type": "alter table notifications alter column title type varchar(201)",
  "a default": "alter table notifications alter column data drop default",
  "a column that may be null": "alter table notifications alter column title drop not null",
  "a generated column": "alter table trips alter column duration_days drop expression",
  "a constraint": "alter table users drop constraint users_failed_logins_counted",
  "an index": "drop index idx_users_email",
  "a trigger": "drop trigger notifications_touch on notifications",
  "a trigger that sleeps": "alter table notifications disable trigger notifications_touch",
  "a policy": "alter policy notifications_own on notifications using (true)",
  "row-level security that owners pass": "alter table notifications no force row level security",
  "a right": "grant select on users to tripwright_importer",
  "a right on a column": "grant update (phone) on users to tripwright_importer",
  "a function's body": "create or replace function app_user_id() returns uuid language sql stable return null::uuid",
  "whose rights a function has": "alter function settle_catalogue() security invoker",
  "who may call a function": "grant execute on function settle_catalogue() to public",
  "a view's rights": "alter view trip_summary set (security_invoker = false)",
  "a default partition": "drop table user_activities_default",
  "something new": "create type mood as enum ('glad')",
};

test("drift of any kind shows in the text", async () => {
  const { schema, migrations } = database;
  await inSchema(migrations, async (client) => {
    const before = await schemaText(client, schema);
    for (const [what, drift] of Object.entries(DRIFT)) {
      await client.query(`savepoint before_drift; ${drift}`);
      expect(await schemaText(client, schema), what).not.toBe(before);
      await client.query("rollback to before_drift");
    }
    expect(await schemaText(client, schema)).toBe(before);
  });
});

test("casts between kinds of text are no difference, and what a function says is left alone", () => {
  const stored = "constraint k CHECK (status = ANY (ARRAY['a'::character varying, 'b'::character varying]::text[]))";
  const restored = "constraint k CHECK (status::text = ANY (ARRAY['a'::character varying::text, 'b'::text]))";
  expect(plainExpression(stored)).toBe(plainExpression(restored));
  expect(plainExpression("constraint k CHECK (n = '1'::integer)")).toContain("::integer");
  expect(plainExpression("body\n  | select 'x'::text")).toContain("::text");
});
