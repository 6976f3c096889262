/**
 * Reads the two kinds of tar archive the engine comes with: PostGIS's bundle and PGlite's dump of a
 * data folder. Both are plain ustar (names under 100 bytes, files and folders only), so this is all of
 * tar that is needed, and an archive that is anything else is refused.
 */
import { TripwrightError } from "../../trip/errors.ts";

const BLOCK_BYTES = 512;
/** Two empty blocks close an archive. */
export const TAR_END: Buffer = Buffer.alloc(2 * BLOCK_BYTES);

const KINDS: Readonly<Record<string, TarEntry["kind"]>> = { "0": "file", "5": "folder" };

export interface TarEntry {
  readonly name: string;
  /** Links and the like are other: nothing here needs them. */
  readonly kind: "file" | "folder" | "other";
  readonly content: Buffer;
  /** The entry as it stands in the archive, header and padding included. */
  readonly raw: Buffer;
}

export function* readTar(archive: Buffer): Generator<TarEntry> {
  let offset = 0;
  while (offset + BLOCK_BYTES <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + BLOCK_BYTES);
    const name = textField(header, 0, 100);
    const size = Number.parseInt(textField(header, 124, 12) || "0", 8);
    const end = offset + BLOCK_BYTES + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
    if (!(end <= archive.length)) {
      throw new TripwrightError("internal", `Expected a whole tar archive; it ends inside "${name}".`);
    }
    const start = offset + BLOCK_BYTES;
    yield {
      name,
      kind: KINDS[String.fromCharCode(header[156] ?? 0)] ?? "other",
      content: archive.subarray(start, start + size),
      raw: archive.subarray(offset, end),
    };
    offset = end;
  }
}

function textField(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length).toString("latin1");
  const end = field.indexOf("\0");
  return (end < 0 ? field : field.slice(0, end)).trim();
}
