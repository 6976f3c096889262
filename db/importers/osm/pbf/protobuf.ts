/**
 * The part of Protocol Buffers that OpenStreetMap files use, read in place: the callers decide field by field
 * what to decode, so that the coordinates of nodes nobody asked about cost nothing but their bytes.
 */
const TWO_TO_28 = 2 ** 28;

export const VARINT = 0;
export const BYTES = 2;

export class MessageReader {
  readonly bytes: Buffer;
  position: number;
  end: number;
  /** Of the field that `next` found. */
  field = 0;
  wireType = 0;

  constructor(bytes: Buffer, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /** Moves to the next field of the message; false at its end. */
  next(): boolean {
    if (this.position >= this.end) return false;
    const key = this.varint();
    this.field = Math.floor(key / 8);
    this.wireType = key % 8;
    return true;
  }

  /** Unsigned, exact up to 2^53. Negative 64-bit numbers, as int64 writes them, come out negative. */
  varint(): number {
    const { bytes } = this;
    let byte = this.#byte(bytes);
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; shift < 28; shift += 7) {
      byte = this.#byte(bytes);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return this.#longVarint(bytes, value);
  }

  #longVarint(bytes: Buffer, low: number): number {
    let value = low;
    let scale = TWO_TO_28;
    for (let read = 4; read < 10; read++) {
      const byte = this.#byte(bytes);
      if (read === 9 && byte < 0x80) return this.#tenBytes(bytes);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new RangeError("a number longer than ten bytes");
  }

  /** Only negative numbers are that long, and doubles cannot hold the sum on the way. */
  #tenBytes(bytes: Buffer): number {
    let value = 0n;
    for (let read = 0; read < 10; read++) {
      value |= BigInt((bytes[this.position - 10 + read] as number) & 0x7f) << BigInt(7 * read);
    }
    return Number(BigInt.asIntN(64, value));
  }

  #byte(bytes: Buffer): number {
    if (this.position >= this.end) throw new RangeError("a message that ends within a number");
    return bytes[this.position++] as number;
  }

  /** Zigzag: 0, -1, 1, -2 … */
  signed(): number {
    const value = this.varint();
    if (value < TWO_TO_28) return (value >>> 1) ^ -(value & 1);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A reader over the bytes of this field. */
  message(): MessageReader {
    const [start, end] = this.range();
    return new MessageReader(this.bytes, start, end);
  }

  range(): [start: number, end: number] {
    if (this.wireType !== BYTES) throw new RangeError(`field ${this.field} of another kind than expected`);
    const length = this.varint();
    const start = this.position;
    this.position = start + length;
    if (this.position > this.end) throw new RangeError(`field ${this.field} runs past its message`);
    return [start, this.position];
  }

  slice(): Buffer {
    const [start, end] = this.range();
    return this.bytes.subarray(start, end);
  }

  text(): string {
    const [start, end] = this.range();
    return this.bytes.toString("utf8", start, end);
  }

  skip(): void {
    if (this.wireType === VARINT) this.varint();
    else if (this.wireType === BYTES) this.range();
    else if (this.wireType === 1) this.position += 8;
    else if (this.wireType === 5) this.position += 4;
    else throw new RangeError(`field ${this.field} of unknown wire type ${this.wireType}`);
    if (this.position > this.end) throw new RangeError(`field ${this.field} runs past its message`);
  }
}

/** All numbers of a packed field. */
export function packed(reader: MessageReader): number[] {
  const values: number[] = [];
  while (reader.position < reader.end) values.push(reader.varint());
  return values;
}

/** Numbers written as differences from the one before. */
export function packedDeltas(reader: MessageReader): number[] {
  const values: number[] = [];
  let value = 0;
  while (reader.position < reader.end) {
    value += reader.signed();
    values.push(value);
  }
  return values;
}
