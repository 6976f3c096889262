/**
 * A site that is only linked to, described like every vendor. It needs no key: without an affiliate id of the operator's
 * its links are plain. Nothing is fetched from it and nothing kept.
 */
import type { LinkVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, Setting, Settings } from "../kernel/descriptor.ts";

export interface LinkSite {
  readonly id: string;
  readonly name: string;
  /** Without a path. Another one of theirs, in another language or country, may be set in its place. */
  readonly site: string;
  readonly siteVariable: string;
  /** Where the operator may be paid. */
  readonly affiliate?: { readonly setting: Setting; readonly keyAt: string };
  /** Why there is no affiliate id. */
  readonly plainBecause?: string;
  links(at: SiteAddress): Omit<LinkVendor, "provider" | "affiliateCode">;
}

export interface SiteAddress {
  readonly affiliateCode: string | null;
  readonly settings: Settings;
  /** A page of the site; a parameter that is `null` is left out. */
  page(path: string, parameters: Readonly<Record<string, string | number | null>>): string;
}

/** Part of a path, whatever it holds: half characters are replaced, and a name of dots is not a way up. */
export function pathPart(text: string): string {
  return encodeURIComponent(/^\.+$/.test(text) ? `${text} ` : text.toWellFormed());
}

function pageOf(site: string): SiteAddress["page"] {
  return (path, parameters) => {
    const url = new URL(path, site);
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== null) url.searchParams.set(name, String(value));
    }
    return url.href;
  };
}

export function openLinks(site: LinkSite, settings: Settings): LinkVendor {
  const affiliateCode = (site.affiliate && settings[site.affiliate.setting.variable]) ?? null;
  const page = pageOf(settings[site.siteVariable] ?? site.site);
  return { provider: site.name, affiliateCode, ...site.links({ affiliateCode, settings, page }) };
}

/** Nobody is asked. */
const NO_CALLS = { perSecond: 1, atOnce: 1, perDay: 0, perUserPerDay: 0, timeoutMs: 1, maxBytes: 1 } as const;
const NOTHING_KEPT = { contentSeconds: 0, priceSeconds: 0, keepsIds: false, isForModels: true } as const;

export function linkSite(site: LinkSite): Descriptor {
  const { id, name, affiliate, plainBecause, siteVariable } = site;
  return {
    ...{ id: `${id}-links`, name: `${name} links`, domains: ["links"], access: "key" },
    settings: affiliate ? [affiliate.setting] : [],
    address: { standard: site.site, variable: siteVariable },
    ...{ terms: NOTHING_KEPT, limits: NO_CALLS, attribution: null },
    about: {
      keyAt: affiliate ? `no key; an affiliate id, if you have one: ${affiliate.keyAt}` : `no key; ${plainBecause}`,
      costs: affiliate ? "nothing; with an affiliate id the operator is paid a commission" : "nothing",
      sends: "nothing; who follows a link sends the search in it",
      stores: "the links, with the trip",
    },
    open: ({ settings }) => ({ links: openLinks(site, settings) }),
  };
}
