/**
 * Two plans as people get them, built in code. Lisbon: one city, euros, a budget with estimates in it, a
 * price and opening hours that nobody knows, a late night. Japan: two cities, yen, a child, names in
 * other scripts. Both are parsed by the published schema, so that they cannot drift from it.
 */
import { addDays } from "../trip/calendar.ts";
import type { ItineraryDay } from "../trip/itinerary.ts";
import type { Estimate, Price } from "../trip/money.ts";
import { type PlanDocument, planSchema } from "../trip/plan-document.ts";
import { verdictOf, violation } from "../trip/verdict.ts";
import { at, estimate, idOf, item, meal, openMeal, price, restartItems, transit, walk } from "./plan-builders.ts";

const CITY = {
  lisbon: { id: idOf(1, 1), name: "Lisbon" },
  kyoto: { id: idOf(1, 2), name: "Kyoto" },
  tokyo: { id: idOf(1, 3), name: "Tokyo" },
} as const;
export const ZONES: Record<string, string> = {
  [CITY.lisbon.id]: "Europe/Lisbon",
  [CITY.kyoto.id]: "Asia/Tokyo",
  [CITY.tokyo.id]: "Asia/Tokyo",
};

function lisbonDays(): ItineraryDay[] {
  const city = CITY.lisbon;
  return [
    {
      dayNumber: 1,
      date: "2027-05-10",
      city,
      items: [
        item("09:30–11:00", "Jerónimos Monastery", {
          ...at(38.6979, -9.2068),
          cost: price(1_800),
          reason: "for your interest in historical sites",
        }),
        item("11:10–11:50", "Monument to the Discoveries", {
          ...at(38.6936, -9.2057),
          cost: price(1_000),
          reason: "for your interest in viewpoints",
          travelFromPrevious: walk(9, 640),
        }),
        meal("12:10–13:10", "Lunch at Pastéis de Belém", {
          ...at(38.6975, -9.2032),
          cost: estimate(1_386, 2_166),
          reason: "for your interest in bakeries",
          travelFromPrevious: walk(8, 600),
        }),
        item("13:30–14:30", "National Coach Museum", {
          ...at(38.6963, -9.1985),
          cost: null,
          reason: "close to the rest of the day",
          travelFromPrevious: walk(8, 560),
        }),
        item("15:10–16:00", "Carmo Archaeological Museum", {
          ...at(38.712, -9.1405),
          cost: price(750),
          reason: "for your interest in historical sites",
          travelFromPrevious: transit(36, 7_380),
        }),
        item("16:05–16:35", "Santa Justa Lift", {
          ...at(38.7121, -9.1394),
          cost: price(610),
          reason: "for your interest in viewpoints",
          travelFromPrevious: walk(2, 130),
        }),
        openMeal("19:00–20:15", "Dinner near Santa Justa Lift", at(38.7121, -9.1394)),
      ],
    },
    {
      dayNumber: 2,
      date: "2027-05-11",
      city,
      items: [
        item("09:30–11:30", "São Jorge Castle", { ...at(38.7127, -9.1343), cost: price(1_700) }),
        item("11:40–12:20", "Lisbon Cathedral", {
          ...at(38.7098, -9.1334),
          cost: price(700),
          travelFromPrevious: walk(6, 430),
        }),
        meal("12:30–13:30", "Lunch at Nicolau Lisboa", {
          ...at(38.7103, -9.1366),
          travelFromPrevious: walk(5, 370),
        }),
        item("13:50–14:50", "Fado Museum", {
          ...at(38.7113, -9.1276),
          cost: price(500),
          travelFromPrevious: walk(14, 1_020),
        }),
        item("15:00–15:45", "Alfama Lanes", {
          ...at(38.7121, -9.1291),
          reason: "for your interest in neighborhoods",
          travelFromPrevious: walk(3, 210),
        }),
        item("16:00–16:30", "Miradouro da Senhora do Monte", {
          ...at(38.7191, -9.1328),
          reason: "for your interest in viewpoints",
          travelFromPrevious: walk(15, 1_090),
        }),
        meal("18:45–20:00", "Dinner at Cervejaria Ramiro", {
          ...at(38.7208, -9.1356),
          cost: estimate(6_000, 9_300),
          reason: "for your interest in restaurants",
          travelFromPrevious: walk(6, 400),
        }),
        item("22:30–01:00", "Fado at Tasca do Chico", {
          ...at(38.7127, -9.1445),
          endsNextDay: true,
          cost: null,
          reason: "for your interest in live music",
          travelFromPrevious: walk(21, 1_540),
        }),
      ],
    },
    {
      dayNumber: 3,
      date: "2027-05-12",
      city,
      items: [
        item("09:30–11:15", "Calouste Gulbenkian Museum", { ...at(38.7375, -9.1541), cost: price(1_400) }),
        item("11:25–12:00", "Gulbenkian Garden", { ...at(38.7366, -9.153), travelFromPrevious: walk(3, 180) }),
        openMeal("12:15–13:15", "Lunch near Gulbenkian Garden", at(38.7366, -9.153)),
        item("13:50–16:00", "Lisbon Oceanarium", {
          ...at(38.7635, -9.0937),
          cost: price(2_500),
          travelFromPrevious: transit(37, 7_790),
        }),
        item("16:15–16:40", "A visit that was called off", { status: "skipped", cost: price(9_900) }),
      ],
    },
  ];
}

