/** The program under the logins of docs/operations.md: an owner who migrates, a login with nothing of its own, a backup. */
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliResult, runCli } from "../../server/run-cli.ts";
import { binDir, Cluster, describeNative, runAsServer } from "./cluster.ts";
import { grantLogin, type LOGINS, runAs, startDocumentedCluster, urlOf } from "./operations-document.ts";

describeNative("logins with no more rights than they need", { timeout: 180_000 }, () => {
  let cluster: Cluster;
  const as = (user: keyof typeof LOGINS, ...args: string[]): Promise<CliResult> =>
    runCli(args, { DATABASE_URL: urlOf(cluster, user) });

  let tooEarly: CliResult;
  beforeAll(async () => {
    cluster = await startDocumentedCluster((hba) => Cluster.start({ hba }));
    tooEarly = await as("tripwright_login", "trips");
    expect(await as("tripwright_owner", "migrate", "up")).toMatchObject({ status: 0 });
    await grantLogin(cluster);
    // The first start fills the catalogue.
    expect(await as("tripwright_login", "trips")).toMatchObject({ status: 0 });
  }, 300_000);
  afterAll(() => cluster?.[Symbol.asyncDispose]());

  test("the login cannot migrate, and says who can", () => {
    expect(tooEarly.status).not.toBe(0);
    expect(tooEarly.stderr).toMatch(/Run `tripwright migrate up` as their owner/);
  });

  test("the login plans, shows and lists", async () => {
    const planned = await as("tripwright_login", "plan", "3 days in Lisbon from 2027-05-10 for two, food, 900 EUR");
    expect(planned).toMatchObject({ status: 0 });
    expect((await as("tripwright_login", "trips")).stdout).toMatch(/Lisbon/);
    const doctor = await as("tripwright_login", "doctor");
    expect(doctor).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/✓ login +tripwright_login, with no rights/),
    });
    expect((await runCli(["doctor"], { DATABASE_URL: cluster.url({ database: "tripwright" }) })).stdout).toMatch(
      /– login +postgres may do anything/,
    );
  });

  test("the login sees nothing and changes nothing without taking a role, and takes no other", async () => {
    const client = new pg.Client(urlOf(cluster, "tripwright_login"));
    await client.connect();
    for (const statement of [
      "select count(*) from trips",
      "delete from cities",
      "drop table trips",
      "create table mine (id int)",
      "set role tripwright_owner",
      "create role friend",
      "alter table trips disable row level security",
    ]) {
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
    await client.query("set role tripwright_app");
    expect((await client.query("select id from trips")).rows).toEqual([]);
    await client.end();
  });

  test("the owner is bound by row-level security as well, and the backup is whole", async () => {
    const owned = new pg.Client(urlOf(cluster, "tripwright_owner"));
    await owned.connect();
    expect((await owned.query("select id from trips")).rows).toEqual([]);
    await owned.end();
    const file = join(cluster.folder, "tripwright.dump");
    const dump = join(binDir ?? "", "pg_dump");
    await runAsServer(dump, ["-d", urlOf(cluster, "tripwright_backup"), "-Fc", "-f", file]);
    await cluster.admin("create database restored owner tripwright_owner");
    const into = ["-h", cluster.folder, "-p", `${cluster.port}`, "-U", "postgres", "-d", "restored"];
    await runAsServer(join(binDir ?? "", "pg_restore"), ["--exit-on-error", ...into, file]);
    const counts =
      "select (select count(*) from trips) as trips, (select count(*) from itinerary_items) as items, (select count(*) from city_names) as names";
    const [before] = await cluster.admin(counts, [], "tripwright");
    expect(before).toMatchObject({ trips: "1" });
    expect(await cluster.admin(counts, [], "restored")).toEqual([before]);
    const url = cluster.url({ user: "tripwright_login", password: "change-me-login", database: "restored" });
    expect((await runCli(["trips"], { DATABASE_URL: url })).stdout).toMatch(/Lisbon/);
  });

  test("a later migration needs the right to create roles only when it creates one", async () => {
    await expect(runAs(cluster, "tripwright_owner", "create role another")).rejects.toMatchObject({ code: "42501" });
    expect((await as("tripwright_owner", "migrate", "down")).status).toBe(0);
    expect((await as("tripwright_owner", "migrate", "up")).status).toBe(0);
  });
});
