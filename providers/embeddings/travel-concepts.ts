/**
 * What travellers mean by words: families of words and phrases that say the same thing about a place, and
 * which families lie close to each other. Hand-made; place types, categories and tags of the catalogue are
 * words here too, so that "somewhere to watch the sunset" and a row of type `viewpoint` meet. Each family has
 * a dimension of its own (`local-embedding.ts`), by its position: append only, or raise the model's version.
 */

/** Family → its words and phrases, in the singular, lower case, without accents. */
export const CONCEPTS = {
  view: "view, viewpoint, viewing, panorama, panoramic, lookout, overlook, vista, observation deck, observatory deck, skyline, bird's eye, rooftop, roof terrace, from above, high above, from the top, scenic, miradouro, belvedere, skywalk, mirador, city at night",
  sunset:
    "sunset, sundown, dusk, golden hour, sun go down, sun goes down, sun set, setting sun, evening light, twilight, last light",
  sunrise: "sunrise, dawn, daybreak, sun come up",
  height: "tower, skyscraper, summit, top floor, dome, cable car, gondola, ferris wheel, highest, skytree, funicular",
  garden:
    "garden, botanical, botanic, flower, rose, greenhouse, orchid, plant, blossom, bloom, greenery, horticulture, orangery",
  park: "park, lawn, green space, meadow, picnic, grass, open space, tree, wood, woodland, forest, grove, bamboo, shade",
  quiet:
    "quiet, peaceful, calm, tranquil, serene, silent, silence, secluded, hidden, secret, away from crowds, uncrowded, relax, relaxing, unwind, rest, hush, escape the crowds, no crowds, few people, courtyard, cloister, contemplative, meditate, meditation, off the beaten path",
  read: "read, reading, book, novel, bookshop, bookstore, library, literature, literary, writer, author, poet, poetry, bookseller, paperback",
  shop: "shop, shopping, buy, boutique, souvenir, store, shopping street, mall, department store, arcade, gift, spend money, fashion",
  market: "market, bazaar, souk, stall, market hall, mercado, fair, food hall",
  antique:
    "antique, flea market, flea, vintage, secondhand, second hand, junk, bric-a-brac, bargain, thrift, used clothes, collectible, retro",
  craft: "craft, artisan, handmade, handicraft, workshop, leather, textile, weaving, carpet, pottery, souvenir, design",
  tile: "tile, azulejo, ceramic, pottery, porcelain, faience, mosaic, glazed",
  child:
    "child, kid, children, toddler, baby, family, families, little one, young, playground, puppet, stroller, son, daughter, six year old, carousel, hands on, hands-on, interactive, play, fun for",
  rain: "rainy day, rain, raining, wet weather, bad weather, when it pours, pours, pouring, storm, stay dry, indoor, inside, under cover, covered, air conditioned",
  animal:
    "animal, wildlife, zoo, safari, creature, monkey, elephant, bird, penguin, seal, panda, lion, aviary, ape, giraffe, bear, owl, cat",
  aquarium: "aquarium, fish tank, shark, oceanarium, sea life, jellyfish, ray, marine life, underwater, turtle, otter",
  science:
    "science, technology, planetarium, space, physics, experiment, robot, dinosaur, natural history, fossil, biodiversity, astronomy, star, invention, skeleton of a whale, engineering",
  beach:
    "beach, sand, sandy, seaside, surf, wave, sunbathe, sunbathing, lido, coast, shore, swim in the sea, tan, praia, surfer",
  swim: "swim, swimming, bathe, bathing, dip, pool, tidal pool, salt water, snorkel, plunge, take a dip, ocean pool, bath",
  sea: "sea, ocean, coast, cliff, harbour, harbor, bay, island, lighthouse, salt water, maritime, navy, ship, sailor, naval, seafaring",
  river:
    "river, riverside, waterfront, canal, quay, pier, promenade, embankment, lake, waterside, on the water, riverbank, wharf, water",
  boat: "boat, ferry, cruise, sail, sailing, kayak, gondola ride, ship ride, boat trip, boat ride, on the water, tram or boat, gliding",
  bridge: "bridge, viaduct, span",
  train:
    "train, railway, railroad, steam, locomotive, tram, streetcar, trolley, subway, metro, underground, carriage, station, rail, tramway, subway car, transit, bus",
  ride: "ride, cable car, funicular, lift, tram, tram or boat, ferry, carousel, antique streetcar, aerial",
  old: "old, historic, historical, history, heritage, antique, century, medieval, traditional, old-fashioned, bygone, past, ancient, vintage, preserved",
  ruin: "ruin, ancient, roman, archaeology, archaeological, excavation, antiquity, forum, temple ruin, amphitheatre, catacomb, prehistoric, aqueduct, classical antiquity, old stone, unearthed, excavated",
  aztec: "aztec, maya, mayan, pyramid, pre-hispanic, mesoamerican, pre-columbian, inca",
  castle: "castle, fortress, fort, citadel, battlement, rampart, knight, moat, samurai, shogun, keep",
  palace:
    "palace, royal, king, queen, emperor, empress, imperial, monarch, throne, state room, court, sultan, prince, habsburg, lived, residence, princess, sisi",
  church:
    "church, cathedral, basilica, chapel, abbey, monastery, convent, christian, nave, altar, saint, catholic, pray, cloister, bell tower, gothic church, baptistery, pilgrimage, churches",
  temple:
    "temple, shrine, buddha, buddhist, shinto, pagoda, zen, monk, hindu, torii, wat, temples shrines, incense, deity, goddess",
  mosque: "mosque, islamic, muslim, minaret, madrasa, koran, mosques synagogues",
  synagogue: "synagogue, jewish, jew, holocaust, hebrew, shoah, kosher, ghetto",
  tomb: "cemetery, grave, graveyard, tomb, buried, burial, crypt, catacomb, bone, skeleton, skull, mausoleum, dead, mummy, ossuary, macabre, death",
  war: "war, wartime, second world war, world war, ww2, wwii, nazi, bunker, military, army, soldier, battle, weapon, occupation, resistance, anzac, bomb, fallen, warship, churchill",
  memory:
    "memorial, memory, remembrance, monument, victim, remember, dictatorship, genocide, slavery, apartheid, prison, persecution, memorials",
  art: "art, painting, painter, masterpiece, artwork, art museum, gallery, galleries, canvas, old master, master, fine art, portrait, collection, picture, drawing",
  modern:
    "modern art, contemporary, contemporary art, installation, abstract, avant-garde, cutting edge, modern, conceptual, pop art, cubist, twentieth century, video art",
  impressionist:
    "impressionist, impressionism, monet, renoir, manet, degas, cezanne, water lilies, van gogh, post-impressionist",
  renaissance:
    "renaissance, botticelli, michelangelo, raphael, leonardo, medici, fresco, giotto, donatello, caravaggio, baroque, bernini",
  mural: "mural, street art, graffiti, wall painting, spray, painted wall, rivera, banksy, stencil",
  sculpture: "sculpture, statue, carving, bronze, marble, sculptor, bust",
  photo: "photography, photograph, photographer, camera, instagram, photogenic, picture perfect, photo",
  design: "design, furniture, poster, applied art, decorative art, fashion, haute couture, textile, costume",
  architecture:
    "architecture, architect, building, facade, art nouveau, modernist, gaudi, skyscraper, art deco, house, modernista, secession, brutalist, wooden house",
  museum: "museum, exhibit, exhibition, collection, display",
  music: "music, live music, concert, band, gig, song, singer, guitar, instrument, listen",
  classical:
    "classical concert, classical music, orchestra, symphony, philharmonic, opera, mozart, strauss, chamber music, concert hall, choir, string quartet, waltz, organ",
  jazz: "jazz, blues, trio, swing, saxophone, vanguard",
  fado: "fado, sad song, melancholy, saudade, flamenco, tango song",
  tango: "tango, milonga, dance tango",
  dance: "dance, dancing, dancer, ballet, ballroom, nightclub, disco, club, party",
  theatre:
    "theatre, theater, play, drama, musical, stage, opera, performing arts, performance, show, kabuki, comedy, geisha",
  film: "film, cinema, movie, screen, director, moving image",
  comics:
    "comics, manga, anime, animation, cartoon, otaku, ghibli, video game, gaming, arcade game, figure, maiko cosplay",
  night:
    "night, nightlife, evening, after dark, late, midnight, late night, illuminated, light show, night out, nocturnal, neon",
  bar: "bar, cocktail, drink, pub, beer, brewery, tavern, aperitif, rooftop bar, ale, speakeasy, cherry liqueur, sake",
  wine: "wine, vineyard, winery, port wine, cellar, tasting, wine bar, sommelier, champagne, cava",
  coffee: "coffee, cafe, espresso, cappuccino, coffeehouse, tea room, tea, kissaten, latte, flat white, barista",
  pastry:
    "pastry, pastries, bakery, cake, croissant, tart, bread, sweet, dessert, patisserie, bun, custard, cookie, doughnut, chocolate, churro, baked, strudel, confectionery",
  icecream: "ice cream, gelato, frozen treat, frozen, sorbet, cold sweet",
  breakfast: "breakfast, brunch, morning, pancake, egg, early, start the day",
  dinner: "dinner, supper, eat, restaurant, meal, lunch, dine, dining, cuisine, dish, kitchen, menu, table",
  cheapeat:
    "cheap, budget, affordable, inexpensive, free, low cost, street food, snack, hawker, food stall, food court, take-away, takeaway, bargain meal",
  fine: "fine dining, tasting menu, michelin, gourmet, elegant, luxury, upscale, special occasion, haute cuisine, white tablecloth",
  vegan:
    "vegan, plant-based, plant based, without animal products, no animal products, animal free, dairy free, vegan cuisine",
  vegetarian:
    "vegetarian, meatless, meat-free, no meat, without meat, vegetable, vegan, vegetarian cuisine, tofu, veggie, shojin ryori",
  seafood:
    "seafood, fish, oyster, shrimp, prawn, crab, lobster, sardine, shellfish, clam, cod, grilled fish, fish and chips, sushi, ceviche",
  meat: "steak, grill, barbecue, bbq, beef, parrilla, roast, burger, schnitzel, kebab, meat, lamb, sausage, pork",
  noodle: "noodle, ramen, soba, udon, pho, dim sum, dumpling, wonton, pad thai, laksa",
  pizza: "pizza, pasta, italian, trattoria, spaghetti, osteria",
  taco: "taco, mexican, tortilla, mole, mezcal, tamale, salsa, tostada",
  spice: "curry, spicy, indian, spice, tandoori, masala, thai, indonesian",
  halal: "halal, islamic food, muslim food",
  spa: "spa, bath, hot spring, onsen, sauna, thermal, massage, hammam, steam, steam bath, soak, wellness, pamper, thermal water, sento, spring water, treatment",
  hike: "hike, hiking, walk up, trail, trek, mountain, climb, hill, ridge, peak, nature walk, boots, valley, wilderness, trekking, uphill",
  nature:
    "nature, waterfall, wetland, reserve, mangrove, countryside, desert, river valley, national park, outdoors, wild, landscape, bird watching, birdwatching, palm",
  sport:
    "sport, football, soccer, stadium, match, team, boxing, wrestling, wrestler, lucha libre, muay thai, ring, rugby, cricket, arena, goal, fight, baseball, game",
  thrill:
    "theme park, amusement, roller coaster, rollercoaster, thrill, ride park, funfair, fairground, disney, universal, disneyland, attraction park",
  neighbourhood:
    "neighborhood, neighbourhood, quarter, lane, alley, district, stroll, wander, village, local life, back street, old town, narrow street, alleyway, cobbled, backstreet, walk around",
  square: "square, plaza, piazza, place, fountain, people watching, people-watching, piazza life",
  romantic: "romantic, couple, honeymoon, date, anniversary, love, proposal, lover, two of us, girlfriend, boyfriend",
  crime:
    "medical, anatomy, parasite, weird, strange, odd, quirky, unusual, bizarre, curious, offbeat, sewer, creepy, spooky",
  local: "local favourite, local, authentic, where locals go, non touristy, untouristy, genuine, locals",
  famous: "famous, iconic, landmark, must see, must-see, unesco, world heritage, symbol, best known, postcard",
  money: "money, bank, coin, stock exchange, finance, currency, bullion",
  chocolate: "chocolate, cocoa, xocolata, praline",
  flower: "flower market, flower, bouquet, tulip, bulb, florist",
  windmill: "windmill, mill, dutch countryside, polder",
  explorer: "explorer, discoveries, navigator, voyage, caravel, expedition, magellan, vasco da gama, cook",
  psych: "freud, psychoanalysis, mind, psychology",
  fashionhouse: "fashion, couture, saint laurent, dress, designer clothes, shoe, ferragamo",
  postal: "post, mail, postal, stamp, letter",
  tea: "tea ceremony, matcha, tea house, teahouse, afternoon tea, tea garden",
  mummy: "egypt, egyptian, mummy, pharaoh, greek, mesopotamia, world culture, anthropology, ethnography, tribal",
  desert: "desert, dune, camel, oasis, palm grove",
  slave: "slavery, slave, apartheid, human rights, segregation, district six, mandela, freedom, injustice",
  light: "immersive, digital art, light art, projection, interactive art, teamlab, illumination",
  perfume: "perfume, fragrance, scent, pharmacy, apothecary, soap",
  movieset: "harry potter, film set, movie location, third man",
} as const satisfies Record<string, string>;
export type Concept = keyof typeof CONCEPTS;

