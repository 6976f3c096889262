/**
 * A seller's own address of a product: passed on to the byte, for whoever is paid for the visit is named in it, or not
 * at all. Nothing else than the seller's own site over https is passed on.
 */
const MOST = 2_000;

export function sellerLink(url: string | null | undefined, sites: readonly string[]): string | null {
  if (url == null || url.length > MOST || /[\s\p{Cc}"<>\\^`{|}]/u.test(url) || !URL.canParse(url)) return null;
  const { protocol, hostname, username, password, port } = new URL(url);
  const isTheirs = sites.some((site) => hostname === site || hostname.endsWith(`.${site}`));
  return protocol === "https:" && isTheirs && `${username}${password}${port}` === "" ? url : null;
}
