/** `eval score` as a process: what it prints, what it keeps, and that one broken line stops nothing but its own status. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { scoreCommand } from "../../../evals/score/score-command.ts";
import { testFolders } from "../../db/test-folders.ts";

const SCRIPT = `
  const { scoreCommand } = await import("./evals/score/score-command.ts");
  process.exitCode = await scoreCommand(process.argv.slice(1));
`;

async function score(...args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const { home, cacheDir } = testFolders();
  const { PATH = "", HOME = "", TMPDIR, TEST_DATABASE_URL } = process.env;
  const child = spawn(process.execPath, ["--input-type=module", "-e", SCRIPT, "--", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...{ PATH, HOME, TRIPWRIGHT_HOME: home, TRIPWRIGHT_CACHE: cacheDir, TRIPWRIGHT_TODAY: "2026-11-22" },
      ...(TMPDIR && { TMPDIR }),
      ...(TEST_DATABASE_URL && { DATABASE_URL: TEST_DATABASE_URL }),
    },
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status: child.exitCode, stdout, stderr };
}

test("texts in a file: a table, a line each, a log, and status 1 for the line that is none", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "tripwright-score-"));
  const file = join(folder.path, "theirs.jsonl");
  const closed = { id: "closed", text: "Lisbon\nDay 1\n10:00 Jerónimos Monastery", start: "2027-05-10" };
  writeFileSync(file, `${JSON.stringify(closed)}\n{broken\n`);
  const { status, stdout, stderr } = await score(file, "--out", folder.path);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^FAIL {2}closed {2}Lisbon, 1 days? from 2027-05-10: 1 error/m);
  expect(stdout).toContain("closed_day days[0].items[0]: Jerónimos Monastery is closed on Mondays");
  expect(stderr).toMatch(/^line 2: Expected a plan document, .* got no JSON\.$/m);
  const lines = readFileSync(join(folder.path, "run.jsonl"), "utf8").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).line)).toEqual(["head", "answer", "end"]);
});

test.each([
  [[], "Expected one file, got 0."],
  [["a.md", "--start", "soon"], "Expected --start as a calendar date"],
  [["/nowhere.jsonl"], 'Expected a file that can be read, got "/nowhere.jsonl".'],
])("%j is answered in one line before anything is opened", async (args, message) => {
  await expect(scoreCommand(args)).rejects.toThrow(message);
});
