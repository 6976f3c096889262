/** Programmes as agencies mail them: 14h30 or 16.00, hotels, transfers, what is included. Beyond Europe. */
import type { LabelledItinerary } from "./labelled.ts";

export const AGENCIES_BEYOND: readonly LabelledItinerary[] = [
  {
    name: "singapore-agency-faults",
    style: "agency e-mail",
    today: "2027-02-01",
    startDate: null,
    cities: ["Singapore"],
    text: `Dear Dr Abernathy,

Further to our call, please find the Singapore leg of your journey (7–10 June 2027). Hotel: Fullerton Bay.

Monday, June 7
09:00–12:00 MacRitchie treetop walk with a nature guide
13:00 Lunch at a neighbourhood coffee shop
15:00–16:15 Haw Par Villa
19:30 National Kitchen (smart casual)

Tuesday, June 8
10:00–11:40 Asian Civilisations Museum
12:00 Song Fa
14:00–15:40 National Museum
15:45–16:45 Bird Paradise
20:00 Lau Pa Sat, satay street

Wednesday, June 9
10:00–11:00 Fort Canning walk
11:15–12:25 Peranakan Museum
12:45 Fortune Centre
14:30–15:30 Clarke Quay and a bumboat
22:05–23:00 Marina Bay Sands SkyPark

Thursday, June 10
10:00–11:40 Lee Kong Chian museum, three dinosaurs
12:30 Tiong Bahru market hawkers
13:45–14:45 Tiong Bahru estate
18:00 Transfer to the airport

Do let me know should you wish for an upgrade. Yours sincerely, Priscilla Tan`,
    places: [
      { mention: "Fullerton Bay", place: null, city: "Singapore" },
      { mention: "MacRitchie treetop walk", place: "MacRitchie TreeTop Walk", city: "Singapore" },
      { mention: "Haw Par Villa", place: "Haw Par Villa", city: "Singapore" },
      { mention: "National Kitchen", place: "National Kitchen by Violet Oon", city: "Singapore" },
      { mention: "Asian Civilisations Museum", place: "Asian Civilisations Museum", city: "Singapore" },
      { mention: "Song Fa", place: "Song Fa Bak Kut Teh New Bridge Road", city: "Singapore" },
      { mention: "National Museum", place: "National Museum of Singapore", city: "Singapore" },
      { mention: "Bird Paradise", place: "Bird Paradise", city: "Singapore" },
      { mention: "Lau Pa Sat", place: "Lau Pa Sat", city: "Singapore" },
      { mention: "Fort Canning", place: "Fort Canning Park", city: "Singapore" },
      { mention: "Peranakan Museum", place: "Peranakan Museum", city: "Singapore" },
      { mention: "Fortune Centre", place: "Fortune Centre Vegetarian Eateries", city: "Singapore" },
      { mention: "Clarke Quay", place: "Clarke Quay", city: "Singapore" },
      { mention: "Marina Bay Sands SkyPark", place: "Marina Bay Sands SkyPark Observation Deck", city: "Singapore" },
      { mention: "Lee Kong Chian museum", place: "Lee Kong Chian Natural History Museum", city: "Singapore" },
      { mention: "Tiong Bahru market hawkers", place: "Tiong Bahru Food Centre", city: "Singapore" },
      { mention: "Tiong Bahru estate", place: "Tiong Bahru", city: "Singapore" },
    ],
    faults: [
      { code: "closed_day", mention: "MacRitchie treetop walk", day: 1 },
      { code: "travel_too_short", mention: "Bird Paradise", day: 2 },
      { code: "visit_short", mention: "Bird Paradise", day: 2 },
      { code: "outside_hours", mention: "Marina Bay Sands SkyPark", day: 3 },
    ],
  },
  {
    name: "buenos-aires-agency-clean",
    style: "agency e-mail",
    today: "2027-02-01",
    startDate: null,
    cities: ["Buenos Aires"],
    text: `Estimados Sres. Novak,

We are delighted to present your programme in Buenos Aires from 10 to 14 November 2027. Hotel: Alvear Palace, Recoleta.

WEDNESDAY 10 NOVEMBER
Arrival. 15.00-16.15 Recoleta Cemetery. 16.30-17.15 tea at La Biela. Dinner 20.00 at El Sanjuanino: empanadas.

THURSDAY 11 NOVEMBER
09.30-10.15 Plaza de Mayo. 10.20-10.55 Catedral Metropolitana. 11.05-11.50 the Cabildo. Lunch 12.30 at Tortoni. 14.30-15.30 guided visit of the Colon Theatre. 16.15-17.00 El Ateneo. Dinner 20.00 at Guerrin.

FRIDAY 12 NOVEMBER
10.00-10.50 Caminito. 12.00-13.00 Proa. Lunch 13.30 at El Obrero. 15.30-16.45 Museo Moderno. Evening tango show at Rojo Tango (transfer 21.00).

SATURDAY 13 NOVEMBER
10.00-11.00 Japanese Gardens. 11.30-12.30 Rosedal. Lunch 13.15 at Don Julio. 15.30-17.00 MALBA. 17.30-18.00 Floralis Generica.

SUNDAY 14 NOVEMBER
10.00-11.45 San Telmo fair. 12.00 coffee at Coffee Town. Private transfer to Ezeiza at 15.00.

Atentamente, Lucía Ferreyra`,
    places: [
      { mention: "Alvear Palace", place: null, city: "Buenos Aires" },
      { mention: "Recoleta Cemetery", place: "Recoleta Cemetery", city: "Buenos Aires" },
      { mention: "La Biela", place: "La Biela", city: "Buenos Aires" },
      { mention: "El Sanjuanino", place: "El Sanjuanino", city: "Buenos Aires" },
      { mention: "Plaza de Mayo", place: "Plaza de Mayo and Casa Rosada", city: "Buenos Aires" },
      { mention: "Catedral Metropolitana", place: "Metropolitan Cathedral", city: "Buenos Aires" },
      { mention: "the Cabildo", place: "Cabildo Museum", city: "Buenos Aires" },
      { mention: "Tortoni", place: "Café Tortoni", city: "Buenos Aires" },
      { mention: "Colon Theatre", place: "Teatro Colón Guided Tour", city: "Buenos Aires" },
      { mention: "El Ateneo", place: "El Ateneo Grand Splendid", city: "Buenos Aires" },
      { mention: "Guerrin", place: "Güerrín", city: "Buenos Aires" },
      { mention: "Caminito", place: "Caminito", city: "Buenos Aires" },
      { mention: "Proa", place: "Proa Foundation", city: "Buenos Aires" },
      { mention: "El Obrero", place: "El Obrero", city: "Buenos Aires" },
      { mention: "Museo Moderno", place: "Museum of Modern Art of Buenos Aires", city: "Buenos Aires" },
      { mention: "Rojo Tango", place: null, city: "Buenos Aires" },
      { mention: "Japanese Gardens", place: "Japanese Garden", city: "Buenos Aires" },
      { mention: "Rosedal", place: "Rose Garden of Palermo", city: "Buenos Aires" },
      { mention: "Don Julio", place: "Don Julio", city: "Buenos Aires" },
      { mention: "MALBA", place: "Museum of Latin American Art (MALBA)", city: "Buenos Aires" },
      { mention: "Floralis Generica", place: "Floralis Genérica", city: "Buenos Aires" },
      { mention: "San Telmo fair", place: "San Telmo Sunday Fair", city: "Buenos Aires" },
      { mention: "Coffee Town", place: "Coffee Town (San Telmo Market)", city: "Buenos Aires" },
      { mention: "Ezeiza", place: null, city: "Buenos Aires" },
    ],
    faults: [],
  },
  {
    name: "new-york-agency-mixed",
    style: "agency e-mail",
    today: "2027-02-01",
    startDate: null,
    cities: ["New York City"],
    text: `Dear Ms. Hartmann,

As discussed, this is the New York City module of your tour (September 20–22, 2027) for one traveler. Your total budget: USD 60.

Monday, September 20, 2027
10:30 AM – 1:00 PM  Museum of Modern Art
1:30 PM  Lunch at Grand Central Oyster Bar
3:15 PM – 4:05 PM  Schwarzman Building
4:15 PM – 5:15 PM  Bryant Park coffee and rest
8:00 PM – 9:15 PM  One World Observatory

Tuesday, September 21, 2027
10:00 AM – 1:00 PM  Museum of Natural History
1:15 PM  Levain cookies and sandwiches
2:30 PM – 4:15 PM  Frick Collection
4:40 PM – 6:40 PM  Central Park

Wednesday, September 22, 2027
10:00 AM – 12:00 PM  The Cloisters
1:00 PM  Lunch in Harlem
2:30 PM – 3:15 PM  St John the Divine
3:20 PM – 4:50 PM  Tenement Museum
7:30 PM  Katz's

Sincerely yours,
Bold Atlas Travel`,
    places: [
      { mention: "Museum of Modern Art", place: "Museum of Modern Art (MoMA)", city: "New York City" },
      { mention: "Grand Central Oyster Bar", place: "Grand Central Oyster Bar", city: "New York City" },
      { mention: "Schwarzman Building", place: "New York Public Library (Main Branch)", city: "New York City" },
      { mention: "Bryant Park", place: null, city: "New York City" },
      { mention: "One World Observatory", place: "One World Observatory", city: "New York City" },
      { mention: "Museum of Natural History", place: "American Museum of Natural History", city: "New York City" },
      { mention: "Levain", place: "Levain Bakery (West 74th Street)", city: "New York City" },
      { mention: "Frick Collection", place: "The Frick Collection", city: "New York City" },
      { mention: "Central Park", place: "Central Park", city: "New York City" },
      { mention: "The Cloisters", place: "The Met Cloisters", city: "New York City" },
      { mention: "Harlem", place: null, city: "New York City" },
      { mention: "St John the Divine", place: "Cathedral of St. John the Divine", city: "New York City" },
      { mention: "Tenement Museum", place: "Tenement Museum", city: "New York City" },
      { mention: "Katz's", place: "Katz's Delicatessen", city: "New York City" },
    ],
    faults: [
      { code: "budget_exceeded", mention: null, day: null },
      { code: "outside_hours", mention: "One World Observatory", day: 1 },
      { code: "closed_day", mention: "Frick Collection", day: 2 },
      { code: "closed_day", mention: "The Cloisters", day: 3 },
      { code: "travel_too_short", mention: "Tenement Museum", day: 3 },
    ],
  },
  {
    name: "marrakesh-agency-past",
    style: "agency e-mail",
    today: "2027-02-01",
    startDate: null,
    cities: ["Marrakesh"],
    text: `Dear Mr Fitzgerald,

Please find your confirmed schedule for Marrakesh, 15-17 December 2026.

Tuesday 15 December 2026
14h00 – 15h00 Dar el Bacha
15h10 – 16h00 Bacha Coffee
20h00 Dinner at the riad

Wednesday 16 December 2026
09h30 – 10h45 Jardin Majorelle
11h00 – 12h00 Musée Yves Saint Laurent
12h45 Grand Café de la Poste
15h00 – 16h00 Jardins de la Menara

Thursday 17 December 2026
09h30 – 10h30 Médersa Ben Youssef
10h45 – 11h15 Souk des Teinturiers
12h00 Nomad
Private transfer to Agafay Luxury Camp

Avec nos meilleures salutations,
Atlas & Co.`,
    places: [
      { mention: "Dar el Bacha", place: "Dar el Bacha, Museum of Confluences", city: "Marrakesh" },
      { mention: "Bacha Coffee", place: "Bacha Coffee (Dar el Bacha)", city: "Marrakesh" },
      { mention: "Jardin Majorelle", place: "Majorelle Garden", city: "Marrakesh" },
      { mention: "Musée Yves Saint Laurent", place: "Yves Saint Laurent Museum", city: "Marrakesh" },
      { mention: "Grand Café de la Poste", place: "Grand Café de la Poste", city: "Marrakesh" },
      { mention: "Jardins de la Menara", place: "Menara Gardens", city: "Marrakesh" },
      { mention: "Médersa Ben Youssef", place: "Ben Youssef Madrasa", city: "Marrakesh" },
      { mention: "Souk des Teinturiers", place: "Dyers' Souk", city: "Marrakesh" },
      { mention: "Nomad", place: "Nomad", city: "Marrakesh" },
      { mention: "Agafay Luxury Camp", place: null, city: "Marrakesh" },
    ],
    faults: [
      { code: "date_in_past", mention: null, day: 1 },
      { code: "date_in_past", mention: null, day: 2 },
      { code: "closed_day", mention: "Musée Yves Saint Laurent", day: 2 },
      { code: "date_in_past", mention: null, day: 3 },
    ],
  },
];
