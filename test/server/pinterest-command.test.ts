/** A Pinterest account from the command line: linked through a browser, read for a trip, unlinked. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "./http/http-for-tests.ts";
import { type PinterestForTests, startPinterest } from "./links/pinterest-for-tests.ts";
import { runCli, startCli } from "./run-cli.ts";

let pinterest: PinterestForTests;
let environment: Record<string, string>;
let tripId: string;
beforeAll(async () => {
  pinterest = await startPinterest();
  environment = { ...pinterest.environment, PORT: String(await freePort()) };
  pinterest.boards = [{ id: "101", name: "Vienna ideas" }];
  pinterest.pins = { "101": [{ id: "1", title: "Café Central", description: "cakes and coffee houses" }] };
  const { stdout } = await runCli(["plan", "a day in Vienna on 2027-04-01", "--json"]);
  tripId = JSON.parse(stdout).trip.id;
});
afterAll(() => pinterest?.close());

test("link prints an address, waits for the way back, and tells no token", async () => {
  const child = startCli(["link", "pinterest"], environment);
  if (!child.stdout || !child.stderr) throw new Error("the child has no streams");
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const failed = text(child.stderr);
  await expect.poll(() => /^http\S+$/m.exec(said)?.[0], { timeout: 60_000 }).toBeDefined();
  const back = await pinterest.sayYes(/^http\S+$/m.exec(said)?.[0] ?? "");
  expect(back.port).toBe(environment.PORT);
  expect((await fetch(new URL("/elsewhere", back))).status).toBe(400);
  const page = await fetch(back);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("ada is linked")]);
  await expect.poll(() => child.exitCode, { timeout: 60_000 }).toBe(0);
  expect(said).toContain("Linked: the Pinterest account ada.");
  for (const token of pinterest.issued) expect(said + (await failed)).not.toContain(token);
});

test("boards are listed and read; a place is insisted on by its name", async () => {
  expect((await runCli(["pinterest", "boards"], environment)).stdout).toMatch(/^101 {2}Vienna ideas\n/);
  const seen = await runCli(["pinterest", "read", "vienna IDEAS", "--trip", tripId.slice(0, 13)], environment);
  expect([seen.stderr, seen.status]).toEqual(["", 0]);
  expect(seen.stdout).toMatch(/[0-9a-f-]{36} {2}Café Central.*https:\/\/www\.pinterest\.com\/pin\/1\//);
  const args = ["pinterest", "read", "101", "--trip", tripId, "--confirm"];
  expect((await runCli([...args, "Café Nowhere"], environment)).stderr).toMatch(
    /Expected --confirm as the id or the name/,
  );
  const confirmed = await runCli([...args, "café central", "--json"], environment);
  const { trip } = JSON.parse(confirmed.stdout);
  expect([confirmed.status, trip.wishes.mustSee.length]).toEqual([0, 1]);
});

test("pasted lines need no account", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "pins-")), "pins.txt");
  await writeFile(file, "Schönbrunn Palace at dawn\n\n\u001b[31mmuseums and palaces\n");
  const told = JSON.parse((await runCli(["pinterest", "read", "--file", file, "--trip", tripId, "--json"])).stdout);
  expect(told).toMatchObject({
    pinCount: 2,
    candidates: [{ choices: [{ name: expect.stringContaining("Schönbrunn") }] }],
  });
  expect((await runCli(["pinterest", "read", "--file", file])).stdout).toMatch(/^two pins\. It is about .*palaces/);
});

test("unlink ends it; what is missing or wrong is one clear line", async () => {
  expect((await runCli(["unlink", "pinterest"], environment)).stdout).toMatch(
    /^Unlinked: .* Pinterest has ended it as well/,
  );
  expect((await runCli(["pinterest", "boards"], environment)).stderr).toMatch(/No Pinterest account is linked/);
  expect((await runCli(["link", "pinterest"])).stderr).toMatch(/PINTEREST_APP_ID and PINTEREST_APP_SECRET are not set/);
  const keyless = { ...environment, TRIPWRIGHT_SECRET_KEY: "" };
  expect((await runCli(["link", "pinterest"], keyless)).stderr).toMatch(/TRIPWRIGHT_SECRET_KEY is not set/);
  const bad = await runCli(["link", "pinterest"], { ...environment, TRIPWRIGHT_SECRET_KEY: "password" });
  expect([bad.status, bad.stderr]).toEqual([2, expect.not.stringContaining("password")]);
  expect((await runCli(["link", "instagram"], environment)).stderr).toMatch(/Expected pinterest/);
  expect((await runCli(["pinterest", "read"], environment)).stderr).toMatch(/Expected a board or --file/);
});
