/** `tripwright check` as people run it: a file or a pipe, text or JSON, and what the shell sees. */
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli, startCli } from "./run-cli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tripwright-check-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileWith(content: string, name = "plan.md"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test("a text with faults: its days with marks, and a status that says so", async () => {
  const plan = await fileWith(
    "# Florence\nDay 1\n- 9:00 Uffizi Gallery\n- Ponte Vecchio\n- 15:00 Museum of Imaginary Things\n",
  );
  const { status, stdout } = await runCli(["check", plan, "--start", "2027-05-10"]);
  expect(status).toBe(1);
  expect(stdout).toContain("Day 1 · Monday 10 May 2027 · Florence");
  expect(stdout).toMatch(/✗ {2}09:00–\d\d:\d\d {2}Uffizi Gallery/);
  expect(stdout).toContain("Uffizi Gallery is closed on Mondays");
  expect(stdout).toMatch(/✓ ~\d\d:\d\d–\d\d:\d\d {2}Ponte Vecchio/);
  expect(stdout).toMatch(/Not found, and so not checked\n {2}• Museum of Imaginary Things/);
  expect(stdout).toContain("This plan does not hold");
});

test("a text without any, as JSON", async () => {
  const plan = await fileWith("Florence, 11 May 2027\n10:00 Palazzo Vecchio\n");
  const { status, stdout } = await runCli(["check", plan, "--json", "--travelers", "2"]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: { ok: true }, trip: { travelers: 2 }, unresolved: [] });
});

test("our own plan document comes back as it was judged", async () => {
  const request = "2 days in Florence from 2027-05-12";
  const { stdout: document } = await runCli(["plan", "--json", request]);
  const plan = await fileWith(document, "plan.json");
  const { status, stdout } = await runCli(["check", plan]);
  expect(status).toBe(0);
  expect(stdout).toContain("Wednesday 12 May 2027 · Florence");
  expect(stdout).toContain("This plan holds");
});

test("what cannot be read is refused", async () => {
  const missing = await runCli(["check", join(folder, "none.md")]);
  expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining("Expected a file that can be read")]);
  const wrong = await runCli(["check", await fileWith('{"trip": 1}', "wrong.json")]);
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining("the JSON that plan --json prints")]);
  const child = startCli(["check"]);
  if (!child.stderr) throw new Error("the child has no streams");
  const [stderr] = await Promise.all([textOf(child.stderr), once(child, "close")]);
  expect([child.exitCode, stderr]).toEqual([2, "Expected an itinerary, got nothing.\n"]);
});
