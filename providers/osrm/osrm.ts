/**
 * OSRM: travel times on the street network, from a server of the operator's own, which knows one way of getting about.
 * https://project-osrm.org/docs/ (HTTP API v1, table service)
 */
import { z } from "zod";
import type { CityMode } from "../../trip/geo.ts";
import type { Coordinates } from "../../trip/place.ts";
import type { TravelTimesVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { VendorError } from "../kernel/vendor-error.ts";

/** What a server takes unless it was started with another --max-table-size. */
const USUAL_POINTS = 100;

const table = z.array(z.array(z.number().nonnegative().nullable()));
const tableSchema = z.object({ code: z.literal("Ok"), durations: table, distances: table });

/** The profile that the server was prepared with, and what that is to a traveller. */
const PROFILES: Readonly<Record<string, CityMode>> = { foot: "walk", car: "taxi" };

/** Five decimals are a metre. */
const place = ({ lat, lon }: Coordinates): string => `${lon.toFixed(5)},${lat.toFixed(5)}`;

function pointsAllowed(setting: string | undefined): number {
  const points = Number(setting);
  return Number.isInteger(points) && points >= 2 ? Math.min(points, 600) : USUAL_POINTS;
}

function openTable({ http, settings }: OpenVendor): TravelTimesVendor {
  const profile = settings.OSRM_PROFILE === "car" ? "car" : "foot";
  const mode = PROFILES[profile] ?? "walk";
  return {
    provider: osrm.name,
    maxPoints: pointsAllowed(settings.OSRM_MAX_POINTS),
    async travelTimes(points, modes, scope) {
      if (!modes.includes(mode) || points.length < 2) return { points, matrices: [] };
      const answer = await http.request({
        ...{ method: "GET", path: `/table/v1/${profile}/${points.map(place).join(";")}`, endpoint: "/table/v1" },
        ...{ query: { annotations: "duration,distance" }, schema: tableSchema, scope },
      });
      const flat = (rows: (number | null)[][]): (number | null)[] => {
        const isSquare = rows.length === points.length && rows.every((row) => row.length === points.length);
        if (!isSquare) throw new VendorError(osrm.name, "schema", { detail: "not a table of these points" });
        return rows.flat();
      };
      const minutes = flat(answer.durations).map((seconds) => (seconds === null ? null : seconds / 60));
      return { points, matrices: [{ mode, minutes, meters: flat(answer.distances) }] };
    },
  };
}

export const osrm: Descriptor = {
  id: "osrm",
  name: "OSRM",
  domains: ["travel-times"],
  access: "self-hosted",
  settings: [
    { variable: "OSRM_PROFILE", isSecret: false, isRequired: false, says: "foot (usual) or car: how it was prepared" },
    { variable: "OSRM_MAX_POINTS", isSecret: false, isRequired: false, says: "its --max-table-size, 100 unless set" },
  ],
  address: { standard: null, variable: "OSRM_URL" },
  terms: { contentSeconds: 365 * 86_400, priceSeconds: 0, keepsIds: true, isForModels: true },
  limits: { perSecond: 20, atOnce: 4, perDay: null, perUserPerDay: null, timeoutMs: 8_000, maxBytes: 16_777_216 },
  attribution: { text: "© OpenStreetMap contributors", url: "https://www.openstreetmap.org/copyright" },
  about: {
    keyAt: "your own server, prepared from an OpenStreetMap extract (project-osrm.org)",
    costs: "nothing but the server",
    sends: "coordinates of the places that a plan considers",
    stores: "travel times of the plan's own legs",
  },
  failureOf: ({ status, text }) => (status === 400 && text.includes("TooBig") ? "quota" : null),
  open: (vendor) => ({ travelTimes: openTable(vendor) }),
};
