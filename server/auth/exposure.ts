/**
 * Whether a server may start as it is configured. Only what nobody but this machine can reach acts without a token;
 * everything else says what is missing, before a port is opened.
 */
import { TripwrightError } from "../../trip/errors.ts";
import type { HttpConfig } from "../config.ts";
import { isLoopback } from "./loopback.ts";

const HOW =
  "Set TRIPWRIGHT_AUTH=tokens and make a token with: tripwright tokens create (or TRIPWRIGHT_AUTH=oauth, and TRIPWRIGHT_OAUTH_ISSUER to your authorization server)";

/** Throws `invalid_input`. */
export function requireSafeExposure(http: HttpConfig): void {
  const { host, publicUrl, tokensRequired } = http;
  requireKnownAddress(http);
  if (tokensRequired) return;
  if (!isLoopback(host)) {
    const message = `Listening on ${host} lets other machines in, and nobody would have to sign in. ${HOW}. Or listen on 127.0.0.1.`;
    throw new TripwrightError("invalid_input", message, { host });
  }
  if (publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname)) {
    const message = `TRIPWRIGHT_PUBLIC_URL says that others reach this server, and nobody would have to sign in. ${HOW}. Or unset it.`;
    throw new TripwrightError("invalid_input", message, { publicUrl });
  }
}

/** An authorization server makes tokens for an address: it has to be one that clients use. */
function requireKnownAddress({ oauth, publicUrl, host, port }: HttpConfig): void {
  if (!oauth || publicUrl !== undefined || (isLoopback(host) && port !== 0)) return;
  const message =
    "TRIPWRIGHT_OAUTH_ISSUER makes tokens for one address, and nothing says how clients reach this server. Set TRIPWRIGHT_PUBLIC_URL to that, such as https://trips.example.org.";
  throw new TripwrightError("invalid_input", message, { host, port });
}

/** Throws `invalid_input` where only our own tokens are good and there is none: nobody could do anything. */
export async function requireUsableToken(
  { tokensRequired, oauth }: HttpConfig,
  hasUsableSession: () => Promise<boolean>,
): Promise<void> {
  if (!tokensRequired || oauth || (await hasUsableSession())) return;
  const message =
    "TRIPWRIGHT_AUTH=tokens asks for tokens, and there is none yet. Make one with: tripwright tokens create";
  throw new TripwrightError("invalid_input", message);
}
