/**
 * More itineraries, in the styles of people and other languages, each with what it says: day, start ("~" where it says none) and place (or the kind of item), what no place
 * answers to, and the errors it holds. Day 1 is 2027-05-10, a Monday, unless dated.
 */
import type { PastedText } from "./pasted-text.ts";

export const MORE_TEXTS: readonly PastedText[] = [
  {
    style: "parts of the day with hours in brackets",
    text: `
**Day 1: London**
- **Morning (9:00 AM - 12:00 PM):** Visit the Tower of London and walk across Tower Bridge.
- **Lunch (12:00 PM - 1:30 PM):** Borough Market
- **Afternoon (1:30 PM - 5:00 PM):** Explore the Tate Modern and St Paul's Cathedral.
- **Evening (6:00 PM onwards):** Dinner at Dishoom Covent Garden, followed by a West End show.
**Day 2: London**
- **Morning:** British Museum, Covent Garden
- **Afternoon:** Westminster Abbey, Big Ben, and the London Eye
- **Evening:** Stroll along the South Bank or relax in a traditional pub
`,
    items: [
      "1 ~ Tower of London",
      "1 ~ Tower Bridge",
      "1 12:00 Borough Market",
      "1 ~ Tate Modern",
      "1 ~ St Paul's Cathedral",
      "1 ~ Dishoom Covent Garden",
      "1 ~ free",
      "2 ~ British Museum",
      "2 ~ Covent Garden Piazza",
      "2 ~ Westminster Abbey",
      "2 ~ Big Ben and the Houses of Parliament",
      "2 ~ London Eye",
      "2 ~ South Bank Riverside Walk",
    ],
    unresolved: [],
    errors: ["closed_day 1 Borough Market"],
  },
  {
    style: "one paragraph with semicolons",
    text: `
Marrakech in a day: begin at 9:30 with Ben Youssef Madrasa; 11:00 Le Jardin Secret; noon lunch on the terrace of Nomad. From 14:00 to 15:30 Bahia Palace and at 16:00 the Saadian Tombs. 17:30 Majorelle Garden. End at Jemaa el-Fna for street food at 8pm.
`,
    items: [
      "1 09:30 Ben Youssef Madrasa",
      "1 11:00 Le Jardin Secret",
      "1 12:00 Nomad",
      "1 14:00 Bahia Palace",
      "1 16:00 Saadian Tombs",
      "1 17:30 Majorelle Garden",
      "1 20:00 Jemaa el-Fnaa",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "a greeting, then dates as headings",
    text: `
Hi! Here is your plan for Amsterdam (2 people, vegetarian, budget 300 EUR):

Friday, 14 May 2027
* 10:00 - 12:30: Rijksmuseum
* 12:45 - 13:30: Lunch @ Foodhallen
* 14:00 - 15:30: van Gogh museum
* 16:00 - 17:00: Canal cruise
* 18:30 - 20:00: Dinner at Moeders
Saturday, 15 May 2027
* 09:00 - 10:15: Anne Frank House
* 10:30 - 11:30: The Nine Streets
* 12:00 - 13:00: The Pancake Bakery
* 14:00 - 16:00: NEMO Science Museum
`,
    items: [
      "1 10:00 Rijksmuseum",
      "1 12:45 Foodhallen",
      "1 14:00 Van Gogh Museum",
      "1 16:00 free",
      "1 18:30 Moeders",
      "2 09:00 Anne Frank House",
      "2 10:30 The Nine Streets",
      "2 12:00 The Pancake Bakery",
      "2 14:00 NEMO Science Museum",
    ],
    unresolved: [],
    errors: ["travel_too_short 1 Foodhallen"],
  },
  {
    style: "Portuguese",
    text: `
**Dia 1 – Lisboa (Segunda-feira)**
- 10:00 Mosteiro dos Jerónimos
- 12:00 Torre de Belém
- 13:30 Almoço no Time Out Market
- 16:00 Castelo de São Jorge
`,
    items: [
      "1 10:00 Jerónimos Monastery",
      "1 12:00 Belém Tower (riverside view)",
      "1 13:30 Time Out Market",
      "1 16:00 São Jorge Castle",
    ],
    unresolved: [],
    errors: ["closed_day 1 Jerónimos Monastery"],
  },
  {
    style: "a repeated place and a weekday that is none",
    text: `
Rome, May 2027

Day 1 (Fri 14 May)
10:00–12:00 Vatican Museums and Sistine Chapel
12:15 St. Peter's Basilica
14:00 lunch near the Vatican
16:00 Castel Sant'Angelo
18:00 Piazza Navona
20:00 dinner at Armando al Pantheon

Day 2 (Sat 15 May)
09:00 Colosseum
11:00 Roman Forum
12:30 Palatine Hill
15:00 Borghese Gallery
17:00 Villa Borghese gardens

Day 3 (Mon 16 May)
09:30 Pantheon
11:00 Trevi Fountain, Spanish Steps
15:00 Colosseum
`,
    items: [
      "1 10:00 Vatican Museums and Sistine Chapel",
      "1 12:15 St Peter's Basilica",
      "1 14:00 meal",
      "1 16:00 Castel Sant'Angelo",
      "1 18:00 Piazza Navona",
      "1 20:00 Armando al Pantheon",
      "2 09:00 Colosseum",
      "2 11:00 Roman Forum and Palatine Hill",
      "2 15:00 Borghese Gallery",
      "2 17:00 Villa Borghese Park",
      "3 09:30 Pantheon",
      "3 11:00 Trevi Fountain",
      "3 ~ Spanish Steps",
      "3 15:00 Colosseum",
    ],
    unresolved: [],
    errors: ["weekday_mismatch 3", "repeated_place 3 Colosseum"],
  },
  {
    style: "emoji labels for the parts of the day",
    text: `
Day 1 — Singapore 🇸🇬
☀️ Morning: Gardens by the Bay (Cloud Forest + Flower Dome)
🍽 Lunch: Maxwell Food Centre
🌤 Afternoon: Chinatown & Buddha Tooth Relic Temple
🌙 Evening: Marina Bay Sands SkyPark, then Night Safari
`,
    items: [
      "1 ~ Gardens by the Bay and Supertree Grove",
      "1 ~ Maxwell Food Centre",
      "1 ~ Buddha Tooth Relic Temple",
      "1 ~ Marina Bay Sands SkyPark Observation Deck",
      "1 ~ Night Safari",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "prose with a journey in town",
    text: `
Your Sydney day: Start at Circular Quay with a walk around the Sydney Opera House (1 hour), cross the Harbour Bridge, and have lunch in The Rocks. After lunch, take the ferry to Taronga Zoo and spend the afternoon there. Head back for dinner at Opera Bar at 7 pm.
`,
    items: [
      "1 ~ Sydney Opera House",
      "1 ~ Sydney Harbour Bridge Walk",
      "1 ~ meal",
      "1 ~ Taronga Zoo",
      "1 19:00 Opera Bar",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "dotted times",
    text: `
Cape Town
Sat 8 May 2027
8.00 - 10.30 Table Mountain
11.30 - 13.00 Kirstenbosch
13.30 Lunch at Kirstenbosch Tea Room
15.30 - 17.00 Boulders Beach
Sun 9 May 2027
9.00 - 13.00 Robben Island
14.00 Zeitz MOCAA
16.00 V&A Waterfront
`,
    items: [
      "1 08:00 Table Mountain Aerial Cableway",
      "1 11:30 Kirstenbosch National Botanical Garden",
      "1 13:30 Kirstenbosch Tea Room",
      "1 15:30 Boulders Penguin Colony",
      "2 09:00 Robben Island Museum",
      "2 14:00 Zeitz Museum of Contemporary Art Africa",
      "2 16:00 V&A Waterfront",
    ],
    unresolved: [],
    errors: ["outside_hours 1 Table Mountain Aerial Cableway", "travel_too_short 1 Boulders Penguin Colony"],
  },
  {
    style: "pipes and rules",
    text: `
Mexico City 2 days | for a couple | budget $200
--- Day 1 ---
9:00 AM  Zócalo and Metropolitan Cathedral
11:00 AM  Templo Mayor
1:00 PM  Lunch - El Cardenal
3:00 PM  Bellas Artes
--- Day 2 ---
10:00 AM  Frida Kahlo Museum
12:00 PM  Coyoacán market
2:00 PM  Anthropology museum
`,
    items: [
      "1 09:00 Zócalo",
      "1 ~ Metropolitan Cathedral",
      "1 11:00 Templo Mayor Museum",
      "1 13:00 El Cardenal (Palma)",
      "1 15:00 Palace of Fine Arts",
      "2 10:00 Frida Kahlo Museum (Casa Azul)",
      "2 12:00 Coyoacán Market",
      "2 14:00 National Museum of Anthropology",
    ],
    unresolved: [],
    errors: ["closed_day 1 Templo Mayor Museum", "closed_day 1 Palace of Fine Arts"],
  },
  {
    style: "lettered lists and a place out of the world",
    text: `
1) Day one: Bangkok
   a) 08:30 Grand Palace
   b) 11:00 Wat Pho
   c) 13:00 Lunch at Supanniga Eating Room
   d) 15:00 Wat Arun
   e) 17:00 Fictional Sky Temple
2) Day two: Bangkok
   a) 10:00 Chatuchak Market
   b) 14:00 Jim Thompson House
   c) 16:30 Louvre
`,
    items: [
      "1 08:30 Grand Palace and Wat Phra Kaew",
      "1 11:00 Wat Pho",
      "1 13:00 Supanniga Eating Room Tha Tien",
      "1 15:00 Wat Arun",
      "1 17:00 attraction",
      "2 10:00 Chatuchak Weekend Market",
      "2 14:00 Jim Thompson House Museum",
      "2 16:30 Louvre Museum",
    ],
    unresolved: ["Fictional Sky Temple"],
    errors: [
      "wrong_city 2 Louvre Museum",
      "unknown_place 1 Fictional Sky Temple",
      "closed_day 2 Chatuchak Weekend Market",
      "closed_day 2 Louvre Museum",
      "travel_too_short 2 Louvre Museum",
    ],
  },
  {
    style: "one line with commas",
    text: `
Buenos Aires, 10 May 2027: 10:00 Recoleta cemetry, 11:30 El Ateneo Grand Splendid, 13:00 lunch at Don Julio, 15:30 MALBA, 21:00 tango at La Catedral.
`,
    items: [
      "1 10:00 Recoleta Cemetery",
      "1 11:30 El Ateneo Grand Splendid",
      "1 13:00 Don Julio",
      "1 15:30 Museum of Latin American Art (MALBA)",
      "1 21:00 free",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "a table of places and costs",
    text: `
| Time | Activity | Place | Cost |
|:--|:--|:--|--:|
| 08:00-09:00 | Breakfast | Majestic Café | €15 |
| 09:30-10:30 | Visit | Livraria Lello | €10 |
| 11:00-12:00 | Climb | Clérigos Tower | €8 |
| 13:00-14:30 | Lunch | Brasão Aliados | €40 |
| 15:30-17:00 | Port tasting | Taylor's Port Cellars | €20 |
`,
    items: [
      "1 08:00 Majestic Café",
      "1 09:30 Livraria Lello",
      "1 11:00 Clérigos Tower and Church",
      "1 13:00 Brasão Aliados",
      "1 15:30 Taylor's Port Cellars",
    ],
    unresolved: [],
    errors: ["outside_hours 1 Majestic Café"],
  },
  {
    style: "parts of the day as bare lines, then another city",
    text: `
Tuesday 11 May 2027 - Tokyo
Morning
Tsukiji Outer Market for breakfast sushi
teamLab Planets
Afternoon
Ginza shopping
Imperial Palace East Gardens
Evening
Izakaya dinner in Shinjuku
Drinks in Golden Gai
Wednesday 12 May 2027 - Kyoto
09:00 Shinkansen to Kyoto (2h15)
13:00 Nishiki Market
15:00 Gion
19:00 Dinner at Kyoto Ramen Koji
Thursday 13 May 2027 - Kyoto
Fushimi-Inari, Tofukuji and Kiyomizu-dera
Lunch somewhere nearby
Philosopher's Path and Ginkaku-ji
`,
    items: [
      "1 ~ Tsukiji Outer Market",
      "1 ~ teamLab Planets",
      "1 ~ free",
      "1 ~ Imperial Palace East Gardens",
      "1 ~ meal",
      "1 ~ Shinjuku Golden Gai",
      "2 09:00 transport",
      "2 13:00 Nishiki Market",
      "2 15:00 Gion and Hanamikoji Street",
      "2 19:00 Kyoto Ramen Koji",
      "3 ~ Fushimi Inari Taisha",
      "3 ~ Tofuku-ji",
      "3 ~ Kiyomizu-dera",
      "3 ~ meal",
      "3 ~ Philosopher's Path",
      "3 ~ Ginkaku-ji (Silver Pavilion)",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "bold times",
    text: `
## Amsterdam in 1 day
**10:00** – Van Gogh Museum (2 h) – €24
**12:30** – Lunch at a cosy café in De Pijp
**14:00** – Rijks Museum, 2.5 hours
**17:00** – Vondelpark, then back to the hotel
**Note:** the Anne Frank House is sold out weeks ahead.
`,
    items: ["1 10:00 Van Gogh Museum", "1 12:30 meal", "1 14:00 Rijksmuseum", "1 17:00 Vondelpark", "1 ~ rest"],
    unresolved: [],
    errors: [],
  },
  {
    style: "times in brackets behind what they are for",
    text: `
Day 1: Check-in at the hotel (15:00), walk through Baixa to Praça do Comércio, dinner at Casa do Alentejo (20:00).
Day 2: Breakfast at Nicolau Lisboa (9:00), National Coach Museum (10:30), lunch at LX Factory, Museu do Oriente in the afternoon. Fado in Alfama at night.
Day 3: Check-out, Gulbenkian, flight home 18:45.
`,
    items: [
      "1 15:00 check_in",
      "1 ~ Praça do Comércio",
      "1 20:00 Casa do Alentejo",
      "2 09:00 Nicolau Lisboa",
      "2 10:30 National Coach Museum",
      "2 ~ meal",
      "2 ~ Orient Museum",
      "2 ~ Alfama Lanes",
      "3 ~ Calouste Gulbenkian Museum",
      "3 18:45 flight",
    ],
    unresolved: [],
    errors: [],
  },
];
