/** Sealed text opens with its key, for whom it was sealed, and in no other way. */
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSealer } from "../../db/seal.ts";

const [KEY, OTHER_KEY] = [randomBytes(32), randomBytes(32)];
const sealer = createSealer([KEY]);
const texts = fc.string({ unit: "grapheme", maxLength: 300 });
const owners = fc.array(fc.string({ maxLength: 40 }), { maxLength: 3 });

test("any text opens again, and never reads the same twice", () => {
  fc.assert(
    fc.property(texts, owners, (text, owner) => {
      const [one, other] = [sealer.seal(text, owner), sealer.seal(text, owner)];
      expect([sealer.open(one, owner), sealer.open(other, owner)]).toEqual([text, text]);
      expect(one).not.toBe(other);
      if (text.length > 3) expect(one).not.toContain(text);
    }),
  );
});

test("any changed bit, character or part is refused", () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(7), (text, at, bit) => {
      const sealed = Buffer.from(sealer.seal(text, ["ada", "pinterest"]));
      const index = at % sealed.length;
      sealed[index] = (sealed[index] ?? 0) ^ (1 << bit);
      expect(() => sealer.open(sealed.toString("latin1"), ["ada", "pinterest"])).toThrow(/could not be opened/);
    }),
    { numRuns: 1_000 },
  );
  const sealed = sealer.seal("a token", ["ada"]);
  for (let end = 0; end < sealed.length; end += 1) expect(() => sealer.open(sealed.slice(0, end), ["ada"])).toThrow();
  for (const more of [`${sealed}=`, `${sealed}A`, `${sealed}.`, ` ${sealed}`, `${sealed}\n`, ""]) {
    expect(() => sealer.open(more, ["ada"])).toThrow(/could not be opened/);
  }
});

test("nobody else opens it, whatever they are called", () => {
  fc.assert(
    fc.property(texts, owners, owners, (text, owner, other) => {
      fc.pre(JSON.stringify(owner) !== JSON.stringify(other));
      expect(() => sealer.open(sealer.seal(text, owner), other)).toThrow(/belongs to somebody else/);
    }),
  );
  expect(() => sealer.open(sealer.seal("x", ["ada", "pinterest"]), ["adapinterest"])).toThrow();
});

test("a new key in front seals, the old one still opens until it is gone", () => {
  const old = sealer.seal("a token", ["ada"]);
  const rotated = createSealer([OTHER_KEY, KEY]);
  expect([rotated.open(old, ["ada"]), rotated.isOutdated(old), sealer.isOutdated(old)]).toEqual([
    "a token",
    true,
    false,
  ]);
  const anew = rotated.seal("a token", ["ada"]);
  const onlyNew = createSealer([OTHER_KEY]);
  expect([onlyNew.open(anew, ["ada"]), rotated.isOutdated(anew)]).toEqual(["a token", false]);
  expect(() => onlyNew.open(old, ["ada"])).toThrow(/its key [0-9a-f]{12} is not in TRIPWRIGHT_SECRET_KEY/);
});

test("a refusal tells neither text nor key", () => {
  const refusal = (work: () => unknown): string => {
    try {
      return String(work());
    } catch (error) {
      return error instanceof Error ? `${error.stack} ${JSON.stringify(error)} ${error.cause}` : String(error);
    }
  };
  const said = refusal(() => sealer.open(sealer.seal("a very secret token", ["ada"]), ["bob"]));
  expect(said).toContain("could not be opened");
  for (const secret of ["very secret", KEY.toString("hex"), KEY.toString("base64")]) expect(said).not.toContain(secret);
  expect(() => createSealer([])).toThrow(/keys of 32 bytes/);
  expect(() => createSealer([KEY, randomBytes(16)])).toThrow(/keys of 32 bytes/);
});
