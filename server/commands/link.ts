/** `tripwright link|unlink pinterest`: an account elsewhere, linked through a browser; or no longer. */
import { setTimeout as wait } from "node:timers/promises";
import { TripwrightError } from "../../trip/errors.ts";
import { type AccountLinks, createAccountLinks } from "../links/account-links.ts";
import { STATE_SECONDS } from "../links/link-state.ts";
import { listenForReturn } from "../links/listen-for-return.ts";
import { loopbackRedirect, publicRedirect } from "../links/redirect-uri.ts";
import { type CommandSession, withSession } from "../session.ts";

export interface LinkOptions {
  json?: boolean;
}

const LOOK_EVERY_MS = 1_000;

function requirePinterest(vendor: string): void {
  if (vendor === "pinterest") return;
  throw new TripwrightError("invalid_input", `Expected pinterest, got "${vendor}". Other accounts cannot be linked.`);
}

export async function linkCommand(vendor: string, { json = false }: LinkOptions): Promise<void> {
  requirePinterest(vendor);
  await withSession({}, async (session) => {
    const { runtime, config, signal } = session;
    const { publicUrl, port } = config.http;
    const links = createAccountLinks(runtime, runtime.localUserId);
    const redirectUri = publicUrl === undefined ? loopbackRedirect(port) : publicRedirect(publicUrl);
    const before = (await pinterestLink(links))?.linkedAt;
    const { authorizeUrl } = await links.begin({ redirectUri, browser: null });
    const done = new AbortController();
    const ends = AbortSignal.any([signal, done.signal]);
    const listener = publicUrl === undefined ? await listenForReturn(runtime, port, ends) : null;
    try {
      // A program reads one document; what a person has to do comes beside it.
      (json ? process.stderr : process.stdout).write(asking(authorizeUrl, { redirectUri, isOwn: listener !== null }));
      const linked = await untilLinked(links, before, signal);
      process.stdout.write(
        json
          ? `${JSON.stringify({ link: linked }, null, 2)}\n`
          : `Linked: the Pinterest account ${linked.accountName}.\n`,
      );
    } finally {
      done.abort();
      await listener?.close();
    }
  });
}

function asking(authorizeUrl: string, { redirectUri, isOwn }: { redirectUri: string; isOwn: boolean }): string {
  const back = isOwn ? "You are led back here" : "You are led back to the server that listens there";
  return `Open this address in a browser and say yes:\n\n${authorizeUrl}\n\n${back}, to ${redirectUri}: your app at Pinterest has to know that address. Waiting for ${STATE_SECONDS / 60} minutes; Ctrl-C stops.\n`;
}

type Linked = Awaited<ReturnType<AccountLinks["listLinks"]>>[number];

async function pinterestLink(links: Pick<AccountLinks, "listLinks">): Promise<Linked | undefined> {
  return (await links.listLinks()).find(({ provider }) => provider === "pinterest");
}

/** Whichever process the traveller came back to has written it down. */
async function untilLinked(
  links: Pick<AccountLinks, "listLinks">,
  before: string | undefined,
  signal: AbortSignal,
): Promise<Linked> {
  for (let waited = 0; waited < STATE_SECONDS * 1000; waited += LOOK_EVERY_MS) {
    const link = await pinterestLink(links);
    if (link && link.linkedAt !== before) return link;
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  throw new TripwrightError("needs_input", "Nobody came back in ten minutes, and nothing was linked. Try it again.");
}

export async function unlinkCommand(vendor: string, { json = false }: LinkOptions): Promise<void> {
  requirePinterest(vendor);
  await withSession({}, async ({ runtime, signal }: CommandSession) => {
    const { isRevoked } = await createAccountLinks(runtime, runtime.localUserId).unlink(signal);
    const more = isRevoked
      ? "Pinterest has ended it as well."
      : "Pinterest did not say that it has ended it: you can, in its settings under security and connected apps.";
    const words = `Unlinked: tokens and pins are gone from here. ${more}`;
    process.stdout.write(json ? `${JSON.stringify({ isRevoked }, null, 2)}\n` : `${words}\n`);
  });
}
