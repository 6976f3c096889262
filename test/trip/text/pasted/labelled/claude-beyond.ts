/** Claude's way: calm bullets under dated headings, or whole sentences with times in them. Beyond Europe. */
import type { LabelledItinerary } from "./labelled.ts";

export const CLAUDE_BEYOND: readonly LabelledItinerary[] = [
  {
    name: "tokyo-kyoto-claude-faults",
    style: "claude",
    today: "2027-02-01",
    startDate: null,
    cities: ["Tokyo", "Kyoto"],
    text: `Here is a six-day plan for Tokyo and Kyoto in peak foliage, November 8–13, 2027.

## Tokyo

**Day 1 · Mon, Nov 8**
- 10:00–11:30 · Tokyo Skytree
- 12:00 · Solamachi food court
- 13:45–15:00 · Sumida Hokusai Museum
- 15:30–17:00 · Akihabara

**Day 2 · Tue, Nov 9**
- 9:00–10:15 · Imperial Palace gardens
- 10:45–11:15 · Tokyo Station
- 12:00 · Kanda Yabu Soba
- 14:00–15:30 · Mori Museum
- 16:00–17:00 · Tokyo Tower
- 17:05–18:00 · Ghibli Museum

**Day 3 · Wed, Nov 10**
- 9:00–10:10 · Rikugien
- 11:00–12:00 · Yanaka Ginza
- 12:30 · Kayaba Coffee
- 14:00–15:30 · National Museum of Western Art
- 20:00–21:15 · Golden Gai

## Kyoto

**Day 4 · Thu, Nov 11**
- 8:00–10:15 · Nozomi shinkansen to Kyoto
- 11:30 · Kyoto Ramen Koji
- 13:15–14:15 · Toji
- 14:45–15:35 · Sanjusangendo
- evening in Kawaramachi

**Day 5 · Fri, Nov 12**
- 8:00–10:00 · Fushimi Inari
- 10:30–11:40 · Tofukuji
- 12:15 · Bento
- 14:15–15:35 · Kiyomizudera
- 15:50–16:40 · Ninenzaka and Sannenzaka
- 17:00–17:30 · Yasaka Jinja

**Day 6 · Sat, Nov 13**
- 9:00–9:50 · Kinkakuji
- 10:15–11:05 · Ryoanji
- 12:00 · Lunch near Demachiyanagi
- 14:00–15:00 · Ninnaji
- 15:30–16:20 · Golden Pavilion in the afternoon light

Carry cash, and forward luggage with takkyubin.`,
    places: [
      { mention: "Tokyo Skytree", place: "Tokyo Skytree", city: "Tokyo" },
      { mention: "Solamachi food court", place: "Solamachi Tabe-Terrace", city: "Tokyo" },
      { mention: "Sumida Hokusai Museum", place: "Sumida Hokusai Museum", city: "Tokyo" },
      { mention: "Akihabara", place: "Akihabara Electric Town", city: "Tokyo" },
      { mention: "Imperial Palace gardens", place: "Imperial Palace East Gardens", city: "Tokyo" },
      { mention: "Tokyo Station", place: "Tokyo Station Marunouchi Building", city: "Tokyo" },
      { mention: "Kanda Yabu Soba", place: "Kanda Yabu Soba", city: "Tokyo" },
      { mention: "Mori Museum", place: "Mori Art Museum", city: "Tokyo" },
      { mention: "Tokyo Tower", place: "Tokyo Tower", city: "Tokyo" },
      { mention: "Ghibli Museum", place: "Ghibli Museum", city: "Tokyo" },
      { mention: "Rikugien", place: "Rikugien", city: "Tokyo" },
      { mention: "Yanaka Ginza", place: "Yanaka Ginza", city: "Tokyo" },
      { mention: "Kayaba Coffee", place: "Kayaba Coffee", city: "Tokyo" },
      { mention: "National Museum of Western Art", place: "National Museum of Western Art", city: "Tokyo" },
      { mention: "Golden Gai", place: "Shinjuku Golden Gai", city: "Tokyo" },
      { mention: "Kyoto Ramen Koji", place: "Kyoto Ramen Koji", city: "Kyoto" },
      { mention: "Toji", place: "To-ji", city: "Kyoto" },
      { mention: "Sanjusangendo", place: "Sanjusangen-do", city: "Kyoto" },
      { mention: "Kawaramachi", place: null, city: "Kyoto" },
      { mention: "Fushimi Inari", place: "Fushimi Inari Taisha", city: "Kyoto" },
      { mention: "Tofukuji", place: "Tofuku-ji", city: "Kyoto" },
      { mention: "Kiyomizudera", place: "Kiyomizu-dera", city: "Kyoto" },
      { mention: "Ninenzaka and Sannenzaka", place: "Sannenzaka and Ninenzaka", city: "Kyoto" },
      { mention: "Yasaka Jinja", place: "Yasaka Shrine", city: "Kyoto" },
      { mention: "Kinkakuji", place: "Kinkaku-ji (Golden Pavilion)", city: "Kyoto" },
      { mention: "Ryoanji", place: "Ryoan-ji", city: "Kyoto" },
      { mention: "Demachiyanagi", place: null, city: "Kyoto" },
      { mention: "Ninnaji", place: "Ninna-ji", city: "Kyoto" },
      { mention: "Golden Pavilion", place: "Kinkaku-ji (Golden Pavilion)", city: "Kyoto" },
    ],
    faults: [
      { code: "closed_day", mention: "Sumida Hokusai Museum", day: 1 },
      { code: "closed_day", mention: "Ghibli Museum", day: 2 },
      { code: "visit_short", mention: "Ghibli Museum", day: 2 },
      { code: "travel_too_short", mention: "Ghibli Museum", day: 2 },
      { code: "repeated_place", mention: "Golden Pavilion", day: 6 },
    ],
  },
  {
    name: "new-york-claude-clean",
    style: "claude",
    today: "2027-02-01",
    startDate: "2027-10-14",
    cities: ["New York City"],
    text: `A four-day New York City plan, Thursday to Sunday, for people who like walking and books.

**Day 1 — Thursday, downtown**
- Morning (10:00–11:30): Tenement Museum tour on Orchard Street.
- Late morning (11:45–12:45): Eldridge Street synagogue.
- Lunch (1:00 pm): dim sum at Nom Wah.
- Afternoon (3:30–4:10): Strand, eighteen miles of books.
- Evening (7:30 pm): Village Vanguard, first set, out by 9:00.

**Day 2 — Friday, the west side**
- Morning (10:30–12:30): the Whitney.
- Lunch (12:45): Los Tacos No 1.
- Afternoon (1:30–2:45): High Line; then (3:00–3:40) Little Island.
- Dinner (6:00 pm): abcV.

**Day 3 — Saturday, uptown**
- Morning (9:00): sturgeon and eggs at Barney Greengrass.
- Late morning (10:45–1:45): Natural History Museum.
- Lunch (2:00 pm): a hot dog, honestly.
- Afternoon (3:15–5:00): the Frick.
- Evening: Carnegie Hall if there are tickets.

**Day 4 — Sunday, Brooklyn**
- Morning (10:00–11:30): Transit Museum.
- Late morning (12:00–1:15): Brooklyn Bridge Park.
- Lunch (1:45 pm): a lobster roll on the pier.
- Afternoon (3:30–5:00): Greenwood cemetery, parakeets included.

I would stay in Boerum Hill rather than Midtown.`,
    places: [
      { mention: "Tenement Museum", place: "Tenement Museum", city: "New York City" },
      { mention: "Eldridge Street synagogue", place: "Museum at Eldridge Street", city: "New York City" },
      { mention: "Nom Wah", place: "Nom Wah Tea Parlor", city: "New York City" },
      { mention: "Strand", place: "Strand Book Store", city: "New York City" },
      { mention: "Village Vanguard", place: "Village Vanguard", city: "New York City" },
      { mention: "the Whitney", place: "Whitney Museum of American Art", city: "New York City" },
      { mention: "Los Tacos No 1", place: "Los Tacos No. 1 (Chelsea Market)", city: "New York City" },
      { mention: "High Line", place: "The High Line", city: "New York City" },
      { mention: "Little Island", place: "Little Island", city: "New York City" },
      { mention: "abcV", place: "abcV", city: "New York City" },
      { mention: "Barney Greengrass", place: "Barney Greengrass", city: "New York City" },
      { mention: "Natural History Museum", place: "American Museum of Natural History", city: "New York City" },
      { mention: "the Frick", place: "The Frick Collection", city: "New York City" },
      { mention: "Carnegie Hall", place: null, city: "New York City" },
      { mention: "Transit Museum", place: "New York Transit Museum", city: "New York City" },
      { mention: "Brooklyn Bridge Park", place: "Brooklyn Bridge Park and Jane's Carousel", city: "New York City" },
      { mention: "Greenwood cemetery", place: "Green-Wood Cemetery", city: "New York City" },
      { mention: "Boerum Hill", place: null, city: "New York City" },
    ],
    faults: [],
  },
  {
    name: "marrakesh-claude-faults",
    style: "claude",
    today: "2027-02-01",
    startDate: null,
    cities: ["Marrakesh"],
    text: `# Marrakesh, 21–24 October 2027

**Thursday 21 October**
- 9:00–10:15: Bahia Palace (100 MAD)
- 10:30–11:30: Dar Si Said
- 12:15: La Famille, in the garden
- 14:30–15:30: El Badii (100 MAD)
- 15:45–16:25: Saadian Tombs (100 MAD)
- 20:00: Jemaa el-Fna food stalls

**Friday 22 October**
- 10:00–11:00: Ben Youssef Medersa (50 MAD)
- 11:20–12:00: the tanneries, mint in hand
- 12:30: Le Jardin
- 14:15–14:45: Souk Haddadine
- 16:00–16:10: Maison de la Photographie

**Saturday 23 October**
- 8:30–9:45: Jardin Majorelle (170 MAD)
- 10:10–11:10: YSL Museum (140 MAD)
- 12:30: Al Fassia
- 14:30–17:00: Tower of London
- 19:30: Kabana

**Sunday 24 October**
- 10:00–12:00: Souk Semmarine, haggling included
- 12:15: Café des Epices
- 14:00–14:30: Mellah synagogue

Alternatively, an afternoon at Oasiria.`,
    places: [
      { mention: "Bahia Palace", place: "Bahia Palace", city: "Marrakesh" },
      { mention: "Dar Si Said", place: "Dar Si Said Museum of Weaving and Carpets", city: "Marrakesh" },
      { mention: "La Famille", place: "La Famille", city: "Marrakesh" },
      { mention: "El Badii", place: "El Badi Palace", city: "Marrakesh" },
      { mention: "Saadian Tombs", place: "Saadian Tombs", city: "Marrakesh" },
      { mention: "Jemaa el-Fna food stalls", place: "Jemaa el-Fnaa Night Food Stalls", city: "Marrakesh" },
      { mention: "Ben Youssef Medersa", place: "Ben Youssef Madrasa", city: "Marrakesh" },
      { mention: "the tanneries", place: "Bab Debbagh Tanneries", city: "Marrakesh" },
      { mention: "Le Jardin", place: "Le Jardin", city: "Marrakesh" },
      { mention: "Souk Haddadine", place: "Blacksmiths' Souk", city: "Marrakesh" },
      { mention: "Maison de la Photographie", place: "House of Photography", city: "Marrakesh" },
      { mention: "Jardin Majorelle", place: "Majorelle Garden", city: "Marrakesh" },
      { mention: "YSL Museum", place: "Yves Saint Laurent Museum", city: "Marrakesh" },
      { mention: "Al Fassia", place: "Al Fassia Gueliz", city: "Marrakesh" },
      { mention: "Tower of London", place: "Tower of London", city: "London" },
      { mention: "Kabana", place: "Kabana", city: "Marrakesh" },
      { mention: "Souk Semmarine", place: "Souks of Marrakesh (Souk Semmarine)", city: "Marrakesh" },
      { mention: "Café des Epices", place: "Café des Épices", city: "Marrakesh" },
      { mention: "Mellah synagogue", place: "Slat al-Azama Synagogue", city: "Marrakesh" },
      { mention: "Oasiria", place: null, city: "Marrakesh" },
    ],
    faults: [
      { code: "closed_day", mention: "the tanneries", day: 2 },
      { code: "closed_day", mention: "Souk Haddadine", day: 2 },
      { code: "visit_short", mention: "Maison de la Photographie", day: 2 },
      { code: "wrong_city", mention: "Tower of London", day: 3 },
    ],
  },
];
