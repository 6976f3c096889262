/**
 * Valhalla: travel times on the street network, on foot and by car, from a server of the operator's own.
 * https://valhalla.github.io/valhalla/api/matrix/api-reference/
 */
import { z } from "zod";
import type { CityMode } from "../../trip/geo.ts";
import type { Coordinates } from "../../trip/place.ts";
import type { TravelMatrix } from "../../trip/travel-times.ts";
import type { TravelTimesVendor, VendorScope } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { VendorError } from "../kernel/vendor-error.ts";

/** Valhalla's usual limit of a matrix is 2,500 pairs. */
const USUAL_POINTS = 50;

const cell = z.object({
  from_index: z.int().nonnegative(),
  to_index: z.int().nonnegative(),
  /** Seconds; kilometres. Both `null` where there is no way. */
  time: z.number().nonnegative().nullable(),
  distance: z.number().nonnegative().nullable(),
});
const matrixSchema = z.object({ sources_to_targets: z.array(z.array(cell)) });

const COSTINGS: Readonly<Partial<Record<CityMode, string>>> = { walk: "pedestrian", taxi: "auto", drive: "auto" };

function openMatrix({ http, settings }: OpenVendor): TravelTimesVendor {
  async function matrix(points: readonly Coordinates[], costing: string, scope: VendorScope): Promise<TravelMatrix> {
    const places = points.map(({ lat, lon }) => ({ lat: Number(lat.toFixed(5)), lon: Number(lon.toFixed(5)) }));
    const answer = await http.request({
      ...{ method: "POST", path: "/sources_to_targets", schema: matrixSchema, scope },
      json: { sources: places, targets: places, costing, units: "kilometers" },
    });
    const count = points.length * points.length;
    const minutes = Array.from({ length: count }, (): number | null => null);
    const meters = Array.from({ length: count }, (): number | null => null);
    const cells = answer.sources_to_targets.flat();
    if (cells.some(({ from_index: from, to_index: to }) => from >= points.length || to >= points.length)) {
      throw new VendorError(valhalla.name, "schema", { detail: "not a table of these points" });
    }
    for (const { from_index: from, to_index: to, time, distance } of cells) {
      if (time === null || distance === null) continue;
      minutes[from * points.length + to] = time / 60;
      meters[from * points.length + to] = distance * 1000;
    }
    return { mode: costing === "pedestrian" ? "walk" : "taxi", minutes, meters };
  }
  const most = Number(settings.VALHALLA_MAX_POINTS);
  return {
    provider: valhalla.name,
    maxPoints: Number.isInteger(most) && most >= 2 ? Math.min(most, 600) : USUAL_POINTS,
    async travelTimes(points, modes, scope) {
      if (points.length < 2) return { points, matrices: [] };
      const costings = [...new Set(modes.flatMap((mode) => COSTINGS[mode] ?? []))];
      const matrices = await Promise.all(costings.map((costing) => matrix(points, costing, scope)));
      // By car is by car, whoever drives.
      const driven = matrices.flatMap((one) => (one.mode === "taxi" ? [{ ...one, mode: "drive" as const }] : []));
      return { points, matrices: [...matrices, ...driven].filter(({ mode }) => modes.includes(mode)) };
    },
  };
}

export const valhalla: Descriptor = {
  id: "valhalla",
  name: "Valhalla",
  domains: ["travel-times"],
  access: "self-hosted",
  settings: [
    {
      ...{ variable: "VALHALLA_MAX_POINTS", isSecret: false, isRequired: false },
      says: "the square root of its longest matrix, 50 unless set",
    },
  ],
  address: { standard: null, variable: "VALHALLA_URL" },
  terms: { contentSeconds: 365 * 86_400, priceSeconds: 0, keepsIds: true, isForModels: true },
  limits: { perSecond: 20, atOnce: 4, perDay: null, perUserPerDay: null, timeoutMs: 8_000, maxBytes: 33_554_432 },
  attribution: { text: "© OpenStreetMap contributors", url: "https://www.openstreetmap.org/copyright" },
  about: {
    keyAt: "your own server, built from an OpenStreetMap extract (valhalla.github.io)",
    costs: "nothing but the server",
    sends: "coordinates of the places that a plan considers",
    stores: "travel times of the plan's own legs",
  },
  open: (vendor) => ({ travelTimes: openMatrix(vendor) }),
};
