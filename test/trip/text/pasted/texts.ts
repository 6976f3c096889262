/**
 * Itineraries in the styles of chatbots, each with what it says: day, start ("~" where it says none) and place (or the kind of item), what no place
 * answers to, and the errors it holds. Day 1 is 2027-05-10, a Monday, unless dated.
 */
import type { PastedText } from "./pasted-text.ts";

export const TEXTS: readonly PastedText[] = [
  {
    style: "bold bullets with parts of the day and a section of tips",
    text: `
# 3-Day Lisbon Itinerary (May 11–13, 2027)
For 2 travelers, budget €900

## Day 1 – Tuesday, May 11: Belém
**Morning**
- **9:30 AM – 11:00 AM**: **Jerónimos Monastery** – Marvel at the Manueline architecture. Tip: book tickets online (€18).
- 11:15 AM: Walk to **Belém Tower** and enjoy the river views (1 hour)
**Lunch**
- 12:45 PM – Lunch at **Darwin's Café**
**Afternoon**
- 2:30 PM – **MAAT** (1.5 hours)
- 4:30 PM – Pastéis de Belém for the famous custard tarts
**Evening**
- Dinner in Bairro Alto, near the Miradouro de São Pedro de Alcântara.

## Day 2 – Wednesday, May 12: Alfama & Baixa
- 9:00 – São Jorge Castle
- 11:00 – Lisbon Cathedral (Sé)
- 12:30 – Lunch at Zé da Mouraria
- 14:30 – Fado Museum
- 16:00 – Stroll through Chiado
- 20:00 – Dinner: Cervejaria Ramiro

## Day 3 – Thursday, May 13: Parque das Nações
1. Visit the Lisbon Oceanarium (10:00 - 12:30)
2. Ride the cable car
3. Lunch at a local restaurant
4. National Tile Museum
5. Farewell dinner at Time Out Market

### Tips
- Buy the Lisboa Card
- Visit the Uffizi some day
`,
    items: [
      "1 09:30 Jerónimos Monastery",
      "1 11:15 Belém Tower (riverside view)",
      "1 12:45 Darwin's Café",
      "1 14:30 MAAT and Tejo Power Station",
      "1 16:30 Pastéis de Belém",
      "1 ~ meal",
      "2 09:00 São Jorge Castle",
      "2 11:00 Lisbon Cathedral",
      "2 12:30 Zé da Mouraria",
      "2 14:30 Fado Museum",
      "2 16:00 free",
      "2 20:00 Cervejaria Ramiro",
      "3 10:00 Lisbon Oceanarium",
      "3 ~ meal",
      "3 ~ National Tile Museum",
      "3 ~ Time Out Market",
    ],
    unresolved: [],
    errors: ["closed_day 1 MAAT and Tejo Power Station", "travel_too_short 1 Belém Tower (riverside view)"],
  },
  {
    style: "one line, one day, times only at the start",
    text: `
Day 2: 9:00 Uffizi, then walk across Ponte Vecchio to the Pitti Palace, lunch at Trattoria Mario, and finish with sunset at Piazzale Michelangelo.
`,
    items: [
      "2 09:00 Uffizi Gallery",
      "2 ~ Ponte Vecchio",
      "2 ~ Pitti Palace",
      "2 ~ Trattoria Mario",
      "2 ~ Piazzale Michelangelo",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "lower case with slips",
    text: `
Florence weekend

Day 1 (Saturday)
9am uffizi galery
11.30 duomo
1pm lunch all'antico vinaio
3pm accademia
7:30 dinner za za

Day 2 (Sunday)
morning: boboli gardens, then pitti palace
after that head to santo spirito
evening: piazzale michelangelo
`,
    items: [
      "1 09:00 Uffizi Gallery",
      "1 11:30 Florence Cathedral",
      "1 13:00 All'Antico Vinaio",
      "1 15:00 Accademia Gallery",
      "1 19:30 Trattoria Za Za",
      "2 ~ Boboli Gardens",
      "2 ~ Pitti Palace",
      "2 ~ Basilica of Santo Spirito",
      "2 ~ Piazzale Michelangelo",
    ],
    unresolved: [],
    errors: [
      "weekday_mismatch 1",
      "weekday_mismatch 2",
      "closed_day 1 Uffizi Gallery",
      "closed_day 1 Accademia Gallery",
    ],
  },
  {
    style: "a table of one day",
    text: `
Here's a 2-day plan for Rome:

| Time | Activity | Notes |
|------|----------|-------|
| 9:00 AM | Colosseum | Book ahead |
| 11:30 AM | Roman Forum & Palatine Hill | near the Arch of Constantine |
| 1:30 PM | Lunch at La Taverna dei Fori Imperiali | |
| 3:00 PM | Pantheon | free |
| 4:30 PM | Trevi Fountain | toss a coin |
`,
    items: [
      "1 09:00 Colosseum",
      "1 11:30 Roman Forum and Palatine Hill",
      "1 13:30 La Taverna dei Fori Imperiali",
      "1 15:00 Pantheon",
      "1 16:30 Trevi Fountain",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "a table with a row for each day",
    text: `
| Day | Morning | Afternoon | Evening |
|---|---|---|---|
| Day 1 | Louvre Museum | Tuileries Garden, Musée de l'Orangerie | Dinner at Bouillon Chartier |
| Day 2 | Eiffel Tower | Musée d'Orsay | Seine cruise |
`,
    items: [
      "1 ~ Louvre Museum",
      "1 ~ Tuileries Garden",
      "1 ~ Musée de l'Orangerie",
      "1 ~ Bouillon Chartier",
      "2 ~ Eiffel Tower",
      "2 ~ Musée d'Orsay",
      "2 ~ free",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "prose, the first day told before any other is named",
    text: `
I'd start your first day in Tokyo at Senso-ji, arriving around 8:30 to beat the crowds. Then head over to Ueno Park and the Tokyo National Museum. Have lunch at Kanda Yabu Soba before walking to Akihabara. In the evening, enjoy Shibuya Crossing and Shibuya Sky at sunset. On the second day, visit Meiji Shrine in the morning, stroll down Takeshita Street, and spend the afternoon at teamLab Borderless. Dinner in Shinjuku near Omoide Yokocho. The next day, take a day trip to Nikko.
`,
    items: [
      "1 08:30 Senso-ji",
      "1 ~ Ueno Park",
      "1 ~ Tokyo National Museum",
      "1 ~ Kanda Yabu Soba",
      "1 ~ Akihabara Electric Town",
      "1 ~ Shibuya Scramble Crossing",
      "1 ~ Shibuya Sky",
      "2 ~ Meiji Shrine",
      "2 ~ Takeshita Street",
      "2 ~ teamLab Borderless",
      "2 ~ meal",
      "3 ~ free",
    ],
    unresolved: [],
    errors: ["closed_day 1 Tokyo National Museum"],
  },
  {
    style: "two cities, a train between, and a stranger in the second",
    text: `
**Days 1–2: Lisbon**

Day 1
- 10:00 Arrive at Lisbon airport, transfer to hotel
- 14:00 Check in at Hotel Avenida Palace
- 15:00 Praça do Comércio
- 16:30 Santa Justa Lift

Day 2
- 10:00–12:00 MAAT
- 13:00 lunch
- 15:00 Museu Nacional do Azulejo

**Day 3: Lisbon → Porto**
- 09:00 Train to Porto (3h)
- 13:00 Lunch at Café Santiago
- 15:00 Livraria Lello
- 16:30 Clérigos Tower
- 18:30 Sunset at Jardim do Morro

Day 4: Porto
- 10:00 Palácio da Bolsa
- 11:30 Sao Francisco church
- 15:00 Eiffel Tower
- 17:00 Museum of Imaginary Things
`,
    items: [
      "1 10:00 transport",
      "1 14:00 check_in",
      "1 15:00 Praça do Comércio",
      "1 16:30 Santa Justa Lift",
      "2 10:00 MAAT and Tejo Power Station",
      "2 13:00 meal",
      "2 15:00 National Tile Museum",
      "3 09:00 transport",
      "3 13:00 Café Santiago",
      "3 15:00 Livraria Lello",
      "3 16:30 Clérigos Tower and Church",
      "3 18:30 Jardim do Morro",
      "4 10:00 Stock Exchange Palace",
      "4 11:30 Church of Saint Francis",
      "4 15:00 Eiffel Tower",
      "4 17:00 attraction",
    ],
    unresolved: ["Museum of Imaginary Things"],
    errors: [
      "wrong_city 4 Eiffel Tower",
      "unknown_place 4 Museum of Imaginary Things",
      "closed_day 2 MAAT and Tejo Power Station",
      "travel_too_short 4 Eiffel Tower",
    ],
  },
  {
    style: "emoji, and a title with the only date",
    text: `
🌟 **Your Perfect Day in Kyoto** 🌟 (Wednesday, April 14, 2027)

🕗 **8:00 AM – Fushimi Inari Taisha** ⛩️
Start early to beat the crowds at the famous torii gates. Allow about 2 hours.

🕥 **10:30 AM – Kiyomizu-dera** 
Take a bus toward Higashiyama. Views over the city, close to Sannenzaka and Ninenzaka.

🍜 **12:30 PM – Lunch at Honke Owariya**

🏯 **2:30 PM – Nijo Castle**

🎋 **4:30 PM – Kinkakuji (Golden Pavilion)**

🍶 **7:00 PM – Dinner in Pontocho**
`,
    items: [
      "1 08:00 Fushimi Inari Taisha",
      "1 10:30 Kiyomizu-dera",
      "1 12:30 Honke Owariya",
      "1 14:30 Nijo Castle",
      "1 16:30 Kinkaku-ji (Golden Pavilion)",
      "1 19:00 meal",
    ],
    unresolved: [],
    errors: [],
  },
  {
    style: "days in short prose",
    text: `
Day 1 - Arrival
Arrive at CDG around 10am. Check in at your hotel near the Opéra. Spend the afternoon at the Musée d'Orsay (open until 18:00), then stroll along the Seine to Notre-Dame. Dinner at Bouillon Chartier around 7:30pm.

Day 2 - Classic Paris
Morning at the Louvre – book the 9am slot. Lunch at Angelina. Afternoon: Tuileries Garden and Arc de Triomphe. Evening: Eiffel Tower at sunset.
`,
    items: [
      "1 10:00 transport",
      "1 ~ check_in",
      "1 ~ Musée d'Orsay",
      "1 ~ Notre-Dame Cathedral",
      "1 19:30 Bouillon Chartier",
      "2 09:00 Louvre Museum",
      "2 ~ Angelina",
      "2 ~ Tuileries Garden",
      "2 ~ Arc de Triomphe",
      "2 ~ Eiffel Tower",
    ],
    unresolved: [],
    errors: ["closed_day 1 Musée d'Orsay", "closed_day 2 Louvre Museum"],
  },
  {
    style: "numbered sights with their details below",
    text: `
### Day 1: Monday, May 10, 2027
#### Morning
1. **Uffizi Gallery**
   - Time: 9:00 AM - 11:30 AM
   - Cost: €25
   - What to see: Botticelli's Birth of Venus
2. **Ponte Vecchio**
   - Duration: 30 minutes
#### Afternoon
3. **Lunch at Trattoria Mario**
   - Time: 12:30 PM
4. **Accademia Gallery**
   - Time: 2:00 PM - 3:30 PM
   - Tip: See David near the end of the day
`,
    items: ["1 09:00 Uffizi Gallery", "1 ~ Ponte Vecchio", "1 12:30 Trattoria Mario", "1 14:00 Accademia Gallery"],
    unresolved: [],
    errors: ["closed_day 1 Uffizi Gallery", "closed_day 1 Accademia Gallery"],
  },
  {
    style: "days as D1 and D2, times behind the names",
    text: `
NYC 2 days:
D1: MoMA 10:30, lunch at Katz's Deli 1pm, Brooklyn Bridge 3pm, dinner Peter Luger 7pm
D2: Statue of Liberty 9am -> 9/11 Museum 1pm -> One World Observatory 3pm -> Top of the Rock 6pm
`,
    items: [
      "1 10:30 Museum of Modern Art (MoMA)",
      "1 13:00 Katz's Delicatessen",
      "1 15:00 Brooklyn Bridge",
      "1 19:00 Peter Luger Steak House",
      "2 09:00 Statue of Liberty and Ellis Island",
      "2 13:00 9/11 Memorial Museum",
      "2 15:00 One World Observatory",
      "2 18:00 Top of the Rock",
    ],
    unresolved: [],
    errors: ["closed_day 2 9/11 Memorial Museum"],
  },
  {
    style: "an overlap in two plain lists",
    text: `
Tuesday 11 May: Vienna
09:00-11:00 Schönbrunn Palace
10:30-12:00 Schönbrunn Zoo
13:00 Mittagessen
15:00 Kunsthistorisches Museum
Wednesday 12 May: Vienna
09:00 St. Stephen's Cathedral
10:00 Hofburg
12:00 Café Central
14:00 Belvedere
18:00 Prater
`,
    items: [
      "1 09:00 Schönbrunn Palace",
      "1 10:30 Schönbrunn Zoo",
      "1 13:00 meal",
      "1 15:00 Kunsthistorisches Museum",
      "2 09:00 St Stephen's Cathedral",
      "2 10:00 Hofburg: Sisi Museum and Imperial Apartments",
      "2 12:00 Café Central",
      "2 14:00 Upper Belvedere",
      "2 18:00 Green Prater",
    ],
    unresolved: [],
    errors: ["overlap 1 Schönbrunn Zoo"],
  },
  {
    style: "Spanish headings and French hours",
    text: `
Barcelona – 3 Días

Día 1: Gaudí
- 9h00: Sagrada Familia
- 11h30: Casa Batlló
- 14h00: Almuerzo
- 16h30: Park Güell
Día 2: Gòtic
- 10h: Catedral de Barcelona
- 12h: La Boqueria
- 15h: Museu Picasso
`,
    items: [
      "1 09:00 Sagrada Família",
      "1 11:30 Casa Batlló",
      "1 14:00 meal",
      "1 16:30 Park Güell",
      "2 10:00 Barcelona Cathedral",
      "2 12:00 La Boqueria Market",
      "2 15:00 Picasso Museum",
    ],
    unresolved: [],
    errors: [],
  },
];
