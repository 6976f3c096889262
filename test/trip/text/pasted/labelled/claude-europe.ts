/** Claude's way: calm bullets under dated headings, or whole sentences with times in them. Europe. */
import type { LabelledItinerary } from "./labelled.ts";

export const CLAUDE_EUROPE: readonly LabelledItinerary[] = [
  {
    name: "barcelona-claude-four-days",
    style: "claude",
    today: "2027-02-01",
    startDate: null,
    cities: ["Barcelona"],
    text: `# Barcelona: four days of Gaudí, art and the sea

I've grouped sights by neighbourhood to keep walking short, and noted where you'll want timed tickets. Dates are Monday 13 to Thursday 16 September 2027.

## Day 1: Monday, September 13 — Eixample

- **9:00–10:50** Sagrada Familia. Book the first slot; the east light through the Nativity side is remarkable.
- **11:15–12:30** Hospital de Sant Pau, a ten-minute walk up the avenue.
- **13:15** Lunch at Cerveceria Catalana. Expect to wait a little.
- **15:00–16:15** Casa Batllo
- **16:30–17:45** La Pedrera, whose roof is the point.
- Dinner: tapas in Poble-sec.

## Day 2: Tuesday, September 14 — Old city

- **9:30–10:30** Barcelona Cathedral
- **10:45–12:15** The Museu Picasso
- **12:00–12:45** Santa Maria del Mar, the "cathedral of the sea"
- **13:15** Lunch at 7 Portes (paella since 1836)
- **15:30–17:00** Parc de la Ciutadella
- **19:30** Cava and anchovies at El Xampanyet

## Day 3: Wednesday, September 15 — Montjuïc

- **10:00–12:15** MNAC
- **12:45–14:15** Lunch with a view
- **14:30–16:00** Fundació Miró
- **16:30–17:45** Castell de Montjuïc
- **17:50–18:40** Turó de la Rovira for sunset over the city

## Day 4: Thursday, September 16 — Gràcia and the market

- **9:30–11:00** Parc Guell
- **11:40–12:50** Casa Vicens
- **13:10** La Pubilla, for the menú del dia
- **15:30–16:30** Mercat dels Encants
- **Evening:** Sagrada Família once more, this time from the outside with the lights on

A few notes: the cable car is optional, pickpockets are real, and almost everything worth booking releases tickets sixty days ahead.`,
    places: [
      { mention: "Sagrada Familia", place: "Sagrada Família", city: "Barcelona" },
      { mention: "Hospital de Sant Pau", place: "Sant Pau Art Nouveau Site", city: "Barcelona" },
      { mention: "Cerveceria Catalana", place: "Cervecería Catalana", city: "Barcelona" },
      { mention: "Casa Batllo", place: "Casa Batlló", city: "Barcelona" },
      { mention: "La Pedrera", place: "Casa Milà (La Pedrera)", city: "Barcelona" },
      { mention: "Poble-sec", place: null, city: "Barcelona" },
      { mention: "Barcelona Cathedral", place: "Barcelona Cathedral", city: "Barcelona" },
      { mention: "Museu Picasso", place: "Picasso Museum", city: "Barcelona" },
      { mention: "Santa Maria del Mar", place: "Santa Maria del Mar", city: "Barcelona" },
      { mention: "7 Portes", place: "7 Portes", city: "Barcelona" },
      { mention: "Parc de la Ciutadella", place: "Ciutadella Park", city: "Barcelona" },
      { mention: "El Xampanyet", place: "El Xampanyet", city: "Barcelona" },
      { mention: "MNAC", place: "National Art Museum of Catalonia", city: "Barcelona" },
      { mention: "Fundació Miró", place: "Joan Miró Foundation", city: "Barcelona" },
      { mention: "Castell de Montjuïc", place: "Montjuïc Castle", city: "Barcelona" },
      { mention: "Turó de la Rovira", place: "Bunkers del Carmel", city: "Barcelona" },
      { mention: "Parc Guell", place: "Park Güell", city: "Barcelona" },
      { mention: "Casa Vicens", place: "Casa Vicens", city: "Barcelona" },
      { mention: "La Pubilla", place: "La Pubilla", city: "Barcelona" },
      { mention: "Mercat dels Encants", place: "Encants Flea Market", city: "Barcelona" },
      { mention: "Sagrada Família", place: "Sagrada Família", city: "Barcelona" },
    ],
    faults: [
      { code: "overlap", mention: "Santa Maria del Mar", day: 2 },
      { code: "travel_too_short", mention: "Turó de la Rovira", day: 3 },
      { code: "closed_day", mention: "Mercat dels Encants", day: 4 },
      { code: "repeated_place", mention: "Sagrada Família", day: 4 },
    ],
  },
  {
    name: "rome-claude-relaxed",
    style: "claude",
    today: "2027-02-01",
    startDate: "2027-03-18",
    cities: ["Rome"],
    text: `I'd suggest a relaxed four days in Rome, Thursday to Sunday, with no more than three anchors a day.

**Day 1 (Thursday): Settling in**
Arrive and check in around Monti, whose ivy-hung lanes make a gentle first walk. In the evening, dinner at Rifugio Romano at 7:30 PM works for vegans and omnivores alike.

**Day 2 (Friday): The ancient city, underground and above**
- Domus Aurea (10:00–11:15 AM). Nero's buried palace only opens at the end of the week, so this is your moment. Hard hats provided.
- San Pietro in Vincoli (11:35 AM–12:05 PM) for Michelangelo's Moses.
- Lunch: something simple at 12:30 PM.
- Musei Capitolini (3:00–5:00 PM).
- Piazza del Campidoglio (5:10–5:40 PM) as the lamps come on.

**Day 3 (Saturday): Vatican side**
- St Peter's (9:00–10:15 AM), before the queue wraps the colonnade.
- Castel Sant'Angelo (10:45 AM–12:15 PM).
- Lunch in Borgo Pio (12:45 PM).
- S. Luigi dei Francesi (3:00–3:30 PM), three Caravaggios for free.
- Sant'Ignazio (4:00–4:30 PM), for the painted ceiling that isn't a dome.

**Day 4 (Sunday): Gardens**
- Villa Doria Pamphili (10:00–11:30 AM), Rome's biggest picnic lawn.
- Felice a Testaccio (1:00 PM) for cacio e pepe.

I've left out the Vatican Gardens, since tours there eat half a day. Let me know if you'd like it tighter.`,
    places: [
      { mention: "Monti", place: "Monti Quarter", city: "Rome" },
      { mention: "Rifugio Romano", place: "Rifugio Romano", city: "Rome" },
      { mention: "Domus Aurea", place: "Domus Aurea", city: "Rome" },
      { mention: "San Pietro in Vincoli", place: "San Pietro in Vincoli", city: "Rome" },
      { mention: "Musei Capitolini", place: "Capitoline Museums", city: "Rome" },
      { mention: "Piazza del Campidoglio", place: "Piazza del Campidoglio", city: "Rome" },
      { mention: "St Peter's", place: "St Peter's Basilica", city: "Rome" },
      { mention: "Castel Sant'Angelo", place: "Castel Sant'Angelo", city: "Rome" },
      { mention: "Borgo Pio", place: null, city: "Rome" },
      { mention: "S. Luigi dei Francesi", place: "San Luigi dei Francesi", city: "Rome" },
      { mention: "Sant'Ignazio", place: "Sant'Ignazio", city: "Rome" },
      { mention: "Villa Doria Pamphili", place: "Villa Doria Pamphilj Park", city: "Rome" },
      { mention: "Felice a Testaccio", place: "Felice a Testaccio", city: "Rome" },
      { mention: "Vatican Gardens", place: null, city: "Rome" },
    ],
    faults: [],
  },
  {
    name: "london-paris-claude",
    style: "claude",
    today: "2027-02-01",
    startDate: null,
    cities: ["London", "Paris"],
    text: `I've put together six days split between London and Paris, with the Eurostar in the middle. All dates are June 2027.

**Day 1, Wednesday 9 June (London).**
- 10:00–13:00 British Museum
- 13:20 lunch at Seven Dials Market
- 15:00–16:00 Covent Garden
- 16:15–17:40 Courtauld
- dinner in Bloomsbury

**Day 2, Thursday 10 June (London).**
- 10:00–12:15 V&A
- 12:30–13:30 lunch on Exhibition Road
- 13:45–15:45 Natural History Museum
- 16:15–17:30 Hyde Park
- 20:00 Dishoom, Covent Garden branch

**Day 3, Friday 11 June (London to Paris).**
- Eurostar 9:31 from St Pancras, arriving 12:47 at Gare du Nord
- Centre Pompidou is shut for works, so instead
- 15:00–16:30 Carnavalet
- 16:45–17:30 Place des Vosges
- 19:30 Chez Janou

**Day 4, Saturday 12 June (Paris).**
- 9:00–12:30 The Louvre
- 13:00 hot chocolate and lunch at Angelina
- 14:15–15:30 Orangerie
- 16:30–17:15 Sainte Chapelle
- 20:00 La Fontaine de Mars

**Day 5, Sunday 13 June (Paris).**
- 9:30–12:00 Orsay
- 12:30 picnic
- 14:30–16:00 Musée Rodin
- 19:00–21:00 Tour Eiffel

**Day 6, Monday 14 June (Paris).**
- 9:30–10:30 Sacre Coeur
- 10:45–12:15 Montmartre
- 12:45 Bouillon Pigalle, then the airport from Barbès`,
    places: [
      { mention: "British Museum", place: "British Museum", city: "London" },
      { mention: "Seven Dials Market", place: "Seven Dials Market", city: "London" },
      { mention: "Covent Garden", place: "Covent Garden Piazza", city: "London" },
      { mention: "Courtauld", place: "Courtauld Gallery", city: "London" },
      { mention: "Bloomsbury", place: null, city: "London" },
      { mention: "V&A", place: "Victoria and Albert Museum", city: "London" },
      { mention: "Natural History Museum", place: "Natural History Museum", city: "London" },
      { mention: "Hyde Park", place: "Hyde Park", city: "London" },
      { mention: "Dishoom", place: "Dishoom Covent Garden", city: "London" },
      { mention: "Centre Pompidou", place: null, city: "Paris" },
      { mention: "Carnavalet", place: "Carnavalet Museum", city: "Paris" },
      { mention: "Place des Vosges", place: "Place des Vosges", city: "Paris" },
      { mention: "Chez Janou", place: "Chez Janou", city: "Paris" },
      { mention: "The Louvre", place: "Louvre Museum", city: "Paris" },
      { mention: "Angelina", place: "Angelina", city: "Paris" },
      { mention: "Orangerie", place: "Musée de l'Orangerie", city: "Paris" },
      { mention: "Sainte Chapelle", place: "Sainte-Chapelle", city: "Paris" },
      { mention: "La Fontaine de Mars", place: "La Fontaine de Mars", city: "Paris" },
      { mention: "Orsay", place: "Musée d'Orsay", city: "Paris" },
      { mention: "Musée Rodin", place: "Rodin Museum", city: "Paris" },
      { mention: "Tour Eiffel", place: "Eiffel Tower", city: "Paris" },
      { mention: "Sacre Coeur", place: "Sacré-Cœur Basilica", city: "Paris" },
      { mention: "Montmartre", place: "Montmartre Village", city: "Paris" },
      { mention: "Bouillon Pigalle", place: "Bouillon Pigalle", city: "Paris" },
      { mention: "Barbès", place: null, city: "Paris" },
    ],
    faults: [],
  },
  {
    name: "vienna-claude-faults",
    style: "claude",
    today: "2027-02-01",
    startDate: null,
    cities: ["Vienna"],
    text: `# Vienna, 1–4 October 2027

### Friday 1 October
Begin at the Kunsthistorisches from 10:00 to 12:30. Lunch (12:45) at Glacis Beisl, tucked under the old walls. From 14:30 to 16:00 visit the Leopold Museum; from 16:10 to 16:50 sit in the MuseumsQuartier courtyard. Dinner at 19:00: Ulrich.

### Sunday 2 October
From 9:00 to 11:00 tour Schloss Schönbrunn; from 11:20 to 12:40 walk up to the Gloriette. Lunch 13:00 somewhere in Hietzing. From 15:00 to 17:00 the Technisches Museum.

### Sunday 3 October
From 9:30 to 10:30 the Naschmarkt. From 10:45 to 11:35 the Secession, Klimt's frieze (€12). Brunch 11:50 at Café Sperl. From 14:00 to 14:50 Karlskirche. From 14:30 to 16:00 the Wien Museum. Heuriger in Grinzing at night.

### Monday 4 October
From 10:00 to 11:50 the Albertina. From 12:00 to 12:45 the Kapuzinergruft. Lunch 13:00 at Trzesniewski. From 14:30 to 15:15 the Prunksaal. From 15:20 to 17:00 the Zentralfriedhof, for Beethoven and Schubert.

Let me know whether you want opera tickets.`,
    places: [
      { mention: "Kunsthistorisches", place: "Kunsthistorisches Museum", city: "Vienna" },
      { mention: "Glacis Beisl", place: "Glacis Beisl", city: "Vienna" },
      { mention: "Leopold Museum", place: "Leopold Museum", city: "Vienna" },
      { mention: "MuseumsQuartier", place: "MuseumsQuartier Courtyard", city: "Vienna" },
      { mention: "Ulrich", place: "Ulrich", city: "Vienna" },
      { mention: "Schloss Schönbrunn", place: "Schönbrunn Palace", city: "Vienna" },
      { mention: "Gloriette", place: "Schönbrunn Gardens and Gloriette", city: "Vienna" },
      { mention: "Hietzing", place: null, city: "Vienna" },
      { mention: "Technisches Museum", place: "Technical Museum Vienna", city: "Vienna" },
      { mention: "Naschmarkt", place: "Naschmarkt", city: "Vienna" },
      { mention: "Secession", place: "Secession", city: "Vienna" },
      { mention: "Café Sperl", place: "Café Sperl", city: "Vienna" },
      { mention: "Karlskirche", place: "Karlskirche", city: "Vienna" },
      { mention: "Wien Museum", place: "Wien Museum", city: "Vienna" },
      { mention: "Grinzing", place: null, city: "Vienna" },
      { mention: "Albertina", place: "Albertina", city: "Vienna" },
      { mention: "Kapuzinergruft", place: "Imperial Crypt", city: "Vienna" },
      { mention: "Trzesniewski", place: "Trzesniewski", city: "Vienna" },
      { mention: "Prunksaal", place: "State Hall of the National Library", city: "Vienna" },
      { mention: "Zentralfriedhof", place: "Vienna Central Cemetery", city: "Vienna" },
    ],
    faults: [
      { code: "weekday_mismatch", mention: null, day: 2 },
      { code: "closed_day", mention: "Naschmarkt", day: 3 },
      { code: "overlap", mention: "Wien Museum", day: 3 },
      { code: "closed_day", mention: "Prunksaal", day: 4 },
      { code: "travel_too_short", mention: "Zentralfriedhof", day: 4 },
    ],
  },
];
