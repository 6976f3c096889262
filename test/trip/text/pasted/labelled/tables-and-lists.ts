/** Markdown tables and numbered lists. */
import type { LabelledItinerary } from "./labelled.ts";

export const TABLES_AND_LISTS: readonly LabelledItinerary[] = [
  {
    name: "lisbon-markdown-table",
    style: "markdown table",
    today: "2027-02-01",
    startDate: null,
    cities: ["Lisbon"],
    text: `**Lisbon – 4 to 6 March 2027 (Thu–Sat)**

| Day | Time | What | Notes |
|---|---|---|---|
| Thu 4 March | 09:30–10:45 | Carmo Archaeological Museum | roofless nave |
| Thu 4 March | 11:10–12:00 | Igreja de São Roque | richest chapel in town |
| Thu 4 March | 12:30–13:30 | Lunch | somewhere in Chiado |
| Thu 4 March | 14:15–15:30 | MUDE | design museum, €11 |
| Thu 4 March | 16:00–16:45 | Miradouro de Santa Catarina | sunset drinks nearby |
| Thu 4 March | 19:30 | Jardim das Cerejas | vegan buffet |
| Fri 5 March | 10:00–12:15 | Oceanario de Lisboa | €25 |
| Fri 5 March | 12:30–13:30 | Centro Vasco da Gama | food court |
| Fri 5 March | 14:00–14:30 | Telecabine | one way |
| Fri 5 March | 15:00–16:30 | Pavilion of Knowledge | hands-on science |
| Fri 5 March | 16:40–17:50 | National Pantheon | climb to the dome |
| Sat 6 March | 10:00–11:00 | Feira da Ladra | flea market |
| Sat 6 March | 11:15–12:30 | São Vicente de Fora | roof terrace |
| Sat 6 March | 13:00–14:15 | Lunch | Graça |
| Sat 6 March | 14:45–15:20 | Miradouro da Graça | |
| Sat 6 March | 20:00 | A Cevicheria | no reservations |

*All opening times to be reconfirmed before travel.*`,
    places: [
      { mention: "Carmo Archaeological Museum", place: "Carmo Archaeological Museum", city: "Lisbon" },
      { mention: "Igreja de São Roque", place: "Church of São Roque", city: "Lisbon" },
      { mention: "Chiado", place: null, city: "Lisbon" },
      { mention: "MUDE", place: "MUDE Design Museum", city: "Lisbon" },
      { mention: "Miradouro de Santa Catarina", place: "Miradouro de Santa Catarina", city: "Lisbon" },
      { mention: "Jardim das Cerejas", place: "Jardim das Cerejas", city: "Lisbon" },
      { mention: "Oceanario de Lisboa", place: "Lisbon Oceanarium", city: "Lisbon" },
      { mention: "Centro Vasco da Gama", place: "Vasco da Gama Centre Food Court", city: "Lisbon" },
      { mention: "Telecabine", place: "Parque das Nações Cable Car", city: "Lisbon" },
      { mention: "Pavilion of Knowledge", place: "Pavilion of Knowledge", city: "Lisbon" },
      { mention: "National Pantheon", place: "National Pantheon", city: "Lisbon" },
      { mention: "Feira da Ladra", place: "Feira da Ladra Flea Market", city: "Lisbon" },
      { mention: "São Vicente de Fora", place: "São Vicente de Fora Monastery", city: "Lisbon" },
      { mention: "Graça", place: null, city: "Lisbon" },
      { mention: "Miradouro da Graça", place: "Miradouro da Graça", city: "Lisbon" },
      { mention: "A Cevicheria", place: "A Cevicheria", city: "Lisbon" },
    ],
    faults: [
      { code: "outside_hours", mention: "Carmo Archaeological Museum", day: 1 },
      { code: "after_last_entry", mention: "National Pantheon", day: 2 },
      { code: "outside_hours", mention: "National Pantheon", day: 2 },
      { code: "travel_too_short", mention: "National Pantheon", day: 2 },
    ],
  },
  {
    name: "porto-numbered-list",
    style: "numbered list",
    today: "2027-02-01",
    startDate: null,
    cities: ["Porto"],
    text: `PORTO IN THREE DAYS (14–16 May 2027)

Friday 14 May
1. Torre dos Clérigos – 9:30 to 10:30 – climb all 225 steps, €10.
2. Carmo Church – 10:45 to 11:30 – plus the narrow "hidden house".
3. Galeria de Paris – 11:40 to 12:30 – window-shopping.
4. Brasão – 13:00 – lunch, francesinha with an egg on top.
5. Museu da Misericórdia – 15:00 to 16:00.
6. Ribeira – 16:30 to 17:30.

Thursday 15 May
1. Passeio das Virtudes – 10:00 to 10:40.
2. World of Discoveries – 11:15 to 12:35 – interactive, with a boat ride.
3. Café Majestic – 15:55 – lunch among the mirrors, Belle Époque style.
4. Jardins do Palácio de Cristal – 17:30 to 18:30.

Sunday 16 May
1. Mercado do Bolhao – 10:00 to 10:50 – smoked meats, flowers, coffee.
2. Rua das Flores – 11:15 to 11:50.
3. Casa Guedes – 12:30 – roast pork sandwich for lunch.
4. Museu do Carro Eléctrico – 14:30 to 15:30 – vintage trams.
5. Fado and a glass of tawny near Trindade.

Monday 17 May
1. Confeitaria do Bolhão – 9:00 – breakfast, a pastry for the road.
2. Metro to the airport.`,
    places: [
      { mention: "Torre dos Clérigos", place: "Clérigos Tower and Church", city: "Porto" },
      { mention: "Carmo Church", place: "Carmo Church and the Hidden House", city: "Porto" },
      { mention: "Galeria de Paris", place: "Rua da Galeria de Paris", city: "Porto" },
      { mention: "Brasão", place: "Brasão Aliados", city: "Porto" },
      { mention: "Museu da Misericórdia", place: "Misericórdia Museum (MMIPO)", city: "Porto" },
      { mention: "Ribeira", place: "Ribeira", city: "Porto" },
      { mention: "Passeio das Virtudes", place: "Passeio das Virtudes", city: "Porto" },
      { mention: "World of Discoveries", place: "World of Discoveries", city: "Porto" },
      { mention: "Café Majestic", place: "Majestic Café", city: "Porto" },
      { mention: "Jardins do Palácio de Cristal", place: "Crystal Palace Gardens", city: "Porto" },
      { mention: "Mercado do Bolhao", place: "Bolhão Market", city: "Porto" },
      { mention: "Rua das Flores", place: "Rua das Flores", city: "Porto" },
      { mention: "Casa Guedes", place: "Casa Guedes", city: "Porto" },
      { mention: "Museu do Carro Eléctrico", place: "Tram Museum", city: "Porto" },
      { mention: "Trindade", place: null, city: "Porto" },
      { mention: "Confeitaria do Bolhão", place: "Confeitaria do Bolhão", city: "Porto" },
    ],
    faults: [
      { code: "weekday_mismatch", mention: null, day: 2 },
      { code: "meal_time_odd", mention: "Café Majestic", day: 2 },
      { code: "closed_day", mention: "Mercado do Bolhao", day: 3 },
      { code: "outside_trip_dates", mention: null, day: 4 },
    ],
  },
  {
    name: "rome-numbered-faults",
    style: "numbered list",
    today: "2027-02-01",
    startDate: null,
    cities: ["Rome"],
    text: `ROME, FOUR DAYS

1) Monday 6 September 2027
   a. Santa Maria Maggiore, 9:00–9:45
   b. Palazzo Massimo alle Terme, 10:10–11:50
   c. Lunch at Mercato Centrale, 12:30
   d. Crypta dei Cappuccini, 14:30–15:15
   e. Scalinata di Trinità dei Monti, 15:40–16:10
2) Tuesday 7 September 2027
   a. Ostia Antica, 9:30–12:30
   b. Lunch near the excavations, 13:00
   c. Centrale Montemartini, 15:30–16:40
   d. Cimitero Acattolico, 16:35–17:00 (Keats is by the wall)
   e. Dinner at Flavio al Velavevodetto, 20:00 
3) Wednesday 8 September 2027
   a. Catacombe di San Callisto, 10:00–10:50
   b. Via Appia Antica park, 11:15–13:15
   c. Sandwiches, 13:30
   d. Terme di Caracalla, 15:30–16:45
4) Thursday 9 September 2027
   a. Villa Farnesina, 9:30–10:30
   b. Jewish Ghetto, 11:00–11:45
   c. Lunch at Ba Ghetto, 12:15
   d. Crypta Balbi, if it has reopened
   e. Palazzo Barberini, 15:00–16:30`,
    places: [
      { mention: "Santa Maria Maggiore", place: "Santa Maria Maggiore", city: "Rome" },
      { mention: "Palazzo Massimo alle Terme", place: "Palazzo Massimo", city: "Rome" },
      { mention: "Mercato Centrale", place: "Mercato Centrale Roma", city: "Rome" },
      { mention: "Crypta dei Cappuccini", place: "Capuchin Crypt", city: "Rome" },
      { mention: "Scalinata di Trinità dei Monti", place: "Spanish Steps", city: "Rome" },
      { mention: "Ostia Antica", place: "Ostia Antica", city: "Rome" },
      { mention: "Centrale Montemartini", place: "Centrale Montemartini", city: "Rome" },
      { mention: "Cimitero Acattolico", place: "Non-Catholic Cemetery", city: "Rome" },
      { mention: "Flavio al Velavevodetto", place: null, city: "Rome" },
      { mention: "Catacombe di San Callisto", place: "Catacombs of San Callisto", city: "Rome" },
      { mention: "Via Appia Antica park", place: "Appian Way Park", city: "Rome" },
      { mention: "Terme di Caracalla", place: "Baths of Caracalla", city: "Rome" },
      { mention: "Villa Farnesina", place: "Villa Farnesina", city: "Rome" },
      { mention: "Jewish Ghetto", place: "Jewish Quarter and Turtle Fountain", city: "Rome" },
      { mention: "Ba Ghetto", place: "Ba'Ghetto", city: "Rome" },
      { mention: "Crypta Balbi", place: null, city: "Rome" },
      { mention: "Palazzo Barberini", place: "Palazzo Barberini", city: "Rome" },
    ],
    faults: [
      { code: "closed_day", mention: "Palazzo Massimo alle Terme", day: 1 },
      { code: "overlap", mention: "Cimitero Acattolico", day: 2 },
      { code: "after_last_entry", mention: "Cimitero Acattolico", day: 2 },
      { code: "visit_short", mention: "Cimitero Acattolico", day: 2 },
      { code: "closed_day", mention: "Catacombe di San Callisto", day: 3 },
    ],
  },
  {
    name: "kyoto-table-faults",
    style: "markdown table",
    today: "2027-02-01",
    startDate: null,
    cities: ["Kyoto"],
    text: `## Kyoto, 24–26 May 2027

| | Time | Place | Cost |
|:--|:--|:--|--:|
| **Mon 24 May** | 9:30–10:30 | Kyoto Gosho | free |
| | 11:00–12:30 | Manga Museum | ¥1,200 |
| | 13:00 | Inoda Coffee | ~¥1,500 |
| | 15:00–16:30 | KYOCERA Museum | ¥730 |
| | 16:40–18:40 | Fushimi-Inari shrine | free |
| **Thu 25 May** | 10:00–12:00 | Railway Museum | ¥1,500 |
| | 12:45 | Eat Paradise at Isetan | ~¥2,500 |
| | 14:30–15:10 | Kyoto Tower | ¥900 |
| | 15:45–16:35 | Kawai Kanjirō's house | ¥900 |
| **Wed 26 May** | 8:00–8:40 | Kitano Tenmangu | free |
| | 9:15–10:05 | Kinkaku-ji | ¥500 |
| | 11:15 | Izusen (temple food) | ~¥4,500 |
| | 13:15–13:50 | Zuihoin | ¥400 |
| | 14:30–15:20 | Shimogamo Jinja | free |
| | 17:10–17:55 | Shisendo | ¥700 |

Bus passes at Shijo Karasuma.`,
    places: [
      { mention: "Kyoto Gosho", place: "Kyoto Imperial Palace", city: "Kyoto" },
      { mention: "Manga Museum", place: "Kyoto International Manga Museum", city: "Kyoto" },
      { mention: "Inoda Coffee", place: "Inoda Coffee Honten", city: "Kyoto" },
      { mention: "KYOCERA Museum", place: "Kyoto City KYOCERA Museum of Art", city: "Kyoto" },
      { mention: "Fushimi-Inari shrine", place: "Fushimi Inari Taisha", city: "Kyoto" },
      { mention: "Railway Museum", place: "Kyoto Railway Museum", city: "Kyoto" },
      { mention: "Eat Paradise at Isetan", place: "JR Isetan Eat Paradise", city: "Kyoto" },
      { mention: "Kyoto Tower", place: "Kyoto Tower", city: "Kyoto" },
      { mention: "Kawai Kanjirō's house", place: "Kawai Kanjiro's House", city: "Kyoto" },
      { mention: "Kitano Tenmangu", place: "Kitano Tenmangu", city: "Kyoto" },
      { mention: "Kinkaku-ji", place: "Kinkaku-ji (Golden Pavilion)", city: "Kyoto" },
      { mention: "Izusen", place: "Izusen Daiji-in", city: "Kyoto" },
      { mention: "Zuihoin", place: "Zuiho-in (Daitoku-ji)", city: "Kyoto" },
      { mention: "Shimogamo Jinja", place: "Shimogamo Shrine and Tadasu no Mori", city: "Kyoto" },
      { mention: "Shisendo", place: "Shisen-do", city: "Kyoto" },
      { mention: "Shijo Karasuma", place: null, city: "Kyoto" },
    ],
    faults: [
      { code: "closed_day", mention: "Kyoto Gosho", day: 1 },
      { code: "closed_day", mention: "KYOCERA Museum", day: 1 },
      { code: "travel_too_short", mention: "Fushimi-Inari shrine", day: 1 },
      { code: "weekday_mismatch", mention: null, day: 2 },
      { code: "outside_hours", mention: "Shisendo", day: 3 },
    ],
  },
  {
    name: "singapore-terse-table",
    style: "markdown table",
    today: "2027-02-01",
    startDate: "2027-08-13",
    cities: ["Singapore"],
    text: `Singapore stopover

| day | when | what |
|---|---|---|
| 1 Fri | 11:00-11:35 | Thian Hock Keng |
| 1 Fri | 12:00 | Maxwell Food Center |
| 1 Fri | 13:30-14:30 | City Gallery |
| 1 Fri | 15:30-16:05 | Raffles Hotel |
| 1 Fri | 19:00-20:30 | Supertree Grove |
| 2 Sat | 09:00-13:00 | Singapore Zoo |
| 2 Sat | 13:30 | lunch in the park |
| 2 Sat | 14:30-17:00 | River Wonders |
| 2 Sat | 19:30 | Singapore Zam Zam |
| 3 Sun | 08:30 | Ya Kun |
| 3 Sun | 10:00-12:00 | East Coast Park |
| 3 Sun | 12:30 | Katong Laksa |
| 3 Sun | 14:05-14:35 | Koon Seng Rd shophouses |
| 3 Sun | 15:45-17:15 | Jewel |

Hotel: Hotel Indigo Katong. Skip Sentosa.`,
    places: [
      { mention: "Thian Hock Keng", place: "Thian Hock Keng", city: "Singapore" },
      { mention: "Maxwell Food Center", place: "Maxwell Food Centre", city: "Singapore" },
      { mention: "City Gallery", place: "Singapore City Gallery", city: "Singapore" },
      { mention: "Raffles Hotel", place: "Raffles Hotel Arcade and Courtyards", city: "Singapore" },
      { mention: "Supertree Grove", place: "Gardens by the Bay and Supertree Grove", city: "Singapore" },
      { mention: "Singapore Zoo", place: "Singapore Zoo", city: "Singapore" },
      { mention: "River Wonders", place: "River Wonders", city: "Singapore" },
      { mention: "Singapore Zam Zam", place: "Singapore Zam Zam", city: "Singapore" },
      { mention: "Ya Kun", place: "Ya Kun Kaya Toast Far East Square", city: "Singapore" },
      { mention: "East Coast Park", place: "East Coast Park", city: "Singapore" },
      { mention: "Katong Laksa", place: "328 Katong Laksa", city: "Singapore" },
      { mention: "Koon Seng Rd shophouses", place: "Koon Seng Road Houses", city: "Singapore" },
      { mention: "Jewel", place: "Jewel Changi and Rain Vortex", city: "Singapore" },
      { mention: "Hotel Indigo Katong", place: null, city: "Singapore" },
      { mention: "Sentosa", place: null, city: "Singapore" },
    ],
    faults: [],
  },
  {
    name: "buenos-aires-numbered-faults",
    style: "numbered list",
    today: "2027-02-01",
    startDate: null,
    cities: ["Buenos Aires"],
    text: `Buenos Aires, four days, 5–8 April 2027

MONDAY, 5 APRIL
1. 10:00–11:15 Cementerio de la Recoleta
2. 11:30–13:15 Bellas Artes museum
3. 13:45 La Biela
4. 15:30–16:15 Ateneo bookshop
5. 17:00 Obelisco

TUESDAY, 6 APRIL
1. 9:30–10:20 Jardín Botánico
2. 11:00–12:00 Ecoparque
3. 12:30 milanesa in Villa Crespo
4. 14:30–16:00 MALBA
5. 17:00–18:15 Plaza Serrano
6. 20:30 Parrilla Don Julio

WEDNESDAY, 7 APRIL
1. 10:30–11:45 Bombonera
2. 12:00–12:50 Quinquela museum
3. 13:15 El Obrero
4. 15:30–17:15 Reserva Ecológica
5. 17:45–18:30 Puente de la Mujer

SATURDAY, 8 APRIL
1. 10:00–11:00 Mercado de San Telmo
2. 11:20–12:20 El Zanjón
3. 16:30 lunch at El Federal
4. 18:20–19:50 MALBA once more, for the café`,
    places: [
      { mention: "Cementerio de la Recoleta", place: "Recoleta Cemetery", city: "Buenos Aires" },
      { mention: "Bellas Artes museum", place: "National Museum of Fine Arts", city: "Buenos Aires" },
      { mention: "La Biela", place: "La Biela", city: "Buenos Aires" },
      { mention: "Ateneo bookshop", place: "El Ateneo Grand Splendid", city: "Buenos Aires" },
      { mention: "Obelisco", place: "Obelisk and Avenida 9 de Julio", city: "Buenos Aires" },
      { mention: "Jardín Botánico", place: "Carlos Thays Botanical Garden", city: "Buenos Aires" },
      { mention: "Ecoparque", place: "Buenos Aires Ecopark", city: "Buenos Aires" },
      { mention: "Villa Crespo", place: null, city: "Buenos Aires" },
      { mention: "MALBA", place: "Museum of Latin American Art (MALBA)", city: "Buenos Aires" },
      { mention: "Plaza Serrano", place: "Palermo Soho: Plaza Serrano", city: "Buenos Aires" },
      { mention: "Parrilla Don Julio", place: "Don Julio", city: "Buenos Aires" },
      { mention: "Bombonera", place: "Boca Juniors Museum and La Bombonera", city: "Buenos Aires" },
      { mention: "Quinquela museum", place: "Benito Quinquela Martín Museum", city: "Buenos Aires" },
      { mention: "El Obrero", place: "El Obrero", city: "Buenos Aires" },
      { mention: "Reserva Ecológica", place: "Costanera Sur Ecological Reserve", city: "Buenos Aires" },
      { mention: "Puente de la Mujer", place: "Puente de la Mujer and Puerto Madero", city: "Buenos Aires" },
      { mention: "Mercado de San Telmo", place: "San Telmo Market", city: "Buenos Aires" },
      { mention: "El Zanjón", place: "El Zanjón de Granados", city: "Buenos Aires" },
      { mention: "El Federal", place: "Bar El Federal", city: "Buenos Aires" },
      { mention: "MALBA", place: "Museum of Latin American Art (MALBA)", city: "Buenos Aires" },
    ],
    faults: [
      { code: "closed_day", mention: "Bellas Artes museum", day: 1 },
      { code: "closed_day", mention: "MALBA", day: 2 },
      { code: "weekday_mismatch", mention: null, day: 4 },
      { code: "meal_time_odd", mention: "El Federal", day: 4 },
      { code: "repeated_place", mention: "MALBA", day: 4 },
    ],
  },
  {
    name: "sydney-table-faults",
    style: "markdown table",
    today: "2027-02-01",
    startDate: null,
    cities: ["Sydney"],
    text: `### SYDNEY 10–13 MAY 2027

| Date | Time | Stop | Remarks |
|---|---|---|---|
| Mon 10 May | 10:00–11:00 | Pylon Lookout | 200 steps |
| Mon 10 May | 11:30–12:10 | Observatory Hill | |
| Mon 10 May | 12:45 | Mr Wong | dim sum |
| Mon 10 May | 15:00–17:00 | Maritime Museum | submarine! |
| Tue 11 May | 10:00–11:15 | White Rabbit | free |
| Tue 11 May | 12:00 | Spice Alley | cashless |
| Tue 11 May | 13:45–14:45 | Sydney Tower | |
| Tue 11 May | 15:00–15:45 | QVB | |
| Tue 11 May | 15:30–16:10 | ANZAC Memorial | |
| Wed 12 May | 10:00–14:00 | Taronga | ferry incl. |
| Wed 12 May | 14:15 | lunch | at Mosman |
| Wed 12 May | 16:00–16:40 | Wendy Whiteley's garden | |
| Wed 12 May | 17:30–20:00 | Luna Park | rides |
| Thu 13 May | 9:30–11:30 | Bondi | |
| Thu 13 May | 12:00 | Speedos Cafe | brunch |
| Thu 13 May | 14:30–15:15 | Queen Victoria Bldg | souvenirs |

Not included: BridgeClimb.`,
    places: [
      { mention: "Pylon Lookout", place: "Pylon Lookout", city: "Sydney" },
      { mention: "Observatory Hill", place: "Observatory Hill Park", city: "Sydney" },
      { mention: "Mr Wong", place: "Mr. Wong", city: "Sydney" },
      { mention: "Maritime Museum", place: "Australian National Maritime Museum", city: "Sydney" },
      { mention: "White Rabbit", place: "White Rabbit Gallery", city: "Sydney" },
      { mention: "Spice Alley", place: "Spice Alley", city: "Sydney" },
      { mention: "Sydney Tower", place: "Sydney Tower Eye", city: "Sydney" },
      { mention: "QVB", place: "Queen Victoria Building", city: "Sydney" },
      { mention: "ANZAC Memorial", place: "Anzac Memorial", city: "Sydney" },
      { mention: "Taronga", place: "Taronga Zoo", city: "Sydney" },
      { mention: "Mosman", place: null, city: "Sydney" },
      { mention: "Wendy Whiteley's garden", place: "Wendy's Secret Garden", city: "Sydney" },
      { mention: "Luna Park", place: "Luna Park Sydney", city: "Sydney" },
      { mention: "Bondi", place: "Bondi Beach", city: "Sydney" },
      { mention: "Speedos Cafe", place: "Speedos Cafe", city: "Sydney" },
      { mention: "Queen Victoria Bldg", place: "Queen Victoria Building", city: "Sydney" },
      { mention: "BridgeClimb", place: null, city: "Sydney" },
    ],
    faults: [
      { code: "outside_hours", mention: "Maritime Museum", day: 1 },
      { code: "closed_day", mention: "White Rabbit", day: 2 },
      { code: "overlap", mention: "ANZAC Memorial", day: 2 },
      { code: "closed_day", mention: "Luna Park", day: 3 },
      { code: "repeated_place", mention: "Queen Victoria Bldg", day: 4 },
    ],
  },
];
