/**
 * The framing of PostgreSQL's wire protocol, both ways: bytes come in pieces of any size, whole
 * messages go out. Knows lengths and types, not meanings.
 */

/** A client's statement may carry a big parameter, but a length beyond this is a broken client. */
export const MAX_FRAME_BYTES: number = 256 * 1024 * 1024;

/** Nothing is known yet about who opens a connection. */
const MAX_OPENING_BYTES = 10_000;

export interface Frame {
  /** The message type's character; empty for the untyped messages that open a connection. */
  readonly type: string;
  /** The whole message, type and length included. */
  readonly bytes: Buffer;
}

export class BadFrameError extends Error {}

/** Collects pieces without copying them again and again: a message is joined once, when it is whole. */
export class FrameReader {
  #pieces: Buffer[] = [];
  #size = 0;

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#size += piece.length;
  }

  /** The next whole message, or null until more has come. */
  next(isTyped: boolean): Frame | null {
    const headerBytes = isTyped ? 5 : 4;
    if (this.#size < headerBytes) return null;
    const length = this.#join(headerBytes).readInt32BE(isTyped ? 1 : 0);
    const total = length + (isTyped ? 1 : 0);
    if (length < 4 || total > (isTyped ? MAX_FRAME_BYTES : MAX_OPENING_BYTES))
      throw new BadFrameError(`message length ${length}`);
    if (this.#size < total) return null;
    const joined = this.#join(total);
    const bytes = joined.subarray(0, total);
    this.#pieces[0] = joined.subarray(total);
    this.#size -= total;
    return { type: isTyped ? String.fromCharCode(bytes[0] ?? 0) : "", bytes };
  }

  /** Makes the first piece at least `count` bytes long. */
  #join(count: number): Buffer {
    const taken: Buffer[] = [];
    let size = 0;
    while (size < count) {
      const piece = this.#pieces.shift();
      if (piece === undefined) break;
      taken.push(piece);
      size += piece.length;
    }
    const [only] = taken;
    const joined = taken.length === 1 && only !== undefined ? only : Buffer.concat(taken);
    this.#pieces.unshift(joined);
    return joined;
  }
}

export function message(type: string, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(5 + body.length);
  bytes.write(type, 0, "latin1");
  bytes.writeInt32BE(4 + body.length, 1);
  bytes.set(body, 5);
  return bytes;
}

/** Strings as the protocol writes them: each closed by a zero byte. */
export function strings(...values: string[]): Buffer {
  return Buffer.from(values.map((value) => `${value}\0`).join(""));
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

export function readyForQuery(status: string): Buffer {
  return message("Z", Buffer.from(status, "latin1"));
}

/** An error after which the connection is over. `code` is a SQLSTATE. */
export function fatalError(code: string, text: string): Buffer {
  return message("E", Buffer.concat([strings("SFATAL", "VFATAL", `C${code}`, `M${text}`), Buffer.from([0])]));
}

export function simpleQuery(sql: string): Buffer {
  return message("Q", strings(sql));
}
