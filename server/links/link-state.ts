/**
 * The `state` that a traveller takes to the vendor and brings back: sealed, so that nobody else can make one, read it or
 * change it; theirs; good once and for ten minutes. It names the browser that asked, where there was one.
 */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Sealer } from "../../db/seal.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { CallKeeper } from "../../trip/ports.ts";

export const STATE_SECONDS = 600;
const LONGEST_STATE = 2_000;

const stateSchema = z.object({
  userId: z.uuid(),
  code: z.string(),
  redirectUri: z.string(),
  /** Hash of a cookie; `null` where no browser asked. */
  browser: z.string().nullable(),
  expiresAt: z.int(),
});
export type LinkState = z.infer<typeof stateSchema>;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What a browser keeps to show that it is the one that asked. */
export function newBrowserMark(): string {
  return randomBytes(24).toString("base64url");
}

export const hashOfMark = (mark: string): string => hashOf(`link ${mark}`);

const pending = (provider: string, redirectUri: string) => ({
  tool: `link ${provider}`,
  argumentsHash: hashOf(redirectUri),
});

export interface StateParts {
  sealer: Sealer;
  now(): Date;
}

export async function newState(
  { sealer, now }: StateParts,
  calls: Pick<CallKeeper, "askConfirmation">,
  asked: { provider: string; userId: string; redirectUri: string; browser: string | null },
): Promise<string> {
  const { provider, ...told } = asked;
  const { code } = await calls.askConfirmation(pending(provider, asked.redirectUri));
  const expiresAt = now().getTime() + STATE_SECONDS * 1000;
  return sealer.seal(JSON.stringify({ ...told, code, expiresAt } satisfies LinkState), ["link state", provider]);
}

export function notGood(): TripwrightError {
  const message =
    "This way back is not good: it works once, for ten minutes, and only as the vendor sent it. Begin to link again.";
  return new TripwrightError("invalid_input", message);
}

/** Whose it is; nothing is used up. Throws `invalid_input` for what is not ours or too old. */
export function readState({ sealer, now }: StateParts, provider: string, state: string): LinkState {
  let told: unknown;
  try {
    told = JSON.parse(sealer.open(state.slice(0, LONGEST_STATE), ["link state", provider]));
  } catch {
    throw notGood();
  }
  const { data } = stateSchema.safeParse(told);
  if (!data || data.expiresAt <= now().getTime()) throw notGood();
  return data;
}

/** Throws `invalid_input` where it was used before. `calls` act for the traveller that the state names. */
export async function spendState(
  calls: Pick<CallKeeper, "useConfirmation">,
  provider: string,
  { code, redirectUri }: LinkState,
): Promise<void> {
  if (!(await calls.useConfirmation(code, pending(provider, redirectUri)))) throw notGood();
}
