/** Issuer and subject lead to one account, whoever comes first; an e-mail address leads to none. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createExternalIdentityStore, type ExternalIdentityStore } from "../../../db/stores/external-identities.ts";
import { ensureLocalUser } from "../../../db/stores/users.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

const ISSUER = "https://issuer.example";
let database: TestDatabase;
let identities: ExternalIdentityStore;
let nowMs: number;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
beforeEach(() => {
  nowMs = Date.parse("2026-11-22T10:00:00Z");
  identities = createExternalIdentityStore({ db: database.db, now: () => new Date(nowMs) });
});
afterAll(() => database?.close());

const person = (): { issuer: string; subject: string } => ({ issuer: ISSUER, subject: randomUUID() });

async function userRow(userId: string | undefined): Promise<Record<string, unknown> | undefined> {
  const [row] = await database.admin(
    "select email, first_name, is_email_verified, is_active from users where id = $1",
    [userId],
  );
  return row;
}

const lastUsed = async (subject: string): Promise<unknown> =>
  (await database.admin("select last_used_at from external_identities where subject = $1", [subject]))[0]?.last_used_at;

describe("an identity", () => {
  test("gets an account at the first visit and the same one ever after", async () => {
    const ada = person();
    const first = await identities.findOrCreateUser(ada);
    expect(await identities.findOrCreateUser(ada)).toEqual(first);
    expect(await userRow(first?.userId)).toEqual({
      email: `${first?.userId}@tripwright.localhost`,
      first_name: "Traveller",
      is_email_verified: false,
      is_active: true,
    });
  });

  test("is its issuer's: the same subject elsewhere is somebody else", async () => {
    const ada = person();
    const here = await identities.findOrCreateUser(ada);
    const elsewhere = await identities.findOrCreateUser({ ...ada, issuer: `${ISSUER}/` });
    expect(elsewhere?.userId).not.toBe(here?.userId);
  });

  test("that comes many times at once gets one account", async () => {
    const ada = { ...person(), email: `${randomUUID()}@example.org` };
    const count = async (): Promise<unknown> => (await database.admin("select count(*)::int as n from users"))[0]?.n;
    const before = Number(await count());
    const found = await Promise.all(Array.from({ length: 8 }, () => identities.findOrCreateUser(ada)));
    expect(new Set(found.map((user) => user?.userId)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test("of a closed account is nobody, and stays so", async () => {
    const ada = person();
    const found = await identities.findOrCreateUser(ada);
    await database.admin("update users set is_active = false where id = $1", [found?.userId]);
    const used = await lastUsed(ada.subject);
    nowMs += 3_600_000;
    expect(await identities.findOrCreateUser(ada)).toBeNull();
    expect(await identities.findOrCreateUser(ada)).toBeNull();
    expect(await lastUsed(ada.subject)).toEqual(used);
  });

  test("of a deleted account starts anew", async () => {
    const ada = person();
    const first = await identities.findOrCreateUser(ada);
    await database.admin("delete from users where id = $1", [first?.userId]);
    const second = await identities.findOrCreateUser(ada);
    expect(second?.userId).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.userId).not.toBe(first?.userId);
  });

  test("is noted as used once a minute", async () => {
    const ada = person();
    await identities.findOrCreateUser(ada);
    const first = new Date(nowMs);
    expect(await lastUsed(ada.subject)).toEqual(first);
    nowMs += 59_999;
    await identities.findOrCreateUser(ada);
    expect(await lastUsed(ada.subject)).toEqual(first);
    nowMs += 1;
    await identities.findOrCreateUser(ada);
    expect(await lastUsed(ada.subject)).toEqual(new Date(nowMs));
  });

  test.each([
    ["no issuer", { issuer: "", subject: "s" }],
    ["no subject", { issuer: ISSUER, subject: "" }],
    ["a long issuer", { issuer: `${ISSUER}/${"x".repeat(500)}`, subject: "s" }],
    ["a long subject", { issuer: ISSUER, subject: "s".repeat(256) }],
    ["a subject that no text can hold", { issuer: ISSUER, subject: "a\0b" }],
    ["half a character for a subject", { issuer: ISSUER, subject: "\ud800" }],
  ])("with %s signs nobody in", async (_, identity) => {
    await expect(async () => identities.findOrCreateUser(identity)).rejects.toMatchObject({ code: "not_signed_in" });
  });

  test("may have any other words for a name", async () => {
    const subject = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((text) => !text.includes("\0"));
    await fc.assert(
      fc.asyncProperty(subject, async (text) => {
        const name = { issuer: `${ISSUER}/${text}`, subject: text };
        const first = await identities.findOrCreateUser(name);
        expect(await identities.findOrCreateUser(name)).toEqual(first);
      }),
      { numRuns: 15 },
    );
  });
});

describe("an e-mail address", () => {
  test("that nobody has becomes the account's", async () => {
    const address = `Ada.${randomUUID()}@example.org`;
    const ada = await identities.findOrCreateUser({ ...person(), email: address });
    expect(await userRow(ada?.userId)).toMatchObject({ email: address.toLowerCase(), is_email_verified: true });
  });

  test("of somebody else leads to a new account, never to theirs", async () => {
    const address = `${randomUUID()}@example.org`;
    const ada = await identities.findOrCreateUser({ ...person(), email: address });
    const other = await identities.findOrCreateUser({ ...person(), email: address.toUpperCase() });
    expect(other?.userId).not.toBe(ada?.userId);
    expect(await userRow(other?.userId)).toMatchObject({
      email: `${other?.userId}@tripwright.localhost`,
      is_email_verified: false,
    });
    expect(await userRow(ada?.userId)).toMatchObject({ email: address });
  });

  test.each(["local@tripwright.localhost", "not an address", "", `${"a".repeat(250)}@example.org`])(
    "like %j is left aside",
    async (email) => {
      const ada = await identities.findOrCreateUser({ ...person(), email });
      expect(await userRow(ada?.userId)).toMatchObject({ email: `${ada?.userId}@tripwright.localhost` });
      await ensureLocalUser(database.db);
    },
  );
});
