/** Travel blogs: prose, times in words or none, opinions. */
import type { LabelledItinerary } from "./labelled.ts";

export const BLOGS: readonly LabelledItinerary[] = [
  {
    name: "barcelona-blog-prose",
    style: "travel blog",
    today: "2027-02-01",
    startDate: "2027-10-08",
    cities: ["Barcelona"],
    text: `A LONG WEEKEND IN BARCELONA, THE SLOW WAY

We'd both been before, years ago, and had vowed not to run this time. So this is a plan with holes in it, on purpose.

Day One (Friday). Start your morning with the stalls of La Boqueria before the crowds find it, then drift into the Barri Gotic, whose lanes were made for getting lost in. When hunger strikes, Els 4 Gats is where a young Picasso hung his first show, and lunch under those arches is still a treat. In the afternoon we wandered over to the Palau de la Musica Catalana for the 2 pm guided tour (it takes an hour), and later to the Born Cultural Centre, where from four until five we had the excavated streets nearly to ourselves. We slept at the Hotel Brummell, which has a pool the size of a bathtub.

Day Two (Saturday). Saturdays belong to Sant Antoni market and a long breakfast in the neighbourhood. Afterwards, take the metro up to Parc Güell (our slot was noon to 1:45 pm), and eat something simple in Vallcarca. The late afternoon is for CosmoCaixa, from 4 to 6:30 pm, an indoor rainforest and all. Dinner was at Teresa Carles, vegetarian and none the worse for it.

Day Three (Sunday). On Sunday we did what the locals do: a lazy walk along Barceloneta beach with coffee in hand, then rice for lunch at Can Sole (1:30 pm, reserve!). If your flight is late, the Museu Maritim in the medieval shipyards is open all afternoon; we went from quarter to four until quarter past five. Then the train, and home.

I'd go back tomorrow.`,
    places: [
      { mention: "La Boqueria", place: "La Boqueria Market", city: "Barcelona" },
      { mention: "Barri Gotic", place: "Gothic Quarter", city: "Barcelona" },
      { mention: "Els 4 Gats", place: "Els Quatre Gats", city: "Barcelona" },
      { mention: "Palau de la Musica Catalana", place: "Palace of Catalan Music", city: "Barcelona" },
      { mention: "Born Cultural Centre", place: "El Born Cultural Centre", city: "Barcelona" },
      { mention: "Hotel Brummell", place: null, city: "Barcelona" },
      { mention: "Sant Antoni market", place: "Sant Antoni Market", city: "Barcelona" },
      { mention: "Parc Güell", place: "Park Güell", city: "Barcelona" },
      { mention: "Vallcarca", place: null, city: "Barcelona" },
      { mention: "CosmoCaixa", place: "CosmoCaixa Science Museum", city: "Barcelona" },
      { mention: "Teresa Carles", place: null, city: "Barcelona" },
      { mention: "Barceloneta beach", place: "Barceloneta Beach", city: "Barcelona" },
      { mention: "Can Sole", place: "Can Solé", city: "Barcelona" },
      { mention: "Museu Maritim", place: "Maritime Museum of Barcelona", city: "Barcelona" },
    ],
    faults: [],
  },
  {
    name: "florence-blog",
    style: "travel blog",
    today: "2027-02-01",
    startDate: null,
    cities: ["Florence"],
    text: `**72 hours in Florence: my honest plan (Fri 21 – Sun 23 May 2027)**

**Friday, 21 May.** Drop everything and head straight for the Duomo; the nave is free and the line moves. If you have knees left, Brunelleschi's dome is 463 steps of regret and glory (€30). I had a lampredotto sandwich at Nerbone at 1:15 pm, standing up, elbow to elbow with market porters. At 3 pm we had tickets for the Accademia because you cannot skip David, and afterwards we wandered through Novoli looking for gelato. Dinner at Za Za, 8 pm, loud and lovely.

**Saturday, 22 May.** The Uffizi Galleries, 8:15 to 11:15 am. Don't argue. Then straight across the Ponte Vechio at half past eleven (11:30) with the crowds, and lunch at Gusta Pizza (12:30 pm). In the afternoon climb through the Boboli from 2:30 till 4:15 pm. We finished the day with an aperitivo in Via Maggio and later dinner at Il Santo Bevitore.

**Sunday, 23 May.** A lazy start. The Bargello opens till early afternoon on Sundays, so be there by 10 am. Sunday lunch at 12:30 with nonna (yours or somebody else's). In the afternoon take bus 12 up to San Miniato, at 3:30 pm, when the monks have reopened the doors, and roll down to the Giardino delle Rose. We said goodbye from Piazzale Michelangiolo at sunset like everybody else, and regretted nothing.

*Where we stayed: Hotel Loggiato dei Serviti, frescoes over the bed.*`,
    places: [
      { mention: "Duomo", place: "Florence Cathedral", city: "Florence" },
      { mention: "Brunelleschi's dome", place: "Brunelleschi's Dome", city: "Florence" },
      { mention: "Nerbone", place: "Da Nerbone", city: "Florence" },
      { mention: "Accademia", place: "Accademia Gallery", city: "Florence" },
      { mention: "Novoli", place: null, city: "Florence" },
      { mention: "Za Za", place: "Trattoria Za Za", city: "Florence" },
      { mention: "Uffizi Galleries", place: "Uffizi Gallery", city: "Florence" },
      { mention: "Ponte Vechio", place: "Ponte Vecchio", city: "Florence" },
      { mention: "Gusta Pizza", place: "Gusta Pizza", city: "Florence" },
      { mention: "Boboli", place: "Boboli Gardens", city: "Florence" },
      { mention: "Via Maggio", place: null, city: "Florence" },
      { mention: "Il Santo Bevitore", place: "Il Santo Bevitore", city: "Florence" },
      { mention: "Bargello", place: "Bargello Museum", city: "Florence" },
      { mention: "San Miniato", place: "San Miniato al Monte", city: "Florence" },
      { mention: "Giardino delle Rose", place: "Rose Garden", city: "Florence" },
      { mention: "Piazzale Michelangiolo", place: "Piazzale Michelangelo", city: "Florence" },
      { mention: "Hotel Loggiato dei Serviti", place: null, city: "Florence" },
    ],
    faults: [],
  },
  {
    name: "london-blog-clean",
    style: "travel blog",
    today: "2027-02-01",
    startDate: "2027-07-02",
    cities: ["London"],
    text: `# Three quiet days in London (it can be done)

**Friday.** We like to begin somewhere small, and nothing in London is smaller or stranger than Sir John Soane's – go at 10:30, surrender your bag, marvel. Lunch was noodles at one in Holborn. After that, the Postal Museum has an actual underground mail train you can ride (2:30 to 4:20 pm). We ended the day on top of Primrose Hill with a bag of crisps, watching the lights come on.

**Saturday.** Breakfast at E Pellicci, nine o'clock sharp, where they have been calling everybody darling since 1900. Then take the boat down the river and climb the hill to the Royal Observatory for 11:00, before the coaches. A pie from Goddard's at 1 pm is the law in Greenwich village, and the Cutty Sark at half past two (2:30 pm) is better than it has any right to be. Curry at Tayyabs. Bring your own beer.

**Sunday.** Highgate cemetary at 10:30, for George Eliot and the foxes, followed by the long walk up Parliament Hill over Hampstead Heath. Late in the day we went to look at the narrowboats of Little Venice, and had supper at Mildred's, no meat, no regrets.

We slept at the Citizen M Bankside and would again.`,
    places: [
      { mention: "Sir John Soane's", place: "Sir John Soane's Museum", city: "London" },
      { mention: "Holborn", place: null, city: "London" },
      { mention: "Postal Museum", place: "The Postal Museum and Mail Rail", city: "London" },
      { mention: "Primrose Hill", place: "Primrose Hill", city: "London" },
      { mention: "E Pellicci", place: "E. Pellicci", city: "London" },
      { mention: "Royal Observatory", place: "Royal Observatory Greenwich", city: "London" },
      { mention: "Goddard's", place: "Goddards at Greenwich", city: "London" },
      { mention: "Greenwich village", place: null, city: "London" },
      { mention: "Cutty Sark", place: "Cutty Sark", city: "London" },
      { mention: "Tayyabs", place: "Tayyabs", city: "London" },
      { mention: "Highgate cemetary", place: "Highgate Cemetery", city: "London" },
      { mention: "Parliament Hill", place: "Parliament Hill, Hampstead Heath", city: "London" },
      { mention: "Little Venice", place: "Little Venice", city: "London" },
      { mention: "Mildred's", place: "Mildreds Soho", city: "London" },
      { mention: "Citizen M Bankside", place: null, city: "London" },
    ],
    faults: [],
  },
  {
    name: "kyoto-prose-blog",
    style: "travel blog",
    today: "2027-02-01",
    startDate: "2027-10-26",
    cities: ["Kyoto"],
    text: `KYOTO IN THREE SLOW DAYS

*Tuesday.* Start your morning at Nijo-jo (nine o'clock, 9:00, be the first through the gate) before heading to Nishiki market, where from 11:00 you can graze for an hour. A proper bowl of soba at Honke Owariya – half past twelve, 12:30 – has been the right lunch since 1465. Spend the afternoon in Gion, doing as little as possible, and let Maruyama koen decide when you are tired. Dinner was okonomiyaki at Nishiki Warai.

*Wednesday.* We took the bus north to Ginkakuji for a 9 am start and then simply followed the Tetsugaku no michi south from 10:15, past the cats. Eikando at 11:15 is maples all the way down. Lunch: 12:30, tofu, somewhere without a sign. Nanzenji, at half past two (14:30), has an aqueduct nobody expects, and after it Heian Jingu needs no appointment.

*Thursday.* The western hills. Tenryuji at 8:45, then out of the back gate into the bamboo forest at 10:00, and on to Okochi Sanso (10:45) for the tea that comes with the ticket. Noodles with a river view at Yoshimura, 12:30. Afterwards we crossed Togetsukyo and took the little train home. I never made it to Sagano Scenic Railway nor to the Kyoto Brewing Company; next time.`,
    places: [
      { mention: "Nijo-jo", place: "Nijo Castle", city: "Kyoto" },
      { mention: "Nishiki market", place: "Nishiki Market", city: "Kyoto" },
      { mention: "Honke Owariya", place: "Honke Owariya", city: "Kyoto" },
      { mention: "Gion", place: "Gion and Hanamikoji Street", city: "Kyoto" },
      { mention: "Maruyama koen", place: "Maruyama Park", city: "Kyoto" },
      { mention: "Nishiki Warai", place: "Nishiki Warai", city: "Kyoto" },
      { mention: "Ginkakuji", place: "Ginkaku-ji (Silver Pavilion)", city: "Kyoto" },
      { mention: "Tetsugaku no michi", place: "Philosopher's Path", city: "Kyoto" },
      { mention: "Eikando", place: "Eikan-do Zenrin-ji", city: "Kyoto" },
      { mention: "Nanzenji", place: "Nanzen-ji", city: "Kyoto" },
      { mention: "Heian Jingu", place: "Heian Shrine", city: "Kyoto" },
      { mention: "Tenryuji", place: "Tenryu-ji", city: "Kyoto" },
      { mention: "bamboo forest", place: "Arashiyama Bamboo Grove", city: "Kyoto" },
      { mention: "Okochi Sanso", place: "Okochi Sanso Villa", city: "Kyoto" },
      { mention: "Yoshimura", place: "Arashiyama Yoshimura", city: "Kyoto" },
      { mention: "Togetsukyo", place: "Togetsukyo Bridge", city: "Kyoto" },
      { mention: "Sagano Scenic Railway", place: null, city: "Kyoto" },
      { mention: "Kyoto Brewing Company", place: null, city: "Kyoto" },
    ],
    faults: [],
  },
  {
    name: "buenos-aires-prose",
    style: "travel blog",
    today: "2027-02-01",
    startDate: "2027-03-05",
    cities: ["Buenos Aires"],
    text: `**Buenos Aires on a first date with the city**

Friday: jet-lagged, so be gentle. Palacio Barolo has a lighthouse on top and a tour that leaves when enough people turn up. Lunch at El Cuartito – fugazzeta, standing – and then down to San Telmo market for no reason at all. In the evening we learned (badly) to dance at La Catedral – the Catedral tango club, lesson at 8:30 pm – which is less a club than a hangar with opinions.

Saturday: the green day. We walked the Rosedal, then the Jardin Japones, and sat in Bosques de Palermo until hunger won. At noon (12:00) the planetarium opens for weekend shows. Lunch at quarter past one was choripán from a cart. Museo Evita at 3 pm; you may cry. Dinner at Las Violetas, with its stained glass and medialunas.

Sunday: Feria de San Telmo, obviously, all the way up Defensa. Then the riverside: Costanera Sur for capybaras (we saw none) and a bondiola sandwich. Ice cream at Cadore before the airport bus. We missed Tierra Santa, the Usina del Arte and about nine hundred bookshops.`,
    places: [
      { mention: "Palacio Barolo", place: "Palacio Barolo", city: "Buenos Aires" },
      { mention: "El Cuartito", place: "El Cuartito", city: "Buenos Aires" },
      { mention: "San Telmo market", place: "San Telmo Market", city: "Buenos Aires" },
      { mention: "La Catedral", place: "La Catedral Tango Club", city: "Buenos Aires" },
      { mention: "Rosedal", place: "Rose Garden of Palermo", city: "Buenos Aires" },
      { mention: "Jardin Japones", place: "Japanese Garden", city: "Buenos Aires" },
      { mention: "Bosques de Palermo", place: null, city: "Buenos Aires" },
      { mention: "planetarium", place: "Galileo Galilei Planetarium", city: "Buenos Aires" },
      { mention: "Museo Evita", place: "Evita Museum", city: "Buenos Aires" },
      { mention: "Las Violetas", place: "Las Violetas", city: "Buenos Aires" },
      { mention: "Feria de San Telmo", place: "San Telmo Sunday Fair", city: "Buenos Aires" },
      { mention: "Costanera Sur", place: "Costanera Sur Ecological Reserve", city: "Buenos Aires" },
      { mention: "Cadore", place: "Cadore", city: "Buenos Aires" },
      { mention: "Tierra Santa", place: null, city: "Buenos Aires" },
      { mention: "Usina del Arte", place: null, city: "Buenos Aires" },
    ],
    faults: [],
  },
  {
    name: "cape-town-blog",
    style: "travel blog",
    today: "2027-02-01",
    startDate: null,
    cities: ["Cape Town"],
    text: `### Cape Town, four unhurried days — 11 to 14 March 2027

**Thursday 11 March.** Land, and have bowls and juice for lunch at Nu Health Food Cafe. Nap, then walk off the flight along the Sea Point prom in the late afternoon. Sundowners on Signal Hill, fish at The Codfather at 8 pm.

**Friday 12 March.** The District 6 Museum at 9:30 is where every visit should begin. We had flat whites at Truth Coffee at 11:00, steampunk and all. Lunch was a bunny chow at the Food Bazaar (12:45). In the afternoon, Kirstenbosch from 3 pm till they throw you out. Dinner on Bree Street.

**Saturday 13 March.** Penguins! Boulders by half past nine (9:30), then back up the coast to Kalk Bay for 11:30, fish and chips at Kalkys (13:00, no cutlery, no complaints) and a swim in the St James pool with its painted huts.

**Sunday 14 March.** Table Mountain cable car at 9:00 while the tablecloth is still in the cupboard. Afterwards, wine at Groot Constantia from 1 pm. The flight leaves in the evening; we waved at Devil's Peak from the window.`,
    places: [
      { mention: "Nu Health Food Cafe", place: "Nü Health Food Café", city: "Cape Town" },
      { mention: "Sea Point prom", place: "Sea Point Promenade", city: "Cape Town" },
      { mention: "Signal Hill", place: "Signal Hill", city: "Cape Town" },
      { mention: "The Codfather", place: "The Codfather", city: "Cape Town" },
      { mention: "District 6 Museum", place: "District Six Museum", city: "Cape Town" },
      { mention: "Truth Coffee", place: "Truth Coffee Roasting", city: "Cape Town" },
      { mention: "Food Bazaar", place: "Eastern Food Bazaar", city: "Cape Town" },
      { mention: "Kirstenbosch", place: "Kirstenbosch National Botanical Garden", city: "Cape Town" },
      { mention: "Bree Street", place: null, city: "Cape Town" },
      { mention: "Boulders", place: "Boulders Penguin Colony", city: "Cape Town" },
      { mention: "Kalk Bay", place: "Kalk Bay Harbour", city: "Cape Town" },
      { mention: "Kalkys", place: "Kalky's", city: "Cape Town" },
      { mention: "St James pool", place: "St James Tidal Pool", city: "Cape Town" },
      { mention: "Table Mountain cable car", place: "Table Mountain Aerial Cableway", city: "Cape Town" },
      { mention: "Groot Constantia", place: "Groot Constantia", city: "Cape Town" },
      { mention: "Devil's Peak", place: null, city: "Cape Town" },
    ],
    faults: [],
  },
];