/** What a family brings to mind besides itself, each with how much of its own weight. */
export const RELATED: Partial<Record<Concept, Partial<Record<Concept, number>>>> = {
  sunset: { view: 0.7 },
  sunrise: { view: 0.5 },
  height: { view: 0.6 },
  garden: { park: 0.5, quiet: 0.4 },
  park: { garden: 0.4, nature: 0.3 },
  quiet: { garden: 0.4, park: 0.4 },
  antique: { market: 0.5 },
  tile: { craft: 0.3 },
  beach: { swim: 0.5, sea: 0.5 },
  swim: { beach: 0.6 },
  aquarium: { animal: 0.6, child: 0.3 },
  animal: { child: 0.3 },
  science: { child: 0.3, museum: 0.3 },
  boat: { river: 0.5, ride: 0.4 },
  train: { ride: 0.4 },
  ruin: { old: 0.5 },
  aztec: { ruin: 0.9 },
  castle: { old: 0.3, palace: 0.3 },
  tomb: { memory: 0.2 },
  synagogue: { memory: 0.3 },
  impressionist: { art: 0.7 },
  renaissance: { art: 0.7 },
  modern: { art: 0.6 },
  mural: { art: 0.4 },
  sculpture: { art: 0.4 },
  light: { modern: 0.5 },
  classical: { music: 0.7, theatre: 0.3 },
  jazz: { music: 0.8, night: 0.3 },
  fado: { music: 0.7 },
  tango: { dance: 0.7, night: 0.4, music: 0.3 },
  dance: { night: 0.5 },
  bar: { night: 0.4 },
  coffee: { breakfast: 0.3 },
  pastry: { breakfast: 0.4, coffee: 0.2 },
  icecream: { pastry: 0.4 },
  vegan: { vegetarian: 0.6 },
  vegetarian: { vegan: 0.3 },
  chocolate: { pastry: 0.3 },
  hike: { nature: 0.5 },
  flower: { garden: 0.3 },
  thrill: { child: 0.4 },
  war: { memory: 0.3 },
};

/** Families so common that sharing one says little; 1 for the others. */
export const COMMON: Partial<Record<Concept, number>> = {
  museum: 0.35,
  old: 0.4,
  famous: 0.3,
  photo: 0.4,
  rain: 0.6,
  dinner: 0.5,
  shop: 0.7,
  art: 0.7,
  architecture: 0.6,
  child: 0.8,
  local: 0.5,
  square: 0.6,
  neighbourhood: 0.7,
  design: 0.7,
  night: 0.8,
};
