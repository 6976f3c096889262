/** Numbers and fields come back as another implementation wrote them. */
import fc from "fast-check";
import { PbfWriter } from "pbf";
import { describe, expect, test } from "vitest";
import { MessageReader, packedDeltas } from "../../../../../db/importers/osm/pbf/protobuf.ts";

const safe = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

function reader(write: (pbf: PbfWriter) => void): MessageReader {
  const pbf = new PbfWriter();
  write(pbf);
  return new MessageReader(Buffer.from(pbf.finish()));
}

test("unsigned and signed numbers, small, large and negative", () => {
  fc.assert(
    fc.property(fc.oneof(safe, fc.integer({ min: -300, max: 300 })), (value) => {
      expect(reader((pbf) => pbf.writeVarint(value)).varint()).toBe(value);
    }),
  );
  const edges = [0, 1, -1, 127, 128, 2 ** 28 - 1, 2 ** 28, 2 ** 31, -(2 ** 31), 2 ** 35, 2 ** 52, -(2 ** 52)];
  for (const value of edges) {
    expect(reader((pbf) => pbf.writeVarint(value)).varint()).toBe(value);
    if (Math.abs(value) < 2 ** 52) expect(reader((pbf) => pbf.writeSVarint(value)).signed()).toBe(value);
  }
});

test("rows of differences", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 50), max: 2 ** 50 })), (values) => {
      const differences = values.map((value, at) => value - (values[at - 1] ?? 0));
      const row = reader((pbf) => {
        for (const one of differences) pbf.writeSVarint(one);
      });
      expect(packedDeltas(row)).toEqual(values);
    }),
  );
});

test("fields that are not asked for are stepped over, whatever they are", () => {
  const message = reader((pbf) => {
    pbf.writeFixed32Field(1, 5);
    pbf.writeFixed64Field(2, 5);
    pbf.writeStringField(3, "other");
    pbf.writeVarintField(4, 2 ** 40);
    pbf.writeStringField(1000, "Ægir");
  });
  let found = "";
  while (message.next()) {
    if (message.field === 1000) found = message.text();
    else message.skip();
  }
  expect(found).toBe("Ægir");
});

describe("bytes that are no message are refused", () => {
  test.each([
    ["a number that does not end", [0x80, 0x80]],
    ["a number of eleven bytes", Array.from({ length: 11 }, () => 0xff)],
  ])("%s", (_, bytes) => {
    expect(() => new MessageReader(Buffer.from(bytes)).varint()).toThrow(RangeError);
  });

  test.each([
    ["text longer than its message", [0x0a, 0x20, 0x41]],
    ["a fixed number that is cut off", [0x09, 1, 2]],
    ["a group, which nobody writes any more", [0x0b]],
  ])("%s", (_, bytes) => {
    const message = new MessageReader(Buffer.from(bytes));
    expect(message.next()).toBe(true);
    expect(() => message.skip()).toThrow(RangeError);
  });
});
