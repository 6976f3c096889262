/** Gemini's and Copilot's way: AM–PM ranges after a part of the day, important considerations. Europe. */
import type { LabelledItinerary } from "./labelled.ts";

export const GEMINI_EUROPE: readonly LabelledItinerary[] = [
  {
    name: "barcelona-gemini",
    style: "gemini",
    today: "2027-02-01",
    startDate: null,
    cities: ["Barcelona"],
    text: `Okay, here's a detailed 3-day Barcelona itinerary for your February trip (19–21 February 2027), balancing iconic sights with local flavor.

**Day 1 (Friday, February 19): Modernisme**

*   **Morning (9:00 AM - 11:00 AM):** **La Sagrada Familia**. Pre-book tickets (€26).
*   **Late morning (11:30 AM - 12:45 PM):** **Sant Pau Recinte Modernista**.
*   **Lunch (1:15 PM):** **La Paradeta**, choose your fish at the counter.
*   **Afternoon (3:30 PM - 4:45 PM):** **Casa Milà** (€29).
*   **Evening (8:00 PM - 8:50 PM):** **Magic Fountain** light show.

**Day 2 (Saturday, February 20): Gothic Quarter & El Born**

*   **Morning (10:00 AM - 11:20 AM):** **MUHBA**, the Roman streets under Plaça del Rei.
*   **Late morning (11:30 AM - 11:50 AM):** **Plaza Sant Felip Neri**.
*   **Lunch (12:30 PM):** a menu del día near the Via Laietana.
*   **Afternoon (2:00 PM - 2:20 PM):** **Picasso Museum** for a quick look.
*   **Afternoon (3:00 PM - 4:00 PM):** **Chocolate Museum**.
*   **Afternoon (4:00 PM):** Late lunch at **Bar Canyete**.

**Day 3 (Sunday, February 21): Views**

*   **Morning (10:00 AM - 11:10 AM):** **Castillo de Montjuic**.
*   **Midday (11:45 AM - 1:40 PM):** **National Art Museum of Catalonia** and its Romanesque apses.
*   **Lunch (2:15 PM):** Tapas in Carrer Blai.
*   **Afternoon (3:30 PM - 4:30 PM):** **Mercat de Santa Caterina** for souvenirs to eat.

**Important considerations:**
*   Book the Casa Batlló night visit separately if you want one.
*   Wear comfortable shoes!`,
    places: [
      { mention: "La Sagrada Familia", place: "Sagrada Família", city: "Barcelona" },
      { mention: "Sant Pau Recinte Modernista", place: "Sant Pau Art Nouveau Site", city: "Barcelona" },
      { mention: "La Paradeta", place: "La Paradeta Sagrada Família", city: "Barcelona" },
      { mention: "Casa Milà", place: "Casa Milà (La Pedrera)", city: "Barcelona" },
      { mention: "Magic Fountain", place: "Magic Fountain of Montjuïc", city: "Barcelona" },
      { mention: "MUHBA", place: "Barcelona History Museum, Plaça del Rei", city: "Barcelona" },
      { mention: "Plaza Sant Felip Neri", place: "Plaça de Sant Felip Neri", city: "Barcelona" },
      { mention: "Via Laietana", place: null, city: "Barcelona" },
      { mention: "Picasso Museum", place: "Picasso Museum", city: "Barcelona" },
      { mention: "Chocolate Museum", place: "Chocolate Museum", city: "Barcelona" },
      { mention: "Bar Canyete", place: "Bar Cañete", city: "Barcelona" },
      { mention: "Castillo de Montjuic", place: "Montjuïc Castle", city: "Barcelona" },
      { mention: "National Art Museum of Catalonia", place: "National Art Museum of Catalonia", city: "Barcelona" },
      { mention: "Mercat de Santa Caterina", place: "Santa Caterina Market", city: "Barcelona" },
    ],
    faults: [
      { code: "visit_short", mention: "Picasso Museum", day: 2 },
      { code: "meal_time_odd", mention: "Bar Canyete", day: 2 },
      { code: "travel_too_short", mention: "Bar Canyete", day: 2 },
      { code: "closed_day", mention: "Mercat de Santa Caterina", day: 3 },
    ],
  },
  {
    name: "rome-florence-copilot",
    style: "copilot",
    today: "2027-02-01",
    startDate: null,
    cities: ["Rome", "Florence"],
    text: `Sure! Here's a 6-day Rome + Florence plan, October 12–17, 2027.

**Tuesday, October 12 — Rome**
• 10:00 AM – 11:00 AM: Basilica di San Clemente (three layers of history)
• 11:30 AM – 1:00 PM: Colosseo
• 1:30 PM: Lunch in Celio
• 3:15 PM – 4:00 PM: San Giovanni in Laterano
• 7:30 PM: Dinner at Mercato Centrale Roma

**Wednesday, October 13 — Rome**
• 9:30 AM – 11:15 AM: Musei Capitolini
• 11:30 AM – 12:00 PM: Largo Argentina, ruins and cats
• 12:30 PM: Armando al Pantheon
• 2:30 PM – 3:15 PM: Ara Pacis
• 3:45 PM – 5:15 PM: MAXXI (tram 2)
• 8:00 PM: La Soffitta Renovatio

**Thursday, October 14 — Travel to Florence**
• 9:30 AM – 11:10 AM: High-speed train Roma Termini → Firenze SMN
• 12:30 PM: Lunch at Mercato Centrale, upstairs
• 2:00 PM – 3:00 PM: Cappelle Medicee
• 3:20 PM – 4:40 PM: Galleria dell'Accademia, David
• 5:00 PM – 5:40 PM: Piazza della Signoria

**Friday, October 15 — Florence**
• 8:30 AM – 11:30 AM: Uffizi (€25)
• 11:45 AM – 12:10 PM: Ponte Vecchio
• 12:45 PM: Trattoria 4 Leoni
• 2:30 PM – 5:00 PM: Palazzo Pitti

**Saturday, October 16 — Florence**
• 9:00 AM – 10:15 AM: Santa Maria Novella
• 10:30 AM – 11:00 AM: Officina Profumo
• 1:00 PM: Panini on the go
• 3:00 PM – 4:15 PM: Basilica di Santa Croce
• 7:30 PM: Libreria Brac

**Sunday, October 17 — Florence**
• 10:00 AM – 11:00 AM: Giardino Bardini
• 11:45 AM – 12:30 PM: Piazzale Michelangelo
• Afternoon flight from Peretola

Would you like help booking the trains?`,
    places: [
      { mention: "Basilica di San Clemente", place: "Basilica of San Clemente", city: "Rome" },
      { mention: "Colosseo", place: "Colosseum", city: "Rome" },
      { mention: "Celio", place: null, city: "Rome" },
      { mention: "San Giovanni in Laterano", place: "St John Lateran", city: "Rome" },
      { mention: "Mercato Centrale Roma", place: "Mercato Centrale Roma", city: "Rome" },
      { mention: "Musei Capitolini", place: "Capitoline Museums", city: "Rome" },
      { mention: "Largo Argentina", place: "Largo di Torre Argentina", city: "Rome" },
      { mention: "Armando al Pantheon", place: "Armando al Pantheon", city: "Rome" },
      { mention: "Ara Pacis", place: "Ara Pacis Museum", city: "Rome" },
      { mention: "MAXXI", place: "MAXXI Museum", city: "Rome" },
      { mention: "La Soffitta Renovatio", place: "La Soffitta Renovatio", city: "Rome" },
      { mention: "Mercato Centrale", place: "Mercato Centrale Firenze (upper floor)", city: "Florence" },
      { mention: "Cappelle Medicee", place: "Medici Chapels", city: "Florence" },
      { mention: "Galleria dell'Accademia", place: "Accademia Gallery", city: "Florence" },
      { mention: "Piazza della Signoria", place: "Piazza della Signoria and Loggia dei Lanzi", city: "Florence" },
      { mention: "Uffizi", place: "Uffizi Gallery", city: "Florence" },
      { mention: "Ponte Vecchio", place: "Ponte Vecchio", city: "Florence" },
      { mention: "Trattoria 4 Leoni", place: "Trattoria 4 Leoni", city: "Florence" },
      { mention: "Palazzo Pitti", place: "Pitti Palace", city: "Florence" },
      { mention: "Santa Maria Novella", place: "Basilica of Santa Maria Novella", city: "Florence" },
      { mention: "Officina Profumo", place: "Officina Profumo-Farmaceutica di Santa Maria Novella", city: "Florence" },
      { mention: "Basilica di Santa Croce", place: "Basilica of Santa Croce", city: "Florence" },
      { mention: "Libreria Brac", place: "Libreria Brac", city: "Florence" },
      { mention: "Giardino Bardini", place: "Bardini Garden", city: "Florence" },
      { mention: "Piazzale Michelangelo", place: "Piazzale Michelangelo", city: "Florence" },
      { mention: "Peretola", place: null, city: "Florence" },
    ],
    faults: [],
  },
  {
    name: "rome-gemini-today",
    style: "gemini",
    today: "2027-02-01",
    startDate: null,
    cities: ["Rome"],
    text: `Absolutely! Here's a 3-day Rome itinerary for January 11–13, 2027.

**Day 1: Monday, January 11, 2027 - Ancient Rome**

* **9:30 AM - 11:00 AM:** The Colosseum.
* **11:15 AM - 1:15 PM:** Foro Romano.
* **1:45 PM:** Lunch at La Taverna dei Fori Imperiali.
* **3:45 PM - 4:30 PM:** Il Vittoriano.

**Day 2: Tuesday, January 12, 2027 - Vatican City**

* **8:30 AM - 11:50 AM:** Musei Vaticani.
* **12:30 PM:** Pizza by the slice at Bonci.
* **2:00 PM - 3:15 PM:** San Pietro.
* **3:30 PM - 4:00 PM:** Piazza San Pietro and its colonnade.
* **7:30 PM:** Dinner in Prati.

**Day 3: Wednesday, January 13, 2027 - Baroque Rome**

* **9:30 AM - 10:15 AM:** The Pantheon.
* **10:30 AM - 11:00 AM:** Navona Square.
* **11:15 AM - 11:40 AM:** Trevi Fountain.
* **12:30 PM:** Lunch.
* **3:00 PM - 5:00 PM:** Galleria Borghese.
* **5:15 PM:** Villa Borghese stroll to 6:30 PM.

Remember to dress modestly for the churches. Enjoy your trip!`,
    places: [
      { mention: "The Colosseum", place: "Colosseum", city: "Rome" },
      { mention: "Foro Romano", place: "Roman Forum and Palatine Hill", city: "Rome" },
      { mention: "La Taverna dei Fori Imperiali", place: "La Taverna dei Fori Imperiali", city: "Rome" },
      { mention: "Il Vittoriano", place: "Vittoriano", city: "Rome" },
      { mention: "Musei Vaticani", place: "Vatican Museums and Sistine Chapel", city: "Rome" },
      { mention: "Bonci", place: "Bonci Pizzarium", city: "Rome" },
      { mention: "San Pietro", place: "St Peter's Basilica", city: "Rome" },
      { mention: "Piazza San Pietro", place: "St Peter's Square", city: "Rome" },
      { mention: "Prati", place: null, city: "Rome" },
      { mention: "The Pantheon", place: "Pantheon", city: "Rome" },
      { mention: "Navona Square", place: "Piazza Navona", city: "Rome" },
      { mention: "Trevi Fountain", place: "Trevi Fountain", city: "Rome" },
      { mention: "Galleria Borghese", place: "Borghese Gallery", city: "Rome" },
      { mention: "Villa Borghese", place: "Villa Borghese Park", city: "Rome" },
    ],
    faults: [
      { code: "date_in_past", mention: null, day: 1 },
      { code: "date_in_past", mention: null, day: 2 },
      { code: "date_in_past", mention: null, day: 3 },
    ],
  },
  {
    name: "paris-gemini-monday",
    style: "gemini",
    today: "2027-02-01",
    startDate: null,
    cities: ["Paris"],
    text: `Here's a 4-day Paris itinerary, February 8–11, 2027, tailored for museum lovers.

**Day 1 (Monday, Feb 8): Left Bank**
*   **9:30 AM – 12:00 PM: Musée d'Orsay.** Impressionists galore (€16).
*   **12:30 PM: Café de Flore.** A classic lunch.
*   **2:00 PM – 2:45 PM: Saint Sulpice.**
*   **3:00 PM – 4:00 PM: Jardin du Luxembourg.**
*   **4:30 PM – 5:30 PM: Panthéon** (€13).

**Day 2 (Tuesday, Feb 9): Islands**
*   **9:00 AM – 10:00 AM: Notre Dame.**
*   **10:15 AM – 11:00 AM: Sainte-Chapelle.**
*   **11:15 AM – 12:15 PM: Conciergerie** (€13).
*   **12:45 PM: Maslow.** Vegetarian lunch by the Seine.
*   **2:30 PM – 5:30 PM: Louvre** (€22).
*   **8:00 PM:** dinner cruise with Bateaux Parisiens.

**Day 3 (Wednesday, Feb 10): Marais**
*   **9:30 AM – 11:00 AM: Musée Picasso** (€16).
*   **11:15 AM – 12:30 PM: Memorial de la Shoah.**
*   **12:45 PM: L'As du Falafel.**
*   **2:00 PM – 2:40 PM: Place des Voges.**
*   **3:15 PM – 4:45 PM: Père Lachaise.**
*   **4:55 PM – 5:55 PM: Arc de Triomphe.** Go up for the view.

**Day 4 (Thursday, Feb 11): Grand boulevards**
*   **10:00 AM – 11:15 AM: Opéra Garnier** (€15).
*   **11:30 AM – 12:15 PM: Galeries Lafayette** rooftop.
*   **12:45 PM: Bouillon Chartier.**
*   **2:30 PM – 4:00 PM: Bourse de Commerce** (€15).
*   **6:30 PM – 8:00 PM: Rodin Museum** by candlelight.

I hope this helps you plan a memorable trip!`,
    places: [
      { mention: "Musée d'Orsay", place: "Musée d'Orsay", city: "Paris" },
      { mention: "Café de Flore", place: "Café de Flore", city: "Paris" },
      { mention: "Saint Sulpice", place: "Saint-Sulpice", city: "Paris" },
      { mention: "Jardin du Luxembourg", place: "Luxembourg Garden", city: "Paris" },
      { mention: "Panthéon", place: "Panthéon", city: "Paris" },
      { mention: "Notre Dame", place: "Notre-Dame Cathedral", city: "Paris" },
      { mention: "Sainte-Chapelle", place: "Sainte-Chapelle", city: "Paris" },
      { mention: "Conciergerie", place: "Conciergerie", city: "Paris" },
      { mention: "Maslow", place: "Maslow", city: "Paris" },
      { mention: "Louvre", place: "Louvre Museum", city: "Paris" },
      { mention: "Bateaux Parisiens", place: null, city: "Paris" },
      { mention: "Musée Picasso", place: "Picasso Museum", city: "Paris" },
      { mention: "Memorial de la Shoah", place: "Shoah Memorial", city: "Paris" },
      { mention: "L'As du Falafel", place: "L'As du Fallafel", city: "Paris" },
      { mention: "Place des Voges", place: "Place des Vosges", city: "Paris" },
      { mention: "Père Lachaise", place: "Père Lachaise Cemetery", city: "Paris" },
      { mention: "Arc de Triomphe", place: "Arc de Triomphe", city: "Paris" },
      { mention: "Opéra Garnier", place: "Palais Garnier", city: "Paris" },
      { mention: "Galeries Lafayette", place: "Galeries Lafayette Roof Terrace", city: "Paris" },
      { mention: "Bouillon Chartier", place: "Bouillon Chartier", city: "Paris" },
      { mention: "Bourse de Commerce", place: "Bourse de Commerce – Pinault Collection", city: "Paris" },
      { mention: "Rodin Museum", place: "Rodin Museum", city: "Paris" },
    ],
    faults: [
      { code: "closed_day", mention: "Musée d'Orsay", day: 1 },
      { code: "closed_day", mention: "Louvre", day: 2 },
      { code: "travel_too_short", mention: "Arc de Triomphe", day: 3 },
      { code: "outside_hours", mention: "Rodin Museum", day: 4 },
    ],
  },
  {
    name: "lisbon-porto-gemini-clean",
    style: "gemini",
    today: "2027-02-01",
    startDate: null,
    cities: ["Lisbon", "Porto"],
    text: `**5 days in Portugal: Lisbon and Porto, May 28 - June 1, 2027**

**Day 1: Friday, May 28 - Lisbon**
* Morning: 9:30 AM - 11:15 AM at the Castle of St George (€17).
* Midday: 11:35 AM - 12:15 PM, Se Cathedral.
* Lunch: 12:45 PM, bifanas at a counter.
* Afternoon: 2:30 PM - 3:30 PM, Lisboa Story Centre.
* Evening: dinner at Trindade, 7:30 PM.

**Day 2: Saturday, May 29 - Lisbon**
* Morning: 9:45 AM - 11:15 AM, Jeronimos Monastery; 11:25 AM - 11:55 AM, Igreja de Santa Maria de Belém.
* Lunch: 12:30 PM, Pasteis de Belem.
* Afternoon: 1:45 PM - 3:00 PM, Coach Museum (€15); 3:30 PM - 5:00 PM, MAAT (€11).
* Evening: LX Factory bookshops and bars.

**Day 3: Sunday, May 30 - Porto**
* Morning: train from Oriente 9:30 AM - 12:45 PM.
* Afternoon: 3:00 PM - 4:00 PM, Clérigos (€10); 4:15 PM - 5:00 PM, Livraria Lelo (€10).
* Evening: dinner at Brasão Cervejaria, 7:30 PM.

**Day 4: Monday, May 31 - Porto**
* Morning: 9:30 AM - 10:30 AM, Sé do Porto; 11:00 AM - 12:00 PM, Palacio da Bolsa (€14).
* Lunch: 12:30 PM, Adega S. Nicolau.
* Afternoon: 2:15 PM - 3:00 PM, Ponte Dom Luís; 3:30 PM - 5:00 PM, Taylors.

**Day 5: Tuesday, June 1 - Porto**
* Morning: 10:00 AM - 11:30 AM, Soares dos Reis museum.
* Lunch: 12:15 PM, Zenith.
* Departure from Sá Carneiro at 4:00 PM.`,
    places: [
      { mention: "Castle of St George", place: "São Jorge Castle", city: "Lisbon" },
      { mention: "Se Cathedral", place: "Lisbon Cathedral", city: "Lisbon" },
      { mention: "Lisboa Story Centre", place: "Lisboa Story Centre", city: "Lisbon" },
      { mention: "Trindade", place: "Cervejaria Trindade", city: "Lisbon" },
      { mention: "Jeronimos Monastery", place: "Jerónimos Monastery", city: "Lisbon" },
      { mention: "Igreja de Santa Maria de Belém", place: "Church of Santa Maria de Belém", city: "Lisbon" },
      { mention: "Pasteis de Belem", place: "Pastéis de Belém", city: "Lisbon" },
      { mention: "Coach Museum", place: "National Coach Museum", city: "Lisbon" },
      { mention: "MAAT", place: "MAAT and Tejo Power Station", city: "Lisbon" },
      { mention: "LX Factory", place: "LX Factory", city: "Lisbon" },
      { mention: "Oriente", place: null, city: "Porto" },
      { mention: "Clérigos", place: "Clérigos Tower and Church", city: "Porto" },
      { mention: "Livraria Lelo", place: "Livraria Lello", city: "Porto" },
      { mention: "Brasão Cervejaria", place: "Brasão Aliados", city: "Porto" },
      { mention: "Sé do Porto", place: "Porto Cathedral", city: "Porto" },
      { mention: "Palacio da Bolsa", place: "Stock Exchange Palace", city: "Porto" },
      { mention: "Adega S. Nicolau", place: "Adega São Nicolau", city: "Porto" },
      { mention: "Ponte Dom Luís", place: "Dom Luís I Bridge", city: "Porto" },
      { mention: "Taylors", place: "Taylor's Port Cellars", city: "Porto" },
      { mention: "Soares dos Reis museum", place: "Soares dos Reis National Museum", city: "Porto" },
      { mention: "Zenith", place: "Zenith Brunch & Cocktails", city: "Porto" },
      { mention: "Sá Carneiro", place: null, city: "Porto" },
    ],
    faults: [],
  },
];
