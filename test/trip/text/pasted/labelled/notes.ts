/** Terse notes of a friend: a time, half a name, nothing else. */
import type { LabelledItinerary } from "./labelled.ts";

export const NOTES: readonly LabelledItinerary[] = [
  {
    name: "lisbon-terse",
    style: "terse friend",
    today: "2027-02-01",
    startDate: "2027-04-22",
    cities: ["Lisbon"],
    text: `lisbon quick plan, no fuss

thu
- 10 castle
- 12:15 santa luzia viewpoint
- 13:00 lunch zé da mouraria
- 15:00 igreja sao domingos, the burnt one
- 15:45 ginjinha, one shot, keep walking
- 17:15 santa justa if no queue
- eve bairro alto

fri
- 9:45 jeronimos
- 11:30 ccb museum, 90 min
- 13:30 pão pão queijo queijo
- 14:45 belem tower
- 16:00 maat
- dinner lx factory

sat
- am feira da ladra then panteao
- 13:00 ramiro, prawns, steak sandwich for dessert
- 15:30 gulbenkian
- bus to airport 19:00

not doing sintra this time, benfica stadium maybe never`,
    places: [
      { mention: "castle", place: "São Jorge Castle", city: "Lisbon" },
      { mention: "santa luzia viewpoint", place: "Miradouro de Santa Luzia", city: "Lisbon" },
      { mention: "zé da mouraria", place: "Zé da Mouraria", city: "Lisbon" },
      { mention: "igreja sao domingos", place: "Church of São Domingos", city: "Lisbon" },
      { mention: "ginjinha", place: "A Ginjinha", city: "Lisbon" },
      { mention: "santa justa", place: "Santa Justa Lift", city: "Lisbon" },
      { mention: "bairro alto", place: "Bairro Alto", city: "Lisbon" },
      { mention: "jeronimos", place: "Jerónimos Monastery", city: "Lisbon" },
      { mention: "ccb museum", place: "MAC/CCB Museum of Contemporary Art", city: "Lisbon" },
      { mention: "pão pão queijo queijo", place: "Pão Pão Queijo Queijo", city: "Lisbon" },
      { mention: "belem tower", place: "Belém Tower (riverside view)", city: "Lisbon" },
      { mention: "maat", place: "MAAT and Tejo Power Station", city: "Lisbon" },
      { mention: "lx factory", place: "LX Factory", city: "Lisbon" },
      { mention: "feira da ladra", place: "Feira da Ladra Flea Market", city: "Lisbon" },
      { mention: "panteao", place: "National Pantheon", city: "Lisbon" },
      { mention: "ramiro", place: "Cervejaria Ramiro", city: "Lisbon" },
      { mention: "gulbenkian", place: "Calouste Gulbenkian Museum", city: "Lisbon" },
      { mention: "sintra", place: null, city: "Lisbon" },
      { mention: "benfica stadium", place: null, city: "Lisbon" },
    ],
    faults: [],
  },
  {
    name: "florence-terse-faults",
    style: "terse friend",
    today: "2027-02-01",
    startDate: "2027-11-08",
    cities: ["Florence"],
    text: `florence, 3 days, from monday

mon
9:30-10:30 santa croce
11:00-13:00 uffizi
13:15 antico vinaio schiacciata
14:30-15:30 pal. medici riccardi
15:50-16:40 mercato nuovo, the boar
19:30 trattoria sostanza, butter chicken

tue
8:15-9:30 accademia
9:45-10:20 ss annunziata
10:45-12:15 opera del duomo museum
12:30 lunch
14:00-15:00 casa buonarroti
15:30-17:00 palazzo vecchio incl. the tower
20:00 il vegetariano

wed
9:00-11:30 pitti
12:00-12:35 santo spirito
12:50 4 leoni
15:00-16:00 fiesole ruins
train 19:00`,
    places: [
      { mention: "santa croce", place: "Basilica of Santa Croce", city: "Florence" },
      { mention: "uffizi", place: "Uffizi Gallery", city: "Florence" },
      { mention: "antico vinaio", place: "All'Antico Vinaio", city: "Florence" },
      { mention: "pal. medici riccardi", place: "Palazzo Medici Riccardi", city: "Florence" },
      { mention: "mercato nuovo, the boar", place: "Mercato Nuovo and the Porcellino", city: "Florence" },
      { mention: "trattoria sostanza", place: "Trattoria Sostanza", city: "Florence" },
      { mention: "accademia", place: "Accademia Gallery", city: "Florence" },
      { mention: "ss annunziata", place: "Santissima Annunziata", city: "Florence" },
      { mention: "opera del duomo museum", place: "Museo dell'Opera del Duomo", city: "Florence" },
      { mention: "casa buonarroti", place: "Casa Buonarroti", city: "Florence" },
      { mention: "palazzo vecchio", place: "Palazzo Vecchio", city: "Florence" },
      { mention: "il vegetariano", place: "Il Vegetariano", city: "Florence" },
      { mention: "pitti", place: "Pitti Palace", city: "Florence" },
      { mention: "santo spirito", place: "Basilica of Santo Spirito", city: "Florence" },
      { mention: "4 leoni", place: "Trattoria 4 Leoni", city: "Florence" },
      { mention: "fiesole ruins", place: "Fiesole Archaeological Area and Roman Theatre", city: "Florence" },
    ],
    faults: [
      { code: "closed_day", mention: "uffizi", day: 1 },
      { code: "visit_short", mention: "uffizi", day: 1 },
      { code: "closed_day", mention: "casa buonarroti", day: 2 },
      { code: "closed_day", mention: "santo spirito", day: 3 },
      { code: "outside_hours", mention: "fiesole ruins", day: 3 },
    ],
  },
  {
    name: "vienna-terse-dates",
    style: "terse friend",
    today: "2027-02-01",
    startDate: null,
    cities: ["Vienna"],
    text: `VIENNA 20-22 Jan 2027

Wed 20 Jan 2027
10-11:50 oberes belvedere
12:15-13:35 unteres belvedere
13:50 late lunch Salm Brau
16-17:40 heeresgeschichtliches

Thu 21 Jan 2027
9-11 NHM
11:15-12 volksgarten
12:20 cafe central
14-15:30 jewish museum
18 tram home via karlsplatz

Fri 22 Jan 2027
10-11:15 freud museum
12 wiener deewan pay what you want
14-15:15 kunst haus wien
15:25-16 hundertwasserhaus`,
    places: [
      { mention: "oberes belvedere", place: "Upper Belvedere", city: "Vienna" },
      { mention: "unteres belvedere", place: "Lower Belvedere and Orangery", city: "Vienna" },
      { mention: "Salm Brau", place: "Salm Bräu", city: "Vienna" },
      { mention: "heeresgeschichtliches", place: "Museum of Military History", city: "Vienna" },
      { mention: "NHM", place: "Natural History Museum Vienna", city: "Vienna" },
      { mention: "volksgarten", place: "Volksgarten", city: "Vienna" },
      { mention: "cafe central", place: "Café Central", city: "Vienna" },
      { mention: "jewish museum", place: "Jewish Museum Vienna", city: "Vienna" },
      { mention: "karlsplatz", place: null, city: "Vienna" },
      { mention: "freud museum", place: "Sigmund Freud Museum", city: "Vienna" },
      { mention: "wiener deewan", place: "Der Wiener Deewan", city: "Vienna" },
      { mention: "kunst haus wien", place: "KunstHausWien", city: "Vienna" },
      { mention: "hundertwasserhaus", place: "Hundertwasser House", city: "Vienna" },
    ],
    faults: [
      { code: "date_in_past", mention: null, day: 1 },
      { code: "outside_hours", mention: "heeresgeschichtliches", day: 1 },
      { code: "date_in_past", mention: null, day: 2 },
      { code: "date_in_past", mention: null, day: 3 },
    ],
  },
  {
    name: "mexico-city-terse",
    style: "terse friend",
    today: "2027-02-01",
    startDate: "2027-06-17",
    cities: ["Mexico City"],
    text: `mexico city / cdmx, thu-sat

thu:
10:00 templo mayor
12:30 azul historico
14:30 san ildefonso orozco murals
16:20 palacio postal
20:00 plaza garibaldi one song max

fri:
10:00 antropologia, 3.5h
14:15 pujol, whoever pays
17:00 angel de la independencia
19:30 orinoco

sat:
10:00 bazaar sabado
11:45 museo del carmen
13:00 san angel inn margaritas
15:30 ciudad universitaria, the library mosaic
17:30 cafe jarocho coyoacan
sleep at casa goliana`,
    places: [
      { mention: "templo mayor", place: "Templo Mayor Museum", city: "Mexico City" },
      { mention: "azul historico", place: "Azul Histórico", city: "Mexico City" },
      { mention: "san ildefonso", place: "San Ildefonso College", city: "Mexico City" },
      { mention: "palacio postal", place: "Postal Palace", city: "Mexico City" },
      { mention: "plaza garibaldi", place: "Plaza Garibaldi", city: "Mexico City" },
      { mention: "antropologia", place: "National Museum of Anthropology", city: "Mexico City" },
      { mention: "pujol", place: "Pujol", city: "Mexico City" },
      { mention: "angel de la independencia", place: "Angel of Independence", city: "Mexico City" },
      { mention: "orinoco", place: "Taquería Orinoco (Roma)", city: "Mexico City" },
      { mention: "bazaar sabado", place: "San Ángel Saturday Bazaar", city: "Mexico City" },
      { mention: "museo del carmen", place: "El Carmen Museum", city: "Mexico City" },
      { mention: "san angel inn", place: "San Ángel Inn", city: "Mexico City" },
      { mention: "ciudad universitaria", place: "Central University Campus of UNAM", city: "Mexico City" },
      { mention: "cafe jarocho", place: "Café El Jarocho", city: "Mexico City" },
      { mention: "casa goliana", place: null, city: "Mexico City" },
    ],
    faults: [],
  },
  {
    name: "marrakesh-terse-clean",
    style: "terse friend",
    today: "2027-02-01",
    startDate: "2027-04-02",
    cities: ["Marrakesh"],
    text: `marrakesh long weekend (fri-sun). riad = riad yasmine

FRI
noon-ish land
2pm koutoubia gardens
3pm le jardin secret
4:30 mouassine fountain on the way
evening jemaa el fna, 8pm dinner nomad

SAT
8am majorelle
9:30 berber museum
12 amal !!!
2:15pm macaal
8pm grand cafe de la poste

SUN
9 bab el khemis junk market
11 ben youssef
12:45 cafe clock kasbah, camel burger
2:45 bahia
4:15 place des ferblantiers
taxi to menara airport 6pm`,
    places: [
      { mention: "riad yasmine", place: null, city: "Marrakesh" },
      { mention: "koutoubia", place: "Koutoubia Mosque and Gardens", city: "Marrakesh" },
      { mention: "le jardin secret", place: "Le Jardin Secret", city: "Marrakesh" },
      { mention: "mouassine fountain", place: "Mouassine Mosque Fountain", city: "Marrakesh" },
      { mention: "jemaa el fna", place: "Jemaa el-Fnaa", city: "Marrakesh" },
      { mention: "nomad", place: "Nomad", city: "Marrakesh" },
      { mention: "majorelle", place: "Majorelle Garden", city: "Marrakesh" },
      { mention: "berber museum", place: "Pierre Bergé Museum of Berber Arts", city: "Marrakesh" },
      { mention: "amal", place: null, city: "Marrakesh" },
      { mention: "macaal", place: null, city: "Marrakesh" },
      { mention: "grand cafe de la poste", place: "Grand Café de la Poste", city: "Marrakesh" },
      { mention: "bab el khemis", place: "Bab el Khemis Flea Market", city: "Marrakesh" },
      { mention: "ben youssef", place: "Ben Youssef Madrasa", city: "Marrakesh" },
      { mention: "cafe clock", place: "Café Clock", city: "Marrakesh" },
      { mention: "bahia", place: "Bahia Palace", city: "Marrakesh" },
      { mention: "place des ferblantiers", place: "Place des Ferblantiers", city: "Marrakesh" },
      { mention: "menara airport", place: null, city: "Marrakesh" },
    ],
    faults: [],
  },
];
