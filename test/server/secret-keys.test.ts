/** The key that tokens are sealed with comes from the environment, and a bad one is refused without being told. */
import { expect, test } from "vitest";
import { requireSealer, sealerFor, secretKeysIn } from "../../server/secret-keys.ts";

const BYTES = Buffer.from(Array.from({ length: 32 }, (_, index) => 7 * index));

test("a key is base64 of either alphabet, or hexadecimal; several have commas or spaces between them", () => {
  const spelled = [BYTES.toString("base64"), BYTES.toString("base64url"), BYTES.toString("hex")];
  for (const typed of spelled) expect(secretKeysIn(typed)).toEqual([BYTES]);
  expect(secretKeysIn(` ${spelled.join(", ")}\n`)).toEqual([BYTES, BYTES, BYTES]);
  expect([secretKeysIn(undefined), secretKeysIn(" ")]).toEqual([[], []]);
});

test.for(["password", "x".repeat(44), BYTES.toString("hex").slice(2), "0".repeat(64), `${BYTES.toString("base64")}=`])(
  "%s is no key, and is not repeated",
  (typed) => {
    expect(() => secretKeysIn(typed)).toThrow(
      /TRIPWRIGHT_SECRET_KEY: expected 32 random bytes.*openssl rand -base64 32/,
    );
    expect(() => secretKeysIn(typed)).not.toThrow(new RegExp(typed.replaceAll(/[+/]/g, "\\$&")));
  },
);

test("without one nothing is linked, and it says how to make one", () => {
  expect(sealerFor([])).toBeNull();
  expect(() => requireSealer(null)).toThrow(/TRIPWRIGHT_SECRET_KEY is not set. Set it; make one with: openssl/);
  expect(requireSealer(sealerFor([BYTES])).isOutdated("v1.x.y")).toBe(true);
});
