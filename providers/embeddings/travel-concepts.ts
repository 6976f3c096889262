/**
 * What travellers mean by words: families of words and phrases that say the same thing about a place. Hand-made; place types, categories and tags of the catalogue are
 * words here too, so that "somewhere to watch the sunset" and a row of type `viewpoint` meet. Each family has
 * a dimension of its own (`local-embedding.ts`), by its position: append only, or raise the model's version.
 */

/** Family → its words and phrases, in the singular, lower case, without accents. */
export const CONCEPTS = {
  view: "view, viewpoint, viewing, panorama, panoramic, lookout, overlook, vista, observation deck, observatory deck, skyline, bird's eye, rooftop, roof terrace, from above, high above, from the top, scenic, miradouro, belvedere, skywalk, mirador, city at night, cityscape, overlooking, aerial view, city view, view over, view of, best view, sea view, mountain view, harbour view, city lights, treetop view, roof",
  sunset:
    "sunset, sundown, dusk, golden hour, sun go down, sun goes down, sun set, setting sun, evening light, twilight, last light, sunsets, sun sets, sunset spot, watch the sun, evening sun, magic hour, dusk light, sun dips",
  sunrise: "sunrise, dawn, daybreak, sun come up, early bird, first light",
  height:
    "tower, skyscraper, summit, top floor, dome, cable car, gondola, ferris wheel, highest, skytree, funicular, high up, tall, tallest, heights, elevator, clock tower, bell tower, minaret, campanile, up high, storey, floor, spire",
  garden:
    "garden, botanical, botanic, flower, rose, greenhouse, orchid, plant, blossom, bloom, greenery, horticulture, orangery, gardens, flower bed, rose garden, japanese garden, hedge maze, palm house, conservatory, arboretum, pond, lotus, bonsai, rock garden, zen garden, moss, topiary, cactus, succulent",
  park: "park, lawn, green space, meadow, picnic, grass, open space, tree, wood, woodland, forest, grove, bamboo, shade, parks, parkland, lawns, oak, pine, pond, shady, chestnut, redwood, outdoor space, bench, frisbee, sunbathe",
  quiet:
    "quiet, peaceful, calm, tranquil, serene, silent, silence, secluded, away from crowds, uncrowded, relax, relaxing, unwind, rest, hush, escape the crowds, no crowds, few people, courtyard, cloister, contemplative, meditate, meditation, away from the crowds, fewer people, sit quietly, quieter, calmer, sleepy, solitude, alone, oasis, chill, chill out, slow, switch off, breathe, no noise, less busy, not crowded, crowd free, low key",
  read: "read, reading, book, novel, bookshop, bookstore, library, literature, literary, writer, author, poet, poetry, bookseller, paperback, books, manuscript, bookworm, book lover, second hand book, reading room, novelist, playwright, joyce, shakespeare, kafka, dickens, hemingway, pessoa, cervantes, borges, neruda, tolkien, dostoevsky, goethe, hugo, proust, orwell, sherlock holmes, first edition, press",
  shop: "shop, shopping, buy, boutique, souvenir, store, shopping street, mall, department store, arcade, gift, spend money, fashion, retail, outlet, brand, label, shopping centre, shopping center, shopping mall, high street, boutiques, retail therapy, shopkeeper, emporium, haul, present, shop till",
  market:
    "market, bazaar, souk, stall, market hall, mercado, fair, food hall, farmers market, food market, fish market, flower market, night market, christmas market, haggle, haggling, bargaining, produce, vendor, trader, spice, spice market, fruit seller, wet market, hawkers, floating market, street market",
  antique:
    "antique, flea market, flea, vintage, secondhand, second hand, junk, bric-a-brac, bargain, thrift, used clothes, collectible, retro, brocante, bric a brac, second hand furniture, curio, auction, upcycled, vinyl, used, old furniture, nostalgia",
  craft:
    "craft, artisan, handmade, handicraft, workshop, leather, textile, weaving, carpet, pottery, souvenir, design, crafts, potter, weaver, glass, glass blowing, glassblowing, glassmaker, lace, silk, jewellery, jewelry, jeweller, embroidery, knit, paper, woodwork, knife, lantern, lamp, rug, kilim, tannery, tanner, brass, batik, lacquer, maker, handcrafted, studio, artisans",
  tile: "tile, azulejo, ceramic, pottery, porcelain, faience, mosaic, glazed, tiled, azulejos, ceramics, pottery painting, iznik, delft, mosaics",
  child:
    "child, kid, children, toddler, baby, family, families, little one, young, playground, puppet, stroller, son, daughter, six year old, carousel, hands on, hands-on, interactive, play, fun for, kids, kid friendly, child friendly, family friendly, for families, family day, year old, little kids, small kids, preschooler, school kids, grandchild, grandkid, pram, buggy, pushchair, nursery, childhood, fairy tale, fairytale, playroom, play area, slide, swing, climbing frame, sandpit, petting zoo, bubble, storybook, with kids, tire out, run around, let off steam, five year old, seven year old, eight year old, ten year old",
  rain: "rainy day, rain, raining, wet weather, bad weather, when it pours, pours, pouring, storm, stay dry, indoor, inside, under cover, covered, air conditioned, rains, it rains, rainy, drizzle, downpour, wet day, wet afternoon, grey day, shelter, too cold outside, too hot outside, bad day",
  animal:
    "animal, wildlife, zoo, safari, creature, monkey, elephant, bird, penguin, seal, panda, lion, aviary, ape, giraffe, bear, owl, cat, animals, gorilla, chimpanzee, tiger, hippo, rhino, kangaroo, koala, alligator, crocodile, deer, reindeer, squirrel, sea lion, horse, pony, goat, sheep, farm animal, snake, reptile, tortoise, insect, butterfly, bee, wolf, fox, camel, polar bear, red panda, monkeys, ape house, creature feature, wild animal, zoological, safari park, dolphin, whale, lemur, meerkat, beast",
  aquarium:
    "aquarium, fish tank, shark, oceanarium, sea life, jellyfish, ray, marine life, underwater, turtle, otter, fish, coral, sea creature, octopus tank, stingray, seahorse, marine, sea turtle, manatee, ocean tank, penguin pool",
  science:
    "science, technology, physics, experiment, natural history, biodiversity, invention, engineering, scientific, scientist, laboratory, experiments, chemistry, biology, nature museum, nobel, einstein, darwin, galileo, curie, newton, tesla, discovery, evolution, brain, electricity, lightning, stem, industry, machine, mechanical, how things work, learn how",
  beach:
    "beach, sand, sandy, seaside, surf, wave, sunbathe, sunbathing, lido, coast, shore, swim in the sea, tan, praia, surfer, beaches, cove, bay beach, seashore, sun lounger, sunbath, sandcastle, beach day, paddle in the sea, lagoon beach, dunes",
  swim: "swim, swimming, bathe, bathing, dip, pool, tidal pool, salt water, snorkel, plunge, take a dip, ocean pool, bath, swimmer, swimming pool, lap, outdoor pool, public pool, open air pool, bathing lake, natural pool, scuba, dive, diving, snorkelling, snorkeling",
  sea: "sea, ocean, coast, cliff, harbour, harbor, bay, island, lighthouse, salt water, maritime, navy, ship, sailor, naval, seafaring, seaside, seafront, headland, gulf, fjord, tide, sailor town, coastal, marina, sea wall, pirate, lagoon, sea breeze, boats",
  river:
    "river, riverside, waterfront, canal, quay, pier, promenade, embankment, lake, waterside, on the water, riverbank, wharf, water, rivers, waterway, lakeside, creek, canals, canal side, thames, seine, danube, by the water, near the water, docks, basin, boulevard by",
  boat: "boat, ferry, cruise, sail, sailing, kayak, gondola ride, ship ride, boat trip, boat ride, on the water, tram or boat, gliding, boats, gondola, steamer, steamboat, paddle steamer, catamaran, harbour cruise, river cruise, canal tour, canal boat, water bus, waterbus, vaporetto, water taxi, ferries, from the water, from a boat, punting, longtail boat, junk",
  bridge:
    "bridge, viaduct, span, bridges, footbridge, suspension bridge, crossing, arch bridge, drawbridge, suspension",
  train:
    "train, railway, railroad, steam, locomotive, tram, streetcar, trolley, subway, metro, underground, carriage, station, rail, tramway, subway car, transit, bus, trains, railways, steam train, engine, old tram, rolling stock, model railway, miniature railway, metro station, ghost station, railroad museum, public transport, heritage tram, cable railway",
  ride: "ride, cable car, funicular, lift, tram, tram or boat, ferry, carousel, antique streetcar, aerial, streetcar, chairlift, cableway, aerial tramway, ropeway, inclined lift, scenic ride, rides",
  old: "old, historic, historical, history, heritage, antique, century, medieval, traditional, old-fashioned, bygone, past, ancient, vintage, preserved, centuries old, age old, historic site, history buff, oldest, centuries, antiquity, time travel, step back in time, old fashioned, old world, colonial, time capsule, bronze age, stone age",
  ruin: "ruin, ancient, roman, archaeology, archaeological, excavation, antiquity, forum, temple ruin, amphitheatre, catacomb, prehistoric, aqueduct, classical antiquity, old stone, unearthed, excavated, ruins, ruined, archaeologist, archaeological site, remains, dig, foundations, acropolis, column, theatre ruins, agora, baths ruins, prehistory, bronze age",
  aztec:
    "aztec, maya, mayan, pyramid, pre-hispanic, mesoamerican, pre-columbian, inca, aztecs, mayas, olmec, toltec, pre inca, incas, moche, nazca, chimu, adobe pyramid, huaca, pre hispanic, pre columbian",
  castle:
    "castle, fortress, fort, citadel, battlement, rampart, knight, moat, samurai, shogun, keep, castles, fortification, stronghold, fortified, bastion, city wall, town wall, walls, medieval fortress, keep tower, drawbridge, garrison, barbican, alcazar",
  palace:
    "palace, royal, king, queen, emperor, empress, imperial, monarch, throne, state room, court, sultan, prince, habsburg, lived, residence, princess, sisi, palaces, royalty, royals, monarchy, tsar, duke, noble, aristocrat, mansion, chateau, stately home, villa, versailles, hall of mirrors, royal family, royal residence, harem, apartments, coronation, crown, doge, shogun residence, maharaja, country house, ballroom hall",
  church:
    "church, cathedral, basilica, chapel, abbey, monastery, convent, christian, nave, altar, saint, catholic, pray, cloister, bell tower, gothic church, baptistery, pilgrimage, churches, cathedrals, steeple, bishop, priest, pope, vatican, nun, monk, cloisters, holy, relic, pilgrim, mass, madonna, christ, gospel, protestant, orthodox, chapel ceiling, stained glass, choir stall, mission, spire, minster, duomo",
  temple:
    "temple, shrine, buddha, buddhist, shinto, pagoda, zen, monk, hindu, torii, wat, temples shrines, incense, deity, goddess, temples, shrines, taoist, confucian, buddhism, stupa, nunnery, nun, monastery, meditation, prayer hall, god, jain, sikh, gurdwara, ganesh, shiva, krishna, joss, goddess of the sea, worship, sacred, spiritual, jinja, bodhisattva, monks",
  mosque:
    "mosque, islamic, muslim, minaret, madrasa, koran, mosques synagogues, mosques, islam, call to prayer, ottoman, quran, mihrab, sultan mosque, prayer",
  synagogue:
    "synagogue, jewish, jew, holocaust, hebrew, shoah, kosher, ghetto, synagogues, judaism, jewish heritage, jewish history, jewish quarter, jewish life, sephardic, ashkenazi, yiddish, torah, klezmer, anne frank, rabbi",
  tomb: "cemetery, grave, graveyard, tomb, buried, burial, crypt, catacomb, bone, skeleton, skull, mausoleum, dead, mummy, ossuary, macabre, death, tombs, cemeteries, graves, tombstone, gravestone, necropolis, burying ground, catacombs, sarcophagus, mausoleums, coffin, bones, skulls, funeral, corpse, crypts, final resting place, burial ground, ashes, body",
  war: "war, wartime, second world war, world war, ww2, wwii, nazi, bunker, military, army, soldier, battle, weapon, occupation, resistance, anzac, bomb, fallen, warship, churchill, wars, d day, trench, battlefield, napoleon, armour, armor, sword, gun, cannon, fighter plane, blitz, air raid, hiroshima, liberation, veteran, first world war, ww1, wwi, ww ii, third reich, hitler, gestapo, general, troop, siege, fortress museum, civil war, military history, war history, vietnam war, korean war, tank, commando, partisan",
  memory:
    "memorial, memory, remembrance, monument, victim, remember, dictatorship, genocide, slavery, apartheid, prison, persecution, memorials, commemorate, commemoration, massacre, deportation, deported, terror, regime, disappeared, victims, tragedy, disaster, atrocity, 9 11, september 11, terrorist, conflict, dark history, totalitarian, concentration camp",
  art: "art, painting, painter, masterpiece, artwork, art museum, gallery, galleries, canvas, old master, fine art, portrait, picture, drawing, arts, paintings, painters, artist, arty, artsy, art lover, national gallery, fine arts, artworks, print, watercolour, still life, landscape painting, art collection, pinacoteca, exhibition",
  modern:
    "modern art, contemporary, contemporary art, installation, abstract, avant-garde, cutting edge, modern, conceptual, pop art, cubist, twentieth century, video art, modern artist, contemporary artist, sculpture park installation, biennale, minimalist, new media, young artist, performance art, art of today, living artist, present day art, kunsthalle, art space",
  impressionist:
    "impressionist, impressionism, monet, renoir, manet, degas, cezanne, water lilies, van gogh, post-impressionist, impressionists, toulouse lautrec, gauguin, seurat, pissarro, sisley, morisot, cassatt, rodin, sunflowers, starry night, waterlilies, sorolla",
  renaissance:
    "renaissance, botticelli, michelangelo, raphael, leonardo, medici, fresco, giotto, donatello, caravaggio, baroque, bernini, da vinci, leonardo da vinci, titian, bellini, tintoretto, veronese, mantegna, brunelleschi, masaccio, fra angelico, giorgione, last supper, mona lisa, david, sistine, bramante, palladio, high renaissance, quattrocento, frescoes",
  mural:
    "mural, street art, graffiti, wall painting, spray, painted wall, rivera, banksy, stencil, murals, muralist, street artist, graffiti artist, urban art, wall art, street mural, tag wall, siqueiros, orozco, painted walls, painted streets, spray can, spray paint, mosaic wall, legal wall",
  sculpture:
    "sculpture, statue, carving, bronze, marble, sculptor, bust, sculptures, statues, sculpted, monument statue, rodin, canova, thorvaldsen, brancusi, sculpture garden, sculpture park, plaster, relief, outdoor sculpture, figurine, statuary",
  photo:
    "photography, photograph, photographer, camera, instagram, photogenic, picture perfect, photo, instagrammable, instagram spot, instagrammer, insta, photo op, photo spot, photo opportunity, picturesque, postcard view, selfie, tiktok, pretty, prettiest, beautiful street, pictures, most photographed, photographs, picture spot",
  design:
    "design, furniture, poster, applied art, decorative art, fashion, haute couture, textile, costume, designer, modern design, graphic design, industrial design, furniture design, interior, decorative arts, chair, eames, ceramics design, wallpaper, typography",
  architecture:
    "architecture, architect, building, facade, art nouveau, modernist, gaudi, skyscraper, art deco, house, modernista, secession, brutalist, wooden house, architectural, buildings, arts and crafts, town house, landmark building, building design, architects, famous building, beautiful buildings, facades, courtyard house, historic house",
  museum: "museum, exhibit, exhibition, collection, display, museums, displays, galleries museum, permanent collection",
  music:
    "music, live music, concert, band, gig, song, singer, guitar, instrument, listen, musician, musical instrument, live bands, bands, concerts, gigs, venue, singing, listen to, composer, sing, vocal, melody, piano",
  classical:
    "classical concert, classical music, orchestra, symphony, philharmonic, opera, mozart, strauss, chamber music, concert hall, choir, string quartet, waltz, organ, orchestras, bach, beethoven, brahms, chopin, liszt, vivaldi, puccini, verdi, wagner, handel, haydn, schubert, mahler, dvorak, grieg, composer, recital, concerto, conservatory of music, opera house, violin, pipe organ",
  jazz: "jazz, blues, trio, swing, saxophone, vanguard, jazz club, jazz bar, jazz night, bebop, dixieland, brass band, louis armstrong, soul, funk, big band, trumpet, blues bar, swing band, r b, ragtime",
  fado: "fado, sad song, melancholy, saudade, flamenco, tango song, flamenco show, tablao, fado house, fado singer, spanish guitar, sevillana, gypsy",
  tango: "tango, milonga, dance tango, tango show, tango lesson, gardel, bandoneon",
  dance:
    "dance, dancing, dancer, ballet, ballroom, nightclub, disco, club, party, dances, danced, clubbing, dj, techno, rave, dance floor, folk dance, dance show, dancehall, discotheque, electronic music, nightclubs, go dancing, salsa, samba, dervish, whirling",
  theatre:
    "theatre, theater, play, drama, musical, stage, opera, performing arts, performance, show, kabuki, comedy, geisha, theatres, plays, actor, west end, broadway, musicals, performance art show, stage show, shakespeare play, drama school, live show, variety, cabaret, puppet theatre, noh, bunraku, chinese opera, kathakali, acrobat, circus, magic show, dinner show, theaters, playhouse",
  film: "film, cinema, movie, screen, director, moving image, films, cinemas, movies, hollywood, movie star, film star, celebrity, walk of fame, oscar, film studio, open air cinema, outdoor cinema, outdoor movie, movie theater, film director, movie buff, film museum, actor, walt disney, silver screen, motion picture, chaplin, marilyn",
  comics:
    "comics, manga, anime, animation, cartoon, otaku, ghibli, video game, gaming, arcade game, figure, maiko cosplay, comic, comic book, tintin, asterix, otaku culture, cosplay, pokemon, nintendo, superhero, marvel, batman, cartoonist, manga museum, moomin, smurf, graphic novel",
  night:
    "night, nightlife, evening, after dark, late, midnight, late night, illuminated, light show, night out, nocturnal, neon, nights, evenings, at night, in the evening, open late, late at night, after midnight, all night, lit up, floodlit, night view, moonlight, nighttime, night time, night owl, after dinner, city by night, lights, lights at night",
  bar: "bar, cocktail, drink, pub, beer, brewery, tavern, aperitif, rooftop bar, ale, speakeasy, cherry liqueur, sake, bars, drinks, drinking, cocktails, pubs, tapas bar, dive bar, watering hole, sundowner, nightcap, happy hour, boozer, gin, rum, vermouth, spritz, apero, aperitivo, pint, taproom, cicchetti, izakaya, hotel bar, tipple",
  wine: "wine, vineyard, winery, port wine, cellar, tasting, wine bar, sommelier, champagne, cava, wines, wine cellar, wine tasting, sherry, natural wine, enoteca, bodega, heuriger, riesling, chianti, bordeaux, malbec, vintner, port, vinho verde, prosecco, wineries, wine region, sparkling wine, glass of wine, wine shop",
  coffee:
    "coffee, cafe, espresso, cappuccino, coffeehouse, tea room, tea, kissaten, latte, flat white, barista, cafes, coffee house, coffee shop, specialty coffee, speciality coffee, third wave, roastery, roaster, filter coffee, cold brew, grand cafe, cup of coffee, caffeine, beans, turkish coffee, work from, laptop, coffee bar",
  pastry:
    "pastry, pastries, bakery, cake, croissant, tart, bread, sweet, dessert, patisserie, bun, custard, cookie, doughnut, chocolate, churro, baked, strudel, confectionery, bakeries, cakes, donut, beignet, waffle, pancake, crepe, macaron, eclair, baklava, turkish delight, cannoli, sfogliatella, pastel de nata, custard tart, cinnamon roll, cinnamon bun, pretzel, halva, lokum, mochi, sweets, sweet tooth, candy, desserts, pudding, confectioner, cake shop, cheesecake, sachertorte, babka, viennoiserie, sourdough, baguette, fresh bread, bagel, scone, pie, pies, tarts, kringle, trdelnik, chimney cake, sugar, something sweet, churros, fried dough, sponge",
  icecream:
    "ice cream, gelato, frozen treat, frozen, sorbet, cold sweet, ice creams, gelateria, sorbets, frozen yogurt, frozen yoghurt, popsicle, sundae, ice lolly, granita, soft serve, shaved ice, kakigori",
  breakfast:
    "breakfast, brunch, morning, pancake, egg, early, start the day, breakfasts, brunches, eggs, avocado toast, full english, pancakes, hotcake, shakshuka, granola, morning coffee, eggs benedict",
  dinner:
    "dinner, supper, eat, restaurant, meal, lunch, dine, dining, cuisine, dish, kitchen, menu, table, restaurants, eatery, eateries, dinners, lunches, somewhere to eat, place to eat, where to eat, food, foodie, hungry, cooking, bistro, brasserie, tavern, canteen, traditional food, local food, local dish, local cuisine, typical food, regional food, home cooking, cook, chef, specialty, specialities, something to eat, bite",
  cheapeat:
    "cheap, budget, affordable, inexpensive, low cost, street food, snack, hawker, food stall, food court, take-away, takeaway, bargain meal, cheap eat, cheap eats, cheaply, low budget, on a budget, student, hole in the wall, street snack, street eats, food cart, food truck, stall food, low price, good value, shoestring, backpacker, quick bite, quick lunch, counter, to go, eat standing, bargain",
  fine: "fine dining, tasting menu, michelin, gourmet, elegant, luxury, upscale, special occasion, haute cuisine, white tablecloth, michelin star, michelin starred, starred, tasting menus, splurge, fancy, posh, chic, refined, gastronomic, celebrate, celebration, degustation, top chef, special dinner, birthday dinner",
  vegan:
    "vegan, plant-based, plant based, without animal products, no animal products, animal free, dairy free, vegan cuisine, vegans, plant only, plantbased, cruelty free",
  vegetarian:
    "vegetarian, meatless, meat-free, no meat, without meat, vegetable, vegan, vegetarian cuisine, tofu, veggie, shojin ryori, vegetarians, veggies, meat free, vegetables, no meat dish, lentil, salad, falafel",
  seafood:
    "seafood, fish, oyster, shrimp, prawn, crab, lobster, sardine, shellfish, clam, cod, grilled fish, fish and chips, sushi, ceviche, sea food, oysters, prawns, crabs, lobsters, sardines, mussel, mussels, octopus, squid, calamari, eel, herring, salmon, tuna, bacalhau, chowder, lobster roll, takoyaki, scallop, caviar, catch of the day, fresh fish, raw bar, poke, fish restaurant",
  meat: "steak, grill, barbecue, bbq, beef, parrilla, roast, burger, schnitzel, kebab, meat, lamb, sausage, pork, steaks, steakhouse, grilled meat, barbecued, ribs, brisket, asado, churrasco, roast beef, roast pork, roast duck, suckling pig, meatball, bratwurst, currywurst, sausages, wurst, ham, jamon, chicken, fried chicken, wings, goose, venison, tartare, cutlet, wiener schnitzel, carnivore, yakitori, tonkatsu, grilled, hamburger, duck",
  noodle:
    "noodle, ramen, soba, udon, pho, dim sum, dumpling, wonton, pad thai, laksa, noodles, tonkotsu, tsukemen, chow mein, lamian, hand pulled noodle, noodle soup, vermicelli, noodle shop, instant noodle, instant ramen, noodle bar, broth, beef noodle soup",
  pizza:
    "pizza, pasta, italian, trattoria, spaghetti, osteria, pizzas, pizzeria, neapolitan, margherita, lasagne, lasagna, risotto, carbonara, cacio e pepe, gnocchi, ravioli, italian food, italian restaurant, slice, deep dish, focaccia, parmigiana, tagliatelle",
  taco: "taco, mexican, tortilla, mole, mezcal, tamale, salsa, tostada, tacos, burrito, quesadilla, enchilada, taqueria, guacamole, nachos, tamales, mexican food, al pastor, tex mex, churro stand, elote, pozole, torta",
  spice:
    "curry, spicy, indian, spice, tandoori, masala, thai, indonesian, indian food, curries, biryani, dosa, naan, tikka, thali, satay, rendang, thai food, green curry, tom yum, sri lankan, ethiopian, injera, sichuan, hot and spicy, chilli, south indian, pakistani, roti, paratha, jerk, nasi lemak, szechuan",
  halal: "halal, islamic food, muslim food",
  spa: "spa, bath, hot spring, onsen, sauna, thermal, massage, hammam, steam, steam bath, soak, wellness, pamper, thermal water, sento, spring water, treatment, spas, hot springs, thermal bath, thermal pool, bathhouse, turkish bath, hamam, steam room, scrub, mud bath, mineral water, soaking, jacuzzi, hot tub, massages, sweat, self care, facial, jjimjilbang, unwind in hot water",
  hike: "hike, hiking, walk up, trail, trek, mountain, climb, hill, ridge, peak, nature walk, boots, valley, wilderness, trekking, uphill, hikes, hiker, walking trail, walks, mountains, hills, climbing, scramble, long walk, coastal walk, cliff path, cliff walk, forest trail, summit trail, steep, footpath, waterfall hike, extinct volcano, stretch your legs",
  nature:
    "nature, waterfall, wetland, reserve, mangrove, countryside, desert, river valley, national park, outdoors, wild, landscape, bird watching, birdwatching, palm, outdoor, outdoorsy, natural, scenery, waterfalls, gorge, canyon, rainforest, jungle, swamp, marsh, bayou, lake, cascade, cliffs, nature reserve, forests, fresh air, redwoods, ecology, wildflower, moor, glacier, get out of the city, green escape, wildlife reserve",
  sport:
    "sport, football, soccer, stadium, match, team, boxing, wrestling, wrestler, lucha libre, muay thai, ring, rugby, cricket, arena, goal, fight, baseball, game, sports, footballer, football match, football ground, maradona, messi, pele, olympic, olympics, olympic games, athletics, tennis, wimbledon, ice hockey, hockey, basketball, nba, mlb, nfl, american football, ballpark, golf, skateboard, skatepark, bullfight, bullring, sumo, martial art, kung fu, gaelic games, hurling, formula one, racecourse, horse racing, horse race, racing, derby, polo, velodrome, sports fan, stadium tour, locker room, hall of fame, bouldering, table tennis, marathon, f1",
  thrill:
    "theme park, amusement, roller coaster, rollercoaster, thrill, ride park, funfair, fairground, disney, universal, disneyland, attraction park, theme parks, roller coasters, coasters, amusement park, amusement ride, adrenaline, bungee, zip line, zipline, abseil, paragliding, bridge climb, adventure, water slide, waterpark, water park, go kart, skydive, thrill ride, thrills, legoland, hogwarts, scream, carnival ride, jump, daredevil, adventurous, treetop walk",
  neighbourhood:
    "neighborhood, neighbourhood, quarter, lane, alley, district, stroll, wander, village, local life, back street, old town, narrow street, alleyway, cobbled, backstreet, walk around, neighbourhoods, neighborhoods, quarters, alleys, lanes, streets, cobblestone, cobbled street, cobbles, medina, chinatown, little italy, old quarter, historic centre, village like, walkable, wandering, get lost, area, ramble, side street, quartier, barrio, explore on foot, stroll around, shophouse, crooked",
  square:
    "square, plaza, piazza, place, fountain, people watching, people-watching, piazza life, squares, plazas, piazzas, market square, main square, fountains, people watch, busker, street performer, watch the world go by",
  romantic:
    "romantic, couple, honeymoon, date, anniversary, love, proposal, lover, two of us, girlfriend, boyfriend, romance, romantic walk, couples, just the two of us, wedding, kiss, valentine, lovers, intimate, candlelit, engagement, propose, date night, date idea, first date",
  crime:
    "weird, strange, odd, quirky, unusual, bizarre, curious, offbeat, curiosities, wacky, eccentric, surreal, kitsch, oddity, oddities, strange museum, weird museum, freaky, unconventional, something different, out of the ordinary, one of a kind, absurd, crazy, gross, fun museum",
  local:
    "local favourite, local, authentic, where locals go, non touristy, untouristy, genuine, locals, like a local, live like a local, local life, where locals eat, residents, neighbourhood place, everyday life, real life, authentic experience, local hangout, local crowd",
  famous:
    "famous, iconic, landmark, must see, must-see, unesco, world heritage, symbol, best known, postcard, top sight, top sights, highlight, highlights, main attraction, main sights, most popular, popular, bucket list, first time, first visit, classic, icon, essential, attractions, tourist attraction, sightseeing, wonder, wonders of the world, celebrated, unmissable, cant miss, important sight, must do, number one",
  money:
    "money, bank, coin, stock exchange, finance, currency, bullion, banking, banker, banknote, mint, wall street, federal reserve, rich, numismatic, vault, wealth, economy, trade",
  chocolate:
    "chocolate, cocoa, xocolata, praline, chocolates, chocolatier, hot chocolate, truffle, make your own chocolate, chocolate tasting, chocolate museum, pralines",
  flower:
    "flower market, flower, bouquet, tulip, bulb, florist, flowers, tulips, bouquets, lavender, cherry blossom, sakura, hanami, plum blossom, wisteria, rhododendron, azalea, peony, blossoms, spring bloom, autumn leaves, autumn colour, fall foliage, fall colour, maple leaves, flower field, lily, roses, jacaranda, lilac",
  windmill: "windmill, mill, dutch countryside, polder, windmills, water mill",
  explorer:
    "explorer, discoveries, navigator, voyage, caravel, expedition, magellan, vasco da gama, cook, explorers, columbus, captain cook, polar expedition, antarctic, arctic, shackleton, amundsen, vasco, navigators, age of discovery, discoverer, map, globe, conquistador, pizarro, cortes",
  psych: "freud, psychoanalysis, mind, psychology",
  fashionhouse:
    "fashion, couture, saint laurent, dress, designer clothes, shoe, ferragamo, clothes, clothing, costume, hats, shoes, kimono, wardrobe, designer fashion, dior, chanel, dresses, textile fashion, catwalk",
  postal: "post, mail, postal, stamp, letter",
  tea: "tea ceremony, matcha, tea house, teahouse, afternoon tea, tea garden, tea houses, teahouses, high tea, tea tasting, green tea, bubble tea, boba, oolong, tea shop, mint tea, tea terrace, tea room",
  mummy:
    "egypt, egyptian, mummy, pharaoh, mesopotamia, egyptians, mummies, pharaohs, sphinx, hieroglyph, hieroglyphics, tutankhamun, tut, king tut, nefertiti, cleopatra, ramses, obelisk, nile, ancient egypt, egyptology, egyptian temple, nubian, mesopotamian, assyrian, babylon, rosetta stone",
  desert: "desert, dune, camel, oasis, palm grove, deserts, sand dune, dunes, camel ride, bedouin",
  slave:
    "slavery, slave, apartheid, human rights, segregation, district six, mandela, freedom, injustice, black history, african american, african american history, civil rights, martin luther king, abolition, abolitionist, slave trade, enslaved, underground railroad, racism, equality, emancipation, freedom fighter, townships, diaspora",
  light:
    "immersive, digital art, light art, projection, interactive art, teamlab, illumination, digital museum, light installation, light shows, light festival, laser, mirror room, optical illusion, illusion, illusions, trick, mirror maze, kaleidoscope, projections, led, immersive art, immersive experience, multimedia",
  perfume: "perfume, fragrance, scent, pharmacy, apothecary, soap, perfumes, scents, soaps, cosmetics, smell",
  movieset:
    "harry potter, film set, movie location, third man, wizard, wizarding, potter, game of thrones, star wars, lord of the rings, james bond, filming location, shooting location, film location, scene from the film, movie scene, da vinci code, twilight, sitcom, tv series, tv show, television, blade runner, rocky, seen in films, seen in movies",
  teen: "teen, teens, teenager, teenage, adolescent, tween, youth, youngster, older kids, older children, young people, wont hate, not hate, not boring, isnt boring, wont bore, bored, get bored, something cool, cool stuff, cool things, cool for, gen z, high schooler, fourteen year old, fifteen year old, sixteen year old, thirteen year old, grumpy, sulky",
  game: "game, video game, gaming, gamer, arcade, arcade game, arcade machine, pinball, computer game, console, board game, escape room, mini golf, bowling, puzzle, simulator, karaoke, laser tag, retro game, slot machine, billiard, chess, trampoline, vr, virtual reality",
  toy: "toy, doll, lego, brick model, teddy bear, model, miniature, model train, model railway, puppet, marionette, figure, dollhouse, playmobil, wax figure, waxwork, wax museum, scale model, christmas shop, music box, automaton, nativity scene, crib, figurine, snow globe",
  spy: "spy, spies, espionage, secret service, secret agent, secret police, stasi, kgb, cia, mi6, james bond, agent, code breaker, enigma, cipher, surveillance, listening station, intelligence, undercover",
  communism:
    "communist, communism, socialist, socialism, soviet, ussr, ddr, gdr, iron curtain, east german, east germany, eastern bloc, lenin, stalin, marx, mao, tito, berlin wall, the wall, wall, cold war, checkpoint, trabant, red army, bloc, party headquarters, border",
  revolution:
    "revolution, revolutionary, independence, uprising, rebellion, rising, liberator, liberty, patriot, declaration, founding father, republic, coup, insurrection, guillotine, bastille, easter rising, riot, freedom, boston tea party, tea party, paul revere, colony, colonist, bolivar, massacre, redcoat, minuteman, british rule, struggle",
  politics:
    "parliament, president, presidential, government, politics, political, politician, senate, congress, capitol, democracy, prime minister, town hall, city hall, supreme court, white house, lincoln, kennedy, jfk, roosevelt, washington, jefferson, minister, mayor, statehouse, state house, united nations, european union, assassination, assassinated, shot, lawmaker, constitution",
  prison:
    "prison, jail, gaol, inmate, dungeon, escape from prison, alcatraz, torture, cell, prisoner, convict, penal, penitentiary, imprisoned, political prisoner",
  ghost:
    "ghost, ghosts, haunted, haunting, spooky, creepy, scary, eerie, horror, macabre, witch, witchcraft, vampire, dracula, occult, voodoo, plague, morbid, halloween, sinister, ghoul, paranormal, gruesome, dark tourism, spine chilling, terrifying, frightening, zombie, phantom, monster, legend, goosebump, mystery, mysterious",
  medicine:
    "medical, medicine, anatomy, anatomical, parasite, surgeon, surgery, surgical, hospital, disease, pathology, doctor, nurse, pharmacy, apothecary, operating theatre, human body, specimen, health, body parts, brain, freak",
  mafia:
    "crime, police, mafia, gangster, mob, murder, detective, theft, heist, stolen, stole, thief, robbery, forger, forgery, forensic, outlaw, smuggler, al capone, jack the ripper, law, court, criminal, sheriff",
  gem: "hidden gem, hidden gems, hidden, secret, off the beaten path, off the beaten track, off beaten path, beaten path, beaten track, off the tourist trail, under the radar, lesser known, less known, little known, undiscovered, non touristy, untouristy, not touristy, less touristy, few tourists, no tourists, without tourists, away from tourists, tourists dont know, underrated, overlooked, locals only, away from the crowds, escape the crowds, avoid the crowds, avoid crowds, no crowds, fewer crowds, without the crowds, uncrowded, few visitors, alternative, insider, insider tip, undiscovered place, unknown, unusual, offbeat, tourist trap, hardly any visitors",
  free: "free, free entry, free admission, for free, no cost, no entry fee, no ticket, costs nothing, cost nothing, without paying, without spending, for nothing, gratis, free of charge, no money, zero budget, free museum, free things",
  geology:
    "volcano, volcanic, crater, lava, eruption, geology, geological, mineral, gemstone, meteorite, rock formation, earthquake, basalt, crystal, quake, vesuvius, magma, geyser, glacier",
  dinosaur:
    "dinosaur, dino, t rex, trex, tyrannosaurus, tyrannosaur, triceratops, fossil, prehistoric, jurassic, mammoth, paleontology, palaeontology, natural history, skeleton, whale skeleton, diplodocus, biodiversity, taxidermy, stuffed animal, evolution, extinct",
  space:
    "space, planetarium, astronomy, rocket, stargazing, telescope, observatory, nasa, moon, planet, stars, spacecraft, space shuttle, shuttle, apollo, astronaut, cosmonaut, cosmos, universe, galaxy, solar system, meridian, moon landing",
  plane:
    "plane, airplane, aeroplane, aircraft, aviation, flight, fighter jet, jet, helicopter, pilot, zeppelin, concorde, airfield, airplanes, flying machine, glider, wright brothers, air force, spitfire, mig",
  car: "car, automobile, motor, racing car, race car, sports car, porsche, bmw, ferrari, mercedes, motorbike, motorcycle, vintage car, classic car, formula one, vehicle, vespa, fiat, petrolhead, garage, lamborghini, volkswagen, alfa romeo",
  ship: "ship, submarine, sailing ship, tall ship, frigate, galleon, warship, vessel, yacht, battleship, aircraft carrier, freighter, titanic, viking ship, schooner, navy, naval, maritime, sailor, u boat, u-boat, shipyard, shipwreck, galley, cutty sark, anchor, cruise ship, steamship, figurehead, barge",
  bike: "bicycle, bike, cycle, cycling, cyclist, cycle path, bike path, bike ride, bike tour, rent a bike, pedal, by bike",
  viking: "viking, norse, longship, longhouse, saga, odin, thor",
  roman:
    "roman, romans, gladiator, caesar, augustus, nero, hadrian, forum, amphitheatre, amphitheater, aqueduct, colosseum, arena, legion, centurion, emperor, pantheon, etruscan, chariot, pompeii, toga, roman empire, roman town",
  greek:
    "greek, greece, hellenic, hellenistic, socrates, plato, aristotle, agora, zeus, athena, olympian, mycenaean, minoan, cycladic, classical sculpture, ancient greece, greek god, greek mythology, mythology, parthenon, poseidon, apollo, classical antiquity, philosopher, vase",
  ethno:
    "ethnographic, ethnography, ethnology, world culture, anthropology, tribal, tribe, indigenous, native, native american, aboriginal, first nations, first peoples, totem, totem pole, mask, maori, haida, inuit, oceania, oceanic, folk costume, folklore, folk art, african art, headhunter, quechua, andes, andean, mapuche, peasant, village museum, open air museum, traditional house, culture, heritage",
  medieval:
    "medieval, middle ages, knight, crusader, walled town, city walls, ramparts, armour, sword, templar, joust, feudal, dragon, catapult, guild, dark ages, castle walls",
  gothic:
    "gothic, stained glass, rose window, spire, flying buttress, gargoyle, pointed arch, neo gothic, ribbed vault, vaulted, altarpiece, notre dame",
  baroque:
    "baroque, rococo, bernini, borromini, caravaggio, gilded, rubens, churrigueresque, stucco, putto, trompe l oeil, tiepolo, ceiling fresco, artemisia, gentileschi, guercino, ribera",
  oldmaster:
    "old master, old masters, rembrandt, vermeer, bruegel, breughel, van eyck, van dyck, bosch, velazquez, goya, el greco, durer, cranach, holbein, frans hals, murillo, zurbaran, dutch master, flemish, rubens, titian, ruisdael, canaletto, golden age painting, night watch, girl with a pearl earring, guernica, turner, constable, gainsborough",
  modernmaster:
    "picasso, dali, miro, matisse, warhol, pollock, kandinsky, klee, chagall, rothko, duchamp, surrealist, surrealism, cubism, cubist, expressionist, expressionism, frida, kahlo, frida kahlo, diego rivera, klimt, schiele, mondrian, basquiat, hockney, munch, giacometti, magritte, lichtenstein, hopper, georgia o keeffe, futurist, dada, modigliani, leger, braque, kusama, jackson pollock, ernst",
  artnouveau:
    "art nouveau, jugendstil, secession, modernisme, modernista, gaudi, horta, mucha, hundertwasser, guimard, mackintosh, tiffany, liberty style, domenech i montaner, otto wagner, sagrada familia, organic architecture",
  modernarch:
    "bauhaus, modernist, modernism, brutalist, brutalism, art deco, le corbusier, mies, mies van der rohe, gropius, niemeyer, gehry, frank gehry, foster, zaha hadid, calatrava, renzo piano, jean nouvel, koolhaas, oma, functionalist, functionalism, frank lloyd wright, prairie, prairie house, contemporary architecture, modern architecture, modern building, housing estate, housing, herzog, aalto, tadao ando, bjarke ingels, futuristic, glass tower, concrete, skyscraper, high rise, kengo kuma, sanaa, louis sullivan, deconstructivist, starchitect, pavilion",
  islamic:
    "islamic, ottoman, moorish, mughal, mamluk, arab, arabic, persian, moor, alhambra, mudejar, almohad, nasrid, arabesque, caliph, caliphate, islamic art, muslim art, calligraphy, andalusian, turkish, safavid, dervish, sufi, souk",
  byzantine:
    "byzantine, byzantium, coptic, copt, icon, orthodox, early christian, early christians, constantine, justinian, armenian, greek orthodox, russian orthodox, gold mosaic",
  migrant:
    "immigrant, immigration, emigrant, emigration, migration, famine, refugee, ellis island, settler, pioneer, gold rush, tenement, newcomers, chinatown history, diaspora, wild west, cowboy",
  lgbt: "gay, lgbt, lgbtq, queer, pride, lesbian, rainbow, drag, drag queen, trans, gay bar, stonewall, castro, harvey milk, gay village",
  hippie:
    "hippie, hippy, counterculture, summer of love, beat, beatnik, bohemian, squat, squatter, commune, punk, hipster, indie, trendy, hip, edgy, gritty, underground culture, subculture, alternative scene, anarchist, grunge, goth, artsy neighborhood, up and coming, creative, arts district, industrial, warehouse, skater, cool neighbourhood, cool neighborhood, youth culture, gentrified",
  popmusic:
    "rock, rock n roll, rock and roll, beatles, pop music, punk rock, elvis, bowie, hendrix, bob marley, abba, vinyl, record, records, record shop, record store, album, recording studio, music shop, motown, hip hop, rap, k pop, kpop, rock band, heavy metal, guitar shop, beatle, queen freddie, amy winehouse, indie band, crate digging, country music, musical history",
  latin:
    "samba, salsa, bossa nova, mariachi, choro, cumbia, reggae, forro, merengue, bachata, carnival, mardi gras, carnaval, parade float, latin music, capoeira, rumba, drum",
  folkmusic:
    "folk music, irish music, traditional music, trad music, trad, bagpipe, fiddle, fiddler, piper, celtic, session, music session, klezmer, rebetiko, bouzouki, tin whistle, ceilidh, live folk, folk, gamelan, gnawa, accordion",
  comedy:
    "comedy, improv, stand up, stand up comedy, comedian, laugh, laughter, funny, cabaret, burlesque, humour, humor, joke, sketch, satire, clown, comic tour",
  guard:
    "changing of the guard, change of the guard, guard change, guard, parade, sentry, ceremony, royal guard, band play, marching, soldier parade, guardsman, military ceremony, beefeater",
  colour:
    "colourful, colorful, coloured, colored, painted house, painted, pastel, rainbow street, bright, brightly, colours, colors, multicoloured, candy coloured, pink, blue, yellow",
  waterfall: "waterfall, waterfalls, falls, cascade, gorge, ravine, rapids",
  cave: "cave, cavern, grotto, underground, tunnel, subterranean, cistern, salt mine, mine, catacomb, cellar, bunker, sewer, buried, beneath the city, below ground, under the streets, underground city, stalactite, passage, reservoir, basement, vault, below the street",
  island: "island, islet, isle, car free, ferry ride, archipelago",
  daytrip:
    "day trip, day trips, excursion, out of town, half day, half day trip, outside the city, escape the city, out of the city, countryside, suburb, train ride",
  fishing:
    "fishing village, fishing, fisherman, fishermen, stilt, stilts, stilt house, fishing boat, fishing harbour, fish dock, angler, oyster farm, shrimp paste, boat people, floating village, sardine",
  bird: "bird, birdwatching, bird watching, aviary, songbird, owl, parrot, flamingo, peacock, heron, pelican, penguin, swan, eagle, falcon, birder, egret, ornithology, gull, duck, puffin, stork",
  cat: "cat, kitten, dog, puppy, pet, cat cafe, feline",
  gamble:
    "casino, gamble, gambling, betting, bet, poker, roulette, horse racing, racecourse, racetrack, derby, jockey, greyhound",
  snow: "snow, snowy, ski, skiing, slope, ice, ice rink, ice skating, ice skate, skating, skating rink, sledge, toboggan, winter, winter sports, snowboard, igloo, ice sculpture, freezing, cool and snowy",
  splash:
    "splash, splash pad, water play, water park, water slide, wading, paddle, cool off, cool down, heat, hot day, heatwave, escape the heat, air conditioned, hot afternoon, wet, spray, fountains to run through",
  surf: "surf, surfing, surfer, learn to surf, surf lesson, wave, big wave, bodyboard, kitesurf, windsurf, paddleboard, wetsuit, board, surfboard",
  paddle:
    "rowing boat, rowboat, pedal boat, canoe, kayak, rowing, paddle board, paddling, swan boat, rent a boat, pedalo, row, sup",
  steps: "step, steps, stair, stairs, staircase, stairway, spiral, spiral staircase, outdoor stairs",
  fountain:
    "fountain, fountains, water jet, water show, musical fountain, fountain show, waterworks, water feature, dancing fountain",
  active:
    "run, jog, jogging, running, runner, yoga, tai chi, exercise, workout, rollerblade, roller skate, work out, active, fitness, gym, energetic, burn off energy, outdoor gym",
  beer: "beer, beers, brewery, ale, stout, guinness, brewpub, beer hall, beer garden, lager, pilsner, craft beer, oktoberfest, brewing, microbrewery, beer tasting, tank beer, bavarian, stein, brauhaus, hops, brewer, cider, lambic, abbey beer, trappist, draught",
  whisky:
    "whisky, whiskey, distillery, scotch, bourbon, malt, dram, spirits, absinthe, vodka, tequila, mezcal, sake, gin, rum, liqueur, jenever, cocktail history, single malt, pisco, grappa, schnapps, distilled, raki, ouzo, jameson",
  dumpling:
    "dumpling, dumplings, pierogi, gyoza, dim sum, wonton, momo, bao, bun, steamed bun, xiao long bao, xiaolongbao, soup dumpling, manti, khinkali, knodel, mandu, yum cha, potsticker, ravioli",
  sushi:
    "sushi, sashimi, omakase, raw fish, nigiri, kaiseki, izakaya, tempura, tonkatsu, udon, okonomiyaki, japanese food, japanese restaurant, unagi, bento, teppanyaki, onigiri",
  korean:
    "kimchi, korean food, korean bbq, korean barbecue, bibimbap, tteokbokki, bulgogi, samgyetang, bingsu, makgeolli, fermented, fermentation, pickled",
  chinesefood:
    "chinese food, cantonese, peking duck, sichuan, szechuan, hotpot, hot pot, roast goose, congee, yum cha, char siu, mapo tofu, chifa, hainanese, chinese restaurant, wok, hunan, taiwanese",
  levant:
    "falafel, hummus, shawarma, kebab, gyros, gyro, souvlaki, meze, mezze, pita, shakshuka, tagine, couscous, lebanese, turkish food, israeli, moroccan food, persian food, lahmacun, pide, doner, kofte, kofta, koshary, kushari, middle eastern, greek food, taverna, moussaka, dolma, tabbouleh, baba ganoush, levantine, tzatziki",
  fastfood:
    "burger, hamburger, cheeseburger, hot dog, hotdog, chili dog, half smoke, currywurst, sausage stand, deep dish, fries, frites, fast food, diner, fried chicken, wings, milkshake, sandwich, deli, pastrami, po boy, poboy, muffuletta, panini, banh mi, smorrebrod, philly cheesesteak, lobster roll, bagel, reuben, croque, katsu sando, bifana, francesinha, poutine, bratwurst, chip shop, fish and chips",
  tapas:
    "tapas, pintxos, paella, jamon, tortilla, vermouth, sherry, croquette, croquetas, patatas bravas, spanish food, basque, iberico, small plates, raciones, petiscos, gazpacho, cicchetti, bar snack",
  stew: "stew, stews, soup, soups, goulash, gumbo, feijoada, cassoulet, hearty, broth, casserole, chowder, jambalaya, pho, pot au feu, ramen, comfort food, haggis, cocido, coq au vin, stamppot, borscht",
  glutenfree: "gluten free, coeliac, celiac, glutenfree",
  treasure:
    "treasure, treasures, jewel, jewels, crown jewels, gold, diamond, treasury, faberge, emerald, amber, pearl, regalia, goldsmith, coin hoard, golden",
  tech: "artificial intelligence, robot, robots, computer, electronics, internet, digital, hologram, future, futuristic, gadget, tech, startup, innovation, engineering, invention, inventor, machine, telephone, radio",
  oldtown:
    "old town, historic centre, historic center, historic district, old city, walled city, half timbered, timber framed, old houses, crooked house, gabled, merchant house, historic quarter",
} as const satisfies Record<string, string>;
export type Concept = keyof typeof CONCEPTS;
