/** Perplexity's way: the place first, the time after it, sources in brackets. */
import type { LabelledItinerary } from "./labelled.ts";

export const PERPLEXITY: readonly LabelledItinerary[] = [
  {
    name: "porto-perplexity",
    style: "perplexity",
    today: "2027-02-01",
    startDate: null,
    cities: ["Porto"],
    text: `Based on the search results, here is a 3-day Porto itinerary for July 20–22, 2027 (Tuesday to Thursday). Most sights lie within a 20-minute walk of each other[1][3].

**Day 1 (July 20): Historic centre**
- Porto Cathedral: 9:30–10:30 AM. The fortified cathedral dates from the 12th century[2].
- Miradouro da Vitoria: 10:50–11:10 AM for the rooftops[4].
- Centro Português de Fotografia: 11:20 AM–12:15 PM, free, in the former prison[2].
- Lunch: Nola Kitchen, 12:45 PM[5].
- Museu Soares dos Reis: 2:30–4:00 PM[1].
- Palácio de Cristal gardens: 4:15–5:30 PM, peacocks included[6].
- Dinner: daTerra, 7:30 PM, vegetarian buffet[5].

**Day 2 (July 21): Gaia**
- Teleférico de Gaia: 10:30–10:50 AM[3].
- World of Wine: 11:15 AM–1:15 PM[7].
- Lunch: Mercado Beira-Rio, 1:45 PM[5].
- Taylor's Port: 3:30–5:00 PM, self-guided with two tastings[7].
- Cais de Gaia: 5:30–6:30 PM[3].
- Dinner: a waterside grill in Afurada[8].

**Day 3 (July 22): Boavista and the coast**
- Casa da Musica: guided tour 10:00–11:00 AM[9].
- Fundação de Serralves: 11:45 AM–2:45 PM, with lunch in the garden café[9].
- Parque da Cidade: 3:30–4:45 PM[1].
- Farolim de Felgueiras: 5:30–6:15 PM[4].

**Practical information:** the Andante card covers metro, bus and train[3]. The Porto Card is worthwhile from four museums[1].`,
    places: [
      { mention: "Porto Cathedral", place: "Porto Cathedral", city: "Porto" },
      { mention: "Miradouro da Vitoria", place: "Miradouro da Vitória", city: "Porto" },
      { mention: "Centro Português de Fotografia", place: "Portuguese Centre of Photography", city: "Porto" },
      { mention: "Nola Kitchen", place: "Nola Kitchen", city: "Porto" },
      { mention: "Museu Soares dos Reis", place: "Soares dos Reis National Museum", city: "Porto" },
      { mention: "Palácio de Cristal gardens", place: "Crystal Palace Gardens", city: "Porto" },
      { mention: "daTerra", place: "daTerra Baixa", city: "Porto" },
      { mention: "Teleférico de Gaia", place: "Gaia Cable Car", city: "Porto" },
      { mention: "World of Wine", place: "WOW Cultural District", city: "Porto" },
      { mention: "Mercado Beira-Rio", place: "Mercado Beira-Rio", city: "Porto" },
      { mention: "Taylor's Port", place: "Taylor's Port Cellars", city: "Porto" },
      { mention: "Cais de Gaia", place: "Gaia Quay", city: "Porto" },
      { mention: "Afurada", place: null, city: "Porto" },
      { mention: "Casa da Musica", place: "Casa da Música", city: "Porto" },
      { mention: "Fundação de Serralves", place: "Serralves Museum, Villa and Park", city: "Porto" },
      { mention: "Parque da Cidade", place: "City Park", city: "Porto" },
      { mention: "Farolim de Felgueiras", place: "Felgueiras Lighthouse", city: "Porto" },
      { mention: "Porto Card", place: null, city: "Porto" },
    ],
    faults: [],
  },
  {
    name: "florence-perplexity-faults",
    style: "perplexity",
    today: "2027-02-01",
    startDate: null,
    cities: ["Florence"],
    text: `Here is a 3-day Florence itinerary for June 14–16, 2027, drawn from recent travel guides[1][2].

## Day 1: Monday, June 14, 2027
| Time | Activity |
|---|---|
| 9:00–10:30 | Palazzo Vecchio [1] |
| 10:45–11:40 | Orsanmichele [2] |
| 12:30 | Lunch: La Ménagère [4] |
| 14:30–15:30 | Leonardo Interactive Museum [3] |
| 16:00–17:00 | Giotto's Campanile [1] |

## Day 2: Tuesday, June 15, 2027
| Time | Activity |
|---|---|
| 8:30–11:15 | Galleria degli Uffizi [1] |
| 11:20–12:30 | Museo Stibbert [5] |
| 13:30 | Lunch: Simbiosi [4] |
| 15:30–16:30 | Museo Ferragamo [3] |
| 19:45 | Dinner: 5 e Cinque [4] |

## Day 3: Wednesday, June 16, 2027
| Time | Activity |
|---|---|
| 10:00–11:30 | La Specola [5] |
| 12:00–13:00 | Brancacci Chapel [2] |
| 13:15 | Lunch: bakery in San Frediano |
| 15:15–15:25 | Museo Novecento [3] |
| 16:00–17:15 | Palazzo Strozzi [3] |

**Sources consulted:** official museum pages, city tourism office, two travel forums.`,
    places: [
      { mention: "Palazzo Vecchio", place: "Palazzo Vecchio", city: "Florence" },
      { mention: "Orsanmichele", place: "Orsanmichele", city: "Florence" },
      { mention: "La Ménagère", place: "La Ménagère", city: "Florence" },
      { mention: "Leonardo Interactive Museum", place: "Leonardo Interactive Museum", city: "Florence" },
      { mention: "Giotto's Campanile", place: "Giotto's Bell Tower", city: "Florence" },
      { mention: "Galleria degli Uffizi", place: "Uffizi Gallery", city: "Florence" },
      { mention: "Museo Stibbert", place: "Stibbert Museum", city: "Florence" },
      { mention: "Simbiosi", place: "Simbiosi Organic Pizza & Food", city: "Florence" },
      { mention: "Museo Ferragamo", place: "Salvatore Ferragamo Museum", city: "Florence" },
      { mention: "5 e Cinque", place: "5 e Cinque", city: "Florence" },
      { mention: "La Specola", place: "La Specola Natural History Museum", city: "Florence" },
      { mention: "Brancacci Chapel", place: "Brancacci Chapel", city: "Florence" },
      { mention: "San Frediano", place: null, city: "Florence" },
      { mention: "Museo Novecento", place: "Museo Novecento", city: "Florence" },
      { mention: "Palazzo Strozzi", place: "Palazzo Strozzi", city: "Florence" },
    ],
    faults: [
      { code: "closed_day", mention: "Orsanmichele", day: 1 },
      { code: "travel_too_short", mention: "Museo Stibbert", day: 2 },
      { code: "closed_day", mention: "Brancacci Chapel", day: 3 },
      { code: "visit_short", mention: "Museo Novecento", day: 3 },
    ],
  },
  {
    name: "amsterdam-perplexity",
    style: "perplexity",
    today: "2027-02-01",
    startDate: null,
    cities: ["Amsterdam"],
    text: `**Amsterdam, 12–14 April 2027 (Mon–Wed)**

Tulip season is peak season, so book everything ahead[1].

**Mon 12 Apr – Museum Quarter**
- 9:00–11:50: Rijksmuseum, €25[2]
- 12:15: brunch at The Avocado Show[3]
- 13:30–15:20: Van Gogh Museum, €24[2]
- 15:45–16:45: Vondelpark[4]
- 18:30: Foodhallen[3]

**Tue 13 Apr – Canals and Jordaan**
- 9:30–10:45: Anne Frank Huis, €16.50[5]
- 11:00–11:30: Westerkerk[4]
- 11:40–13:00: the Jordaan on foot[6]
- 13:15: apple pie and sandwiches at Winkel 43[3]
- 14:30–15:30: De 9 Straatjes[6]
- 16:00–16:30: Begijnhof[4]
- 19:00: Indonesian dinner at Kantjil & de Tijger[3]

**Wed 14 Apr – Plantage and Noord**
- 10:00–11:15: Rembrandthuis[2]
- 11:30–12:45: Hortus[4]
- 13:00: Café-Restaurant de Plantage[3]
- 14:45–16:45: Scheepvaartmuseum, €18.50[2]
- 17:30–18:00: free ferry over the IJ[7]
- 18:15–19:15: A'dam Lookout[7]

You may prefer a canal boat with Those Dam Boat Guys, and the bulb fields at Keukenhof deserve a separate day[8].`,
    places: [
      { mention: "Rijksmuseum", place: "Rijksmuseum", city: "Amsterdam" },
      { mention: "The Avocado Show", place: "The Avocado Show", city: "Amsterdam" },
      { mention: "Van Gogh Museum", place: "Van Gogh Museum", city: "Amsterdam" },
      { mention: "Vondelpark", place: "Vondelpark", city: "Amsterdam" },
      { mention: "Foodhallen", place: "Foodhallen", city: "Amsterdam" },
      { mention: "Anne Frank Huis", place: "Anne Frank House", city: "Amsterdam" },
      { mention: "Westerkerk", place: "Western Church", city: "Amsterdam" },
      { mention: "the Jordaan", place: "Jordaan", city: "Amsterdam" },
      { mention: "Winkel 43", place: "Winkel 43", city: "Amsterdam" },
      { mention: "De 9 Straatjes", place: "The Nine Streets", city: "Amsterdam" },
      { mention: "Begijnhof", place: "Begijnhof", city: "Amsterdam" },
      { mention: "Kantjil & de Tijger", place: "Kantjil & de Tijger", city: "Amsterdam" },
      { mention: "Rembrandthuis", place: "Rembrandt House Museum", city: "Amsterdam" },
      { mention: "Hortus", place: "Hortus Botanicus", city: "Amsterdam" },
      { mention: "Café-Restaurant de Plantage", place: "Café-Restaurant de Plantage", city: "Amsterdam" },
      { mention: "Scheepvaartmuseum", place: "National Maritime Museum", city: "Amsterdam" },
      { mention: "ferry over the IJ", place: "Free Ferry across the IJ", city: "Amsterdam" },
      { mention: "A'dam Lookout", place: "A'DAM Lookout", city: "Amsterdam" },
      { mention: "Those Dam Boat Guys", place: null, city: "Amsterdam" },
      { mention: "Keukenhof", place: null, city: "Amsterdam" },
    ],
    faults: [],
  },
  {
    name: "tokyo-perplexity-faults",
    style: "perplexity",
    today: "2027-02-01",
    startDate: null,
    cities: ["Tokyo"],
    text: `**Trip:** Tokyo, July 12 to July 14, 2027 · **Travelers:** 2 · **Pace:** moderate[1]

**Day 1 (Mon, July 12)**
1. Zojoji 9:30–10:10 AM[2]
2. teamLab Borderless 10:30 AM–12:30 PM, ¥3,600[3]
3. Lunch in Azabudai Hills 1:00 PM
4. National Art Center 2:30–3:45 PM[4]
5. 21_21 3:30–4:30 PM[4]
6. Shibuya Sky 9:25–10:25 PM, ¥2,700[3]

**Day 2 (Tue, July 13)**
1. Koishikawa-Korakuen 9:00–10:10 AM, ¥300[5]
2. Jinbocho 11:00 AM–12:00 PM[6]
3. Kanda Yabusoba 12:30 PM[7]
4. Miraikan 2:45–4:45 PM, ¥630[8]
5. Odaiba 5:15–6:00 PM

**Day 3 (Wed, July 14)**
1. Gotokuji 8:30–9:10 AM, lucky cats[9]
2. Shimokita 9:45–11:00 AM[9]
3. Tsukiji 12:00–1:15 PM[2]
4. Intermediatheque 2:30–3:30 PM, free[4]
5. Afuri dinner 4:30 PM[7]

**Day 4 (Thu, July 15)**
1. Inokashira 9:30–10:30 AM
2. Ghibli 11:00 AM–1:00 PM, ¥1,000[10]`,
    places: [
      { mention: "Zojoji", place: "Zojo-ji", city: "Tokyo" },
      { mention: "teamLab Borderless", place: "teamLab Borderless", city: "Tokyo" },
      { mention: "Azabudai Hills", place: null, city: "Tokyo" },
      { mention: "National Art Center", place: "The National Art Center, Tokyo", city: "Tokyo" },
      { mention: "21_21", place: "21_21 Design Sight", city: "Tokyo" },
      { mention: "Shibuya Sky", place: "Shibuya Sky", city: "Tokyo" },
      { mention: "Koishikawa-Korakuen", place: "Koishikawa Korakuen", city: "Tokyo" },
      { mention: "Jinbocho", place: "Jimbocho Book Town", city: "Tokyo" },
      { mention: "Kanda Yabusoba", place: "Kanda Yabu Soba", city: "Tokyo" },
      { mention: "Miraikan", place: "Miraikan", city: "Tokyo" },
      { mention: "Odaiba", place: "Odaiba Seaside Park", city: "Tokyo" },
      { mention: "Gotokuji", place: "Gotoku-ji", city: "Tokyo" },
      { mention: "Shimokita", place: "Shimokitazawa", city: "Tokyo" },
      { mention: "Tsukiji", place: "Tsukiji Outer Market", city: "Tokyo" },
      { mention: "Intermediatheque", place: "Intermediatheque (KITTE)", city: "Tokyo" },
      { mention: "Afuri", place: "AFURI Ebisu", city: "Tokyo" },
      { mention: "Inokashira", place: "Inokashira Park", city: "Tokyo" },
      { mention: "Ghibli", place: "Ghibli Museum", city: "Tokyo" },
    ],
    faults: [
      { code: "overlap", mention: "21_21", day: 1 },
      { code: "after_last_entry", mention: "Shibuya Sky", day: 1 },
      { code: "closed_day", mention: "Miraikan", day: 2 },
      { code: "closed_day", mention: "Tsukiji", day: 3 },
      { code: "meal_time_odd", mention: "Afuri", day: 3 },
      { code: "outside_trip_dates", mention: null, day: 4 },
    ],
  },
  {
    name: "sydney-perplexity-clean",
    style: "perplexity",
    today: "2027-02-01",
    startDate: null,
    cities: ["Sydney"],
    text: `Below is a 4-day Sydney plan for Nov 25–28, 2027 (Thursday–Sunday)[1].

**Thursday, Nov 25**
- Sydney Opera House tour, 10:00–11:15 am[2]
- Botanic Garden, 11:30 am–12:45 pm[3]
- Lunch with a view of the bridge at Opera Bar, 1:15 pm[4]
- MCA, 3:15–4:30 pm[5]
- The Rocks stroll, 4:45–5:45 pm[3]
- Dinner: Pancakes on the Rocks, 6:30 pm[4]

**Friday, Nov 26**
- Hyde Park Barracks, 10:00–11:15 am, free[2]
- St Marys Cathedral, 11:25–11:55 am[3]
- Bodhi, vegan yum cha, 12:15 pm[4]
- Art Gallery of NSW, 2:00–4:00 pm, free[5]
- Mrs Macquaries Chair, 4:20–4:50 pm[3]
- Harry's Cafe de Wheels, 6:00 pm[4]

**Saturday, Nov 27**
- Paddington Market, 10:00–11:00 am[6]
- Icebergs pool, 12:00–1:15 pm[6]
- Fish and chips, 1:30 pm
- Bondi to Coogee walk, 2:30–5:00 pm[6]

**Sunday, Nov 28**
- Manly Ferry, 9:30–10:10 am[7]
- Manly beach, 11:15 am–1:15 pm[7]
- Boathouse Shelly, 1:45 pm[4]
- North Head, 3:30–4:30 pm[7]

Stay: Ovolo Woolloomooloo or The Grace[8].`,
    places: [
      { mention: "Sydney Opera House", place: "Sydney Opera House", city: "Sydney" },
      { mention: "Botanic Garden", place: "Royal Botanic Garden Sydney", city: "Sydney" },
      { mention: "Opera Bar", place: "Opera Bar", city: "Sydney" },
      { mention: "MCA", place: "Museum of Contemporary Art Australia", city: "Sydney" },
      { mention: "The Rocks", place: "The Rocks", city: "Sydney" },
      { mention: "Pancakes on the Rocks", place: "Pancakes on the Rocks", city: "Sydney" },
      { mention: "Hyde Park Barracks", place: "Hyde Park Barracks", city: "Sydney" },
      { mention: "St Marys Cathedral", place: "St Mary's Cathedral", city: "Sydney" },
      { mention: "Bodhi", place: "Bodhi Restaurant", city: "Sydney" },
      { mention: "Art Gallery of NSW", place: "Art Gallery of New South Wales", city: "Sydney" },
      { mention: "Mrs Macquaries Chair", place: "Mrs Macquarie's Chair", city: "Sydney" },
      { mention: "Harry's Cafe de Wheels", place: "Harry's Café de Wheels", city: "Sydney" },
      { mention: "Paddington Market", place: "Paddington Markets", city: "Sydney" },
      { mention: "Icebergs", place: "Bondi Icebergs Pool", city: "Sydney" },
      { mention: "Bondi to Coogee walk", place: "Bondi to Coogee Coastal Walk", city: "Sydney" },
      { mention: "Manly Ferry", place: "Manly Ferry from Circular Quay", city: "Sydney" },
      { mention: "Manly beach", place: "Manly Beach", city: "Sydney" },
      { mention: "Boathouse Shelly", place: "The Boathouse Shelly Beach", city: "Sydney" },
      { mention: "North Head", place: "North Head: Fairfax Walk", city: "Sydney" },
      { mention: "Ovolo Woolloomooloo", place: null, city: "Sydney" },
      { mention: "The Grace", place: null, city: "Sydney" },
    ],
    faults: [],
  },
];
