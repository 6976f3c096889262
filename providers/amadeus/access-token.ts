/**
 * The token that Amadeus hands out for an id and a secret, for half an hour: kept in memory until shortly before it ends,
 * and fetched anew once where it is refused before that. Several that need one at once make the same request, which the
 * kernel sends once.
 */
import { z } from "zod";
import type { VendorScope } from "../../trip/vendor-ports.ts";
import type { OpenVendor } from "../kernel/descriptor.ts";
import { VendorError } from "../kernel/vendor-error.ts";

const tokenSchema = z.object({ access_token: z.string().min(1).max(4_000), expires_in: z.number().positive() });

/** Before its end, so that it does not end on the way. */
const SPARE_SECONDS = 60;

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Asks with a token, and once more with another where the first is refused. */
export type WithToken = <Value>(
  scope: VendorScope,
  ask: (headers: { authorization: string }) => Promise<Value>,
) => Promise<Value>;

export function createWithToken(
  { http, now }: Pick<OpenVendor, "http" | "now">,
  { clientId, clientSecret }: Credentials,
): WithToken {
  let held: { token: string; until: number } | null = null;

  async function tokenFor(scope: VendorScope): Promise<string> {
    if (held !== null && held.until > now().getTime()) return held.token;
    const { access_token: token, expires_in } = await http.request({
      method: "POST",
      path: "/v1/security/oauth2/token",
      form: { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret },
      schema: tokenSchema,
      scope,
    });
    held = { token, until: now().getTime() + (expires_in - SPARE_SECONDS) * 1000 };
    return token;
  }

  return async (scope, ask) => {
    const token = await tokenFor(scope);
    try {
      return await ask({ authorization: `Bearer ${token}` });
    } catch (error) {
      if (!(error instanceof VendorError && error.status === 401)) throw error;
      // Somebody else may have renewed it by now.
      if (held?.token === token) held = null;
      return ask({ authorization: `Bearer ${await tokenFor(scope)}` });
    }
  };
}
