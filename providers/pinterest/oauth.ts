/**
 * Pinterest's OAuth: where a traveller says yes, and what that is exchanged for. Pinterest says nothing of who signs in
 * beyond an account's id, so this links an account and never signs anybody in.
 */
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { AccountTokens, FailureKind, InspirationVendor, VendorScope } from "../../trip/vendor-ports.ts";
import type { OpenVendor, Settings } from "../kernel/descriptor.ts";
import type { Answer } from "../kernel/exchange.ts";

export const AUTHORIZE_VARIABLE = "PINTEREST_AUTHORIZE_URL";
const AUTHORIZE_PAGE = "https://www.pinterest.com/oauth/";
/** To look at what is public, and at nothing else; nothing is ever written. */
export const SCOPES = ["boards:read", "pins:read", "user_accounts:read"];

/** It goes into a header again. */
const tokenSchema = z.string().regex(/^[!-~]{1,4000}$/);
const secondsSchema = z
  .int()
  .positive()
  .max(10 * 365 * 86_400);
const tokensSchema = z.object({
  access_token: tokenSchema,
  expires_in: secondsSchema,
  refresh_token: tokenSchema.nullish(),
  refresh_token_expires_in: secondsSchema.nullish(),
  scope: z.string().max(1_000).nullish(),
});

const errorSchema = z.object({ code: z.int() });
/** "The authorization grant is invalid": that one yes has ended, and our own key is not to blame. */
const GRANT_ENDED = 283;

export function failureOf({ status, text }: Answer): FailureKind | null {
  if (status !== 400 && status !== 401) return null;
  try {
    return errorSchema.safeParse(JSON.parse(text)).data?.code === GRANT_ENDED ? "bad_request" : null;
  } catch {
    return null;
  }
}

function authorizePage(settings: Settings): URL {
  const typed = settings[AUTHORIZE_VARIABLE] ?? AUTHORIZE_PAGE;
  const url = URL.parse(typed);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  const message = `The environment could not be used. ${AUTHORIZE_VARIABLE}: expected an address such as ${AUTHORIZE_PAGE}.`;
  throw new TripwrightError("invalid_input", message, { variables: [AUTHORIZE_VARIABLE] });
}

type OAuth = Pick<InspirationVendor, "authorizeUrl" | "exchangeCode" | "renewTokens" | "revokeToken">;

export function openOAuth({ http, settings, now }: OpenVendor): OAuth {
  const { PINTEREST_APP_ID: appId = "", PINTEREST_APP_SECRET: secret = "" } = settings;
  const page = authorizePage(settings);
  const headers = { authorization: `Basic ${Buffer.from(`${appId}:${secret}`).toString("base64")}` };
  const after = (seconds: number): string => new Date(now().getTime() + seconds * 1000).toISOString();
  const askTokens = async (form: Record<string, string>, scope: VendorScope): Promise<AccountTokens> => {
    const schema = tokensSchema;
    // A code, and a token to renew with, are good once.
    const once = { path: "/oauth/token", isRepeatable: false } as const;
    const told = await http.request({ method: "POST", ...once, headers, form, schema, scope });
    const { refresh_token: refreshToken = null, refresh_token_expires_in: refreshSeconds } = told;
    return {
      accessToken: told.access_token,
      expiresAt: after(told.expires_in),
      refreshToken,
      refreshExpiresAt: refreshToken === null || !refreshSeconds ? null : after(refreshSeconds),
      scopes: (told.scope ?? "").split(/[\s,]+/).filter((one) => /^[\w:]{1,100}$/.test(one)),
    };
  };
  return {
    authorizeUrl: ({ redirectUri, state }) => {
      const url = new URL(page);
      const asked = {
        client_id: appId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: SCOPES.join(","),
        state,
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },
    exchangeCode: ({ code, redirectUri }, scope) =>
      askTokens({ grant_type: "authorization_code", code, redirect_uri: redirectUri }, scope),
    renewTokens: (refreshToken, scope) =>
      askTokens({ grant_type: "refresh_token", refresh_token: refreshToken }, scope),
    revokeToken: async (token, scope) => {
      const path = "/oauth/token/revoke";
      await http.request({
        method: "POST",
        path,
        headers,
        form: { token },
        schema: z.object({}),
        whenEmpty: {},
        scope,
      });
    },
  };
}
