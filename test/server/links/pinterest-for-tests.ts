/**
 * A Pinterest on this machine: its page where people say yes, its tokens, which it hands out, renews once each and
 * revokes, and the boards of whoever holds one.
 */
import { randomBytes } from "node:crypto";
import {
  type AskedVendor,
  type LoopbackVendor,
  startLoopbackVendor,
  type VendorReply,
} from "../../providers/conformance/loopback-vendor.ts";

export const APP_SECRET = "the-secret-of-the-app";
const BASIC = `Basic ${Buffer.from(`4711:${APP_SECRET}`).toString("base64")}`;

export interface PinterestForTests {
  readonly vendor: LoopbackVendor;
  /** What the process is told of it. */
  readonly environment: Record<string, string>;
  /** Whoever is signed in at Pinterest when the page is opened. */
  account: { id: string; username: string };
  boards: { id: string; name: string }[];
  pins: Record<string, object[]>;
  /** Of access tokens made from now on. */
  secondsGood: number;
  /** Every token that was ever handed out. */
  readonly issued: string[];
  /** Tokens that are good now. */
  readonly access: Map<string, { id: string; username: string }>;
  readonly refresh: Map<string, { id: string; username: string }>;
  /** Before a renewal is answered. */
  renewalMs: number;
  refusal: VendorReply | null;
  /** Opens the page, says yes, and is sent back: the address that the browser goes to then. */
  sayYes(authorizeUrl: string): Promise<URL>;
  /** Asked of one path. */
  askedFor(path: string): AskedVendor[];
  close(): Promise<void>;
}

export async function startPinterest(): Promise<PinterestForTests> {
  const vendor = await startLoopbackVendor();
  const codes = new Map<string, { redirectUri: string; account: PinterestForTests["account"] }>();
  const state: PinterestForTests = {
    vendor,
    environment: {
      PINTEREST_APP_ID: "4711",
      PINTEREST_APP_SECRET: APP_SECRET,
      PINTEREST_URL: vendor.url,
      PINTEREST_AUTHORIZE_URL: `${vendor.url}/oauth/`,
      TRIPWRIGHT_SECRET_KEY: randomBytes(32).toString("base64"),
    },
    account: { id: "1", username: "ada" },
    boards: [],
    pins: {},
    secondsGood: 86_400,
    issued: [],
    access: new Map(),
    refresh: new Map(),
    renewalMs: 0,
    refusal: null,
    sayYes: async (authorizeUrl) => {
      const answer = await fetch(authorizeUrl, { redirect: "manual" });
      return new URL(answer.headers.get("location") ?? "");
    },
    askedFor: (path) => vendor.asked.filter((asked) => asked.path === path),
    close: () => vendor.close(),
  };
  const issue = (kind: "access" | "refresh", account: PinterestForTests["account"]): string => {
    const token = `pin${kind[0]}_${randomBytes(12).toString("hex")}`;
    state.issued.push(token);
    state[kind].set(token, account);
    return token;
  };
  const tokens = (account: PinterestForTests["account"]): VendorReply => ({
    body: {
      access_token: issue("access", account),
      refresh_token: issue("refresh", account),
      expires_in: state.secondsGood,
      refresh_token_expires_in: 5_184_000,
      scope: "boards:read,pins:read,user_accounts:read",
      token_type: "bearer",
    },
  });
  const ended = { status: 401, body: { code: 283, message: "The authorization grant is invalid." } };
  const tokenEndpoint = ({ body }: AskedVendor): VendorReply => {
    const form = new URLSearchParams(body);
    if (form.get("grant_type") === "authorization_code") {
      const known = codes.get(form.get("code") ?? "");
      codes.delete(form.get("code") ?? "");
      return known && known.redirectUri === form.get("redirect_uri") ? tokens(known.account) : ended;
    }
    const account = state.refresh.get(form.get("refresh_token") ?? "");
    if (!account) return ended;
    state.refresh.delete(form.get("refresh_token") ?? "");
    return { ...tokens(account), delayMs: state.renewalMs };
  };
  const revokeEndpoint = ({ body }: AskedVendor): VendorReply => {
    const token = new URLSearchParams(body).get("token") ?? "";
    return state.access.delete(token) || state.refresh.delete(token)
      ? {}
      : { status: 404, body: { code: 1, message: "?" } };
  };
  const page = ({ query }: AskedVendor): VendorReply => {
    const code = randomBytes(9).toString("hex");
    const redirectUri = query.get("redirect_uri") ?? "";
    codes.set(code, { redirectUri, account: state.account });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    return { status: 302, headers: { location: back.href } };
  };
  const content = ({ path, headers }: AskedVendor): VendorReply => {
    const account = state.access.get((headers.authorization ?? "").replace("Bearer ", ""));
    if (!account) return { status: 401, body: { code: 2, message: "Authentication failed." } };
    if (path === "/user_account") return { body: account };
    if (path === "/boards") return { body: { items: state.boards } };
    const pins = state.pins[/^\/boards\/(\d+)\/pins$/.exec(path)?.[1] ?? ""];
    return pins ? { body: { items: pins } } : { status: 404, body: { code: 40, message: "Board not found." } };
  };
  vendor.respond((asked) => {
    if (asked.path === "/oauth/") return page(asked);
    if (state.refusal) return state.refusal;
    if (!asked.path.startsWith("/oauth/")) return content(asked);
    if (asked.headers.authorization !== BASIC) return { status: 401, body: { code: 2, message: "no" } };
    return asked.path === "/oauth/token" ? tokenEndpoint(asked) : revokeEndpoint(asked);
  });
  return state;
}
