/**
 * The words names are made of. A kind ("tower", "Torre") says what a thing is and hardly which; a
 * filler ("national", "old") is shared by many; only what is left tells one place from another.
 */

/** One line a kind: its key, then how languages say it. */
const KINDS = `
museum museo museu musee museums musei muzeum
gallery galleria galeria galerie galleries gallerie
church igreja iglesia chiesa eglise kirche kerk esglesia
cathedral cattedrale catedral cathedrale dom
basilica basilique
chapel capela cappella capilla chapelle capella chapels cappelle
monastery mosteiro monasterio monastero monestir convent convento cloister cloisters abbey
temple tempio templo ji dera
shrine jinja jingu taisha
mosque mezquita moschea mosquee masjid
synagogue sinagoga synagoge
palace palacio palazzo palais palau paleis
castle castelo castillo castello castell chateau schloss fortress fort
park parque parc parco koen
garden jardim jardin giardino gardens jardins giardini jardi gyoen garten
viewpoint miradouro mirador lookout overlook viewpoints terrace terraza terrazza balcony
deck observatory observation skydeck
tower torre turm towers
bridge ponte puente pont brug brucke
square praca plaza piazza placa platz largo piazzale plein
street rua rue calle via strasse carrer avenue avenida ave road rd boulevard alley lane lanes dori
market mercado mercat mercato marche markt markets bazaar souk souks
fair feira feria
quarter district neighborhood neighbourhood barrio bairro quartier quartiere barri area
beach praia playa plage spiaggia platja strand
waterfront riverside riverfront quay cais promenade embankment harbour harbor wharf boardwalk
zoo zoologico
aquarium oceanario oceanarium laquarium
planetarium planetario
theater theatre teatro opera
library biblioteca bibliotheque bibliothek
bookshop livraria bookstore librairie libreria
cemetery cemiterio cimetiere cementerio cimitero graveyard
station estacao estacion stazione gare bahnhof
fountain fontana fontaine fuente
memorial monument monumento mahnmal statue
ruins forum foro baths terme
catacombs catacombe catacombes catacumbas
cafe caffe coffee kaffeehaus cafeteria
restaurant pizzeria taqueria churreria cervejaria forno restaurante ristorante trattoria osteria bistro brasserie eatery tavern taverna tasca
bakery pastelaria patisserie pasticceria confeitaria pastisseria boulangerie
bar pub bodega
island isla ilha insel isola
hill colina colline monte mount
steps stairs staircase scalinata
cruise boat ferry
tram eletrico elevador lift elevator funicular cableway
cablecar telefericos teleferico telecabine
hotel hostel
airport aeroporto aeropuerto flughafen
house casa maison haus
studio estudio atelier
university universidade universidad
crypt cripta
gate porta arch arco arc
valley desert grove forest
`;

/** Words said in another language, and saints by their title. */
const SAME = `
saint st san santa santo sao sant sainte sankt ste
george jorge giorgio jordi georg
peter pedro pietro
john joao giovanni juan
mary maria
francis francisco francesco
dominic domingos domenico
vincent vicente
lawrence lorenzo
paul paolo
mark marco
anne ana
discoveries descobrimentos discovery
modern moderna moderno
ancient antiga antico antica
art arte arts artes
national nacional nazionale
royal real reial koninklijk
science ciencia sciences
contemporary contemporanea contemporani contemporaneo
history historia storia
bamboo bambu
botanical botanic botanico botanique botanica botanischer botanische
belem betlehem bethlehem
florence firenze
one 1 uno
two 2
three 3 tres tre
four 4 quatre quatro
five 5 cinque cinco
six 6 sei seis
seven 7 sete
`;

function wordMap(lines: string): Map<string, string> {
  return new Map(
    lines
      .trim()
      .split("\n")
      .flatMap((line) => {
        const words = line.trim().split(" ");
        return words.map((word) => [word, words[0] ?? word] as const);
      }),
  );
}

export const KIND_OF_WORD: ReadonlyMap<string, string> = wordMap(KINDS);
export const SAME_WORD: ReadonlyMap<string, string> = wordMap(SAME);
export const KIND_KEYS: ReadonlySet<string> = new Set(KIND_OF_WORD.values());

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** No part of a name at all. */
export const STOP_WORDS: ReadonlySet<string> = words(`
the of de do da di del della delle dello degli dei des du dos das d l dell all a o e y i et und and el la le les los las lo il gli
in at on by to no van het der den den im am an al`);

/** In many names, and in nobody's mouth as one. */
export const FILLER_WORDS: ReadonlySet<string> = words(`
national royal old new great grand central main art modern contemporary history natural science city town upper lower big little
imperial historic public fine design culture cultural archaeological archeologico arqueologico world centre center centro building
hall tour view river sea market saint collection foundation fundacao fundacio fundacion site complex village green red flea food
house state civic memorial experience heritage international metropolitan botanical botanic botanico botanique botanica saturday
sunday weekend walk trail street outdoor indoor free open air room rooms street outer inner
`);

/** Things rather than names: one of these alone names no place, however few places have it. */
export const CONCEPT_WORDS: ReadonlySet<string> = words(`
fado tango flamenco sushi ramen pizza tapas falafel vegan vegetarian chocolate tile tiles coach navy money maritime railway manga
puppet science history knowledge resistance freedom nature photography film movie music jewish holocaust war military transport
textiles craft crafts fashion port wine beer tea coffee bread pastry pancake pancakes burger hummus tempura noodle noodles rice
chicken fish seafood oyster steak taco tacos dumpling breakfast brunch lunch dinner cocktails dining kitchen eat food sunset
sunrise sky sun moon star rose flower flowers cherry blossom bamboo grove forest lake mountain valley water waterfall ocean sea
beach harbour cathedral queen king prince princess emperor children childrens kids family books book shopping shop shops shopping
spa onsen hammam thermal bath cruise boat ferry tram lift elevator cable car bus bike train metro walking secret hidden little
golden silver white black blue pink green red orange old new high line one two three four seven times time out square choice
nomad roast liberty foam secession swing giant cat lion angel eye life light night day morning evening power land home journey
health paradise earth cloud bird birds monkey penguin seal dragon tiger elephant honest majestic federal smart modern contemporary
bifana bifanas francesinha pastel pasteis temporary exhibition gallery village town court stadium football soccer theme amusement stock exchange tourism information centre
dance show concert class workshop cooking street murals mural graffiti lanes lane steps dome rooftop roof bell clock tower
palace castle crossing electric sewer sewers turtle fountain lighthouse windmill planetarium aquarium tomb tombs choir
american british portuguese chinese japanese indian thai italian french spanish african australian turkish korean roman gothic
medieval ancient baroque colonial western eastern northern southern north south east west top rock head point bay grounds opera
american royal imperial crystal crystal souls souls virtue dyers blacksmiths famous world wonders heritage pleasure local summer
winter spring autumn natural central public sacro ulrich conga may company society memory truth sacred mercury rooms mill
`);
