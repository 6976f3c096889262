/** The archive in a folder: whole files or none, and nothing outside. */
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFolderArchive } from "../../../db/archives/folder-archive.ts";
import type { Archive } from "../../../trip/ports.ts";

const signal = AbortSignal.timeout(60_000);
let folder = "";
let archive: Archive;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tripwright-folder-"));
  archive = createFolderArchive(join(folder, "not there yet"));
});
afterEach(() => rm(folder, { recursive: true }));

const proofOf = (text: string) => ({
  byteSize: Buffer.byteLength(text),
  sha256: createHash("sha256").update(text).digest("hex"),
});
async function* pieces(...texts: string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
const files = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name);

test("what is put comes back, is listed and can be removed", async () => {
  expect(await archive.list("")).toEqual([]);
  await archive.put("b/2.gz", pieces("one", "two"), proofOf("onetwo"), signal);
  await archive.put("a/1.gz", pieces("three"), proofOf("three"), signal);
  expect((await buffer(archive.get("b/2.gz", signal))).toString()).toBe("onetwo");
  expect(await archive.list("")).toEqual(["a/1.gz", "b/2.gz"]);
  expect(await archive.list("b/")).toEqual(["b/2.gz"]);
  expect(archive.location("b/2.gz")).toMatch(/^file:\/\/\/.*not%20there%20yet\/b\/2\.gz$/);
  await archive.remove("b/2.gz");
  await archive.remove("b/2.gz");
  expect(await archive.list("")).toEqual(["a/1.gz"]);
  await expect(buffer(archive.get("b/2.gz", signal))).rejects.toMatchObject({ code: "archive_unavailable" });
});

test("content that is not what was announced leaves nothing, and neither does one that breaks off", async () => {
  const put = archive.put("a/1.gz", pieces("something"), proofOf("something else"), signal);
  await expect(put).rejects.toMatchObject({ code: "archive_unavailable" });
  async function* broken(): AsyncIterable<Uint8Array> {
    yield Buffer.from("some");
    throw new Error("the pipe burst");
  }
  await expect(archive.put("a/1.gz", broken(), proofOf("some"), signal)).rejects.toThrow("the pipe burst");
  expect(await files()).toEqual([]);
});

test.each(["../out.gz", "/etc/passwd", "a/../../out", ".hidden", "a//b", "", "a\\b"])("%j is no name", async (name) => {
  await expect(archive.put(name, pieces("x"), proofOf("x"), signal)).rejects.toMatchObject({ code: "internal" });
  await expect(archive.remove(name)).rejects.toMatchObject({ code: "internal" });
});
