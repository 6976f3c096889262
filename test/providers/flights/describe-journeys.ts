/** Journeys across changed clocks and the date line, as every vendor of flights has to tell them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCase } from "../conformance/describe-vendor.ts";
import {
  type LoopbackVendor,
  type Respond,
  startLoopbackVendor,
  type VendorReply,
} from "../conformance/loopback-vendor.ts";
import type { VendorCase } from "../conformance/vendor-case.ts";
import { HARD_JOURNEYS, searching, type Timetabled } from "./queries.ts";

/** The vendor's answer that offers these flights, one way. */
export type Offering = (flights: readonly Timetabled[]) => VendorReply | Respond;

export function describeJourneys(vendorCase: Pick<VendorCase, "descriptor" | "settings">, offering: Offering): void {
  describe(`journeys of ${vendorCase.descriptor.name}`, () => {
    let vendor: LoopbackVendor;
    beforeAll(async () => {
      vendor = await startLoopbackVendor();
    });
    afterAll(() => vendor.close());

    test.for(HARD_JOURNEYS)("$says", async ({ query, flights, finds }) => {
      vendor.respond(offering(flights));
      const ports = openCase({ ...vendorCase, operations: [] }, vendor.url);
      const scope = { signal: new AbortController().signal, userId: null, runId: null };
      const found = await searching(query)(ports, scope);
      expect(found).toEqual([
        expect.objectContaining({
          ...{ departureAirport: query.origin, arrivalAirport: query.destination, ...finds },
          segments: flights.map(({ from, to }) =>
            expect.objectContaining({ departureAirport: from, arrivalAirport: to }),
          ),
        }),
      ]);
    });
  });
}
