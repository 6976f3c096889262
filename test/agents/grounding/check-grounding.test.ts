/** An answer that keeps to what the conversation knows is never accused; what was made up is found. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ungroundedClaims } from "../../../agents/grounding/check-grounding.ts";
import { NOTHING_KNOWN } from "../../../agents/grounding/known-facts.ts";
import { KNOWN } from "./known-for-tests.ts";

const said = (answer: string): string[] => ungroundedClaims(answer, KNOWN).map(({ kind, text }) => `${kind}: ${text}`);

describe("honest answers", () => {
  test.each([
    // As the tools say it.
    "Your plan for Lisbon stands. Day 1 begins at Jerónimos Monastery at 09:30, then lunch at Cervejaria Ramiro at 13:05.",
    "Visit the Castelo de São Jorge; it lets people in until 20:30.",
    "The Mosteiro dos Jeronimos is 18 EUR a person, €36 for the two of you.",
    // In other words: shorter, translated, with the kind of place, with an owner.
    "The Jerónimos opens the day, and São Jorge Castle ends it.",
    "You see Lisbon's Tile Museum, the Azulejo Museum as some say, and the Graça Viewpoint.",
    "After the Mercado da Ribeira you wander through Alfama. Alfama District is hilly.",
    "**Morning:** Jerónimos Monastery\n**Lunch:** Cervejaria Ramiro\n- **Alfama** in the afternoon",
    // Times in every dress.
    "Begin at 9:30 am, have lunch at 1:05 pm, and be in Alfama from 16.15 pm or so.",
    "Lunch is at 1:05, Alfama at 4:15. The castle is open 9 am to 9 pm.",
    "The viewpoint never closes (00:00–24:00), last entry 17:30.",
    "You fly at 06:55.",
    // Money exact, rounded, as an interval, in the traveller's own words.
    "Reckon with €660–1,050 for everybody: €132.50 of that is known prices, about €133.",
    "That is within your 900 EUR. The flight is $214.99, some US$ 215.",
    "EUR 36 in all, thirty-six euros; entry to Alfama is free, €0.",
    "Your 1,500 yen are noted, and Aunt Mathilda at the Gulbenkian at 19:00 as well.",
    // Large letters that name no place.
    "On Monday, 10 May 2027, the Portuguese celebrate; Labour Day was on 1 May, Easter is over.",
    "It is a German holiday too, as in France, Spain and the United States. Italian cooks, French wine, English menus.",
    "Good Morning! Here is Your Plan. Next Steps: tell me Yes or No. I'd keep it. I'll check. I'm Tripwright's offline model.",
    "## A Glorious Heading With Many Words\nDay 1 is full.",
    "**Getting Around:** by Metro and Tram. **Hidden Gems:** ask me.\n**Good To Know:** bring water.",
    "Have a Pastel de Nata and a glass of Vinho Verde while you listen to Fado.",
    "Use Wi-Fi, an ATM, the UNESCO list, GPS or a USB cable. Pay in EUR or USD.",
    "Wander around. Enjoy. Relax! Then: Explore, and Savour what comes. Breathe: it is a holiday.",
    "1. Arrive\n2. Unpack\n3. Stroll",
    "You wrote “4 out of 5”, “in April” and “Yes, do it”.",
    "It is 2.50 km on foot, rated 4.50 out of 5, version 1.25 and 12.5% of the day.",
    // Examples and questions are no word about the world.
    "Where to? Name one city or several, for example Rome, or Porto and Faro.",
    "Try “4 days in Oslo in May, 700 GBP”, for instance. Or such as Bergen at 10:45.",
    "Would you like to see Sintra, or rather Cascais?",
    // Other languages write other words large.
    "Am Montag beginnt der Tag mit dem Kloster, danach Mittagessen in der Altstadt und ein Spaziergang am Fluss entlang.",
    "El lunes empieza con el Monasterio; luego Comida en Casa Pepe y un paseo por el Barrio Alto hasta la noche.",
    "",
  ])("%s", (answer) => {
    expect(said(answer)).toEqual([]);
  });
});

describe("made up", () => {
  test.each([
    ["Then visit the Zorblax Tower for the view.", ["place: Zorblax Tower"]],
    ["Dinner is at Casa do Zorblax in Lisbon.", ["place: Casa do Zorblax"]],
    ["We added Zorblax after the Jerónimos Monastery.", ["place: Zorblax"]],
    ["- Zorblax Gardens (2 h)\n- Alfama", ["place: Zorblax Gardens"]],
    ["The “Zorblax” is close to Alfama.", ["place: Zorblax"]],
    ["Go to the Lisbon Chocolate Museum on Monday.", ["place: Lisbon Chocolate Museum"]],
    ["You sleep at the Grand Alfama Palace Hotel tonight.", ["place: Grand Alfama Palace Hotel"]],
    ["See Alfama, Belém and Graça.", ["place: Belém"]],
    ["The monastery opens at 08:45.", ["time: 08:45"]],
    ["Meet at 8 pm.", ["time: 8 pm"]],
    ["It is €27 each.", ["price: €27"]],
    ["It costs 1,234 EUR in all.", ["price: 1,234 EUR"]],
    ["It costs 36 dollars.", ["price: 36 dollars"]],
    ["Lunch for two: 47.80 in total.", ["price: 47.80"]],
    ["Reckon with €500–1,050.", ["price: €500–1,050"]],
    ["Entry is 36 USD.", ["price: 36 USD"]],
  ])("%s", (answer, expected) => {
    expect(said(answer)).toEqual(expected);
  });

  test("every name, time and price is made up where nothing is known", () => {
    const claims = ungroundedClaims("We start at Belém Tower at 10:00 and pay €6 at the Tower.", NOTHING_KNOWN);
    expect(claims.map(({ kind }) => kind)).toEqual(["place", "time", "price"]);
  });

  test("is told once, however often it is said", () => {
    expect(said("Visit Zorblax Tower. Yes, visit Zorblax Tower at 08:45, at 08:45.")).toHaveLength(2);
  });
});

const titles = fc.constantFrom(
  ...["Jerónimos Monastery", "Castelo de São Jorge", "National Tile Museum", "Time Out Market", "Alfama", "Lisbon"],
);
const times = fc.constantFrom("09:30", "11:00", "13:05", "16:15", "20:30");
const frames = fc.constantFrom(
  (name: string, time: string) => `You are at ${name} at ${time}.`,
  (name: string, time: string) => `- ${time} ${name}`,
  (name: string, time: string) => `I moved ${name} to ${time}; nothing else changed.`,
  (name: string, time: string) => `${name}: from ${time} on.`,
  (name: string, time: string) => `**${time}** – **${name}**`,
);

test("known names and times are grounded in whatever sentence they stand", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(frames, titles, times), { maxLength: 8 }), (lines) => {
      expect(said(lines.map(([frame, name, time]) => frame(name, time)).join("\n"))).toEqual([]);
    }),
  );
});

const strange = fc
  .array(fc.constantFrom("zor", "bla", "xu", "qi", "vem", "kra", "ploo"), { minLength: 3, maxLength: 5 })
  .map((syllables) => syllables.join("").replace(/^./, (letter) => letter.toUpperCase()));

test("a strange name at a place's place is found in whatever sentence it stands", () => {
  fc.assert(
    fc.property(frames, strange, times, (frame, name, time) => {
      expect(said(frame(`${name} Museum`, time))).toEqual([`place: ${name} Museum`]);
    }),
  );
});

test("amounts of minutes and money are compared by worth, not by letters", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_439 }), (minute) => {
      const [hour, rest] = [Math.floor(minute / 60), String(minute % 60).padStart(2, "0")];
      const known = { ...NOTHING_KNOWN, times: [`${String(hour).padStart(2, "0")}:${rest}`] };
      const half = `${hour % 12 || 12}:${rest} ${hour < 12 ? "am" : "pm"}`;
      expect(ungroundedClaims(`It opens at ${half}.`, known)).toEqual([]);
      const other = `${hour % 12 || 12}:${rest} ${hour < 12 ? "pm" : "am"}`;
      expect(ungroundedClaims(`It opens at ${other}.`, known)).toHaveLength(1);
    }),
  );
});

test("no text, however odd, brings the check down or keeps it busy", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      expect(Array.isArray(ungroundedClaims(text, KNOWN))).toBe(true);
    }),
  );
  const startedAt = performance.now();
  ungroundedClaims(`${"Aa Bb of the ".repeat(2_000)}${"1,".repeat(4_000)}${"€".repeat(4_000)}`, KNOWN);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
