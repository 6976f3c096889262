/** Texts over cities that came later, full of names that many cities share: a botanical garden, a central market, the aquarium. */
import type { LabelledItinerary } from "./labelled.ts";

export const NEW_CITIES: readonly LabelledItinerary[] = [
  {
    name: "berlin-chatgpt-faults",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["Berlin"],
    text: `Here's a 3-day Berlin itinerary packed with history and good food!

### Day 1 – Monday, May 10, 2027: The old centre
- **9:00–9:40** – Brandenburg Gate
- **10:00–11:20** – Reichstag Dome (register ahead)
- **11:35–12:15** – Memorial to the Murdered Jews of Europe
- **13:00** – Lunch at Borchardt
- **15:00–16:30** – Alte Nationalgalerie
- **16:45–17:45** – Berliner Dom
- **20:00** – Dinner at Hasir

### Day 2 – Tuesday, May 11, 2027: Kreuzberg
- **9:30–11:30** – Deutsches Technikmuseum
- **12:15** – Currywurst for lunch at Curry 36
- **14:00–16:00** – Jewish Museum
- **16:20–17:30** – Berlinische Galerie
- **18:00–18:40** – Charles Bridge at dusk
- **19:30** – Dinner at Henne

### Day 3 – Wednesday, May 12, 2027: Nature
- **10:00–11:50** – Natural History Museum
- **12:20–13:20** – Lunch at Dada Falafel
- **15:00–17:00** – Botanical Garden
- **19:30** – Dinner at the Prater Biergarten
- **21:30** – Dancing at Clärchens Ballhaus

**Tips:** buy a day ticket for zones AB.`,
    places: [
      { mention: "Brandenburg Gate", place: "Brandenburg Gate", city: "Berlin" },
      { mention: "Reichstag Dome", place: "Reichstag Dome", city: "Berlin" },
      {
        mention: "Memorial to the Murdered Jews of Europe",
        place: "Memorial to the Murdered Jews of Europe",
        city: "Berlin",
      },
      { mention: "Borchardt", place: "Borchardt", city: "Berlin" },
      { mention: "Alte Nationalgalerie", place: "Alte Nationalgalerie", city: "Berlin" },
      { mention: "Berliner Dom", place: "Berlin Cathedral", city: "Berlin" },
      { mention: "Hasir", place: "Hasir", city: "Berlin" },
      { mention: "Deutsches Technikmuseum", place: "German Museum of Technology", city: "Berlin" },
      { mention: "Curry 36", place: "Curry 36", city: "Berlin" },
      { mention: "Jewish Museum", place: "Jewish Museum Berlin", city: "Berlin" },
      { mention: "Berlinische Galerie", place: "Berlinische Galerie", city: "Berlin" },
      { mention: "Charles Bridge", place: "Charles Bridge", city: "Prague" },
      { mention: "Henne", place: "Henne", city: "Berlin" },
      { mention: "Natural History Museum", place: "Museum of Natural History", city: "Berlin" },
      { mention: "Dada Falafel", place: "Dada Falafel", city: "Berlin" },
      { mention: "Botanical Garden", place: "Botanic Garden", city: "Berlin" },
      { mention: "Prater Biergarten", place: "Prater Beer Garden", city: "Berlin" },
      { mention: "Clärchens Ballhaus", place: null, city: "Berlin" },
    ],
    faults: [
      { code: "closed_day", mention: "Alte Nationalgalerie", day: 1 },
      { code: "closed_day", mention: "Berlinische Galerie", day: 2 },
      { code: "wrong_city", mention: "Charles Bridge", day: 2 },
    ],
  },
  {
    name: "chicago-blog-faults",
    style: "travel blog",
    today: "2027-02-01",
    startDate: "2027-06-11",
    cities: ["Chicago"],
    text: `# A long weekend in Chicago

**Friday.** We were at the doors of the Art Institute at 11:00 and stayed three hours. Late lunch at Billy Goat Tavern at 14:30, no fries, chips. Then the domes of the Cultural Center (16:00 to 16:45), free and half empty. Deep dish at Lou Malnati's at 18:30 – order it the moment you sit down – and improv at The Second City at 20:15.

**Saturday.** Field Museum from 9:30 to 12:30, for a dinosaur called Sue. Sandwiches at one (13:00). In the afternoon the Shedd, 14:00 to 16:30, because belugas. At 17:00 we wanted to see the lobby of the Rookery. Dinner at The Chicago Diner at 19:30, where nobody misses the meat.

**Sunday.** Lincoln Park Zoo at 10:00 for two hours, then the ferns in the Lincoln Park Conservatory, 12:10 to 12:45. Lunch at Pequod's, 13:20, for the burnt edges. Museum of Contemporary Art from 15:30 to 17:00. Then a last hot dog at Portillo's at 18:30. We never made it to Kingston Mines.

We slept at the Palmer House and would not again.`,
    places: [
      { mention: "Art Institute", place: "Art Institute of Chicago", city: "Chicago" },
      { mention: "Billy Goat Tavern", place: "Billy Goat Tavern", city: "Chicago" },
      { mention: "Cultural Center", place: "Chicago Cultural Center", city: "Chicago" },
      { mention: "Lou Malnati's", place: "Lou Malnati's River North", city: "Chicago" },
      { mention: "The Second City", place: "The Second City", city: "Chicago" },
      { mention: "Field Museum", place: "Field Museum", city: "Chicago" },
      { mention: "Shedd", place: "Shedd Aquarium", city: "Chicago" },
      { mention: "Rookery", place: "The Rookery", city: "Chicago" },
      { mention: "The Chicago Diner", place: "The Chicago Diner", city: "Chicago" },
      { mention: "Lincoln Park Zoo", place: "Lincoln Park Zoo", city: "Chicago" },
      { mention: "Lincoln Park Conservatory", place: "Lincoln Park Conservatory", city: "Chicago" },
      { mention: "Pequod's", place: "Pequod's Pizza", city: "Chicago" },
      { mention: "Museum of Contemporary Art", place: "Museum of Contemporary Art", city: "Chicago" },
      { mention: "Portillo's", place: "Portillo's", city: "Chicago" },
      { mention: "Kingston Mines", place: null, city: "Chicago" },
      { mention: "Palmer House", place: null, city: "Chicago" },
    ],
    faults: [{ code: "closed_day", mention: "Rookery", day: 2 }],
  },
  {
    name: "hong-kong-table-faults",
    style: "table",
    today: "2027-02-01",
    startDate: null,
    cities: ["Hong Kong"],
    text: `# Hong Kong in three days

## Day 1 (Thursday, 8 April 2027)
| Time | Activity |
|---|---|
| 9:30–10:00 | Man Mo Temple |
| 10:15–11:30 | Tai Kwun |
| 11:40–12:10 | Central Market |
| 12:30 | Lunch: Kau Kee |
| 14:30–16:00 | Museum of Art |
| 16:10–16:55 | Avenue of Stars |
| 18:00–19:00 | Temple Street Night Market |
| 20:30 | Dinner: Yung Kee |

## Day 2 (Friday, 9 April 2027)
| Time | Activity |
|---|---|
| 9:00–9:45 | Wong Tai Sin Temple |
| 10:15–10:55 | Chi Lin Nunnery |
| 11:00–11:45 | Nan Lian Garden |
| 12:00 | Lunch: Chi Lin Vegetarian |
| 14:30–14:55 | Bird Garden |
| 15:00–15:30 | Flower Market Road |
| 16:00–16:45 | Ladies Market |
| 18:30 | Dinner: One Dim Sum |
| 21:30 | Drinks at Ozone |

## Day 3 (Saturday, 10 April 2027)
| Time | Activity |
|---|---|
| 8:00–8:25 | Peak Tram |
| 9:00–10:10 | Peak Tower |
| 10:45–11:45 | Botanical Gardens |
| 12:00–12:40 | Hong Kong Park |
| 12:50 | Lunch: LockCha Tea House |
| 14:45–16:00 | Maritime Museum |
| 18:30–19:30 | Stanley Market |
| 20:45 | Dinner in Wan Chai |`,
    places: [
      { mention: "Man Mo Temple", place: "Man Mo Temple", city: "Hong Kong" },
      { mention: "Tai Kwun", place: "Tai Kwun", city: "Hong Kong" },
      { mention: "Central Market", place: "Central Market", city: "Hong Kong" },
      { mention: "Kau Kee", place: "Kau Kee", city: "Hong Kong" },
      { mention: "Museum of Art", place: "Hong Kong Museum of Art", city: "Hong Kong" },
      { mention: "Avenue of Stars", place: "Avenue of Stars and TST Promenade", city: "Hong Kong" },
      { mention: "Temple Street Night Market", place: "Temple Street Night Market", city: "Hong Kong" },
      { mention: "Yung Kee", place: "Yung Kee", city: "Hong Kong" },
      { mention: "Wong Tai Sin Temple", place: "Wong Tai Sin Temple", city: "Hong Kong" },
      { mention: "Chi Lin Nunnery", place: "Chi Lin Nunnery", city: "Hong Kong" },
      { mention: "Nan Lian Garden", place: "Nan Lian Garden", city: "Hong Kong" },
      { mention: "Chi Lin Vegetarian", place: "Chi Lin Vegetarian (Long Men Lou)", city: "Hong Kong" },
      { mention: "Bird Garden", place: "Yuen Po Street Bird Garden", city: "Hong Kong" },
      { mention: "Flower Market Road", place: "Flower Market Road", city: "Hong Kong" },
      { mention: "Ladies Market", place: "Ladies' Market", city: "Hong Kong" },
      { mention: "One Dim Sum", place: "One Dim Sum", city: "Hong Kong" },
      { mention: "Ozone", place: null, city: "Hong Kong" },
      { mention: "Peak Tram", place: "Peak Tram", city: "Hong Kong" },
      { mention: "Peak Tower", place: "Peak Tower and Sky Terrace 428", city: "Hong Kong" },
      { mention: "Botanical Gardens", place: "Hong Kong Zoological and Botanical Gardens", city: "Hong Kong" },
      { mention: "Hong Kong Park", place: "Hong Kong Park", city: "Hong Kong" },
      { mention: "LockCha Tea House", place: "LockCha Tea House", city: "Hong Kong" },
      { mention: "Maritime Museum", place: "Hong Kong Maritime Museum", city: "Hong Kong" },
      { mention: "Stanley Market", place: "Stanley Market and Waterfront", city: "Hong Kong" },
    ],
    faults: [
      { code: "closed_day", mention: "Museum of Art", day: 1 },
      { code: "outside_hours", mention: "Stanley Market", day: 3 },
    ],
  },
  {
    name: "istanbul-agency-faults",
    style: "agency",
    today: "2027-02-01",
    startDate: null,
    cities: ["Istanbul"],
    text: `ISTANBUL CLASSICS – 3 days / 2 nights, 4–6 October 2027

DAY 1, Monday 4 October
09:00 Hagia Sophia (70 min)
10:30 Blue Mosque (40 min)
11:30 Basilica Cistern (40 min)
12:30 Lunch at Sultanahmet Koftecisi
14:15 Topkapi Palace with the Harem (3 hours)
19:00 Dinner at Hamdi
Overnight: Hotel Amira

DAY 2, Tuesday 5 October
09:00 Hagia Irene (25 min)
09:45 Grand Bazaar (75 min)
11:15 Suleymaniye Mosque (50 min)
12:30 Spice Bazaar (35 min)
13:10 Lunch at Pandeli
15:00 Galata Tower (45 min)
16:15 Pera Museum (75 min)
20:00 Dinner at Karaköy Lokantası

DAY 3, Wednesday 6 October
10:00 Dolmabahce Palace (130 min)
12:45 Lunch: baked potato by the pier
14:15 Naval Museum (60 min)
15:45 Military Museum (75 min)
19:00 Cagaloglu Hamam (90 min)
21:00 Dinner at Pudding Shop

Prices on request. Min. 2 persons.`,
    places: [
      { mention: "Hagia Sophia", place: "Hagia Sophia", city: "Istanbul" },
      { mention: "Blue Mosque", place: "Blue Mosque", city: "Istanbul" },
      { mention: "Basilica Cistern", place: "Basilica Cistern", city: "Istanbul" },
      { mention: "Sultanahmet Koftecisi", place: "Sultanahmet Köftecisi", city: "Istanbul" },
      { mention: "Topkapi Palace", place: "Topkapı Palace", city: "Istanbul" },
      { mention: "Hamdi", place: "Hamdi Restaurant", city: "Istanbul" },
      { mention: "Hotel Amira", place: null, city: "Istanbul" },
      { mention: "Hagia Irene", place: "Hagia Irene", city: "Istanbul" },
      { mention: "Grand Bazaar", place: "Grand Bazaar", city: "Istanbul" },
      { mention: "Suleymaniye Mosque", place: "Süleymaniye Mosque", city: "Istanbul" },
      { mention: "Spice Bazaar", place: "Spice Bazaar", city: "Istanbul" },
      { mention: "Pandeli", place: "Pandeli", city: "Istanbul" },
      { mention: "Galata Tower", place: "Galata Tower", city: "Istanbul" },
      { mention: "Pera Museum", place: "Pera Museum", city: "Istanbul" },
      { mention: "Karaköy Lokantası", place: "Karaköy Lokantası", city: "Istanbul" },
      { mention: "Dolmabahce Palace", place: "Dolmabahçe Palace", city: "Istanbul" },
      { mention: "Naval Museum", place: "Istanbul Naval Museum", city: "Istanbul" },
      { mention: "Military Museum", place: "Military Museum", city: "Istanbul" },
      { mention: "Cagaloglu Hamam", place: "Cağaloğlu Hamam", city: "Istanbul" },
      { mention: "Pudding Shop", place: "Pudding Shop", city: "Istanbul" },
    ],
    faults: [
      { code: "closed_day", mention: "Hagia Irene", day: 2 },
      { code: "outside_hours", mention: "Military Museum", day: 3 },
    ],
  },
];
