/** The environment is read once, and what is wrong with it is said by the name of the variable. */
import { expect, test } from "vitest";
import { loadConfig, silenceLibraries } from "../../server/config.ts";

const DATABASE_URL = "postgres://u:s3cret@db.example.com/trips";

test("a replica goes with a primary", () => {
  const DATABASE_READ_URL = "postgres://u:s3cret@replica.example.com/trips";
  expect(loadConfig({ DATABASE_URL, DATABASE_READ_URL })).toMatchObject({ databaseReadUrl: DATABASE_READ_URL });
  expect(loadConfig({ DATABASE_URL, DATABASE_READ_URL: "" }).databaseReadUrl).toBeUndefined();
  expect(() => loadConfig({ DATABASE_READ_URL })).toThrow(/no DATABASE_URL its primary/);
  expect(() => loadConfig({ DATABASE_URL, DATABASE_READ_URL: "mysql://u:s3cret@db" })).toThrow(
    /^(?!.*s3cret).*DATABASE_READ_URL/,
  );
});

test.each([
  ["25", 25],
  ["", undefined],
  [undefined, undefined],
])("a pool size of %o is %o", (typed, size) => {
  expect(loadConfig({ DATABASE_POOL_SIZE: typed }).poolSize).toBe(size);
});

test.each(["0", "-1", "2.5", "ten", "5000"])("a pool size of %s is refused", (typed) => {
  expect(() => loadConfig({ DATABASE_POOL_SIZE: typed })).toThrow(/DATABASE_POOL_SIZE/);
});

test("libraries read nothing of the environment by themselves, but for where passwords are kept", () => {
  const environment = {
    PGSSLMODE: "disable",
    PGHOST: "evil",
    PGOPTIONS: "-c role=x",
    PGPASSFILE: "/f",
    LANGSMITH_X: "1",
    PATH: "/bin",
  };
  silenceLibraries(environment);
  expect(environment).toEqual({ PGPASSFILE: "/f", PATH: "/bin" });
});
