/** Programmes as agencies mail them: 14h30 or 16.00, hotels, transfers, what is included. Europe. */
import type { LabelledItinerary } from "./labelled.ts";

export const AGENCIES_EUROPE: readonly LabelledItinerary[] = [
  {
    name: "lisbon-porto-agency-mail",
    style: "agency e-mail",
    today: "2027-02-01",
    startDate: null,
    cities: ["Lisbon", "Porto"],
    text: `Dear Ms Okafor,

Thank you for choosing Saudade Journeys. Please find below the final programme for your stay in Portugal from Thursday 17 June to Monday 21 June 2027. Your accommodation is at the Hotel Mundial in Lisbon (2 nights) and at the Pestana Vintage in Porto (2 nights), breakfast included.

THURSDAY 17 JUNE – LISBON
Arrival in the morning; your driver meets you at the airport and takes you to the hotel.
14h30 – 16h00   Guided visit of the Museu Nacional dos Coches, with its golden carriages.
16h30 – 17h30   The cloister of Jerónimos. Tickets will be handed to you on site.
20h00   Welcome dinner at Darwin's Cafe, beside the river.

FRIDAY 18 JUNE – LISBON
10h00 – 11h00   Museu do Fado
11h20 – 12h20   Free stroll through Alfama
12h45   Lunch at a family-run restaurant (included)
14h30 – 16h00   Museu do Azulejo. Please note that we reconfirm the opening times closer to the date.
20h30   Dinner with live fado in Mouraria (included)

SATURDAY 19 JUNE – PORTO
Alfa Pendular train from Santa Apolónia at 9h00, arriving in Porto Campanhã at 12h15. Transfer to your hotel.
15h00 – 16h00   Palácio da Bolsa, including the Arab Room
16h15 – 17h00   Igreja de São Francisco
19h30   Dinner at Taberna dos Mercadores

SUNDAY 20 JUNE – PORTO
9h30 – 10h15   Livraria Lello, timed ticket
10h30 – 11h30   Torre dos Clerigos
12h30   Lunch on the Foz seafront
15h00 – 16h30   Tasting at Taylor's
17h00 – 17h45   Jardim do Morro for the sunset side of the river

MONDAY 21 JUNE – PORTO
9h30 – 10h15   Mercado do Bolhão
10h30 – 11h15   Rua Santa Catarina
Private transfer to the airport at noon.

The price of EUR 1,240 per person includes everything marked as such. We remain at your disposal for any question.

Kind regards,
Inês Duarte
Saudade Journeys`,
    places: [
      { mention: "Hotel Mundial", place: null, city: "Lisbon" },
      { mention: "Pestana Vintage", place: null, city: "Lisbon" },
      { mention: "Museu Nacional dos Coches", place: "National Coach Museum", city: "Lisbon" },
      { mention: "Jerónimos", place: "Jerónimos Monastery", city: "Lisbon" },
      { mention: "Darwin's Cafe", place: "Darwin's Café", city: "Lisbon" },
      { mention: "Museu do Fado", place: "Fado Museum", city: "Lisbon" },
      { mention: "Alfama", place: "Alfama Lanes", city: "Lisbon" },
      { mention: "Museu do Azulejo", place: "National Tile Museum", city: "Lisbon" },
      { mention: "Mouraria", place: null, city: "Lisbon" },
      { mention: "Palácio da Bolsa", place: "Stock Exchange Palace", city: "Porto" },
      { mention: "Igreja de São Francisco", place: "Church of Saint Francis", city: "Porto" },
      { mention: "Taberna dos Mercadores", place: "Taberna dos Mercadores", city: "Porto" },
      { mention: "Livraria Lello", place: "Livraria Lello", city: "Porto" },
      { mention: "Torre dos Clerigos", place: "Clérigos Tower and Church", city: "Porto" },
      { mention: "Foz", place: null, city: "Porto" },
      { mention: "Taylor's", place: "Taylor's Port Cellars", city: "Porto" },
      { mention: "Jardim do Morro", place: "Jardim do Morro", city: "Porto" },
      { mention: "Mercado do Bolhão", place: "Bolhão Market", city: "Porto" },
      { mention: "Rua Santa Catarina", place: "Rua de Santa Catarina", city: "Porto" },
    ],
    faults: [],
  },
  {
    name: "florence-agency-clean",
    style: "agency e-mail",
    today: "2027-02-01",
    startDate: null,
    cities: ["Florence"],
    text: `Subject: Your Florence programme, 23 to 26 February 2027

Dear Mr and Mrs Lindqvist,

It is a pleasure to confirm your winter stay in Florence. You are booked at the Grand Hotel Minerva, superior double, breakfast included.

Tuesday 23 February
15:00 Check-in
16:00-17:30 Palazzo Strozzi, current exhibition (tickets enclosed)
20:00 Caffè Gilli, light supper

Wednesday 24 February
08:30-11:30 Galleria degli Uffizi with a private guide
11:45-12:15 Loggia dei Lanzi
12:45 All'Antico Vinaio
14:30-16:00 Museo Galileo, at leisure
19:30 Libreria Brac

Thursday 25 February
09:00-10:15 Galleria dell'Accademia
10:30-11:00 Cenacolo di Sant'Apollonia
11:20-12:35 Museo degli Innocenti
13:00 Trattoria Mario
15:00-16:00 Cappelle Medicee
Evening at leisure

Friday 26 February
09:30-10:15 Battistero di San Giovanni
10:30-12:00 Museo dell'Opera del Duomo
12:30 Farewell lunch at Trattoria Za-Za
15:00 Private car to Pisa airport

Total: EUR 2,180 for two persons, flights not included.

With our kind regards,
Chiara Bonetti, Toscana su Misura`,
    places: [
      { mention: "Grand Hotel Minerva", place: null, city: "Florence" },
      { mention: "Palazzo Strozzi", place: "Palazzo Strozzi", city: "Florence" },
      { mention: "Caffè Gilli", place: "Caffè Gilli", city: "Florence" },
      { mention: "Galleria degli Uffizi", place: "Uffizi Gallery", city: "Florence" },
      { mention: "Loggia dei Lanzi", place: "Piazza della Signoria and Loggia dei Lanzi", city: "Florence" },
      { mention: "All'Antico Vinaio", place: "All'Antico Vinaio", city: "Florence" },
      { mention: "Museo Galileo", place: "Galileo Museum", city: "Florence" },
      { mention: "Libreria Brac", place: "Libreria Brac", city: "Florence" },
      { mention: "Galleria dell'Accademia", place: "Accademia Gallery", city: "Florence" },
      { mention: "Cenacolo di Sant'Apollonia", place: "Cenacolo di Sant'Apollonia", city: "Florence" },
      { mention: "Museo degli Innocenti", place: "Museo degli Innocenti", city: "Florence" },
      { mention: "Trattoria Mario", place: "Trattoria Mario", city: "Florence" },
      { mention: "Cappelle Medicee", place: "Medici Chapels", city: "Florence" },
      { mention: "Battistero di San Giovanni", place: "Baptistery of San Giovanni", city: "Florence" },
      { mention: "Museo dell'Opera del Duomo", place: "Museo dell'Opera del Duomo", city: "Florence" },
      { mention: "Trattoria Za-Za", place: "Trattoria Za Za", city: "Florence" },
      { mention: "Pisa airport", place: null, city: "Florence" },
    ],
    faults: [],
  },
  {
    name: "paris-amsterdam-agency",
    style: "agency e-mail",
    today: "2027-02-01",
    startDate: null,
    cities: ["Paris", "Amsterdam"],
    text: `Dear travellers,

Here is your confirmed schedule, Paris and Amsterdam, 23 to 27 August 2027.

MONDAY, AUGUST 23 – PARIS
11:00 am–11:45 am   Trocadero
12:30 pm   Lunch on board of a restaurant boat
2:30 pm–4:00 pm   Marmottan
5:00 pm–6:00 pm   Arc de Triomphe
8:00 pm   Dinner at the hotel, Hôtel Lutetia

TUESDAY, AUGUST 24 – PARIS
10:00 am–11:15 am   Catacombes
12:30 pm   Grande Mosquée tea room
2:00 pm–3:00 pm   Jardin des Plantes
3:40 pm–4:55 pm   Musée de Cluny

WEDNESDAY, AUGUST 25 – AMSTERDAM
Eurostar 9:22 am Paris Nord – 12:44 pm Amsterdam Centraal
2:30 pm–4:10 pm   Stedelijk
4:30 pm–5:30 pm   Albert Cuyp market
7:30 pm   Tempo Doeloe

THURSDAY, AUGUST 26 – AMSTERDAM
10:00 am–11:15 am   Our Lord in the Attic
11:25 am–12:15 pm   Oude Kerk
12:45 pm   Nam Kee
3:00 pm–4:00 pm   Luxembourg Gardens
7:00 pm   Dinner at The Pancake Bakery

FRIDAY, AUGUST 27 – AMSTERDAM
9:00 am–11:30 am   Zaanse Schans
12:30 pm   Farewell lunch
3:00 pm   Coach to Schiphol

Warm regards, your team at Continental Tours`,
    places: [
      { mention: "Trocadero", place: "Trocadéro Esplanade", city: "Paris" },
      { mention: "Marmottan", place: "Marmottan Monet Museum", city: "Paris" },
      { mention: "Arc de Triomphe", place: "Arc de Triomphe", city: "Paris" },
      { mention: "Hôtel Lutetia", place: null, city: "Paris" },
      { mention: "Catacombes", place: "Paris Catacombs", city: "Paris" },
      { mention: "Grande Mosquée tea room", place: "Grand Mosque Restaurant and Tea Room", city: "Paris" },
      { mention: "Jardin des Plantes", place: "Jardin des Plantes", city: "Paris" },
      { mention: "Musée de Cluny", place: "Cluny Museum", city: "Paris" },
      { mention: "Stedelijk", place: "Stedelijk Museum", city: "Amsterdam" },
      { mention: "Albert Cuyp market", place: "Albert Cuyp Market", city: "Amsterdam" },
      { mention: "Tempo Doeloe", place: "Tempo Doeloe", city: "Amsterdam" },
      { mention: "Our Lord in the Attic", place: "Our Lord in the Attic", city: "Amsterdam" },
      { mention: "Oude Kerk", place: "Old Church", city: "Amsterdam" },
      { mention: "Nam Kee", place: "Nam Kee Zeedijk", city: "Amsterdam" },
      { mention: "Luxembourg Gardens", place: "Luxembourg Garden", city: "Paris" },
      { mention: "The Pancake Bakery", place: "The Pancake Bakery", city: "Amsterdam" },
      { mention: "Zaanse Schans", place: "Zaanse Schans", city: "Amsterdam" },
      { mention: "Schiphol", place: null, city: "Amsterdam" },
    ],
    faults: [
      { code: "closed_day", mention: "Marmottan", day: 1 },
      { code: "outside_hours", mention: "Albert Cuyp market", day: 3 },
      { code: "wrong_city", mention: "Luxembourg Gardens", day: 4 },
    ],
  },
];
