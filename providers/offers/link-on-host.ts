/** Links that a vendor gives: to itself, or to nowhere. */

/** Theirs, on one of their hosts or a part of it, as they wrote it; anything else leads who knows where. */
export function linkOnHost(hosts: readonly string[], link: string | null | undefined): string | null {
  if (!link || link.length > 2_000 || !URL.canParse(link)) return null;
  const { protocol, hostname, username, password, port } = new URL(link);
  const isTheirs = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === "https:" && isTheirs && username === "" && password === "" && port === "" ? link : null;
}
