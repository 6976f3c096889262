/** The harness keeps what it promises: the other tests of this folder lean on it. */
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { Cluster, createDatabase, describeNative } from "./cluster.ts";

describeNative("a throwaway cluster", () => {
  test("restarts, survives kill -9 with what was committed, and leaves nothing behind", async () => {
    const cluster = await Cluster.start();
    {
      await using _ended = cluster;
      await createDatabase(cluster, "trips");
      await cluster.admin("create table notes (id int); insert into notes values (1)", [], "trips");
      await cluster.restart();
      await cluster.admin("insert into notes values (2)", [], "trips");
      await cluster.kill();
      await expect(cluster.admin("select 1")).rejects.toThrow();
      await cluster.start();
      expect(await cluster.admin("select id from notes order by id", [], "trips")).toEqual([{ id: 1 }, { id: 2 }]);
    }
    expect(existsSync(cluster.folder)).toBe(false);
  });

  test("has a replica that follows", async () => {
    await using primary = await Cluster.start();
    await primary.admin("create table notes (id int)");
    await using replica = await Cluster.start({ replicaOf: primary });
    await primary.admin("insert into notes values (1)");
    await expect.poll(() => replica.admin("select id from notes")).toEqual([{ id: 1 }]);
    await replica.promote();
    await replica.admin("insert into notes values (2)");
    expect(await primary.admin("select id from notes")).toEqual([{ id: 1 }]);
  });
});
