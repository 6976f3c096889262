/** Names that would do harm if a rendering let them: names come from people and from the open web. */
import type { PlanDocument } from "../trip/plan-document.ts";
import { verdictOf, violation } from "../trip/verdict.ts";

/** Everything a place, a trip or a provider could be called to do harm. */
export const HOSTILE_NAMES: readonly string[] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "Café & Bar 'Chez \"Nous\"'",
  "](javascript:alert(1)) **bold** `code` | cell",
  "line one\r\nEND:VEVENT\r\nBEGIN:VEVENT",
  "\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link",
  "right \u202eot tfel\u202c",
  "semi;colon, comma \\ backslash",
  "lone surrogate \ud800 here",
  "&lt;b&gt; &copy; {{7*7}}",
];

/** A plan in which everything that has a name has this one. */
export function renamed(plan: PlanDocument, name: string): PlanDocument {
  return {
    ...plan,
    trip: { ...plan.trip, title: name },
    itinerary: {
      ...plan.itinerary,
      days: plan.itinerary.days.map((day) => ({
        ...day,
        city: { ...day.city, name },
        items: day.items.map((entry, index) => ({ ...entry, title: name, reason: name, itemKey: `${name}${index}` })),
      })),
    },
    stays: plan.stays.map((stay) => ({ ...stay, propertyName: name })),
    links: [{ provider: name, url: "https://example.com/" }],
    assumptions: [name],
    budget: { ...plan.budget, missing: [name] },
    verdict: verdictOf([
      violation("night_without_bed", "", name),
      violation("booking_needed", "days[0].items[0]", name),
    ]),
  };
}
