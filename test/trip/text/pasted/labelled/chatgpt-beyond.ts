/** ChatGPT's way beyond Europe: emoji headings, bold times, tips. */
import type { LabelledItinerary } from "./labelled.ts";

export const CHATGPT_BEYOND: readonly LabelledItinerary[] = [
  {
    name: "tokyo-chatgpt-clean",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["Tokyo"],
    text: `# 🌸 4-Day Tokyo Itinerary (March 25–28, 2027)

## 🗓 Day 1 – Thursday, March 25: Asakusa & Ueno
**Morning**
- 🏮 **8:30 AM–9:45 AM:** Senso-ji before the tour groups
- 🔪 **10:15 AM–11:15 AM:** Kappabashi for knives and plastic sushi

**Lunch**
- 🍤 **11:45 AM:** Daikokuya, tendon in dark sauce

**Afternoon**
- 🖼 **1:45 PM–4:15 PM:** Tokyo National Museum (¥1,000)
- 🌳 **4:30 PM–5:30 PM:** Ueno Park
- 🛍 **5:45 PM–6:30 PM:** Ameyayokocho

## 🗓 Day 2 – Friday, March 26: Shibuya & Harajuku
- ⛩ **9:00 AM–10:15 AM:** Meiji Jingu
- 👗 **11:00 AM–11:45 AM:** Takeshita Dori
- 🍽 **12:15 PM:** Tonkatsu Maisen
- 🏯 **2:00 PM–3:30 PM:** Nezu Museum
- 🚦 **4:15 PM–4:40 PM:** Shibuya Crossing
- 🌆 **5:00 PM–6:15 PM:** Shibuya Sky (¥2,700)
- 🍣 **7:00 PM:** Uobei

## 🗓 Day 3 – Saturday, March 27: East side
- 🐟 **8:00 AM–9:15 AM:** Tsukiji Market
- 🎨 **10:00 AM–12:00 PM:** teamLab Planets (¥3,600)
- 🍜 **12:45 PM:** Tokyo Ramen Street
- 🌿 **2:30 PM–3:45 PM:** Hama-rikyu (¥300)
- 🏮 Evening under the tracks in Yurakucho

## 🗓 Day 4 – Sunday, March 28: Shinjuku
- 🌸 **9:30 AM–11:10 AM:** Shinjuku Gyoen (¥500)
- 🥬 **11:30 AM:** Ain Soph Journey
- 🏙 **1:45 PM–2:30 PM:** Tocho observatory, free
- 🍢 **5:30 PM–6:30 PM:** Omoide Yokocho

🏨 *Where to stay:* Hotel Gracery or anything on the Yamanote line.`,
    places: [
      { mention: "Senso-ji", place: "Senso-ji", city: "Tokyo" },
      { mention: "Kappabashi", place: "Kappabashi Kitchen Town", city: "Tokyo" },
      { mention: "Daikokuya", place: "Daikokuya Tempura", city: "Tokyo" },
      { mention: "Tokyo National Museum", place: "Tokyo National Museum", city: "Tokyo" },
      { mention: "Ueno Park", place: "Ueno Park", city: "Tokyo" },
      { mention: "Ameyayokocho", place: "Ameyoko", city: "Tokyo" },
      { mention: "Meiji Jingu", place: "Meiji Shrine", city: "Tokyo" },
      { mention: "Takeshita Dori", place: "Takeshita Street", city: "Tokyo" },
      { mention: "Tonkatsu Maisen", place: "Tonkatsu Maisen Aoyama", city: "Tokyo" },
      { mention: "Nezu Museum", place: "Nezu Museum", city: "Tokyo" },
      { mention: "Shibuya Crossing", place: "Shibuya Scramble Crossing", city: "Tokyo" },
      { mention: "Shibuya Sky", place: "Shibuya Sky", city: "Tokyo" },
      { mention: "Uobei", place: "Uobei Shibuya Dogenzaka", city: "Tokyo" },
      { mention: "Tsukiji Market", place: "Tsukiji Outer Market", city: "Tokyo" },
      { mention: "teamLab Planets", place: "teamLab Planets", city: "Tokyo" },
      { mention: "Tokyo Ramen Street", place: "Tokyo Ramen Street", city: "Tokyo" },
      { mention: "Hama-rikyu", place: "Hamarikyu Gardens", city: "Tokyo" },
      { mention: "Yurakucho", place: null, city: "Tokyo" },
      { mention: "Shinjuku Gyoen", place: "Shinjuku Gyoen National Garden", city: "Tokyo" },
      { mention: "Ain Soph Journey", place: "Ain Soph. Journey Shinjuku", city: "Tokyo" },
      { mention: "Tocho observatory", place: "Tokyo Metropolitan Government Building Observatory", city: "Tokyo" },
      { mention: "Omoide Yokocho", place: "Omoide Yokocho", city: "Tokyo" },
      { mention: "Hotel Gracery", place: null, city: "Tokyo" },
    ],
    faults: [],
  },
  {
    name: "bangkok-chatgpt-faults",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["Bangkok"],
    text: `Here's a 3-day **Bangkok** itinerary for February 16–18, 2027 🛺🇹🇭

### Day 1 – Tuesday, February 16
**Morning**
- 8:30 AM – 11:00 AM: Grand Palace (500 THB)
- 11:20 AM – 12:40 PM: Wat Pho (300 THB), reclining Buddha

**Afternoon**
- 1:00 PM: Lunch at Supanniga by the pier
- 2:45 PM – 3:45 PM: Wat Arun (200 THB)
- 4:20 PM – 6:00 PM: Bangkok National Museum (200 THB)

**Evening**
- 7:30 PM: Pad thai at Thip Samai

### Day 2 – Wednesday, February 17
- 9:00 AM – 12:00 PM: Chatuchak
- 12:30 PM: Lunch
- 2:15 PM – 3:30 PM: Jim Thompson House, teak and silk
- 3:45 PM – 5:00 PM: BACC
- 6:00 PM – 6:30 PM: Erawan Shrine

### Day 3 – Thursday, February 18
- 7:00 AM – 8:10 AM: Lumpini Park
- 9:30 AM – 10:10 AM: Golden Buddha
- 10:20 AM – 11:50 AM: Yaowarat
- 12:30 PM: Go-Ang chicken rice
- 2:30 PM – 4:00 PM: ICON Siam
- 6:45 PM – 7:30 PM: Mahanakhon Skywalk for sunset

**Where to stay:** Khao San Social for parties, The Siam for calm.`,
    places: [
      { mention: "Grand Palace", place: "Grand Palace and Wat Phra Kaew", city: "Bangkok" },
      { mention: "Wat Pho", place: "Wat Pho", city: "Bangkok" },
      { mention: "Supanniga", place: "Supanniga Eating Room Tha Tien", city: "Bangkok" },
      { mention: "Wat Arun", place: "Wat Arun", city: "Bangkok" },
      { mention: "Bangkok National Museum", place: "Bangkok National Museum", city: "Bangkok" },
      { mention: "Thip Samai", place: "Thipsamai Pad Thai Pratu Phi", city: "Bangkok" },
      { mention: "Chatuchak", place: "Chatuchak Weekend Market", city: "Bangkok" },
      { mention: "Jim Thompson House", place: "Jim Thompson House Museum", city: "Bangkok" },
      { mention: "BACC", place: "Bangkok Art and Culture Centre", city: "Bangkok" },
      { mention: "Erawan Shrine", place: "Erawan Shrine", city: "Bangkok" },
      { mention: "Lumpini Park", place: "Lumphini Park", city: "Bangkok" },
      { mention: "Golden Buddha", place: "Wat Traimit (Golden Buddha)", city: "Bangkok" },
      { mention: "Yaowarat", place: "Yaowarat Road (Chinatown)", city: "Bangkok" },
      { mention: "Go-Ang chicken rice", place: "Go-Ang Pratunam Chicken Rice", city: "Bangkok" },
      { mention: "ICON Siam", place: "ICONSIAM", city: "Bangkok" },
      { mention: "Mahanakhon Skywalk", place: "King Power Mahanakhon SkyWalk", city: "Bangkok" },
      { mention: "Khao San Social", place: null, city: "Bangkok" },
      { mention: "The Siam", place: null, city: "Bangkok" },
    ],
    faults: [
      { code: "closed_day", mention: "Bangkok National Museum", day: 1 },
      { code: "closed_day", mention: "Thip Samai", day: 1 },
      { code: "closed_day", mention: "Chatuchak", day: 2 },
      { code: "after_last_entry", mention: "Mahanakhon Skywalk", day: 3 },
      { code: "outside_hours", mention: "Mahanakhon Skywalk", day: 3 },
    ],
  },
  {
    name: "new-york-chatgpt-faults",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["New York City"],
    text: `# 🗽 New York City in 4 Days (May 4–7, 2027)

Here's a balanced plan covering icons, museums, and great food.

## Day 1 (Tuesday, May 4): Lower Manhattan
- **9:00 AM – 1:00 PM:** Statue of Liberty & Ellis Island ($25.50)
- **1:30 PM:** Lunch at Fraunces Tavern
- **3:15 PM – 4:00 PM:** 9/11 Memorial
- **4:10 PM – 6:40 PM:** 9/11 Museum ($36)
- **8:00 PM:** Dinner in Tribeca

## Day 2 (Wednesday, May 5): Museum Mile
- **10:00 AM – 1:30 PM:** The Met ($30)
- **2:00 PM:** Plant-based lunch at Le Botaniste
- **4:00 PM – 5:30 PM:** Guggenheim ($30)
- **6:00 PM – 8:00 PM:** Central Park at golden hour

## Day 3 (Thursday, May 6): Midtown
- **9:30 AM – 10:15 AM:** Grand Central
- **10:25 AM – 11:15 AM:** NY Public Library
- **11:35 AM – 1:50 PM:** MoMA ($30)
- **2:05 PM:** Halal Guys
- **3:15 PM – 3:25 PM:** Intrepid ($38)
- **4:30 PM – 5:00 PM:** Times Square
- **5:30 PM – 7:00 PM:** Empire State Building ($44)

## Day 4 (Friday, May 7): Brooklyn
- **9:00 AM – 9:50 AM:** Brooklyn Bridge
- **10:20 AM – 11:10 AM:** Dumbo
- **12:00 PM:** Juliana's pizza
- **2:00 PM – 4:00 PM:** Brooklyn Museum ($20)
- **4:15 PM – 5:50 PM:** Brooklyn Botanic Garden ($22)

**Pro tip:** buy a CityPASS if you visit five or more sights.`,
    places: [
      {
        mention: "Statue of Liberty & Ellis Island",
        place: "Statue of Liberty and Ellis Island",
        city: "New York City",
      },
      { mention: "Fraunces Tavern", place: "Fraunces Tavern", city: "New York City" },
      { mention: "9/11 Memorial", place: "9/11 Memorial", city: "New York City" },
      { mention: "9/11 Museum", place: "9/11 Memorial Museum", city: "New York City" },
      { mention: "Tribeca", place: null, city: "New York City" },
      { mention: "The Met", place: "The Metropolitan Museum of Art", city: "New York City" },
      { mention: "Le Botaniste", place: "Le Botaniste (Lexington Avenue)", city: "New York City" },
      { mention: "Guggenheim", place: "Solomon R. Guggenheim Museum", city: "New York City" },
      { mention: "Central Park", place: "Central Park", city: "New York City" },
      { mention: "Grand Central", place: "Grand Central Terminal", city: "New York City" },
      { mention: "NY Public Library", place: "New York Public Library (Main Branch)", city: "New York City" },
      { mention: "MoMA", place: "Museum of Modern Art (MoMA)", city: "New York City" },
      { mention: "Halal Guys", place: "The Halal Guys (53rd Street cart)", city: "New York City" },
      { mention: "Intrepid", place: "Intrepid Museum", city: "New York City" },
      { mention: "Times Square", place: "Times Square", city: "New York City" },
      { mention: "Empire State Building", place: "Empire State Building", city: "New York City" },
      { mention: "Brooklyn Bridge", place: "Brooklyn Bridge", city: "New York City" },
      { mention: "Dumbo", place: "DUMBO and Washington Street", city: "New York City" },
      { mention: "Juliana's", place: "Juliana's", city: "New York City" },
      { mention: "Brooklyn Museum", place: "Brooklyn Museum", city: "New York City" },
      { mention: "Brooklyn Botanic Garden", place: "Brooklyn Botanic Garden", city: "New York City" },
    ],
    faults: [
      { code: "closed_day", mention: "9/11 Museum", day: 1 },
      { code: "closed_day", mention: "The Met", day: 2 },
      { code: "visit_short", mention: "Intrepid", day: 3 },
    ],
  },
  {
    name: "mexico-city-chatgpt-clean",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["Mexico City"],
    text: `# Mexico City for Día de Muertos: Oct 28–31, 2027 🇲🇽💀

### Day 1 · Thu, Oct 28 · Centro Histórico
- ☀️ **9:00 – 9:45 AM** – Zocalo, ofrendas everywhere
- ⛪ **10:00 – 10:45 AM** – Catedral Metropolitana
- 🏛 **11:00 AM – 12:40 PM** – Templo Mayor
- 🍽 **1:15 PM** – El Cardenal, nata and concha
- 🎭 **3:00 – 4:15 PM** – Bellas Artes
- 🌇 **5:00 – 6:00 PM** – Torre Latino
- 🍫 **6:30 PM** – churros at El Moro

### Day 2 · Fri, Oct 29 · Chapultepec
- 🏺 **9:30 AM – 1:00 PM** – Museo de Antropología
- 🌮 **1:45 PM** – El Turix, cochinita only
- 🏰 **3:00 – 5:00 PM** – Castillo de Chapultepec
- 🤼 **8:30 – 11:00 PM** – Arena Mexico

### Day 3 · Sat, Oct 30 · Coyoacán & San Ángel
- 🛍 **10:00 – 11:15 AM** – Bazar del Sábado
- 🖌 **11:35 AM – 12:25 PM** – Casa Estudio Diego Rivera y Frida Kahlo
- 💙 **1:30 – 2:50 PM** – Casa Azul
- 🥙 **3:00 PM** – Tostadas de Coyoacán
- 🌿 **4:30 – 5:30 PM** – Jardín Centenario

### Day 4 · Sun, Oct 31 · South
- 🚤 **10:00 AM – 1:00 PM** – Xochimilco
- 🍲 **1:15 PM** – lunch on the trajinera dock
- 🗿 **3:00 – 4:20 PM** – Anahuacalli

Skip Museo Dolores Olmedo unless it has reopened. Sleep in Colonia Juárez.`,
    places: [
      { mention: "Zocalo", place: "Zócalo", city: "Mexico City" },
      { mention: "Catedral Metropolitana", place: "Metropolitan Cathedral", city: "Mexico City" },
      { mention: "Templo Mayor", place: "Templo Mayor Museum", city: "Mexico City" },
      { mention: "El Cardenal", place: "El Cardenal (Palma)", city: "Mexico City" },
      { mention: "Bellas Artes", place: "Palace of Fine Arts", city: "Mexico City" },
      { mention: "Torre Latino", place: "Torre Latinoamericana Viewpoint", city: "Mexico City" },
      { mention: "El Moro", place: "Churrería El Moro (Eje Central)", city: "Mexico City" },
      { mention: "Museo de Antropología", place: "National Museum of Anthropology", city: "Mexico City" },
      { mention: "El Turix", place: "El Turix", city: "Mexico City" },
      { mention: "Castillo de Chapultepec", place: "Chapultepec Castle", city: "Mexico City" },
      { mention: "Arena Mexico", place: "Lucha Libre at Arena México", city: "Mexico City" },
      { mention: "Bazar del Sábado", place: "San Ángel Saturday Bazaar", city: "Mexico City" },
      {
        mention: "Casa Estudio Diego Rivera y Frida Kahlo",
        place: "Diego Rivera and Frida Kahlo House-Studio",
        city: "Mexico City",
      },
      { mention: "Casa Azul", place: "Frida Kahlo Museum (Casa Azul)", city: "Mexico City" },
      { mention: "Tostadas de Coyoacán", place: "Tostadas Coyoacán", city: "Mexico City" },
      {
        mention: "Jardín Centenario",
        place: "Coyoacán Plazas: Jardín Centenario and Jardín Hidalgo",
        city: "Mexico City",
      },
      { mention: "Xochimilco", place: "Xochimilco Canals (Embarcadero Nuevo Nativitas)", city: "Mexico City" },
      { mention: "Anahuacalli", place: "Anahuacalli Museum", city: "Mexico City" },
      { mention: "Museo Dolores Olmedo", place: null, city: "Mexico City" },
      { mention: "Colonia Juárez", place: null, city: "Mexico City" },
    ],
    faults: [],
  },
  {
    name: "cape-town-chatgpt-faults",
    style: "chatgpt",
    today: "2027-02-01",
    startDate: null,
    cities: ["Cape Town"],
    text: `# 🌍 5 Days in Cape Town (19–23 November 2027)

**Who it's for:** two friends, rental car, mid-range budget.

## Day 1 – Friday, 19 November: City Bowl
- 09:00 – 10:00: Slave Lodge
- 10:15 – 11:00: Company's Garden
- 11:15 – 12:45: South African Museum
- 13:05: lunch at Clarke's
- 15:00 – 16:15: Castle of Good Hope
- 19:00: Gold, drumming and 14 dishes

## Day 2 – Saturday, 20 November: Markets & waterfront
- 09:00 – 10:30: Oranjezicht market
- 11:00 – 12:45: Zeitz Mocaa
- 13:15: Willoughby's, the sushi queue is worth it
- 15:00 – 17:00: Two Oceans Aquarium
- 19:30: dinner in De Waterkant

## Day 3 – Sunday, 21 November: Woodstock & Bo-Kaap
- 10:00 – 11:30: Old Biscuit Mill
- 12:30 – 13:30: Bo Kaap
- 13:45 – 14:20: Bo-Kaap Museum
- 15:00: Bo-Kaap Kombuis for a late lunch

## Day 4 – Monday, 22 November: Peninsula
- 08:45 – 09:45: Duiker Island seal boat
- 10:15 – 11:00: Chapmans Peak
- 13:40 – 17:10: Cape Point
- 18:45 – 19:45: Boulders Beach

## Day 5 – Tuesday, 23 November: the mountain
- 09:00 – 11:30: Table Mountain
- 13:00: lunch on Kloof Street

⚠️ The cableway closes in high wind; keep a spare morning.`,
    places: [
      { mention: "Slave Lodge", place: "Iziko Slave Lodge", city: "Cape Town" },
      { mention: "Company's Garden", place: "The Company's Garden", city: "Cape Town" },
      { mention: "South African Museum", place: "Iziko South African Museum", city: "Cape Town" },
      { mention: "Clarke's", place: "Clarke's Bar & Dining Room", city: "Cape Town" },
      { mention: "Castle of Good Hope", place: "Castle of Good Hope", city: "Cape Town" },
      { mention: "Gold", place: "GOLD Restaurant", city: "Cape Town" },
      { mention: "Oranjezicht market", place: "Oranjezicht City Farm Market", city: "Cape Town" },
      { mention: "Zeitz Mocaa", place: "Zeitz Museum of Contemporary Art Africa", city: "Cape Town" },
      { mention: "Willoughby's", place: "Willoughby & Co.", city: "Cape Town" },
      { mention: "Two Oceans Aquarium", place: "Two Oceans Aquarium", city: "Cape Town" },
      { mention: "De Waterkant", place: null, city: "Cape Town" },
      { mention: "Old Biscuit Mill", place: "Neighbourgoods Market at the Old Biscuit Mill", city: "Cape Town" },
      { mention: "Bo Kaap", place: "Bo-Kaap", city: "Cape Town" },
      { mention: "Bo-Kaap Museum", place: "Iziko Bo-Kaap Museum", city: "Cape Town" },
      { mention: "Bo-Kaap Kombuis", place: "Bo-Kaap Kombuis", city: "Cape Town" },
      { mention: "Duiker Island seal boat", place: "Seal Boats to Duiker Island", city: "Cape Town" },
      { mention: "Chapmans Peak", place: "Chapman's Peak Drive", city: "Cape Town" },
      { mention: "Cape Point", place: "Cape Point and Cape of Good Hope", city: "Cape Town" },
      { mention: "Boulders Beach", place: "Boulders Penguin Colony", city: "Cape Town" },
      { mention: "Table Mountain", place: "Table Mountain Aerial Cableway", city: "Cape Town" },
      { mention: "Kloof Street", place: null, city: "Cape Town" },
    ],
    faults: [
      { code: "outside_hours", mention: "Castle of Good Hope", day: 1 },
      { code: "closed_day", mention: "Bo-Kaap Museum", day: 3 },
      { code: "outside_hours", mention: "Bo-Kaap Kombuis", day: 3 },
      { code: "outside_hours", mention: "Boulders Beach", day: 4 },
    ],
  },
];
