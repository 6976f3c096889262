/** SQL is sent from a few places and built in fewer: everything else goes through a transaction that acts for somebody. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What speaks to the driver itself, each for a reason of its own. */
const SENDS_STATEMENTS = [
  // What no transaction may hold: VACUUM on the built-in engine, how far a replica is behind.
  "db/maintenance/refresh-statistics.ts",
  "db/migrate-outside.ts",
  "db/migrate.ts",
  "db/migration-owner.ts",
  "db/migration-state.ts",
  "db/pool-database.ts",
  "db/read-routing.ts",
];
/** The driver's pool is here. */
const CONNECTS = ["db/connection-source.ts"];
/** Statements of a library, with their values kept apart; names of tables and columns that are constants. */
const BUILDS_STATEMENTS = ["db/checkpoints/acting-pool.ts", "db/stores/account.ts", "db/stores/bulk.ts"];

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.sql"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /^(agents|db|evals|mcp|providers|server|tools|trip)\//.test(file));

/** Comments may speak of anything. */
const codeOf = (file: string): string =>
  readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)(\/\/|--) .*$/gm, "");

const filesWith = (pattern: RegExp): string[] => files.filter((file) => pattern.test(codeOf(file)));

const tables = new Set(
  files
    .filter((file) => file.startsWith("db/migrations/"))
    .flatMap((file) => [...codeOf(file).matchAll(/create (?:table|view) (\w+)/g)].map(([, name]) => name)),
);

test("statements reach the driver from the core of the database alone", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(filesWith(/\.query\(/)).toEqual(SENDS_STATEMENTS);
  expect(filesWith(/\bnew pg\.|\bnew (Pool|Client)\(/)).toEqual(CONNECTS);
});

test("no statement is built from text but where names are constants", () => {
  expect(filesWith(/\braw\(|\bnew Sql\(|\.unsafe\(/)).toEqual(BUILDS_STATEMENTS);
});

/** A column added to a table reaches nobody who did not ask for it; parts of a statement may be taken whole. */
test("no statement takes whatever columns a table has", () => {
  expect(tables.size).toBeGreaterThan(30);
  const isGreedy = (file: string): boolean =>
    [...codeOf(file).matchAll(/\bselect\s+(?:\w+\.)\*|\bselect\s+\*\s+from\s+(\w+)/gi)].some(
      ([, from]) => from === undefined || tables.has(from),
    );
  expect(files.filter(isGreedy)).toEqual([]);
});
