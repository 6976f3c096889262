/** Gemini's and Copilot's way: AM–PM ranges after a part of the day, important considerations. Beyond Europe. */
import type { LabelledItinerary } from "./labelled.ts";

export const GEMINI_BEYOND: readonly LabelledItinerary[] = [
  {
    name: "singapore-gemini-clean",
    style: "gemini",
    today: "2027-02-01",
    startDate: null,
    cities: ["Singapore"],
    text: `## Singapore: 4 Days (March 15 - 18, 2027)

**Day 1: Monday, March 15 - Marina Bay**

* **Morning:** 10:00 AM - 12:00 PM, Flower Dome & Cloud Forest.
* **Lunch:** 12:30 PM at Satay by the Bay.
* **Afternoon:** 2:30 PM - 4:15 PM, ArtScience Museum.
* **Late afternoon:** 4:45 PM - 5:15 PM, the Merlion.
* **Evening:** 6:00 PM - 7:00 PM, Singapore Flyer (S$40), then dinner at Makansutra Gluttons Bay.

**Day 2: Tuesday, March 16 - Chinatown & Civic District**

* **Morning:** 9:00 AM - 9:50 AM, Buddha Tooth Relic Temple; 10:00 AM - 10:30 AM, Sri Mariamman.
* **Lunch:** 11:30 AM, Tian Tian in the hawker hall, Anthony Bourdain's favourite.
* **Afternoon:** 2:00 PM - 4:30 PM, National Gallery (S$20).
* **Evening:** 7:00 PM, Jumbo Seafood, chili crab.

**Day 3: Wednesday, March 17 - Little India & Kampong Glam**

* **Morning:** 10:00 AM - 11:00 AM, Indian Heritage Centre; 11:15 AM - 11:45 AM, Sri Veeramakaliamman.
* **Lunch:** 12:15 PM, dosai at Komala Vilas.
* **Afternoon:** 2:15 PM - 2:50 PM, Masjid Sultan; 3:00 PM - 3:45 PM, Haji Lane.
* **Evening:** 7:15 PM - 10:15 PM, Night Safari.

**Day 4: Thursday, March 18 - Gardens & goodbye**

* **Morning:** 8:30 AM - 10:30 AM, Botanic Gardens; 10:45 AM - 11:45 AM, Orchid Garden (S$15).
* **Lunch:** 12:30 PM, Newton hawker centre.
* **Departure:** be at Changi Airport Terminal 3 by 5:00 PM.`,
    places: [
      { mention: "Flower Dome & Cloud Forest", place: "Flower Dome and Cloud Forest", city: "Singapore" },
      { mention: "Satay by the Bay", place: "Satay by the Bay", city: "Singapore" },
      { mention: "ArtScience Museum", place: "ArtScience Museum", city: "Singapore" },
      { mention: "the Merlion", place: "Merlion Park", city: "Singapore" },
      { mention: "Singapore Flyer", place: "Singapore Flyer", city: "Singapore" },
      { mention: "Makansutra Gluttons Bay", place: null, city: "Singapore" },
      { mention: "Buddha Tooth Relic Temple", place: "Buddha Tooth Relic Temple", city: "Singapore" },
      { mention: "Sri Mariamman", place: "Sri Mariamman Temple", city: "Singapore" },
      { mention: "Tian Tian", place: "Tian Tian Hainanese Chicken Rice", city: "Singapore" },
      { mention: "National Gallery", place: "National Gallery Singapore", city: "Singapore" },
      { mention: "Jumbo Seafood", place: "Jumbo Seafood The Riverwalk", city: "Singapore" },
      { mention: "Indian Heritage Centre", place: "Indian Heritage Centre", city: "Singapore" },
      { mention: "Sri Veeramakaliamman", place: "Sri Veeramakaliamman Temple", city: "Singapore" },
      { mention: "Komala Vilas", place: "Komala Vilas", city: "Singapore" },
      { mention: "Masjid Sultan", place: "Sultan Mosque", city: "Singapore" },
      { mention: "Haji Lane", place: "Haji Lane", city: "Singapore" },
      { mention: "Night Safari", place: "Night Safari", city: "Singapore" },
      { mention: "Botanic Gardens", place: "Singapore Botanic Gardens", city: "Singapore" },
      { mention: "Orchid Garden", place: "National Orchid Garden", city: "Singapore" },
      { mention: "Newton hawker centre", place: "Newton Food Centre", city: "Singapore" },
      { mention: "Changi Airport Terminal 3", place: null, city: "Singapore" },
    ],
    faults: [],
  },
  {
    name: "mexico-city-gemini-faults",
    style: "gemini",
    today: "2027-02-01",
    startDate: null,
    cities: ["Mexico City"],
    text: `Here's a 4-day itinerary for Mexico City, March 8 - 11, 2027.

**Day 1: Monday, March 8**
* 10:00 AM - 11:15 AM: **Palacio de Bellas Artes**
* 11:25 AM - 11:55 AM: **House of Tiles**
* 12:30 PM: **Café de Tacuba**
* 2:30 PM - 3:30 PM: **Mercado de la Ciudadela**
* 4:30 PM - 6:00 PM: **Museo Soumaya**

**Day 2: Tuesday, March 9**
* 9:00 AM - 12:30 PM: **Teotihuacán**
* 1:00 PM: Lunch in a cave restaurant
* 4:30 PM - 5:45 PM: **Basilica de Guadalupe**
* 7:30 PM: **Azul Historico**

**Day 3: Wednesday, March 10**
* 9:30 AM - 10:50 AM: **Museo Frida Kahlo**
* 11:10 AM - 12:00 PM: **Trotsky Museum**
* 12:15 PM - 1:00 PM: **Mercado de Coyoacán**
* 1:15 PM: **Los Danzantes**
* 3:30 PM - 4:45 PM: **MUAC**

**Day 4: Thursday, March 11**
* 10:00 AM - 11:15 AM: **Museo Tamayo**
* 11:35 AM - 12:50 PM: **MAM**
* 1:30 PM: **Contramar**
* 3:30 PM - 4:45 PM: **Parque México**
* 4:30 PM - 5:30 PM: **Monumento a la Revolución**, take the glass lift

Getting around: Uber and Metrobús; airport transfers from Terminal 2.`,
    places: [
      { mention: "Palacio de Bellas Artes", place: "Palace of Fine Arts", city: "Mexico City" },
      { mention: "House of Tiles", place: "House of Tiles", city: "Mexico City" },
      { mention: "Café de Tacuba", place: "Café de Tacuba", city: "Mexico City" },
      { mention: "Mercado de la Ciudadela", place: "La Ciudadela Craft Market", city: "Mexico City" },
      { mention: "Museo Soumaya", place: "Soumaya Museum", city: "Mexico City" },
      { mention: "Teotihuacán", place: "Teotihuacan", city: "Mexico City" },
      { mention: "Basilica de Guadalupe", place: "Basilica of Our Lady of Guadalupe", city: "Mexico City" },
      { mention: "Azul Historico", place: "Azul Histórico", city: "Mexico City" },
      { mention: "Museo Frida Kahlo", place: "Frida Kahlo Museum (Casa Azul)", city: "Mexico City" },
      { mention: "Trotsky Museum", place: "Leon Trotsky House Museum", city: "Mexico City" },
      { mention: "Mercado de Coyoacán", place: "Coyoacán Market", city: "Mexico City" },
      { mention: "Los Danzantes", place: "Los Danzantes Coyoacán", city: "Mexico City" },
      { mention: "MUAC", place: "University Museum of Contemporary Art", city: "Mexico City" },
      { mention: "Museo Tamayo", place: "Tamayo Museum", city: "Mexico City" },
      { mention: "MAM", place: "Museum of Modern Art", city: "Mexico City" },
      { mention: "Contramar", place: "Contramar", city: "Mexico City" },
      { mention: "Parque México", place: "Parque México and Avenida Ámsterdam", city: "Mexico City" },
      { mention: "Monumento a la Revolución", place: "Monument to the Revolution", city: "Mexico City" },
      { mention: "Terminal 2", place: null, city: "Mexico City" },
    ],
    faults: [
      { code: "closed_day", mention: "Palacio de Bellas Artes", day: 1 },
      { code: "outside_hours", mention: "Museo Frida Kahlo", day: 3 },
      { code: "overlap", mention: "Monumento a la Revolución", day: 4 },
    ],
  },
];
