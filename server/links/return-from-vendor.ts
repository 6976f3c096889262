/**
 * A traveller comes back from the vendor: their state is looked at, and their browser, before a code is exchanged. The
 * state is the traveller's own and good once; the browser has to be the one that asked, be signed in as the same
 * traveller, or say so on a page, so that nobody links another person's account to their own.
 */
import { timingSafeEqual } from "node:crypto";
import { createProfileStore } from "../../db/stores/profile-store.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { HTTP_STATUS } from "../http/http-status.ts";
import { requireSealer } from "../secret-keys.ts";
import { completeLink, type LinkRuntime, linkStateIn, requireInspiration } from "./account-links.ts";
import { confirmPage, failedPage, type LinkPage, linkedPage, refusedPage } from "./link-page.ts";
import { hashOfMark, type LinkState, notGood } from "./link-state.ts";

export interface Return {
  state: string | undefined;
  code: string | undefined;
  error: string | undefined;
  /** What the page that asks back was answered with. */
  confirmed: string | undefined;
  /** Of the browser's cookie. */
  mark: string | undefined;
  /** Whom the browser acts for anyway, where it acts for somebody. */
  userId: string | null;
}

const LONGEST_CODE = 2_000;

function isSameBrowser({ browser }: LinkState, mark: string | undefined): boolean {
  if (browser === null || mark === undefined) return false;
  const [a, b] = [Buffer.from(browser), Buffer.from(hashOfMark(mark))];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Sealed for this way back alone: only the page that we show has it. */
function confirmation(runtime: LinkRuntime, state: string, code: string) {
  const sealer = requireSealer(runtime.sealer);
  const belongsTo = ["link confirmed", state, code];
  return {
    make: (): string => sealer.seal("yes", belongsTo),
    isGiven: (given: string | undefined): boolean => {
      try {
        return given !== undefined && sealer.open(given, belongsTo) === "yes";
      } catch {
        return false;
      }
    },
  };
}

async function completed(runtime: LinkRuntime, back: Return, signal: AbortSignal): Promise<LinkPage> {
  const { provider } = requireInspiration(runtime);
  const { state: shown, code, error, confirmed, mark, userId } = back;
  if (shown === undefined) throw notGood();
  const state = linkStateIn(runtime, shown);
  if (error !== undefined) return refusedPage(provider);
  if (code === undefined || code.length > LONGEST_CODE) throw notGood();
  const asked = confirmation(runtime, shown, code);
  if (!isSameBrowser(state, mark) && userId !== state.userId && !asked.isGiven(confirmed)) {
    const { email } = await createProfileStore({ db: runtime.database, userId: state.userId }).getProfile();
    return confirmPage(provider, { email, fields: { state: shown, code, confirmed: asked.make() } });
  }
  const { accountName } = await completeLink(runtime, { state, code }, signal);
  return linkedPage(provider, accountName);
}

export async function returnFromVendor(runtime: LinkRuntime, back: Return, signal: AbortSignal): Promise<LinkPage> {
  try {
    return await completed(runtime, back, signal);
  } catch (error) {
    if (!(error instanceof TripwrightError) || error.code === "internal") throw error;
    const status = HTTP_STATUS[error.code];
    return failedPage(error.message, status === 502 || status === 503 ? status : 400);
  }
}
