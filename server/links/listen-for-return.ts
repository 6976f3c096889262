/**
 * For a command that links without a server: the one address that a traveller is sent back to, on this machine alone and
 * for as long as the command waits.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Runtime } from "../compose.ts";
import type { LinkRuntime } from "./account-links.ts";
import { failedPage, type LinkPage } from "./link-page.ts";
import { LINK_CALLBACK_PATH } from "./redirect-uri.ts";
import { returnFromVendor } from "./return-from-vendor.ts";

export interface ReturnListener {
  close(): Promise<void>;
}

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  connection: "close",
} as const;

/** `null` where the port is taken: by a server of ours, perhaps, which does the same. */
export async function listenForReturn(
  runtime: LinkRuntime & Pick<Runtime, "localUserId">,
  port: number,
  signal: AbortSignal,
): Promise<ReturnListener | null> {
  const answer = async (request: IncomingMessage): Promise<LinkPage> => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (request.method !== "GET" || url.pathname !== LINK_CALLBACK_PATH) return failedPage("Nothing is here.", 400);
    const one = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
    const told = { state: one("state"), code: one("code"), error: one("error") };
    // Who waits here is at this machine, as the traveller whose link it is.
    const back = { ...told, confirmed: undefined, mark: undefined, userId: runtime.localUserId };
    return returnFromVendor(runtime, back, signal);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const page = await answer(request).catch(() => failedPage("Something inside Tripwright went wrong.", 503));
    response.writeHead(page.status, HEADERS).end(page.body);
  };
  const server = createServer((request, response) => void serve(request, response));
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch {
    return null;
  }
  return {
    close: async () => {
      const closed = once(server, "close");
      server.close();
      // What a browser holds open is not waited for; the page it asked for has been sent.
      const impatient = setTimeout(() => server.closeAllConnections(), 500);
      await closed;
      clearTimeout(impatient);
    },
  };
}
