/** ChatGPT's way in Europe: emoji headings, bold times, an offer at the end. */
import type { LabelledItinerary } from "./labelled.ts";

export const CHATGPT_EUROPE: readonly LabelledItinerary[] = [
  {
    name: "lisbon-emoji-three-days",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["Lisbon"],
    text: `Here's a well-paced **3-day Lisbon itinerary** for two, mixing the big sights with time to simply wander. 🇵🇹✨

---

## 🗓️ Day 1 – Monday, 10 May 2027: Baixa, Alfama & the castle

**Morning**
- **9:30 AM – 10:10 AM:** Begin on the river at Praça do Comércio, Lisbon's grandest square.
- **10:30 AM – 11:00 AM:** Take the lift up the Arco da Rua Augusta (€4.50) for a view down the pedestrian street.
- **11:25 AM – 12:15 PM:** Walk up to the Sé de Lisboa, the city's fortress-like cathedral.

**Afternoon**
- **12:30 PM – 1:30 PM:** Lunch at a little tasca in the backstreets (grilled sardines, ~€14 each).
- **2:15 PM – 4:00 PM:** Castelo de São Jorge 🏰 – ramparts, peacocks and the best light of the afternoon (€17).
- **4:20 PM – 4:45 PM:** Pause at the Miradouro das Portas do Sol.

**Evening**
- **7:30 PM:** Dinner at Casa do Alentejo, hidden behind a plain door on Rua das Portas de Santo Antão.

## 🗓️ Day 2 – Tuesday, 11 May 2027: Belém

- **9:00 AM – 9:30 AM:** Warm custard tarts at Pastéis de Belém 🥧
- **9:45 AM – 11:15 AM:** Mosteiro dos Jerónimos (€18, book online).
- **11:40 AM – 12:30 PM:** Padrão dos Descobrimentos (€10).
- **12:45 PM – 1:45 PM:** Picnic lunch on the lawn by the river.
- **2:10 PM – 2:45 PM:** Photos of the Torre de Belém from the water's edge.
- **3:15 PM – 5:00 PM:** MAAT

**Evening:** head back to the Baixa and eat your way around the Time Out Market from 7:30 PM.

## 🗓️ Day 3 – Wednesday, 12 May 2027: Gardens & art

- **10:00 AM – 12:00 PM:** Calouste Gulbenkian Museum – Lalique, Rembrandt and a Ramses-era bowl.
- **12:30 PM:** Light lunch in a café nearby.
- **2:15 PM – 3:00 PM:** Downhill through Parque Eduardo VII.
- **3:10 PM – 3:20 PM:** Estufa Fria, the greenhouse in the old quarry.
- **7:00 PM:** Farewell dinner at Cervejaria Ramiro 🦐

---

### 💡 Tips
- Buy a Viva Viagem card for trams and metro.
- Book the monastery at least two weeks ahead.

Would you like me to add a day trip to Sintra?`,
    places: [
      { mention: "Praça do Comércio", place: "Praça do Comércio", city: "Lisbon" },
      { mention: "Arco da Rua Augusta", place: "Rua Augusta Arch", city: "Lisbon" },
      { mention: "Sé de Lisboa", place: "Lisbon Cathedral", city: "Lisbon" },
      { mention: "Castelo de São Jorge", place: "São Jorge Castle", city: "Lisbon" },
      { mention: "Miradouro das Portas do Sol", place: "Miradouro das Portas do Sol", city: "Lisbon" },
      { mention: "Casa do Alentejo", place: "Casa do Alentejo", city: "Lisbon" },
      { mention: "Pastéis de Belém", place: "Pastéis de Belém", city: "Lisbon" },
      { mention: "Mosteiro dos Jerónimos", place: "Jerónimos Monastery", city: "Lisbon" },
      { mention: "Padrão dos Descobrimentos", place: "Monument to the Discoveries", city: "Lisbon" },
      { mention: "Torre de Belém", place: "Belém Tower (riverside view)", city: "Lisbon" },
      { mention: "MAAT", place: "MAAT and Tejo Power Station", city: "Lisbon" },
      { mention: "Baixa", place: null, city: "Lisbon" },
      { mention: "Time Out Market", place: "Time Out Market", city: "Lisbon" },
      { mention: "Calouste Gulbenkian Museum", place: "Calouste Gulbenkian Museum", city: "Lisbon" },
      { mention: "Parque Eduardo VII", place: "Edward VII Park", city: "Lisbon" },
      { mention: "Estufa Fria", place: "Estufa Fria Greenhouses", city: "Lisbon" },
      { mention: "Cervejaria Ramiro", place: "Cervejaria Ramiro", city: "Lisbon" },
    ],
    faults: [
      { code: "closed_day", mention: "MAAT", day: 2 },
      { code: "visit_short", mention: "Estufa Fria", day: 3 },
    ],
  },
  {
    name: "rome-chatgpt-classic",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["Rome"],
    text: `# 🇮🇹 4-Day Rome Itinerary (20–23 April 2027)

Four days is the sweet spot for Rome. Below I keep each day in one part of the city.

### Day 1 (Tue, 20 April) – Ancient Rome
🕘 **9:00–10:45** – Colosseum (€18, timed entry)
🕚 **11:00–13:15** – Roman Forum and Palatine Hill
🍝 **13:45** – Lunch at Taverna dei Fori Imperiali, family-run
🕓 **16:00–17:15** – Trajan's Market
🌅 **17:30–18:20** – Altare della Patria terrace

### Day 2 (Wed, 21 April) – Vatican
🕗 **8:00–11:00** – Vatican Museums, early entry
🕦 **11:30–12:45** – St. Peter's Basilica
🍕 **13:15** – Pizzarium by Gabriele Bonci for pizza al taglio
🕝 **15:00–16:30** – Castel S. Angelo
🕔 **17:00–17:45** – Piazza Navona
🍷 **20:00** – Dinner in Prati

### Day 3 (Thu, 22 April) – Baroque centre
🕙 **9:30–10:10** – Pantheon
🕥 **10:30–11:50** – Galleria Doria Pamphilj
☕ **12:05** – Espresso at Sant'Eustachio
🕐 **13:15** – Lunch at a wine bar
🕞 **15:00–15:25** – Fontana di Trevi
🕓 **15:45–16:15** – Spanish Steps
🌇 **16:40–17:10** – Terrazza del Pincio

### Day 4 (Fri, 23 April) – Borghese & Trastevere
🕘 **9:00–11:00** – Galleria Borghese (€16)
🕚 **11:15–12:30** – Villa Borghese gardens
🥗 **13:00** – Il Margutta, vegetarian since 1979
🕓 **16:00–16:30** – Santa Maria in Trastevere
🍝 **19:30** – Da Enzo (queue early!)
🌙 **21:30** – Trevi fountain again, by night

**Pro tips:** carry a scarf for churches; refill at the nasoni; validate bus tickets. Buon viaggio! 🍦`,
    places: [
      { mention: "Colosseum", place: "Colosseum", city: "Rome" },
      { mention: "Roman Forum and Palatine Hill", place: "Roman Forum and Palatine Hill", city: "Rome" },
      { mention: "Taverna dei Fori Imperiali", place: "La Taverna dei Fori Imperiali", city: "Rome" },
      { mention: "Trajan's Market", place: "Trajan's Markets", city: "Rome" },
      { mention: "Altare della Patria", place: "Vittoriano", city: "Rome" },
      { mention: "Vatican Museums", place: "Vatican Museums and Sistine Chapel", city: "Rome" },
      { mention: "St. Peter's Basilica", place: "St Peter's Basilica", city: "Rome" },
      { mention: "Pizzarium", place: "Bonci Pizzarium", city: "Rome" },
      { mention: "Castel S. Angelo", place: "Castel Sant'Angelo", city: "Rome" },
      { mention: "Piazza Navona", place: "Piazza Navona", city: "Rome" },
      { mention: "Prati", place: null, city: "Rome" },
      { mention: "Pantheon", place: "Pantheon", city: "Rome" },
      { mention: "Galleria Doria Pamphilj", place: "Doria Pamphilj Gallery", city: "Rome" },
      { mention: "Sant'Eustachio", place: "Sant'Eustachio Il Caffè", city: "Rome" },
      { mention: "Fontana di Trevi", place: "Trevi Fountain", city: "Rome" },
      { mention: "Spanish Steps", place: "Spanish Steps", city: "Rome" },
      { mention: "Terrazza del Pincio", place: "Pincio Terrace", city: "Rome" },
      { mention: "Galleria Borghese", place: "Borghese Gallery", city: "Rome" },
      { mention: "Villa Borghese", place: "Villa Borghese Park", city: "Rome" },
      { mention: "Il Margutta", place: "Il Margutta", city: "Rome" },
      { mention: "Santa Maria in Trastevere", place: "Santa Maria in Trastevere", city: "Rome" },
      { mention: "Da Enzo", place: "Da Enzo al 29", city: "Rome" },
      { mention: "Trevi fountain", place: "Trevi Fountain", city: "Rome" },
    ],
    faults: [
      { code: "closed_day", mention: "Taverna dei Fori Imperiali", day: 1 },
      { code: "outside_hours", mention: "St. Peter's Basilica", day: 2 },
      { code: "repeated_place", mention: "Trevi fountain", day: 4 },
    ],
  },
  {
    name: "london-chatgpt-budget",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["London"],
    text: `# London on a budget – 3 days for 2 people (7–9 May 2027)

**Total budget: £150 for both of you**, excluding the room at the Premier Inn County Hall.

## Day 1 – Friday 7 May
- 🏰 9:30 AM–12:15 PM: Tower of London (£35.80 each)
- 🌉 12:30 PM–1:30 PM: Tower Bridge (£16 each)
- 🥙 2:00 PM: Late lunch at Borough Market
- 🖼️ 3:45 PM–5:45 PM: Tate Modern, free
- 🍝 7:00 PM: Padella

## Day 2 – Saturday 8 May
- ⛪ 9:30 AM–11:10 AM: Westminster Abbey (£30 each)
- 🕰️ 11:20 AM–11:50 AM: Big Ben
- 🍛 12:30 PM: Cafe in the Crypt
- 🎨 2:00 PM–4:00 PM: National Gallery, free
- 🎭 Evening: half-price theatre in the West End

## Day 3 – Sunday 9 May
- 🌷 9:00 AM–10:00 AM: Columbia Road
- 🥯 10:20 AM: Beigel Bake for a salt beef brunch
- 🧱 11:00 AM–12:05 PM: Brick Lane
- 🏛️ 1:30 PM–3:10 PM: St Paul's (£26 each)
- 🌆 4:00 PM–5:00 PM: Sky Garden, free but book a slot

Bring a contactless card and a brolly. ☔`,
    places: [
      { mention: "Premier Inn County Hall", place: null, city: "London" },
      { mention: "Tower of London", place: "Tower of London", city: "London" },
      { mention: "Tower Bridge", place: "Tower Bridge", city: "London" },
      { mention: "Borough Market", place: "Borough Market", city: "London" },
      { mention: "Tate Modern", place: "Tate Modern", city: "London" },
      { mention: "Padella", place: "Padella", city: "London" },
      { mention: "Westminster Abbey", place: "Westminster Abbey", city: "London" },
      { mention: "Big Ben", place: "Big Ben and the Houses of Parliament", city: "London" },
      { mention: "Cafe in the Crypt", place: "Café in the Crypt", city: "London" },
      { mention: "National Gallery", place: "National Gallery", city: "London" },
      { mention: "West End", place: null, city: "London" },
      { mention: "Columbia Road", place: "Columbia Road Flower Market", city: "London" },
      { mention: "Beigel Bake", place: "Beigel Bake", city: "London" },
      { mention: "Brick Lane", place: "Brick Lane", city: "London" },
      { mention: "St Paul's", place: "St Paul's Cathedral", city: "London" },
      { mention: "Sky Garden", place: "Sky Garden", city: "London" },
    ],
    faults: [
      { code: "budget_exceeded", mention: null, day: null },
      { code: "closed_day", mention: "St Paul's", day: 3 },
    ],
  },
  {
    name: "amsterdam-markdown-list",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: "2027-09-24",
    cities: ["Amsterdam"],
    text: `**Amsterdam for first-timers**

1. **Friday: arrival**
   - Drop luggage at the Hoxton Herengracht.
   - 2:00–3:10 pm: Royal Palace
   - 3:20–3:50 pm: Dam Square and its street performers
   - 4:15–5:15 pm: Foam photography museum
   - 7:00 pm: pancakes? No: stamppot at Moeders
2. **Saturday: markets & canals**
   - 9:30–10:30 am: Noordermarkt (organic farmers' market, Saturdays)
   - 11:00 am–12:00 pm: Oude Kerk
   - 12:45 pm: herring at Frens
   - 1:30–2:15 pm: Bloemenmarkt
   - 3:00–4:30 pm: Hermitage (these days H'ART)
   - 4:45–5:15 pm: Magere Brug
3. **Sunday: Noord**
   - 11:00 am–12:30 pm: STRAAT
   - 1:00 pm: lunch at Pllek with your feet in the sand
   - 2:30–3:40 pm: NDSM werf
   - 4:30–5:45 pm: EYE
4. **Monday: science & goodbye**
   - 10:00–11:15 am: Micropia
   - 11:30 am: Dignita Hoftuin
   - Train to the airport from Amsterdam Centraal`,
    places: [
      { mention: "Hoxton Herengracht", place: null, city: "Amsterdam" },
      { mention: "Royal Palace", place: "Royal Palace Amsterdam", city: "Amsterdam" },
      { mention: "Dam Square", place: "Dam Square", city: "Amsterdam" },
      { mention: "Foam", place: "Foam Photography Museum", city: "Amsterdam" },
      { mention: "Moeders", place: "Moeders", city: "Amsterdam" },
      { mention: "Noordermarkt", place: "Noordermarkt", city: "Amsterdam" },
      { mention: "Oude Kerk", place: "Old Church", city: "Amsterdam" },
      { mention: "Frens", place: "Frens Haringhandel", city: "Amsterdam" },
      { mention: "Bloemenmarkt", place: "Floating Flower Market", city: "Amsterdam" },
      { mention: "H'ART", place: "H'ART Museum", city: "Amsterdam" },
      { mention: "Magere Brug", place: "Skinny Bridge", city: "Amsterdam" },
      { mention: "STRAAT", place: "STRAAT Museum", city: "Amsterdam" },
      { mention: "Pllek", place: "Pllek", city: "Amsterdam" },
      { mention: "NDSM werf", place: "NDSM Wharf", city: "Amsterdam" },
      { mention: "EYE", place: "Eye Filmmuseum", city: "Amsterdam" },
      { mention: "Micropia", place: "ARTIS-Micropia", city: "Amsterdam" },
      { mention: "Dignita Hoftuin", place: "Dignita Hoftuin", city: "Amsterdam" },
      { mention: "Amsterdam Centraal", place: null, city: "Amsterdam" },
    ],
    faults: [],
  },
  {
    name: "london-paris-whirlwind",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["London", "Paris"],
    text: `# ✨ London & Paris whirlwind, 26–29 April 2027

## Day 1 (Mon 26 April) – London 🇬🇧
- 9:30–11:10 Westminster Abbey
- 11:30–12:15 St James Park
- 12:45 lunch at The Wolseley
- 14:30–16:30 National Gallery
- 17:00–18:00 Arc de Triomphe

## Day 2 (Tue 27 April) – London 🇬🇧
- 9:30–12:15 The Tower of London
- 13:00 Borough Market
- 15:00–17:00 Tate Modern
- 19:00 Padella

## Day 3 (Wed 28 April) – Paris 🇫🇷
- 8:01–11:20 Eurostar
- 13:00 L'As du Fallafel
- 14:30–16:00 Musée Carnavalet
- 16:30–17:30 Cathédrale Notre-Dame
- 19:00–20:15 Hyde Park

## Day 4 (Thu 29 April) – Paris 🇫🇷
- 9:00–12:30 Musée du Louvre
- 13:00 Angelina
- 14:30–16:30 Eiffel Tower
- 17:00–17:30 Place du Trocadéro
- 18:00–18:30 Big Ben — a photo stop before the flight
- transfer to Orly`,
    places: [
      { mention: "Westminster Abbey", place: "Westminster Abbey", city: "London" },
      { mention: "St James Park", place: "St James's Park", city: "London" },
      { mention: "The Wolseley", place: "The Wolseley", city: "London" },
      { mention: "National Gallery", place: "National Gallery", city: "London" },
      { mention: "Arc de Triomphe", place: "Arc de Triomphe", city: "Paris" },
      { mention: "The Tower of London", place: "Tower of London", city: "London" },
      { mention: "Borough Market", place: "Borough Market", city: "London" },
      { mention: "Tate Modern", place: "Tate Modern", city: "London" },
      { mention: "Padella", place: "Padella", city: "London" },
      { mention: "L'As du Fallafel", place: "L'As du Fallafel", city: "Paris" },
      { mention: "Musée Carnavalet", place: "Carnavalet Museum", city: "Paris" },
      { mention: "Cathédrale Notre-Dame", place: "Notre-Dame Cathedral", city: "Paris" },
      { mention: "Hyde Park", place: "Hyde Park", city: "London" },
      { mention: "Musée du Louvre", place: "Louvre Museum", city: "Paris" },
      { mention: "Angelina", place: "Angelina", city: "Paris" },
      { mention: "Eiffel Tower", place: "Eiffel Tower", city: "Paris" },
      { mention: "Place du Trocadéro", place: "Trocadéro Esplanade", city: "Paris" },
      { mention: "Big Ben", place: "Big Ben and the Houses of Parliament", city: "London" },
      { mention: "Orly", place: null, city: "Paris" },
    ],
    faults: [
      { code: "wrong_city", mention: "Arc de Triomphe", day: 1 },
      { code: "wrong_city", mention: "Hyde Park", day: 3 },
      { code: "wrong_city", mention: "Big Ben", day: 4 },
    ],
  },
];