function lisbonPlan(): PlanDocument {
  return {
    trip: {
      id: idOf(9, 1),
      title: "Lisbon: food and viewpoints",
      startDate: "2027-05-10",
      endDate: "2027-05-12",
      travelers: 2,
      childAges: [],
      destinations: [
        {
          cityId: CITY.lisbon.id,
          name: "Lisbon",
          countryCode: "PT",
          arrivalDate: "2027-05-10",
          departureDate: "2027-05-12",
        },
      ],
      budget: { amountMinor: 90_000, currency: "EUR" },
      wishes: {
        interests: [
          { category: "food_drink", priority: 9 },
          { category: "viewpoints", priority: 8 },
        ],
        pace: "moderate",
        style: "mid_range",
        diets: [],
        accessibility: [],
        avoidCrowds: false,
        preferOffbeat: false,
        mustSee: [],
      },
    },
    itinerary: { id: idOf(8, 1), version: 1, days: lisbonDays() },
    flights: [],
    stays: [],
    links: [
      {
        provider: "Booking.com",
        url: "https://www.booking.com/searchresults.html?ss=Lisbon&checkin=2027-05-10&checkout=2027-05-12&group_adults=2&no_rooms=1",
      },
      { provider: "Airbnb", url: "https://www.airbnb.com/s/Lisbon/homes?checkin=2027-05-10&checkout=2027-05-12" },
    ],
    assumptions: ["You arrive in time for the first morning and leave on the last evening.", "Both of you are adults."],
    budget: {
      currency: "EUR",
      known: 21_960,
      estimatedLow: 55_416,
      estimatedHigh: 74_233,
      missing: ["National Coach Museum", "Fado at Tasca do Chico"],
      lines: [
        { label: "Sights", kind: "sights", known: 21_960, low: 21_960, high: 21_960 },
        { label: "Meals", kind: "meals", known: 0, low: 17_256, high: 27_003 },
        { label: "Lodging", kind: "lodging", known: 0, low: 13_400, high: 20_920 },
        { label: "Getting around", kind: "local_transport", known: 0, low: 2_800, high: 4_350 },
      ],
    },
    verdict: verdictOf([
      violation("booking_needed", "days[0].items[0]", "Jerónimos Monastery has to be booked ahead."),
      violation("booking_needed", "days[1].items[6]", "Cervejaria Ramiro has to be booked ahead."),
      violation("unknown_hours", "days[1].items[7]", "We do not know when Fado at Tasca do Chico is open."),
      violation("night_without_bed", "days[0]", "No bed is chosen yet for 2 nights in Lisbon."),
      violation("missing_price", "", "The sum leaves out what nobody could price."),
    ]),
    run: {
      id: idOf(7, 1),
      modelVersion: "offline/1",
      promptHash: "a1b2c3",
      tokens: { input: 1_200, output: 240, cached: 0, reasoning: 0 },
      durationMs: 812,
    },
    attributions: [],
  };
}

const yen = (amount: number): Price => price(amount, "JPY");
const yenEstimate = (low: number, high: number): Estimate => estimate(low, high, "JPY");

