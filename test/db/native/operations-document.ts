/** What docs/operations.md tells an operator to run, taken from there, so that the tests run the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Cluster } from "./cluster.ts";

const text = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "operations.md"), "utf8");

/** The fenced block whose text holds these words. */
export function documentBlock(language: "sql" | "ini", words: string): string {
  const blocks = text.matchAll(/^```(\w+)\n(.*?)^```$/gms);
  const found = [...blocks].find(([, kind, body]) => kind === language && body?.includes(words));
  if (!found?.[2]) throw new Error(`docs/operations.md has no ${language} block with "${words}"`);
  return found[2];
}

export const LOGINS = {
  tripwright_owner: "change-me-owner",
  tripwright_login: "change-me-login",
  tripwright_backup: "change-me-backup",
} as const;

/** The URL of one of the document's logins. */
export function urlOf(cluster: Cluster, user: keyof typeof LOGINS, port: number = cluster.port): string {
  return cluster.url({ user, password: LOGINS[user], database: "tripwright", port });
}

export async function runAs(cluster: Cluster, user: keyof typeof LOGINS, statements: string): Promise<void> {
  const client = new pg.Client(urlOf(cluster, user));
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}

/** Everything up to the migration: logins, database, extensions. Passwords count on this cluster. */
export async function startDocumentedCluster(start: (hba: string[]) => Promise<Cluster>): Promise<Cluster> {
  const cluster = await start(Object.keys(LOGINS).map((name) => `host all ${name} 127.0.0.1/32 scram-sha-256`));
  // One at a time: a database cannot be created inside a transaction.
  for (const statement of documentBlock("sql", "-- 1.").split(";\n")) {
    if (statement.trim()) await cluster.admin(statement);
  }
  await cluster.admin(documentBlock("sql", "-- 2."), [], "tripwright");
  return cluster;
}

/** Everything after it: the login may take the roles, the owner may no longer make any. */
export async function grantLogin(cluster: Cluster): Promise<void> {
  await runAs(cluster, "tripwright_owner", documentBlock("sql", "-- 3."));
  await cluster.admin(documentBlock("sql", "-- 4."));
}
