/** The archive that the settings name, or none. The client for S3 is loaded only when it is wanted. */
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { createFolderArchive } from "../db/archives/folder-archive.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { Archive } from "../trip/ports.ts";
import type { ArchiveConfig } from "./config.ts";

const S3_PLACE = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*?))?\/*$/;
const DEFAULT_REGION = "us-east-1";

export async function openArchive(config: ArchiveConfig): Promise<Archive | null> {
  const { place, endpoint, region = DEFAULT_REGION, accessKeyId, secretAccessKey } = config;
  if (place === undefined) return null;
  if (!place.startsWith("s3:")) return createFolderArchive(folderOf(place));
  const [, bucket, prefix = ""] = S3_PLACE.exec(place) ?? [];
  if (bucket === undefined) throw refusal("a bucket, such as s3://my-bucket/tripwright");
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new TripwrightError(
      "invalid_input",
      "TRIPWRIGHT_ARCHIVE names a bucket: set TRIPWRIGHT_ARCHIVE_ACCESS_KEY_ID and TRIPWRIGHT_ARCHIVE_SECRET_ACCESS_KEY too.",
    );
  }
  const { createS3Archive } = await import("../providers/archives/s3-archive.ts");
  return createS3Archive({ bucket, prefix, region, endpoint, accessKeyId, secretAccessKey });
}

function folderOf(place: string): string {
  if (place.startsWith("file:")) {
    try {
      return fileURLToPath(place);
    } catch {
      throw refusal("a file URL such as file:///var/lib/tripwright/archive");
    }
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) throw refusal("a folder or s3://bucket/prefix");
  // Relative, it would be another folder for every process that is started elsewhere.
  if (!isAbsolute(place)) throw refusal("a folder by its whole path");
  return place;
}

function refusal(expected: string): TripwrightError {
  return new TripwrightError("invalid_input", `Expected TRIPWRIGHT_ARCHIVE to be ${expected}.`);
}
