/** A plan that follow-ups are read against: three days in Lisbon and two in Porto, from a Wednesday. */
import type { Intent } from "../../../../trip/text/follow-ups/intent.ts";
import type { PlanInView, StopInView } from "../../../../trip/text/follow-ups/plan-in-view.ts";

type Row = [kind: string, start: string, end: string, title: string, ...marks: string[]];

const DAYS: { date: string; city: string; stops: Row[] }[] = [
  {
    date: "2027-06-02",
    city: "Lisbon",
    stops: [
      ["attraction", "10:00", "12:00", "Jerónimos Monastery"],
      ["meal", "12:30", "13:30", "Lunch at Pastéis de Belém"],
      ["attraction", "14:00", "15:00", "Belém Tower"],
      ["meal", "19:00", "20:30", "Dinner in Alfama"],
    ],
  },
  {
    date: "2027-06-03",
    city: "Lisbon",
    stops: [
      ["attraction", "09:30", "11:30", "Castelo de São Jorge"],
      ["meal", "12:30", "13:30", "Lunch at Time Out Market"],
      ["attraction", "14:30", "16:30", "Museu Nacional do Azulejo"],
      ["attraction", "17:00", "17:45", "Miradouro da Graça"],
      ["meal", "19:30", "21:00", "Dinner at Cervejaria Ramiro"],
    ],
  },
  {
    date: "2027-06-04",
    city: "Lisbon",
    stops: [
      ["attraction", "10:00", "12:30", "Oceanário de Lisboa"],
      ["meal", "13:00", "14:00", "Lunch near Parque das Nações"],
      ["attraction", "15:00", "16:00", "Estrela Garden"],
      ["meal", "19:00", "20:30", "Dinner at Ponto Final"],
    ],
  },
  {
    date: "2027-06-05",
    city: "Porto",
    stops: [
      ["transport", "08:30", "11:40", "Train or coach from Lisbon to Porto"],
      ["attraction", "14:00", "15:00", "Livraria Lello"],
      ["attraction", "16:00", "17:00", "Sé do Porto"],
      ["meal", "19:30", "21:00", "Dinner near Ribeira"],
    ],
  },
  {
    date: "2027-06-06",
    city: "Porto",
    stops: [
      ["attraction", "10:00", "11:00", "Palácio da Bolsa"],
      ["meal", "12:30", "13:30", "Lunch at Café Majestic"],
      ["attraction", "15:00", "15:45", "Ponte Luís I"],
      ["attraction", "16:30", "17:30", "Mercado do Bolhão"],
    ],
  },
];

export const PORTO = "00000000-0000-4000-8000-00000000000b";

function stopOf(day: number, index: number, [kind, start, end, title, ...marks]: Row): StopInView {
  return { position: `${day}.${index + 1}`, day, kind, start, end, title, marks };
}

export function lisbonAndPorto(changes: Partial<PlanInView> = {}): PlanInView {
  return {
    today: "2027-05-01",
    startDate: "2027-06-02",
    endDate: "2027-06-06",
    travelers: 2,
    childAges: [],
    cities: [
      { id: "00000000-0000-4000-8000-00000000000a", name: "Lisbon", from: "2027-06-02", to: "2027-06-05" },
      { id: PORTO, name: "Porto", from: "2027-06-05", to: "2027-06-06" },
    ],
    days: DAYS.map(({ date, city, stops }, index) => ({
      day: index + 1,
      date,
      city,
      stops: stops.map((row, at) => stopOf(index + 1, at, row)),
    })),
    hasProposal: false,
    mentioned: [],
    chosen: null,
    ...changes,
  };
}

const pairs = (record: object): string[] =>
  Object.entries(record).map(([key, value]) => `${key}=${Array.isArray(value) ? value.join("+") : String(value)}`);

/** One line an intent, so that a table of them can be read: "move 2.3 day=4 time=15:00". */
export function inShort(intent: Intent): string {
  switch (intent.kind) {
    case "edit":
      return intent.operations
        .map(({ op, item, ...rest }) => [op, ...(item === undefined ? [] : [item]), ...pairs(rest)].join(" "))
        .join(" & ");
    case "add":
      return [
        "add",
        `“${intent.text}”`,
        ...pairs({ ...(intent.day && { day: intent.day }), ...(intent.time && { time: intent.time }) }),
      ].join(" ");
    case "replace":
      return `replace ${intent.item} by “${intent.text}”`;
    case "change":
      return ["change", ...pairs(intent.change)].join(" ");
    case "add_city":
      return `city “${intent.text}” nights=${intent.nights}`;
    case "feedback": {
      const about = intent.item ?? (intent.day === null ? "plan" : `day ${intent.day}`);
      return intent.type === "rating" ? `rating ${intent.rating} of ${about}` : `${intent.type} on ${about}`;
    }
    case "stay":
      return `stay ${intent.wish}${intent.city ? ` in ${intent.city}` : ""}`;
    case "export":
      return `export ${intent.format}`;
    case "show":
      return intent.day === null ? "show" : `show day ${intent.day}`;
    case "show_stops":
      return `show ${intent.items.join(" ")}`;
    case "reason":
      return `reason ${intent.item}`;
    case "cannot":
      return `cannot ${intent.what}`;
    case "talk":
      return intent.about;
    default:
      return intent.kind;
  }
}
