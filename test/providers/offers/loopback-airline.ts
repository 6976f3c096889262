/**
 * An airline on this machine for tests and benchmarks: a description and an adapter like any vendor's, asked through the
 * kernel, and the server that answers it.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Descriptor, OpenVendor } from "../../../providers/kernel/descriptor.ts";
import type { FlightQuery } from "../../../trip/offer.ts";
import type { FlightVendor } from "../../../trip/ports.ts";
import type { Respond } from "../conformance/loopback-vendor.ts";

const answerSchema = z.array(z.object({ id: z.string(), cents: z.int(), leaves: z.string(), arrives: z.string() }));

function openFlights({ http, basis, now }: OpenVendor): FlightVendor {
  return {
    provider: loopbackAirline.name,
    async searchFlights({ origin, destination, departureDate, currency }, scope) {
      const query = { origin, destination, departureDate, currency };
      const listed = await http.request({ method: "GET", path: "/flights", query, schema: answerSchema, scope });
      const provider = loopbackAirline.name;
      const fetchedAt = now().toISOString();
      return listed.map(({ id, cents, leaves, arrives }) => ({
        ...{ id: randomUUID(), provider, offerId: id, departureAirport: origin, arrivalAirport: destination },
        price: { amountMinor: cents, currency, per: "party", basis, provider, fetchedAt, expiresAt: null },
        ...{ departureAt: leaves, arrivalAt: arrives, durationMinutes: 180, airlineCode: "TS", flightNumber: id },
        ...{ link: null, status: "suggested" },
      }));
    },
  };
}

export const loopbackAirline: Descriptor = {
  id: "loopback",
  name: "Loopback Air",
  domains: ["flights"],
  access: "self-hosted",
  settings: [],
  address: { standard: null, variable: "LOOPBACK_URL" },
  terms: { contentSeconds: 86_400, priceSeconds: 86_400, keepsIds: true, isForModels: true },
  limits: { perSecond: 1_000, atOnce: 100, perDay: null, perUserPerDay: null, timeoutMs: 10_000, maxBytes: 1_000_000 },
  attribution: null,
  about: { keyAt: "nowhere", costs: "nothing", sends: "the search", stores: "what tests keep" },
  open: (vendor) => ({ flights: openFlights(vendor) }),
};

/** So many flights of the day that was asked for. */
export function answersAfter(delayMs: number, flights = 5): Respond {
  return ({ query }) => {
    const date = query.get("departureDate");
    const body = Array.from({ length: flights }, (_, index) => ({
      ...{ id: `TS${100 + index}`, cents: 12_000 + index * 700 },
      ...{ leaves: `${date}T0${index % 10}:00:00+02:00`, arrives: `${date}T1${index % 10}:00:00+01:00` },
    }));
    return { delayMs, body };
  };
}

/** The same answer by the least that a program can do: what our own work is measured against. */
export async function bareSearch(url: string, query: FlightQuery): Promise<unknown> {
  const { origin, destination, departureDate, currency } = query;
  const asked = new URLSearchParams({ origin, destination, departureDate, currency });
  return (await fetch(`${url}/flights?${asked}`)).json();
}
