/** A conversation stops in one process and goes on in another, and nobody else comes near it. */
import { Command, interrupt, StateGraph, StateSchema } from "@langchain/langgraph";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import type { Client, Pool } from "pg";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createCheckpointSaver } from "../../../db/checkpoints/checkpoint-saver.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser } from "../stores/trips-for-tests.ts";

let database: TestDatabase;
let alice: string;
let bob: string;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  [alice, bob] = [await addUser(database), await addUser(database)];
});
afterAll(() => database?.close());

const State = new StateSchema({ wish: z.string().default(""), answer: z.string().default("") });
type Update = typeof State.Update;

const saverFor = (userId: string): PostgresSaver =>
  createCheckpointSaver({ db: database.db, userId, schema: database.schema });

/** As a process of its own would build it: nothing is shared with another one but the database. */
function conversationOf(userId: string) {
  return new StateGraph(State)
    .addNode("ask", (): Update => ({ answer: `${interrupt("Which city?")}, then` }))
    .addNode("end", ({ answer, wish }): Update => ({ answer: `${answer}: ${wish}` }))
    .addEdge("__start__", "ask")
    .addEdge("ask", "end")
    .addEdge("end", "__end__")
    .compile({ checkpointer: saverFor(userId) });
}
const thread = (id: string) => ({ configurable: { thread_id: id } });
const resume = (city: string) => new Command<unknown, Update, never>({ resume: city });

const historyOf = async (userId: string, id: string): Promise<unknown[]> => {
  const seen: unknown[] = [];
  for await (const { config } of saverFor(userId).list(thread(id))) seen.push(config.configurable?.checkpoint_id);
  return seen;
};

const countOf = async (userId: string): Promise<number> => {
  const [row] = await database.admin(
    `select (select count(*) from checkpoints where user_id = $1) + (select count(*) from checkpoint_blobs where user_id = $1)
       + (select count(*) from checkpoint_writes where user_id = $1) as count`,
    [userId],
  );
  return Number(row?.count);
};

describe("a conversation", () => {
  test("waits for its answer, and goes on in another process", async () => {
    const first = conversationOf(alice);
    await first.invoke({ wish: "museums" }, thread("resumed"));
    expect((await first.getState(thread("resumed"))).next).toEqual(["ask"]);

    const second = conversationOf(alice);
    expect(await second.invoke(resume("Lisbon"), thread("resumed"))).toMatchObject({ answer: "Lisbon, then: museums" });
    const history: string[] = [];
    for await (const { values, config } of second.getStateHistory(thread("resumed"))) {
      expect(config.configurable?.thread_id).toBe("resumed");
      history.push(String(values.answer));
    }
    expect(history[0]).toBe("Lisbon, then: museums");
    expect(history.length).toBeGreaterThan(3);
  });

  test("is one's own, also under a name that somebody else uses", async () => {
    const hers = conversationOf(alice);
    const his = conversationOf(bob);
    await hers.invoke({ wish: "gardens" }, thread("same name"));
    expect((await his.getState(thread("same name"))).values).toEqual({});

    await his.invoke({ wish: "bars" }, thread("same name"));
    expect(await his.invoke(resume("Porto"), thread("same name"))).toMatchObject({ answer: "Porto, then: bars" });
    expect(await hers.invoke(resume("Kyoto"), thread("same name"))).toMatchObject({ answer: "Kyoto, then: gardens" });
  });

  test("is listed for its traveller alone", async () => {
    await conversationOf(alice).invoke({ wish: "a" }, thread("listed"));
    const threadsOf = async (userId: string): Promise<Set<unknown>> => {
      const seen = new Set<unknown>();
      for await (const { config } of saverFor(userId).list({})) seen.add(config.configurable?.thread_id);
      return seen;
    };
    expect(await threadsOf(alice)).toContain("listed");
    expect(await threadsOf(bob)).not.toContain("listed");
    expect(await threadsOf(await addUser(database))).toEqual(new Set());
  });

  test("is deleted by its traveller alone, and with them", async () => {
    const userId = await addUser(database);
    await conversationOf(userId).invoke({ wish: "a" }, thread("kept"));
    await conversationOf(userId).invoke({ wish: "b" }, thread("deleted"));
    const before = await countOf(userId);
    await saverFor(bob).deleteThread("deleted");
    expect(await countOf(userId)).toBe(before);
    await saverFor(userId).deleteThread("deleted");
    expect(await countOf(userId)).toBe(before / 2);
    await database.admin("delete from users where id = $1", [userId]);
    expect(await countOf(userId)).toBe(0);
  });

  test("forgets what it no longer needs, and goes on from where it stands", async () => {
    const userId = await addUser(database);
    const [graph, saver] = [conversationOf(userId), createCheckpointSaver({ ...database, userId })];
    for (const city of ["Lisbon", "Porto", "Faro"]) {
      await graph.invoke({ wish: city }, thread("long"));
      await graph.invoke(resume(city), thread("long"));
    }
    await graph.invoke({ wish: "museums" }, thread("long"));
    await graph.invoke({ wish: "bars" }, thread("other"));
    const [before, other] = [await countOf(userId), await historyOf(userId, "other")];
    await saver.pruneThread("long");
    expect(await countOf(userId)).toBeLessThan(before / 2);
    expect(await historyOf(userId, "long")).toHaveLength(1);
    expect(await historyOf(userId, "other")).toEqual(other);
    expect(await conversationOf(userId).invoke(resume("Rome"), thread("long"))).toMatchObject({
      answer: "Rome, then: museums",
    });
  });

  test("is pruned by its traveller alone", async () => {
    await conversationOf(alice).invoke({ wish: "hers" }, thread("pruned"));
    const before = await historyOf(alice, "pruned");
    await createCheckpointSaver({ ...database, userId: bob }).pruneThread("pruned");
    expect(await historyOf(alice, "pruned")).toEqual(before);
  });

  test("keeps ten threads apart that run at once", async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `parallel ${index}`);
    const answers = await Promise.all(
      ids.map(async (id, index) => {
        const graph = conversationOf(index % 2 === 0 ? alice : bob);
        await graph.invoke({ wish: id }, thread(id));
        return graph.invoke(resume("Rome"), thread(id));
      }),
    );
    expect(answers.map(({ answer }) => answer)).toEqual(ids.map((id) => `Rome, then: ${id}`));
  });
});

