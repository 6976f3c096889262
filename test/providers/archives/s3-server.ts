/**
 * A small server that speaks what Amazon documents of S3's REST interface and takes nothing on trust: it
 * reckons each request's signature (version 4) and the hash of each payload itself. Keeps objects in memory.
 */
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface S3Server extends AsyncDisposable {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** What was asked for, as `PUT key?query`, refused or not. */
  readonly requests: string[];
  /** Answers the next requests so, in this order, whatever they are. */
  refuseNext(...refusals: S3Refusal[]): void;
  /** Answers every request that lists unfinished uploads so. */
  refuseUploadLists(refusal: S3Refusal): void;
}

export interface S3Refusal {
  readonly status: number;
  readonly code: string;
}

export const KEYS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
export const REGION = "eu-test-1";
export const BUCKET = "old-rows";
const PAGE_KEYS = 2;

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();

class Refused extends Error {
  readonly refusal: S3Refusal;
  constructor(status: number, code: string) {
    super(code);
    this.refusal = { status, code };
  }
}

/** As in "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk". */
function checkSignature(request: IncomingMessage, url: URL, body: Buffer): void {
  const header = (name: string): string => String(request.headers[name] ?? "").trim();
  const shape =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, key, day = "", region = "", signedHeaders = "", signature] = shape.exec(header("authorization")) ?? [];
  if (key === undefined) throw new Refused(403, "AccessDenied");
  if (key !== KEYS.accessKeyId) throw new Refused(403, "InvalidAccessKeyId");
  if (region !== REGION || !signedHeaders.split(";").includes("host")) throw new Refused(403, "SignatureDoesNotMatch");
  const payload = header("x-amz-content-sha256");
  if (payload !== sha256(body)) throw new Refused(400, "XAmzContentSHA256Mismatch");
  const encode = (text: string): string =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join("&");
  const headers = signedHeaders.split(";").map((name) => `${name}:${header(name)}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(""), signedHeaders, payload].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", header("x-amz-date"), scope, sha256(canonical)].join("\n");
  const signingKey = ["s3", "aws4_request"].reduce(
    (signing, part) => hmac(signing, part),
    hmac(hmac(`AWS4${KEYS.secretAccessKey}`, day), region),
  );
  if (hmac(signingKey, toSign).toString("hex") !== signature) throw new Refused(403, "SignatureDoesNotMatch");
  const checksum = request.headers["x-amz-checksum-sha256"];
  if (checksum && checksum !== createHash("sha256").update(body).digest("base64")) throw new Refused(400, "BadDigest");
}

const asText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const xml = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${name}>`;

interface Upload {
  readonly key: string;
  readonly parts: Map<number, Buffer>;
}

interface Answer {
  status?: number;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

function act(
  { objects, uploads }: { objects: Map<string, Buffer>; uploads: Map<string, Upload> },
  method: string,
  key: string,
  query: URLSearchParams,
  body: Buffer,
): Answer {
  const uploadId = query.get("uploadId");
  const upload = uploadId === null ? undefined : uploads.get(uploadId);
  if (uploadId !== null && !upload) throw new Refused(404, "NoSuchUpload");
  const id = uploadId ?? "";
  if (method === "POST" && query.has("uploads")) {
    const begun = `upload-${uploads.size + 1}`;
    uploads.set(begun, { key, parts: new Map() });
    return { body: xml("InitiateMultipartUploadResult", `<Key>${asText(key)}</Key><UploadId>${begun}</UploadId>`) };
  }
  if (method === "GET" && query.has("uploads")) {
    const prefix = query.get("prefix") ?? "";
    const found = [...uploads].filter(([, one]) => one.key.startsWith(prefix));
    const rows = found.map(
      ([one, { key: k }]) => `<Upload><Key>${asText(k)}</Key><UploadId>${one}</UploadId></Upload>`,
    );
    return { body: xml("ListMultipartUploadsResult", `${rows.join("")}<IsTruncated>false</IsTruncated>`) };
  }
  if (upload && method === "PUT") {
    upload.parts.set(Number(query.get("partNumber")), body);
    return { headers: { etag: `"${sha256(body).slice(0, 32)}"` } };
  }
  if (upload && method === "POST") {
    const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, number]) => Number(number));
    const parts = named.map((number) => upload.parts.get(number) ?? Buffer.alloc(0));
    if (named.length === 0 || parts.some((part) => part.length === 0)) throw new Refused(400, "InvalidPart");
    objects.set(upload.key, Buffer.concat(parts));
    uploads.delete(id);
    return { body: xml("CompleteMultipartUploadResult", `<Key>${asText(upload.key)}</Key>`) };
  }
  if (upload && method === "DELETE") {
    uploads.delete(id);
    return { status: 204 };
  }
  return plainAct(objects, method, key, query, body);
}

function plainAct(
  objects: Map<string, Buffer>,
  method: string,
  key: string,
  query: URLSearchParams,
  body: Buffer,
): Answer {
  if (method === "PUT") {
    objects.set(key, body);
    return { headers: { etag: `"${sha256(body).slice(0, 32)}"` } };
  }
  if (method === "DELETE") {
    objects.delete(key);
    return { status: 204 };
  }
  if (query.get("list-type") === "2") {
    const after = query.get("continuation-token") ?? "";
    const keys = [...objects.keys()]
      .filter((one) => one.startsWith(query.get("prefix") ?? "") && one > after)
      .toSorted();
    const page = keys.slice(0, PAGE_KEYS);
    const rows = page.map((one) => `<Contents><Key>${asText(one)}</Key><Size>1</Size></Contents>`).join("");
    const isCut = keys.length > PAGE_KEYS;
    const token = isCut ? `<NextContinuationToken>${asText(page.at(-1) ?? "")}</NextContinuationToken>` : "";
    return { body: xml("ListBucketResult", `${rows}<IsTruncated>${isCut}</IsTruncated>${token}`) };
  }
  const object = objects.get(key);
  if (!object) throw new Refused(404, "NoSuchKey");
  return { body: object, headers: { "content-type": "application/gzip" } };
}

export async function openS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Upload>();
  const requests: string[] = [];
  const refusals: S3Refusal[] = [];
  let uploadLists: S3Refusal | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const [, bucket = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
    const key = rest.join("/");
    requests.push(`${request.method} ${key}${url.search}`);
    try {
      const body = await buffer(request);
      checkSignature(request, url, body);
      const isUploadList = request.method === "GET" && url.searchParams.has("uploads");
      const refusal = isUploadList && uploadLists ? uploadLists : refusals.shift();
      if (refusal) throw new Refused(refusal.status, refusal.code);
      if (bucket !== BUCKET) throw new Refused(404, "NoSuchBucket");
      const done = act({ objects, uploads }, request.method ?? "", key, url.searchParams, body);
      response.writeHead(done.status ?? 200, done.headers).end(done.body);
    } catch (error) {
      const { status, code } = error instanceof Refused ? error.refusal : { status: 500, code: "InternalError" };
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    refuseNext: (...next) => refusals.push(...next),
    refuseUploadLists: (refusal) => {
      uploadLists = refusal;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
