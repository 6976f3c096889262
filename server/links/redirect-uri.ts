/** Where a vendor sends a traveller back to; an app at the vendor has to be told exactly this address. */

export const LINK_CALLBACK_PATH = "/api/links/pinterest/callback";

export function publicRedirect(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, "")}${LINK_CALLBACK_PATH}`;
}

export function loopbackRedirect(port: number): string {
  return publicRedirect(`http://localhost:${port}`);
}
