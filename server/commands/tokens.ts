/** `tripwright tokens`: who may call a server that others can reach, how far, and until when. */
import { z } from "zod";
import { createSessionStore, type SessionStore, type SessionSummary } from "../../db/stores/sessions.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { SCOPES, type Scope } from "../../trip/ports.ts";
import { withSession } from "../session.ts";

export interface TokensOptions {
  label?: string;
  scopes?: string;
  user?: string;
  expires?: string;
  json?: boolean;
}

const MAX_LABEL = 100;
const MAX_DAYS = 3_650;
const DAY_MS = 86_400_000;
const HOURS_A_DAY = 24;

export async function tokensCreateCommand(options: TokensOptions): Promise<void> {
  const asked = { email: emailFrom(options.user), label: labelFrom(options.label), scopes: scopesFrom(options.scopes) };
  const days = daysFrom(options.expires);
  await withSessions(async (sessions, now) => {
    const expiresAt = days === null ? null : new Date(now().getTime() + days * DAY_MS);
    const { token, session, isNewUser } = await sessions.createSession({ ...asked, expiresAt });
    if (options.json) return print({ token, session, isNewUser });
    const lines = [
      token,
      `Shown this once: only its hash is kept. It acts for ${session.email}${isNewUser ? ", who is new here" : ""}, may ${session.scopes.join(", ")}, and ${session.expiresAt ? `ends on ${session.expiresAt.slice(0, 10)}` : "does not end by itself"}.`,
      `Requests carry it as "Authorization: Bearer ${token.slice(0, 6)}…". It ends at once with: tripwright tokens revoke ${session.id.slice(0, 8)}`,
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  });
}

export async function tokensListCommand({ json = false }: TokensOptions): Promise<void> {
  await withSessions(async (sessions, now) => {
    const listed = await sessions.listSessions();
    if (json) return print({ sessions: listed });
    const lines = listed.map((session) => lineOf(session, now()));
    process.stdout.write(`${lines.join("\n") || "There are no tokens. Make one with: tripwright tokens create"}\n`);
  });
}

export async function tokensRevokeCommand(id: string, { json = false }: TokensOptions): Promise<void> {
  await withSessions(async (sessions) => {
    const session = await sessions.revokeSession(id);
    if (json) return print({ session });
    process.stdout.write(
      `Revoked: ${session.label ?? session.id.slice(0, 8)} of ${session.email}. It opens nothing now.\n`,
    );
  });
}

function withSessions(work: (sessions: SessionStore, now: () => Date) => Promise<void>): Promise<void> {
  return withSession({}, ({ runtime: { database: db, localUserId, clock } }) =>
    work(createSessionStore({ db, localUserId, now: clock.now }), clock.now),
  );
}

const print = (value: object): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

function lineOf(session: SessionSummary, now: Date): string {
  const { id, email, label, scopes, expiresAt, revokedAt, lastUsedAt } = session;
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= now.getTime();
  const end = expiresAt ? `until ${expiresAt.slice(0, 10)}` : "no end";
  const state = revokedAt ? "revoked" : isOver ? "expired" : end;
  const used = lastUsedAt ? `last used ${lastUsedAt.slice(0, 16).replace("T", " ")}` : "never used";
  return [id.slice(0, 8), email, scopes.join(","), state, used, label ?? ""].join("  ").trimEnd();
}

function emailFrom(typed: string | undefined): string | undefined {
  if (typed === undefined || z.email().max(255).safeParse(typed).success) return typed;
  throw new TripwrightError("invalid_input", `Expected --user as an e-mail address, got "${typed}".`);
}

function labelFrom(typed: string | undefined): string | null {
  const label = typed?.trim() || null;
  if (label === null || label.length <= MAX_LABEL) return label;
  throw new TripwrightError(
    "invalid_input",
    `Expected --label of at most ${MAX_LABEL} characters, got ${label.length}.`,
  );
}

function scopesFrom(typed: string = SCOPES.join(",")): Scope[] {
  const named = new Set(typed.split(",").map((name) => name.trim()));
  const scopes = SCOPES.filter((scope) => named.delete(scope));
  if (named.size === 0) return scopes;
  throw new TripwrightError("invalid_input", `Expected --scopes out of ${SCOPES.join(",")}, got "${typed}".`);
}

/** `90d` or `12h`; without it a token does not end by itself. */
function daysFrom(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const [, count, unit] = /^(\d{1,6})([dh])$/.exec(typed.trim()) ?? [];
  const days = unit === "h" ? Number(count) / HOURS_A_DAY : Number(count);
  if (days > 0 && days <= MAX_DAYS) return days;
  throw new TripwrightError(
    "invalid_input",
    `Expected --expires as days or hours such as 90d or 12h, at most ${MAX_DAYS}d, got "${typed}".`,
  );
}
