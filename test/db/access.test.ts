/** Walks every table × every command × every kind of reader, and holds what happens against the matrix. */
import sql, { join, raw } from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Access, entryNameOf, MATRIX, READERS, type Reader } from "./access-matrix.ts";
import { type AccessWalk, type Answer, attempt, isRow, type Key, openAccessWalk, written } from "./access-walk.ts";
import type { Row } from "./rows-for-tests.ts";

let walk: AccessWalk;
beforeAll(async () => {
  walk = await openAccessWalk();
});
afterAll(() => walk?.database.close());

function seen(reader: Reader, { rows }: Answer): string {
  const [isOwners, isOthers] = [rows[0]?.owners === 1, rows[0]?.others === 1];
  if (isOwners && isOthers) return "all";
  if (!isOwners && !isOthers) return "none";
  if ((reader === "owner" && isOwners) || (reader === "other" && isOthers)) return "own";
  return isOwners ? "shared" : "somebody else's";
}

interface Target {
  relation: string;
  updates: string;
  owners: Key;
  others: Key;
  /** A new row of the owner's; `null` for a view. */
  draft: Row | null;
}

async function outcomesFor(reader: Reader, target: Target): Promise<string> {
  const table = raw(target.relation);
  const column = raw(target.updates);
  const select = sql`select (count(*) filter (where ${isRow(target.owners)}))::int as owners,
    (count(*) filter (where ${isRow(target.others)}))::int as others from ${table}`;
  const insert = target.draft
    ? sql`insert into ${table} (${raw(Object.keys(target.draft).join(", "))}) values (${join(Object.values(target.draft))})`
    : sql`insert into ${table} default values`;
  const outcomes: string[] = [];
  await walk.as(reader, async (run) => {
    outcomes.push(
      await attempt(run, select, (answer) => seen(reader, answer)),
      await attempt(run, insert, written),
      await attempt(run, sql`update ${table} set ${column} = ${column} where ${isRow(target.owners)}`, written),
      await attempt(run, sql`delete from ${table} where ${isRow(target.owners)}`, written),
    );
  });
  return outcomes.join(" ");
}

interface Relation {
  name: string;
  isView: boolean;
}

async function targetOf(name: string, relation: Relation): Promise<Target> {
  const entry = MATRIX[name];
  const source = entry?.shows ?? relation.name;
  const rowName = entry?.shows ?? name;
  const [ofOwner, ofOther] = [await walk.owners.rowOf(source, rowName), await walk.others.rowOf(source, rowName)];
  return {
    relation: relation.name,
    updates: entry?.updates ?? String(Object.keys(ofOwner.key)[0]),
    owners: ofOwner.key,
    others: ofOther.key,
    draft: relation.isView ? null : await walk.owners.draftOf(relation.name, name),
  };
}

async function relations(): Promise<Relation[]> {
  const rows = await walk.database.admin(
    `select relname as name, relkind in ('v', 'm') as "isView" from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
  );
  return z.array(z.object({ name: z.string(), isView: z.boolean() })).parse(rows);
}

test("the matrix has an entry for every table and view, and for nothing else", async () => {
  const names = new Set((await relations()).map((relation) => entryNameOf(relation.name)));
  const entries = new Set(Object.entries(MATRIX).map(([name, { relation }]) => relation ?? name));
  expect([...names].filter((name) => !entries.has(name))).toEqual([]);
  expect([...entries].filter((name) => !names.has(name))).toEqual([]);
});

describe("who reads and writes", () => {
  test.each(Object.keys(MATRIX))("%s", async (name) => {
    const entry = MATRIX[name];
    const wanted = entry?.relation ?? name;
    const physical = (await relations()).filter((relation) => entryNameOf(relation.name) === wanted);
    expect(physical.length).toBeGreaterThan(0);
    for (const relation of physical) {
      const target = await targetOf(name, relation);
      const actual: Partial<Access> = {};
      for (const reader of READERS) actual[reader] = await outcomesFor(reader, target);
      expect({ [relation.name]: actual }).toEqual({ [relation.name]: entry?.access });
    }
  });
});

test("whatever leads to a traveller by a foreign key is under row-level security, forced", async () => {
  const open = await walk.database.admin(
    `with recursive personal as (
       select 'users'::regclass::oid as id
       union
       select k.conrelid from pg_constraint k join personal p on k.confrelid = p.id where k.contype = 'f')
     select relname as name from pg_class c join personal p on p.id = c.oid
     where not (relrowsecurity and relforcerowsecurity) and not relispartition`,
  );
  expect(open).toEqual([]);
});

test("a public trip shows a guest without a link what a link shows", async () => {
  await walk.owners.rowOf("itinerary_items");
  await walk.database.admin("update trips set is_public = true where user_id = $1", [walk.ownerId]);
  const shared = Object.keys(MATRIX).filter((name) => MATRIX[name]?.access.link.startsWith("shared"));
  for (const name of shared) {
    const target = await targetOf(name, { name, isView: false });
    expect(await outcomesFor("noLink", target)).toBe("shared denied denied denied");
    expect(await outcomesFor("wrongLink", target)).toBe("none denied denied denied");
  }
  expect(shared).toHaveLength(5);
  await walk.database.admin("update trips set is_public = false where user_id = $1", [walk.ownerId]);
});

/** A foreign key looks past every policy, so a policy has to look at what it points to. */
test("nobody's row refers to somebody else's", async () => {
  const keys = await walk.database.admin(
    `select c.relname as child, a.attname as column, p.relname as parent
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and array_length(k.conkey, 1) = 1 and not c.relispartition and a.attgenerated = ''
     and k.connamespace = current_schema()::regnamespace and c.relrowsecurity and p.relrowsecurity`,
  );
  const outcomes: string[] = [];
  for (const key of keys) {
    const [child, column, parent] = [String(key.child), String(key.column), String(key.parent)];
    const theirs = Object.values((await walk.owners.rowOf(parent)).key)[0];
    const mine = (await walk.others.rowOf(child)).key;
    const update = sql`update ${raw(child)} set ${raw(column)} = ${theirs} where ${isRow(mine)}`;
    await walk.as("other", async (run) => {
      outcomes.push(`${child}.${column} ${await attempt(run, update, written)}`);
    });
  }
  expect(outcomes.length).toBeGreaterThan(20);
  expect(outcomes.filter((outcome) => !/ (refused|denied)$/.test(outcome))).toEqual([]);
});