function japanDays(): ItineraryDay[] {
  const train = { mode: "train", distanceMeters: 455_000, durationMinutes: 309 } as const;
  return [
    {
      dayNumber: 1,
      date: "2027-04-03",
      city: CITY.kyoto,
      items: [
        item("10:00–11:30", "Fushimi Inari Taisha (伏見稲荷大社)", { ...at(34.9671, 135.7727), cost: yen(0) }),
        meal("12:15–13:15", "Lunch at Okutan Kiyomizu (総本家ゆどうふ 奥丹清水)", {
          ...at(34.9975, 135.7806),
          cost: yenEstimate(6_900, 11_250),
          travelFromPrevious: transit(26, 4_480),
        }),
        item("13:25–14:55", "Kiyomizu-dera (清水寺)", {
          ...at(34.9949, 135.785),
          cost: yen(500),
          travelFromPrevious: walk(8, 640),
        }),
      ],
    },
    {
      dayNumber: 2,
      date: "2027-04-04",
      city: CITY.kyoto,
      items: [
        item("09:30–11:00", "Kinkaku-ji (金閣寺)", { ...at(35.0394, 135.7292), cost: yen(500) }),
        openMeal("12:00–13:00", "Lunch near Kinkaku-ji (金閣寺)", {
          ...at(35.0394, 135.7292),
          cost: yenEstimate(6_534, 10_210),
        }),
        item("13:40–15:00", "Nishiki Market (錦市場)", {
          ...at(35.005, 135.7648),
          travelFromPrevious: transit(33, 6_480),
          cost: yen(0),
        }),
      ],
    },
    {
      dayNumber: 3,
      date: "2027-04-05",
      city: CITY.tokyo,
      items: [
        item("09:00–14:10", "Train or coach from Kyoto to Tokyo", {
          itemKey: "transfer:2027-04-05",
          type: "transport",
          placeId: null,
          ...at(35.6812, 139.7671),
          cost: estimate(9_690, 31_800),
          reason: "door to door, reckoned from the distance; look up the real timetable",
          travelFromPrevious: train,
        }),
        item("15:00–16:30", "東京国立博物館", { ...at(35.7188, 139.7765), cost: yen(1_000) }),
        item("16:35–17:20", "Ueno Park (上野恩賜公園)", {
          ...at(35.7141, 139.7736),
          cost: yen(0),
          travelFromPrevious: walk(9, 760),
        }),
      ],
    },
    { dayNumber: 4, date: "2027-04-06", city: CITY.tokyo, items: [] },
  ];
}

function japanPlan(): PlanDocument {
  const lisbon = lisbonPlan();
  const destination = (city: { id: string; name: string }, arrivalDate: string, nights: number) => ({
    cityId: city.id,
    name: city.name,
    countryCode: "JP",
    arrivalDate,
    departureDate: addDays(arrivalDate, nights),
  });
  return {
    ...lisbon,
    trip: {
      ...lisbon.trip,
      id: idOf(9, 2),
      title: "京都 and 東京 in cherry blossom time",
      startDate: "2027-04-03",
      endDate: "2027-04-06",
      travelers: 3,
      childAges: [6],
      destinations: [destination(CITY.kyoto, "2027-04-03", 2), destination(CITY.tokyo, "2027-04-05", 1)],
      budget: null,
      wishes: { ...lisbon.trip.wishes, pace: "relaxed" },
    },
    itinerary: { id: idOf(8, 2), version: 3, days: japanDays() },
    flights: [
      {
        id: idOf(3, 1),
        provider: "Duffel",
        offerId: "off_1",
        price: price(61_200, "EUR", { basis: "live", provider: "Duffel", per: "person" }),
        departureAirport: "FRA",
        arrivalAirport: "KIX",
        departureAt: "2027-04-02T13:20:00+02:00",
        arrivalAt: "2027-04-03T09:05:00+09:00",
        durationMinutes: 765,
        airlineCode: "LH",
        flightNumber: "742",
        link: "https://example.com/off_1",
        status: "suggested",
      },
    ],
    stays: [
      {
        id: idOf(3, 2),
        provider: "LiteAPI",
        offerId: "stay_1",
        price: price(14_000, "JPY", { basis: "sandbox", provider: "LiteAPI", per: "night" }),
        cityId: CITY.kyoto.id,
        propertyName: "Ryokan Shimizu (旅館 しみず)",
        checkInDate: "2027-04-03",
        checkOutDate: "2027-04-05",
        link: null,
        status: "booked",
      },
    ],
    links: [],
    assumptions: [],
    budget: {
      currency: "JPY",
      known: 352_300,
      estimatedLow: 402_412,
      estimatedHigh: 449_120,
      missing: [],
      lines: [
        { label: "Sights", kind: "sights", known: 6_000, low: 6_000, high: 6_000 },
        { label: "Meals", kind: "meals", known: 0, low: 33_639, high: 42_760 },
        { label: "Between cities", kind: "travel", known: 0, low: 16_473, high: 54_060 },
        { label: "Flights", kind: "flights", known: 318_300, low: 318_300, high: 318_300 },
        { label: "Lodging", kind: "lodging", known: 28_000, low: 28_000, high: 28_000 },
      ],
    },
    verdict: verdictOf([
      violation(
        "closed_day",
        "days[2].items[1]",
        "東京国立博物館 is closed on Mondays; you would be there on Monday 5 April.",
      ),
    ]),
    run: null,
  };
}

function parsed(build: () => PlanDocument): PlanDocument {
  restartItems();
  return planSchema.parse(build());
}

export const lisbon = (): PlanDocument => parsed(lisbonPlan);
export const japan = (): PlanDocument => parsed(japanPlan);
