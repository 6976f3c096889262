/** What a friend sends from a phone: lower case, typos, timestamps, jokes. */
import type { LabelledItinerary } from "./labelled.ts";

export const CHATS: readonly LabelledItinerary[] = [
  {
    name: "porto-whatsapp",
    style: "whatsapp",
    today: "2027-02-01",
    startDate: "2027-04-16",
    cities: ["Porto"],
    text: `[18:02] Marta: ok so Porto!! here's what I'd do, you land Friday right
[18:02] Marta: Day 1 (Fri)
[18:03] Marta: drop bags, then sao bento 10:30 for the tiles, 20 min is plenty
[18:03] Marta: 11:15 ribeira and just walk along the water
[18:04] Marta: 12:30 lunch adega sao nicolau 🤤 get the octopus
[18:04] Marta: 14:30 palacio da bolsa
[18:05] Marta: then cross the ponte luis i around 4pm, upper deck!!
[18:05] Marta: 17:00 sunset-ish at serra do pilar
[18:06] Marta: dinner wherever, ribeira is touristy
[18:07] Marta: Day 2 (Sat)
[18:07] Marta: 9:00 lello FIRST THING or the queue kills you
[18:07] Marta: 10:15 clerigos tower
[18:07] Marta: on the way back capela das almas, mornings only on saturdays, otherwise just look at the tiles
[18:08] Marta: 12:15 francesinha at cafe santiago
[18:08] Marta: 14:15 bolhao market (closes early saturdays)
[18:09] Marta: skip hard rock cafe obviously
[18:10] Marta: Day 3 (Sun)
[18:10] Marta: 10:00 serralves all morning, 3 hrs
[18:11] Marta: 14:30 foz lighthouse, big waves
[18:11] Marta: 15:45 matosinhos beach till whenever
[18:12] Marta: seafood at o gaveto 19:30, say hi to Rui from me
[18:12] Marta: flight home is late so you're fine 😘`,
    places: [
      { mention: "sao bento", place: "São Bento Station", city: "Porto" },
      { mention: "ribeira", place: "Ribeira", city: "Porto" },
      { mention: "adega sao nicolau", place: "Adega São Nicolau", city: "Porto" },
      { mention: "palacio da bolsa", place: "Stock Exchange Palace", city: "Porto" },
      { mention: "ponte luis i", place: "Dom Luís I Bridge", city: "Porto" },
      { mention: "serra do pilar", place: "Serra do Pilar Terrace", city: "Porto" },
      { mention: "lello", place: "Livraria Lello", city: "Porto" },
      { mention: "clerigos tower", place: "Clérigos Tower and Church", city: "Porto" },
      { mention: "capela das almas", place: "Chapel of Souls", city: "Porto" },
      { mention: "cafe santiago", place: "Café Santiago", city: "Porto" },
      { mention: "bolhao", place: "Bolhão Market", city: "Porto" },
      { mention: "hard rock cafe", place: null, city: "Porto" },
      { mention: "serralves", place: "Serralves Museum, Villa and Park", city: "Porto" },
      { mention: "foz lighthouse", place: "Felgueiras Lighthouse", city: "Porto" },
      { mention: "matosinhos beach", place: "Matosinhos Beach", city: "Porto" },
      { mention: "o gaveto", place: null, city: "Porto" },
    ],
    faults: [],
  },
  {
    name: "rome-whatsapp-family",
    style: "whatsapp",
    today: "2027-02-01",
    startDate: null,
    cities: ["Rome"],
    text: `Ciao ragazzi!! 🇮🇹 here's the plan for Rome so nobody panics, 4-6 June

*FRI 4 JUNE*
☕ 8:30 breakfast at Roscioli (the bakery not the restaurant)
🏛 9:15 campo de fiori
⛲ 10:15 piazza navona
🖼 11:00 palazzo altemps
🍕 13:00 lunch voglia di pizza (gluten free for Zia)
😴 siesta
🌅 17:30 gianicolo
🍽 19:30 Mama Eat

*SAT 5 JUNE*
🏟 9:00 colloseum tickets are in my email!!
🥪 12:00 suppli roma
👅 14:00 bocca della verita photo, obviously
🐎 14:45 circo massimo
🍊 15:30 giardino degli aranci
🔑 16:15 the keyhole on the Aventine
🍕 19:15 da remo

*SUN 6 JUNE*
🛍 8:30 porta portese
🐘 11:00 bioparco for the kids, 3 hours
🍦 15:30 giolitti gelato!
⛲ 17:00 trevi coins ready
✈️ 19:30 taxi

meeting point always hotel artemide lobby. zio is NOT allowed to drive 😂`,
    places: [
      { mention: "Roscioli", place: "Antico Forno Roscioli", city: "Rome" },
      { mention: "campo de fiori", place: "Campo de' Fiori", city: "Rome" },
      { mention: "piazza navona", place: "Piazza Navona", city: "Rome" },
      { mention: "palazzo altemps", place: "Palazzo Altemps", city: "Rome" },
      { mention: "voglia di pizza", place: "Voglia di Pizza", city: "Rome" },
      { mention: "gianicolo", place: "Janiculum Terrace", city: "Rome" },
      { mention: "Mama Eat", place: "Mama Eat", city: "Rome" },
      { mention: "colloseum", place: "Colosseum", city: "Rome" },
      { mention: "suppli roma", place: "Supplì Roma", city: "Rome" },
      { mention: "bocca della verita", place: "Mouth of Truth", city: "Rome" },
      { mention: "circo massimo", place: "Circus Maximus", city: "Rome" },
      { mention: "giardino degli aranci", place: "Orange Garden", city: "Rome" },
      { mention: "the keyhole on the Aventine", place: "Aventine Keyhole", city: "Rome" },
      { mention: "da remo", place: "Pizzeria Da Remo", city: "Rome" },
      { mention: "porta portese", place: "Porta Portese Flea Market", city: "Rome" },
      { mention: "bioparco", place: "Rome Zoo", city: "Rome" },
      { mention: "giolitti", place: "Giolitti", city: "Rome" },
      { mention: "trevi", place: "Trevi Fountain", city: "Rome" },
      { mention: "hotel artemide", place: null, city: "Rome" },
    ],
    faults: [],
  },
  {
    name: "vienna-whatsapp-clean",
    style: "whatsapp",
    today: "2027-02-01",
    startDate: "2027-05-27",
    cities: ["Vienna"],
    text: `Hey! Vienna tips as promised 🎻

*Thursday*
morning: stephansdom + climb the south tower
lunch: figlmuller at 12:30, schnitzel bigger than your head
afternoon: Hofburg / Sisi museum 14:30
17:00 cake at cafe hawelka
evening: wurst at bitzinger

*Friday*
9:30 Upper Belvedere (The Kiss!!)
12:00 salm brau
14:00 zentralfriedhof Beethoven says hi
eve donaukanal graffiti & spritz

*Saturday*
10:00 naschmarkt flea part is on saturdays
11:30 brunch neni
14:00 third man museum only open saturdays lucky you
16:30 prater, then riesenrad at 18:15
dinner 19:30 schweizerhaus, knuckle!!

don't bother with madame tussauds. hotel imperial only for the lobby lol`,
    places: [
      { mention: "stephansdom", place: "St Stephen's Cathedral", city: "Vienna" },
      { mention: "south tower", place: "South Tower of St Stephen's", city: "Vienna" },
      { mention: "figlmuller", place: "Figlmüller Wollzeile", city: "Vienna" },
      { mention: "Hofburg / Sisi museum", place: "Hofburg: Sisi Museum and Imperial Apartments", city: "Vienna" },
      { mention: "cafe hawelka", place: "Café Hawelka", city: "Vienna" },
      { mention: "bitzinger", place: "Bitzinger Würstelstand Albertina", city: "Vienna" },
      { mention: "Upper Belvedere", place: "Upper Belvedere", city: "Vienna" },
      { mention: "salm brau", place: "Salm Bräu", city: "Vienna" },
      { mention: "zentralfriedhof", place: "Vienna Central Cemetery", city: "Vienna" },
      { mention: "donaukanal", place: "Danube Canal Street Art", city: "Vienna" },
      { mention: "naschmarkt", place: "Naschmarkt", city: "Vienna" },
      { mention: "neni", place: "NENI am Naschmarkt", city: "Vienna" },
      { mention: "third man museum", place: "Third Man Museum", city: "Vienna" },
      { mention: "prater", place: "Green Prater", city: "Vienna" },
      { mention: "riesenrad", place: "Giant Ferris Wheel", city: "Vienna" },
      { mention: "schweizerhaus", place: "Schweizerhaus", city: "Vienna" },
      { mention: "madame tussauds", place: null, city: "Vienna" },
      { mention: "hotel imperial", place: null, city: "Vienna" },
    ],
    faults: [],
  },
  {
    name: "bangkok-whatsapp",
    style: "whatsapp",
    today: "2027-02-01",
    startDate: "2027-02-20",
    cities: ["Bangkok"],
    text: `sawasdee 🙏 my bangkok list, u can thank me later

day 1 saturday
9am jatujak market go EARLY its 38 degrees, half a day
12:30 or tor kor for lunch, best fruit ever
3pm massage health land 2 hrs 300 baht tip
evening asiatique, touristy but fun

day 2 sunday
8:30 taling chan floating mkt
11 baan silapin puppet show sometimes
1pm lunch on the boat 
3pm wat arun
5pm ferry across, flower market
dinner mont nom sod toast + milk yes that is dinner, 7pm

day 3 monday
8 on lok yun breakfast
9:15 wat suthat and the giant swing right outside 10:15
11 golden mount
12:45 krua apsorn crab omelette!!!!
3pm mbk
eve lebua sky bar if you have long trousers
airport rail link from phaya thai`,
    places: [
      { mention: "jatujak market", place: "Chatuchak Weekend Market", city: "Bangkok" },
      { mention: "or tor kor", place: "Or Tor Kor Market", city: "Bangkok" },
      { mention: "health land", place: "Health Land Sathorn", city: "Bangkok" },
      { mention: "asiatique", place: "Asiatique The Riverfront", city: "Bangkok" },
      { mention: "taling chan floating mkt", place: "Taling Chan Floating Market", city: "Bangkok" },
      { mention: "baan silapin", place: null, city: "Bangkok" },
      { mention: "wat arun", place: "Wat Arun", city: "Bangkok" },
      { mention: "flower market", place: "Pak Khlong Talat Flower Market", city: "Bangkok" },
      { mention: "mont nom sod", place: "Mont Nom Sod", city: "Bangkok" },
      { mention: "on lok yun", place: "On Lok Yun", city: "Bangkok" },
      { mention: "wat suthat", place: "Wat Suthat", city: "Bangkok" },
      { mention: "giant swing", place: "Giant Swing", city: "Bangkok" },
      { mention: "golden mount", place: "Wat Saket (Golden Mount)", city: "Bangkok" },
      { mention: "krua apsorn", place: "Krua Apsorn Dinso", city: "Bangkok" },
      { mention: "mbk", place: "MBK Center", city: "Bangkok" },
      { mention: "lebua sky bar", place: null, city: "Bangkok" },
      { mention: "phaya thai", place: null, city: "Bangkok" },
    ],
    faults: [],
  },
  {
    name: "new-york-whatsapp-faults",
    style: "whatsapp",
    today: "2027-02-01",
    startDate: "2027-02-15",
    cities: ["New York City"],
    text: `NEW YORK CITY 🗽🗽 mon-wed, ok listen

MON
10-11:30 am empire state
11:50-12:20 st patricks
12:45 lunch xian famous foods
2:30-3:45pm morgan library
6-7:15pm top of the rock

TUE
10:30-12:30 whitney museum
1pm chelsea market
2:30-3:45pm high line
4:15-4:45pm washington sq park
5:30pm joes pizza slice!!

WED
11am-1pm brooklyn museum
1:30pm toms
3:45-5pm the noguchi
5:05-7:05pm coney island
9:30pm nathans hot dogs

ur staying at the pod 51 right?? dont go to times sq olive garden`,
    places: [
      { mention: "empire state", place: "Empire State Building", city: "New York City" },
      { mention: "st patricks", place: "St. Patrick's Cathedral", city: "New York City" },
      { mention: "xian famous foods", place: "Xi'an Famous Foods (West 45th Street)", city: "New York City" },
      { mention: "morgan library", place: "The Morgan Library & Museum", city: "New York City" },
      { mention: "top of the rock", place: "Top of the Rock", city: "New York City" },
      { mention: "whitney museum", place: "Whitney Museum of American Art", city: "New York City" },
      { mention: "chelsea market", place: "Chelsea Market", city: "New York City" },
      { mention: "high line", place: "The High Line", city: "New York City" },
      { mention: "washington sq park", place: "Washington Square Park", city: "New York City" },
      { mention: "joes pizza", place: "Joe's Pizza", city: "New York City" },
      { mention: "brooklyn museum", place: "Brooklyn Museum", city: "New York City" },
      { mention: "toms", place: "Tom's Restaurant (Washington Avenue)", city: "New York City" },
      { mention: "the noguchi", place: "The Noguchi Museum", city: "New York City" },
      { mention: "coney island", place: "Coney Island Beach and Boardwalk", city: "New York City" },
      { mention: "nathans hot dogs", place: "Nathan's Famous (Coney Island)", city: "New York City" },
      { mention: "the pod 51", place: null, city: "New York City" },
      { mention: "times sq olive garden", place: null, city: "New York City" },
    ],
    faults: [
      { code: "closed_day", mention: "morgan library", day: 1 },
      { code: "closed_day", mention: "whitney museum", day: 2 },
      { code: "travel_too_short", mention: "coney island", day: 3 },
      { code: "outside_hours", mention: "nathans hot dogs", day: 3 },
    ],
  },
  {
    name: "sydney-family-whatsapp",
    style: "whatsapp",
    today: "2027-02-01",
    startDate: "2027-09-17",
    cities: ["Sydney"],
    text: `hi mum! Sydney with the kids, this is all we're doing, promise 🐨

Friday
10am aquarium
12:15 dumplings at Din Tai Fung
2pm chinese garden
early night 😴

Saturday
8am carriageworks market breakfast there
11am australian museum dinosaurs, 2 hours
1:30 sandwiches 
3pm brett whiteley studio (that one's for me)
6:15pm pizza at gigi, booked

Sunday
9:30 cockatoo island ferry from circular quay
1pm lunch on the ferry home 
3pm luna park
airport 7:30

we're at the meriton kent st. no wildlife zoo, they saw koalas last year`,
    places: [
      { mention: "aquarium", place: "SEA LIFE Sydney Aquarium", city: "Sydney" },
      { mention: "Din Tai Fung", place: "Din Tai Fung World Square", city: "Sydney" },
      { mention: "chinese garden", place: "Chinese Garden of Friendship", city: "Sydney" },
      { mention: "carriageworks market", place: "Carriageworks Farmers Market", city: "Sydney" },
      { mention: "australian museum", place: "Australian Museum", city: "Sydney" },
      { mention: "brett whiteley studio", place: "Brett Whiteley Studio", city: "Sydney" },
      { mention: "gigi", place: "Gigi Pizzeria", city: "Sydney" },
      { mention: "cockatoo island", place: "Cockatoo Island", city: "Sydney" },
      { mention: "luna park", place: "Luna Park Sydney", city: "Sydney" },
      { mention: "meriton kent st", place: null, city: "Sydney" },
      { mention: "wildlife zoo", place: null, city: "Sydney" },
    ],
    faults: [],
  },
];
