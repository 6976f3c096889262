/** How to find and reach it: address, website, telephone, and whether a wheelchair gets in. */
import type { WheelchairAccess } from "../../../../trip/place.ts";
import type { Tags } from "../elements.ts";
import { valuesOf } from "./tag-rule.ts";

export interface Contact {
  readonly address?: string;
  readonly website?: string;
  readonly phone?: string;
  readonly wheelchair?: WheelchairAccess;
}

const WEBSITE_KEYS = ["website", "contact:website", "url", "official_website"];
const PHONE_KEYS = ["phone", "contact:phone", "contact:mobile", "mobile"];
const LONGEST_PHONE = 50;
const WHEELCHAIR: Readonly<Record<string, WheelchairAccess>> = {
  yes: "yes",
  designated: "yes",
  limited: "limited",
  no: "no",
};

/** In the order most of the world writes it: street and number, town. */
function addressOf(tags: Tags): string | undefined {
  if (tags["addr:full"] !== undefined) return tags["addr:full"];
  const street = tags["addr:street"] ?? tags["addr:place"];
  const line = [street, street === undefined ? undefined : tags["addr:housenumber"]];
  const town = [tags["addr:postcode"], tags["addr:city"]];
  const parts = [line, town].map((words) => words.filter((word) => word !== undefined).join(" "));
  const written = parts.filter((part) => part !== "").join(", ");
  // A postcode alone is no address.
  return street === undefined || written === "" ? undefined : written;
}

function firstOf(tags: Tags, keys: readonly string[]): string | undefined {
  return keys.map((key) => valuesOf(tags[key])[0]).find((value) => value !== undefined && value !== "");
}

/** Mappers often leave the scheme out. */
function websiteOf(tags: Tags): string | undefined {
  const written = firstOf(tags, WEBSITE_KEYS);
  if (written === undefined) return undefined;
  const address = /^[a-z]+:\/\//i.test(written) ? written : `https://${written}`;
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") ? address : undefined;
}

export function contactOf(tags: Tags): Contact {
  const address = addressOf(tags);
  const website = websiteOf(tags);
  const phone = firstOf(tags, PHONE_KEYS);
  const wheelchair = WHEELCHAIR[tags.wheelchair ?? ""];
  return {
    ...(address !== undefined && { address }),
    ...(website !== undefined && { website }),
    ...(phone !== undefined && phone.length <= LONGEST_PHONE && { phone }),
    ...(wheelchair !== undefined && { wheelchair }),
  };
}
