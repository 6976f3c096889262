/** The archive in a bucket, against a server that checks every signature and every payload. */
import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createS3Archive, type S3ArchiveOptions } from "../../../providers/archives/s3-archive.ts";
import type { Archive } from "../../../trip/ports.ts";
import { BUCKET, KEYS, openS3Server, REGION, type S3Server } from "./s3-server.ts";

const NAME = "user_activities/user_activities_2025_10.0001.jsonl.gz";
const signal = AbortSignal.timeout(60_000);

let server: S3Server;
beforeEach(async () => {
  server = await openS3Server();
});
afterEach(() => server[Symbol.asyncDispose]());

function open(options: Partial<S3ArchiveOptions> = {}): Archive {
  const { endpoint } = server;
  return createS3Archive({ bucket: BUCKET, prefix: "some where/trips", region: REGION, endpoint, ...KEYS, ...options });
}

async function* inPieces(content: Buffer): AsyncIterable<Uint8Array> {
  for (let start = 0; start < content.length; start += 1000) yield content.subarray(start, start + 1000);
}
const proofOf = (content: Buffer) => ({
  byteSize: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
});
const put = (archive: Archive, content: Buffer, name = NAME): Promise<void> =>
  archive.put(name, inPieces(content), proofOf(content), signal);
const get = (archive: Archive, name = NAME): Promise<Buffer> => buffer(archive.get(name, signal));

test("what is put comes back, is listed and can be removed, under its prefix", async () => {
  const archive = open();
  const content = randomBytes(12_345);
  await put(archive, content);
  expect([...server.objects.keys()]).toEqual([`some where/trips/${NAME}`]);
  expect((await get(archive)).equals(content)).toBe(true);
  for (const name of ["a/1", "a/2", "a/3", "b/1"]) await put(archive, content, name);
  expect(await archive.list("a/")).toEqual(["a/1", "a/2", "a/3"]);
  expect(await archive.list("")).toHaveLength(5);
  await archive.remove("a/2");
  await archive.remove("a/2");
  expect(await archive.list("a/")).toEqual(["a/1", "a/3"]);
  expect(archive.location(NAME)).toBe(`s3://${BUCKET}/some where/trips/${NAME}`);
});

test("a long object goes in parts and is there as a whole, or not at all", async () => {
  const archive = open({ partBytes: 4096 });
  const content = randomBytes(10_000);
  await put(archive, content);
  expect(server.requests.filter((request) => request.includes("partNumber="))).toHaveLength(3);
  expect((await get(archive)).equals(content)).toBe(true);

  const wrong = { ...proofOf(content), sha256: proofOf(Buffer.from("else")).sha256 };
  await expect(archive.put("other", inPieces(content), wrong, signal)).rejects.toMatchObject({ code: "internal" });
  expect(await archive.list("other")).toEqual([]);
  await archive.remove("other");
  expect(
    server.requests.filter((request) => request.startsWith("DELETE") && request.includes("uploadId=")),
  ).toHaveLength(1);
});

test("a service that cannot list unfinished uploads still removes objects", async () => {
  const archive = open();
  await put(archive, randomBytes(10));
  server.refuseUploadLists({ status: 501, code: "NotImplemented" });
  await archive.remove(NAME);
  expect(await archive.list("")).toEqual([]);
});

test("a service that asks to slow down is asked again, a few times", async () => {
  const archive = open();
  const slow = { status: 503, code: "SlowDown" };
  server.refuseNext(slow, slow);
  const content = randomBytes(100);
  await put(archive, content);
  expect(server.requests).toHaveLength(3);
  expect((await get(archive)).equals(content)).toBe(true);
  server.requests.length = 0;
  server.refuseNext(slow, slow, slow, slow, slow, slow, slow);
  await expect(put(archive, content)).rejects.toMatchObject({
    code: "archive_unavailable",
    message: expect.stringContaining("fewer requests"),
  });
  expect(server.requests).toHaveLength(5);
});

test.each([
  ["a bucket that is not there", { bucket: "elsewhere" }, "no such bucket"],
  ["a key that nobody knows", { accessKeyId: "AKIDOTHER" }, "ACCESS_KEY_ID"],
  ["another secret", { secretAccessKey: "another" }, "SECRET_ACCESS_KEY"],
  ["another region", { region: "us-east-1" }, "region"],
])("%s is told at once, and no secret with it", async (_, options, said) => {
  const failure = await put(open(options), randomBytes(10)).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "archive_unavailable", message: expect.stringContaining(said) });
  expect(JSON.stringify(failure)).not.toContain(KEYS.secretAccessKey);
  expect(server.requests).toHaveLength(1);
});

test("a right that is missing is told", async () => {
  server.refuseNext({ status: 403, code: "AccessDenied" });
  await expect(get(open())).rejects.toMatchObject({ message: expect.stringContaining("needs the rights") });
  await expect(get(open())).rejects.toMatchObject({ message: expect.stringContaining("no such object") });
});

test("no endpoint, region or key of the environment is taken", async () => {
  const surroundings = {
    AWS_ENDPOINT_URL: "http://127.0.0.1:1",
    AWS_REGION: "mars-1",
    AWS_ACCESS_KEY_ID: "X",
    AWS_SECRET_ACCESS_KEY: "Y",
    AWS_PROFILE: "nobody",
    AWS_S3_USE_ARN_REGION: "true",
  };
  Object.assign(process.env, surroundings);
  try {
    await put(open(), Buffer.from("rows"));
  } finally {
    for (const name of Object.keys(surroundings)) delete process.env[name];
  }
  expect(server.requests).toHaveLength(1);
});
