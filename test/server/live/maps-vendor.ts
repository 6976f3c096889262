/** Google's places on this machine: it has whatever is looked for, where it is looked for, and talks with a mark. */
import type { AskedVendor, Respond, VendorReply } from "../../providers/conformance/loopback-vendor.ts";

/** Stands in everything that may be stored nowhere. */
export const MARK = "MARK-OF-A-STRANGER-4711";
/** Begins every id, which may be kept. */
export const ID_MARK = "ChIJ-kept-";

interface KnownPlace {
  readonly name: string;
  readonly location: { latitude: number; longitude: number };
}

export interface MapsVendor {
  readonly respond: Respond;
  /** By the name that was looked for: more of the answer, or another one. */
  readonly more: Map<string, object | VendorReply>;
  forget(id: string): void;
  readonly idOf: (name: string) => string | undefined;
}

const notFound: VendorReply = { status: 404, body: { error: { code: 404, status: "NOT_FOUND" } } };
const ALWAYS = { periods: [{ open: { day: 0, hour: 0, minute: 0 } }] };

function isReply(one: object): one is VendorReply {
  return "status" in one;
}

export function mapsVendor(): MapsVendor {
  const known = new Map<string, KnownPlace>();
  const more = new Map<string, object | VendorReply>();
  let made = 0;

  function find({ body }: AskedVendor): VendorReply {
    const { textQuery, locationRestriction } = JSON.parse(body);
    const { low, high } = locationRestriction.rectangle;
    const location = {
      latitude: (low.latitude + high.latitude) / 2,
      longitude: (low.longitude + high.longitude) / 2,
    };
    const id = `${ID_MARK}${++made}`;
    known.set(id, { name: textQuery, location });
    return { body: { places: [{ id }] } };
  }

  function tell(id: string): VendorReply {
    const place = known.get(id);
    if (!place) return notFound;
    const { name, location } = place;
    const other = more.get(name) ?? {};
    if (isReply(other)) return other;
    return {
      body: {
        ...{ id, location, displayName: { text: `${name} ${MARK}` }, businessStatus: "OPERATIONAL" },
        ...{ timeZone: { id: "Europe/Lisbon" }, googleMapsUri: `https://maps.google.com/?cid=${MARK}` },
        ...{ regularOpeningHours: ALWAYS, currentOpeningHours: ALWAYS, rating: 4.4, userRatingCount: 10 },
        reviews: [
          {
            ...{ rating: 4, text: { text: `${MARK} was here` }, publishTime: "2026-10-01T00:00:00Z" },
            authorAttribution: { displayName: `${MARK} Jr`, uri: `https://www.google.com/maps/contrib/${MARK}` },
          },
        ],
        ...other,
      },
    };
  }

  return {
    more,
    respond: (asked) =>
      asked.method === "POST" ? find(asked) : tell(decodeURIComponent(asked.path.split("/").at(-1) ?? "")),
    forget: (id) => known.delete(id),
    idOf: (name) => [...known].find(([, place]) => place.name === name)?.[0],
  };
}
