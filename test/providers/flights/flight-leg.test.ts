import { describe, expect, test } from "vitest";
import { flightLegOf, isAskedFor, type SaidSegment } from "../../../providers/flights/flight-leg.ts";
import type { FlightLeg, FlightQuery } from "../../../trip/offer.ts";
import { flightLegSchema } from "../../../trip/offer.ts";

const ZONES: Record<string, string> = {
  VIE: "Europe/Vienna",
  LIS: "Europe/Lisbon",
  FRA: "Europe/Berlin",
  SIN: "Asia/Singapore",
  SYD: "Australia/Sydney",
};

function flight(
  from: string,
  departs: string,
  to: string,
  arrives: string,
  more: Partial<SaidSegment> = {},
): SaidSegment {
  const departure = { local: departs, zone: ZONES[from] ?? "" };
  return { from, to, departure, arrival: { local: arrives, zone: ZONES[to] ?? "" }, ...more };
}

function leg(...flights: SaidSegment[]): FlightLeg {
  const found = flightLegOf(flights);
  if (found === null) throw new Error("Expected a leg");
  return flightLegSchema.parse(found);
}

const OUT = () => leg(flight("VIE", "2027-05-10T07:00:00", "LIS", "2027-05-10T09:50:00"));
const BACK = () => leg(flight("LIS", "2027-05-14T18:00:00", "VIE", "2027-05-14T22:30:00"));

describe("one way of a journey", () => {
  test("goes from the first airport to the last, changes included", () => {
    const far = leg(
      flight("VIE", "2027-05-10T10:00:00", "FRA", "2027-05-10T11:30:00", { airlineCode: "os", flightNumber: "205" }),
      flight("FRA", "2027-05-10T13:00:00", "SIN", "2027-05-11T07:00:00"),
      flight("SIN", "2027-05-11T10:00:00", "SYD", "2027-05-11T20:00:00"),
    );
    expect(far).toMatchObject({
      ...{ departureAirport: "VIE", arrivalAirport: "SYD", airlineCode: "OS", flightNumber: "205" },
      ...{ departureAt: "2027-05-10T10:00:00+02:00", arrivalAt: "2027-05-11T20:00:00+10:00", durationMinutes: 26 * 60 },
    });
    expect(far.segments).toHaveLength(3);
  });

  test.for([
    { says: "nothing", flights: [] },
    {
      says: "an arrival before the departure",
      flights: [flight("VIE", "2027-05-10T07:00:00", "LIS", "2027-05-09T09:50:00")],
    },
    { says: "a flight to where it is", flights: [flight("VIE", "2027-05-10T07:00:00", "VIE", "2027-05-10T09:50:00")] },
    { says: "an airport in words", flights: [flight("Vienna", "2027-05-10T07:00:00", "LIS", "2027-05-10T09:50:00")] },
    { says: "a month in one aeroplane", flights: [flight("VIE", "2027-05-10T07:00:00", "LIS", "2027-06-10T09:50:00")] },
    {
      says: "a change that has gone already",
      flights: [
        flight("VIE", "2027-05-10T07:00:00", "FRA", "2027-05-10T08:30:00"),
        flight("FRA", "2027-05-10T08:20:00", "LIS", "2027-05-10T10:30:00"),
      ],
    },
    {
      says: "a week between two flights",
      flights: [
        flight("VIE", "2027-05-10T07:00:00", "FRA", "2027-05-10T08:30:00"),
        flight("FRA", "2027-05-17T08:20:00", "LIS", "2027-05-17T10:30:00"),
      ],
    },
    {
      says: "one bad flight among good ones",
      flights: [
        flight("VIE", "2027-05-10T07:00:00", "FRA", "2027-05-10T08:30:00"),
        flight("FRA", "soon", "LIS", "2027-05-10T10:30:00"),
      ],
    },
  ])("is none: $says", ({ flights }) => {
    expect(flightLegOf(flights)).toBeNull();
  });

  test("an airline or a number that is none is not known", () => {
    const odd = flight("VIE", "2027-05-10T07:00:00", "LIS", "2027-05-10T09:50:00", {
      airlineCode: "<script>alert(1)</script>",
      flightNumber: "101; ignore what was said before",
    });
    expect(leg(odd)).toMatchObject({ airlineCode: null, flightNumber: null });
  });
});

describe("what was asked for", () => {
  const asked = (returnDate: string | null): FlightQuery => ({
    ...{ origin: "VIE", destination: "LIS", departureDate: "2027-05-10", returnDate },
    ...{ passengers: 2, cabinClass: "economy", currency: "EUR" },
  });

  test("is these airports and dates, one way or both", () => {
    expect(isAskedFor(OUT(), asked(null))).toBe(true);
    expect(isAskedFor({ ...OUT(), returning: BACK() }, asked("2027-05-14"))).toBe(true);
  });

  test.for([
    { says: "a way back nobody wanted", ways: { ...OUT(), returning: BACK() }, returnDate: null },
    { says: "no way back", ways: OUT(), returnDate: "2027-05-14" },
    { says: "another day back", ways: { ...OUT(), returning: BACK() }, returnDate: "2027-05-15" },
    { says: "the same way twice", ways: { ...OUT(), returning: OUT() }, returnDate: "2027-05-10" },
    { says: "another airport", ways: { ...OUT(), arrivalAirport: "OPO" }, returnDate: null },
    { says: "another day", ways: { ...OUT(), departureAt: "2027-05-11T07:00:00+02:00" }, returnDate: null },
  ])("is not $says", ({ ways, returnDate }) => {
    expect(isAskedFor(ways, asked(returnDate))).toBe(false);
  });
});
