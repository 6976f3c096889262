/**
 * An archive in a bucket of S3 or of anything that speaks its protocol. Everything the client might look for in
 * the environment, in files or on the network is said here, so that it uses our settings and nothing else. The
 * client retries; nobody above it does.
 */
import { createHash } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { TripwrightError } from "../../trip/errors.ts";
import type { Archive } from "../../trip/ports.ts";
import { archiveFailure } from "./s3-errors.ts";

export interface S3ArchiveOptions {
  readonly bucket: string;
  /** Put before every name, with a slash; empty for none. */
  readonly prefix: string;
  readonly region: string;
  /** Amazon's own unless given. */
  readonly endpoint?: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Objects longer than this go out in parts of this size; S3 wants at least 5 MiB. */
  readonly partBytes?: number | undefined;
}

const PART_BYTES = 16 * 1024 * 1024;
const ATTEMPTS = 5;
const CONNECT_MS = 10_000;
const SILENCE_MS = 60_000;

function createClient({ region, endpoint, accessKeyId, secretAccessKey }: S3ArchiveOptions): S3Client {
  return new S3Client({
    region,
    endpoint: endpoint ?? `https://s3.${region}.amazonaws.com`,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    maxAttempts: ATTEMPTS,
    retryMode: "standard",
    defaultsMode: "standard",
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: SILENCE_MS, socketTimeout: SILENCE_MS },
    // Who is compatible knows the signed hash of the payload; the newer checksums not everybody does.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    useArnRegion: false,
    disableMultiregionAccessPoints: true,
    disableS3ExpressSessionAuth: true,
    userAgentAppId: "tripwright",
  });
}

export function createS3Archive(options: S3ArchiveOptions): Archive {
  const { bucket, prefix, partBytes = PART_BYTES } = options;
  const client = createClient(options);
  const place = (name: string): { Bucket: string; Key: string } => ({
    Bucket: bucket,
    Key: prefix === "" ? name : `${prefix}/${name}`,
  });
  const location = (name: string): string => `s3://${bucket}/${place(name).Key}`;
  const attempt = async <Result>(what: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw archiveFailure(what, error);
    }
  };

  return {
    location,
    put: (name, content, proof, signal) =>
      attempt(
        `write ${location(name)}`,
        async () => {
          const to = place(name);
          const parts = inParts(content, proof, partBytes);
          if (proof.byteSize <= partBytes) await putWhole(client, to, parts, proof.sha256, signal);
          else await putInParts(client, to, parts, signal);
        },
        signal,
      ),

    async *get(name, signal) {
      try {
        const { Body } = await client.send(new GetObjectCommand(place(name)), { abortSignal: signal });
        if (!Body) throw new Error("the answer had no content");
        // Under Node it is a stream of buffers.
        yield* Body as unknown as AsyncIterable<Uint8Array>;
      } catch (error) {
        signal.throwIfAborted();
        throw archiveFailure(`read ${location(name)}`, error);
      }
    },

    list: (start) =>
      attempt(`list ${location(start)}`, async () => {
        const cut = place("").Key.length;
        const names: string[] = [];
        for (let token: string | undefined, isFirst = true; isFirst || token; isFirst = false) {
          const { Bucket, Key } = place(start);
          const page = await client.send(
            new ListObjectsV2Command({ Bucket, Prefix: Key, ...(token && { ContinuationToken: token }) }),
          );
          names.push(...(page.Contents ?? []).map((object) => (object.Key ?? "").slice(cut)));
          token = page.NextContinuationToken;
        }
        return names.toSorted();
      }),

    remove: (name) =>
      attempt(`remove ${location(name)}`, async () => {
        const { Bucket, Key } = place(name);
        await client.send(new DeleteObjectCommand({ Bucket, Key }));
        for (const { UploadId } of await unfinishedUploads(client, { Bucket, Prefix: Key })) {
          await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
        }
      }),
  };
}

/** Not every compatible service can tell; there, its own rule for unfinished uploads has to clear them. */
async function unfinishedUploads(
  client: S3Client,
  where: { Bucket: string; Prefix: string },
): Promise<{ UploadId?: string | undefined }[]> {
  try {
    return (await client.send(new ListMultipartUploadsCommand(where))).Uploads ?? [];
  } catch (error) {
    if (error instanceof Error && error.name === "NotImplemented") return [];
    throw error;
  }
}

/** Pieces of one size, the last one shorter; throws at the end unless they were what was announced. */
async function* inParts(
  content: AsyncIterable<Uint8Array>,
  { byteSize, sha256 }: { byteSize: number; sha256: string },
  partBytes: number,
): AsyncIterable<Buffer> {
  const hash = createHash("sha256");
  let seen = 0;
  let rest = Buffer.alloc(0);
  for await (const piece of content) {
    hash.update(piece);
    seen += piece.byteLength;
    rest = Buffer.concat([rest, piece]);
    for (; rest.length >= partBytes; rest = rest.subarray(partBytes)) yield rest.subarray(0, partBytes);
  }
  if (seen !== byteSize || hash.digest("hex") !== sha256) {
    throw new TripwrightError(
      "internal",
      `Expected ${byteSize} bytes with a known hash to archive; got ${seen} others.`,
    );
  }
  if (rest.length > 0 || seen === 0) yield rest;
}

async function putWhole(
  client: S3Client,
  to: { Bucket: string; Key: string },
  parts: AsyncIterable<Buffer>,
  sha256: string,
  signal: AbortSignal,
): Promise<void> {
  const whole: Buffer[] = [];
  for await (const part of parts) whole.push(part);
  const Body = Buffer.concat(whole);
  const ChecksumSHA256 = Buffer.from(sha256, "hex").toString("base64");
  const ContentType = "application/gzip";
  await client.send(new PutObjectCommand({ ...to, Body, ContentType, ChecksumSHA256 }), { abortSignal: signal });
}

/** Nothing of it is there until the last call. */
async function putInParts(
  client: S3Client,
  to: { Bucket: string; Key: string },
  parts: AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<void> {
  const abortSignal = signal;
  const begin = new CreateMultipartUploadCommand({ ...to, ContentType: "application/gzip" });
  const { UploadId } = await client.send(begin, { abortSignal });
  try {
    const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
    for await (const Body of parts) {
      const PartNumber = Parts.length + 1;
      const { ETag } = await client.send(new UploadPartCommand({ ...to, UploadId, PartNumber, Body }), { abortSignal });
      Parts.push({ ETag, PartNumber });
    }
    const complete = new CompleteMultipartUploadCommand({ ...to, UploadId, MultipartUpload: { Parts } });
    await client.send(complete, { abortSignal });
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ ...to, UploadId })).catch(() => undefined);
    throw error;
  }
}
