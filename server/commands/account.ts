/** `tripwright account export|delete`: everything stored about you, to take along or to be rid of. */
import { eraseFromArchives } from "../../db/maintenance/erase-from-archives.ts";
import { countAccount, deleteAccount, exportAccount } from "../../db/stores/account.ts";
import { LOCAL_USER_ID } from "../../db/stores/users.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { openArchive } from "../archive.ts";
import { requireFolderOf, writeWhole } from "../export-files.ts";
import { type CommandSession, withSession } from "../session.ts";
import { isWorkerAlive, ownWorkerId } from "../worker-id.ts";

export interface AccountOptions {
  out?: string;
  yes?: boolean;
  json?: boolean;
}

/** What only its owner should read. */
const PRIVATE_FILE = 0o600;

const ACTIONS = { export: exportCommand, delete: deleteCommand } as const;
const isAction = (typed: string): typed is keyof typeof ACTIONS => Object.hasOwn(ACTIONS, typed);

export async function accountCommand(action: string, options: AccountOptions): Promise<void> {
  if (!isAction(action)) {
    const message = `Expected ${Object.keys(ACTIONS).join(" or ")}, got "${action}".`;
    throw new TripwrightError("invalid_input", message, { action });
  }
  if (options.out !== undefined) await requireFolderOf(options.out);
  await withSession({}, (session) => ACTIONS[action](session, options));
}

async function exportCommand({ database }: CommandSession, { out, json }: AccountOptions): Promise<void> {
  const account = await exportAccount(database, LOCAL_USER_ID, new Date());
  const text = `${JSON.stringify(account, null, 2)}\n`;
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  const file = await writeWhole(out, text, PRIVATE_FILE);
  const rows = Object.fromEntries(Object.entries(account.tables).map(([name, table]) => [name, table.length]));
  process.stdout.write(json ? `${JSON.stringify({ file, rows }, null, 2)}\n` : `Wrote ${inWords(rows)} to ${file}.\n`);
}

async function deleteCommand(session: CommandSession, { yes, json }: AccountOptions): Promise<void> {
  const { database } = session;
  if (!yes) {
    const rows = await countAccount(database, LOCAL_USER_ID);
    const message = `Expected --yes: this deletes ${inWords(rows)}, for good. "account export --out FILE" keeps a copy first.`;
    throw new TripwrightError("invalid_input", message, { rows });
  }
  const rows = await deleteAccount(database, LOCAL_USER_ID);
  const archived = await eraseArchived(session);
  process.stdout.write(
    json
      ? `${JSON.stringify({ deleted: rows, archived }, null, 2)}\n`
      : `Deleted ${inWords(rows)}${archived > 0 ? `, and ${archived} archived activities` : ""}.\n`,
  );
}

/** After the account is gone from the database, so that no month takes its rows along meanwhile. */
async function eraseArchived({ database, config, signal }: CommandSession): Promise<number> {
  const archive = await openArchive(config.archive);
  const context = { db: database, archive, signal, workerId: ownWorkerId(), isWorkerAlive };
  const { linesRemoved, unreachable } = await eraseFromArchives(context, LOCAL_USER_ID);
  if (unreachable.length === 0) return linesRemoved;
  const message = `The account is deleted from the database, but archives at ${unreachable.join(", ")} may still hold activities of it. Set TRIPWRIGHT_ARCHIVE to where they are and run it again.`;
  throw new TripwrightError("archive_unavailable", message, { unreachable });
}

/** The tables a traveller knows by name; the others are counted together. */
const WORDS: Readonly<Record<string, readonly [one: string, more: string]>> = {
  trips: ["trip", "trips"],
  itineraries: ["version of a plan", "versions of plans"],
  ai_planning_jobs: ["planning run", "planning runs"],
  ai_feedback: ["piece of feedback", "pieces of feedback"],
  user_activities: ["recorded activity", "recorded activities"],
};

function inWords(rows: Readonly<Record<string, number>>): string {
  const counted = Object.entries(WORDS).map(
    ([table, [one, more]]) => `${rows[table] ?? 0} ${rows[table] === 1 ? one : more}`,
  );
  const others = Object.entries(rows).reduce((sum, [table, count]) => (table in WORDS ? sum : sum + count), 0);
  const last = `${others} other ${others === 1 ? "row" : "rows"}`;
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format([...counted, last]);
}
