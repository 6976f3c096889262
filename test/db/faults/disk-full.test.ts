/**
 * The disk of the built-in database is really full: callers are told so and where, what was saved stays saved, and once
 * there is space everything goes on by itself.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { testFolders } from "../test-folders.ts";
import { withSmallDisk } from "./small-disk.ts";

const run = promisify(execFile);
/** A fresh data folder takes 65. */
const DISK_MEGABYTES = 160;
const LIMIT = { timeout: 600_000 } as const;

const answerSchema = z.object({ code: z.string(), message: z.string() });
const sightSchema = z.object({
  refusals: z.array(answerSchema),
  reading: answerSchema.optional(),
  /** `tripwright plan`, while the disk is full. */
  planned: z.object({ status: z.number().nullable(), stdout: z.string(), stderr: z.string() }),
  afterwards: answerSchema,
  isSameHost: z.boolean().optional(),
  leftOvers: z.array(z.string()).optional(),
  findings: z.array(z.unknown()),
  indexes: z.int(),
  acknowledged: z.int(),
});

const isEmbedded = !process.env.TEST_DATABASE_URL;
const enter = isEmbedded ? withSmallDisk(tmpdir(), DISK_MEGABYTES) : null;
if (isEmbedded && enter === null) {
  process.stderr.write("Skipped: the full disk, for neither root's nor a user's namespace may mount a tmpfs here.\n");
}

describe.skipIf(enter === null)("a full disk", () => {
  let disk = "";
  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), "tripwright-disk-"));
  });
  afterAll(() => rm(disk, { recursive: true, force: true }));

  async function live(scenario: string): Promise<z.infer<typeof sightSchema>> {
    const script = fileURLToPath(new URL("disk-full-process.ts", import.meta.url));
    const [file = "", ...mount] = withSmallDisk(disk, DISK_MEGABYTES) ?? [];
    const { stdout } = await run(file, [...mount, process.execPath, script, scenario, disk, testFolders().cacheDir]);
    return sightSchema.parse(JSON.parse(stdout));
  }

  /** Whatever failed, it was told in the same words, and the end was good. */
  function expectGoodEnd(sight: z.infer<typeof sightSchema>): void {
    expect(sight.refusals.length).toBeGreaterThan(1);
    for (const { code, message } of sight.refusals) {
      expect([code, message]).toEqual([
        "disk_full",
        expect.stringContaining(`The disk that holds the built-in database in ${disk}/home`),
      ]);
    }
    const { status, stdout, stderr } = sight.planned;
    expect([status, stdout]).toEqual([1, ""]);
    const paragraphs = stderr
      .trimEnd()
      .split("\n")
      .filter((line) => !line.startsWith("·"));
    expect(paragraphs).toEqual([
      expect.stringContaining(`The disk that holds the built-in database in ${disk}/home is full`),
    ]);
    expect(sight.afterwards).toEqual({ code: "ok", message: "" });
    expect(sight.findings).toEqual([]);
    expect(sight.acknowledged).toBeGreaterThanOrEqual(6);
    expect(sight.indexes).toBeGreaterThan(100);
  }

  test("that tables cannot grow on leaves reading possible", LIMIT, async () => {
    const sight = await live("tables");
    expectGoodEnd(sight);
    expect([sight.reading?.code, sight.isSameHost]).toEqual(["ok", true]);
  });

  test("that the write-ahead log cannot grow on ends the engine, not the host", LIMIT, async () => {
    const sight = await live("log");
    expectGoodEnd(sight);
    expect(sight.isSameHost).toBe(true);
  });

  test("at the first start leaves no half of a data folder", LIMIT, async () => {
    const sight = await live("firstStart");
    expectGoodEnd(sight);
    expect(sight.leftOvers).toEqual([]);
  });

  test("at a later start, where even the host's log and record find no space, loses nothing", LIMIT, async () => {
    expectGoodEnd(await live("laterStart"));
  });
});
