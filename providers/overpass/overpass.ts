/**
 * Overpass: OpenStreetMap's elements around a point, by their tags. The public servers are run by volunteers: one
 * question at a time, one city a month, never for a traveller's request. An answer that ran out of time or memory is
 * told in the midst of a success, and is none.
 * https://wiki.openstreetmap.org/wiki/Overpass_API
 */
import { z } from "zod";
import type { MapElement, MapVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { plainText } from "../kernel/plain-text.ts";
import { VendorError } from "../kernel/vendor-error.ts";

/** The server gives up before we do, and says so. */
const SERVER_SECONDS = 50;
const TIMEOUT_MS = 60_000;
const MEGABYTE = 1_048_576;
const MAX_MEGABYTES = 64;
/** Tags are mappers' words; so many of so many characters are more than any element has. */
const MOST_TAGS = 500;
const MOST_CHARACTERS = 1_000;

const idSchema = z.int().positive();
const lat = z.number().min(-90).max(90);
const lon = z.number().min(-180).max(180);
const tagsSchema = z
  .record(z.string(), z.string())
  .transform((tags) =>
    Object.fromEntries(
      Object.entries(tags)
        .filter(([key, value]) => key.length + value.length <= MOST_CHARACTERS && plainText(key, 255) === key)
        .slice(0, MOST_TAGS)
        .map(([key, value]) => [key, plainText(value, MOST_CHARACTERS)]),
    ),
  )
  .default({});
const common = { id: idSchema, tags: tagsSchema, timestamp: z.iso.datetime().optional() };
const memberSchema = z.object({
  type: z.enum(["node", "way", "relation"]),
  ref: idSchema,
  role: z
    .string()
    .default("")
    .transform((role) => plainText(role, 255)),
});
const centerSchema = z.object({ lat, lon }).optional();

const elementSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("node"), ...common, lat, lon }),
  z.object({ type: z.literal("way"), ...common, center: centerSchema, nodes: z.array(idSchema).default([]) }),
  z.object({
    type: z.literal("relation"),
    ...common,
    center: centerSchema,
    members: z.array(memberSchema).default([]),
  }),
]);

const answerSchema = z.object({
  osm3s: z.object({ timestamp_osm_base: z.iso.datetime().optional() }).default({}),
  elements: z.array(elementSchema),
});
const remarkSchema = z.object({ remark: z.string() });

/** Read before the rest: what comes with a remark of an error is cut off somewhere. */
function readAnswer(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  const remark = remarkSchema.safeParse(answer).data?.remark ?? "";
  if (!/error/i.test(remark)) return answer;
  throw new VendorError(overpass.name, /timed? ?out/i.test(remark) ? "timeout" : "upstream", { status: 200 });
}

function elementOf(found: z.infer<typeof elementSchema>): MapElement {
  const { type, id, tags } = found;
  return {
    ...{ type, id, tags, editedAt: found.timestamp ?? null },
    center: found.type === "node" ? { lat: found.lat, lon: found.lon } : (found.center ?? null),
    nodes: found.type === "way" ? found.nodes : [],
    members: found.type === "relation" ? found.members : [],
  };
}

/** Quoted as Overpass QL reads it: a key or value never ends its own quotes. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, "\\$&").replaceAll(/[\p{Cc}]/gu, " ")}"`;
const escapedPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

function filterOf(key: string, values: ReadonlySet<string> | null): string {
  if (values === null) return `[${quoted(key)}]`;
  // "museum;attraction" is both.
  const some = [...values].toSorted().map(escapedPattern).join("|");
  return `[${quoted(key)}~${quoted(`(^|; ?)(${some})(;|$)`)}]`;
}

type Extract = Parameters<MapVendor["extract"]>[0];

export function queryFor({ center, radiusMeters, wanted }: Extract): string {
  const around = `(around:${radiusMeters},${center.lat},${center.lon})`;
  const lines = [...wanted]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    // What has no name is no place to us.
    .map(([key, values]) => `nwr["name"]${filterOf(key, values)}${around};`);
  const settings = `[out:json][timeout:${SERVER_SECONDS}][maxsize:${MAX_MEGABYTES * 4 * MEGABYTE}];`;
  return `${settings}(${lines.join("")});out meta center qt;`;
}

function openExtracts({ http }: OpenVendor): MapVendor {
  return {
    provider: overpass.name,
    async extract(asked, scope) {
      const { osm3s, elements } = await http.request({
        ...{ method: "POST", path: "/api/interpreter", form: { data: queryFor(asked) }, isRepeatable: true },
        ...{ schema: answerSchema, read: readAnswer, scope },
      });
      return { dataOf: osm3s.timestamp_osm_base ?? null, elements: elements.map(elementOf) };
    },
  };
}

export const overpass: Descriptor = {
  id: "overpass",
  name: "Overpass",
  domains: ["places"],
  access: "opt-in",
  settings: [],
  address: { standard: "https://overpass-api.de", variable: "OVERPASS_URL" },
  terms: { contentSeconds: 10 * 365 * 86_400, priceSeconds: 0, keepsIds: true, isForModels: true },
  limits: {
    ...{ perSecond: 0.5, atOnce: 1, perDay: 100, perUserPerDay: null, timeoutMs: TIMEOUT_MS },
    maxBytes: MAX_MEGABYTES * MEGABYTE,
  },
  attribution: { text: "© OpenStreetMap contributors", url: "https://www.openstreetmap.org/copyright" },
  about: {
    keyAt: "no key: name it in TRIPWRIGHT_PROVIDERS, or set OVERPASS_URL to a server of your own",
    costs: "nothing; volunteers pay for it",
    sends: "a city's coordinates and a radius, when somebody imports that city",
    stores: "places, beds and quarters of that city, under the ODbL, as from any OpenStreetMap file",
  },
  // Its 429 and 504 are "not now": asking again at once is what they ask not to be done.
  retriedStatuses: [],
  open: (vendor) => ({ maps: openExtracts(vendor) }),
};