describe("the tables", () => {
  const insertAs = (userId: string, threadId: string): Promise<number> =>
    database.db.transaction({ kind: "user", userId }, (tx) =>
      tx.execute(sql`
        insert into checkpoints (thread_id, checkpoint_id, checkpoint) values (${threadId}, '1', '{"by": "bob"}')
        on conflict (thread_id, checkpoint_ns, checkpoint_id) do update set checkpoint = excluded.checkpoint`),
    );

  test("take no name that begins with somebody else, there already or not", async () => {
    await insertAs(alice, `${alice}:taken`);
    for (const name of [`${alice}:taken`, `${alice}:free`, "nobody's", `${bob.slice(0, -1)}:x`]) {
      await expect(insertAs(bob, name)).rejects.toMatchObject({
        details: { constraint: "checkpoints_thread_names_its_user" },
      });
    }
    expect(await insertAs(bob, `${bob}:taken`)).toBe(1);
  });

  test("are those that the library would make, and ours beside them", async () => {
    const plain = `${database.schema}_plain`;
    await database.migrations.withClient(async (client) => {
      await client.query(`drop schema if exists "${plain}" cascade`);
      await new PostgresSaver(poolOver(client), undefined, { schema: plain }).setup();
      const [theirs, ours] = [await shapeOf(client, plain), await shapeOf(client, database.schema)];
      await client.query(`drop schema "${plain}" cascade`);
      expect(theirs.length).toBeGreaterThan(20);
      const added = /\.(user_id|created_at|updated_at) |_user_id_fkey|_names_its_user|_not_null/;
      expect(ours.filter((line) => !added.test(line))).toEqual(theirs.filter((line) => !added.test(line)));
    });
  });

  test("leave the library's own setup nothing to do", async () => {
    await database.migrations.withClient(async (client) => {
      const before = await shapeOf(client, database.schema);
      await new PostgresSaver(poolOver(client), undefined, { schema: database.schema }).setup();
      expect(await shapeOf(client, database.schema)).toEqual(before);
      const { rows } = await client.query(`select count(*)::int from "${database.schema}".checkpoint_migrations`);
      expect(rows).toEqual([{ count: 5 }]);
    });
  });
});

/** The saver's own pool would be another connection: on the built-in engine it would wait for this one. */
function poolOver(client: Client): Pool {
  const connected = { query: client.query.bind(client), release: () => undefined };
  return { connect: () => Promise.resolve(connected) } as unknown as Pool;
}

/** Columns with type, default and null rule, and constraints, one line each. */
async function shapeOf(client: Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
       || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname like 'checkpoint%'
       and a.attnum > 0 and not a.attisdropped
     union all
     select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where c.relnamespace = $1::regnamespace and c.relname like 'checkpoint%'
     order by 1`,
    [`"${schema}"`],
  );
  return rows.map(({ line }) => line);
}

test("nobody takes up a conversation without saying who", async () => {
  await expect(saverFor("").getTuple(thread("whose"))).rejects.toMatchObject({ code: "internal" });
});
