/**
 * Words in the names of places that say what a place is rather than which, in the languages that names come in, and
 * common words that guides translate: "Museu Nacional de Arte Antiga" is the "National Museum of Ancient Art".
 * All are folded as `plainFold` does. A data table.
 */

/** Kind → its words. Names with words of different kinds are about different things: a castle and its garden. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  museum: "museum museu museo musee museet muzeum muze muzeul museums musei musees muzium",
  gallery: "gallery galeria galerie galleria galerij galleri pinacoteca pinakothek pinacotheque kunsthalle kunsthal",
  church:
    "church igreja iglesia esglesia eglise chiesa kirche kerk kirke kyrka kosciol kostel kilise chapel capela capilla " +
    "capella chapelle cappella kapelle kapel basilica basilique basilika parish parroquia paroquia parrocchia pfarrkirche " +
    "duomo minster se abbey abadia abbazia abbaye abtei monastery mosteiro monasterio monestir monastere monastero kloster " +
    "klooster convent convento couvent konvent priory tserkov khram sobor cathedral catedral cathedrale cattedrale kathedrale " +
    "kathedraal dom domkirche domkyrka katedra katedrala katedralen munster",
  mosque: "mosque mesquita mezquita mosquee moschea moschee moskee cami camii masjid jami dzamija",
  synagogue: "synagogue sinagoga synagoge sinagogue shul",
  temple: "temple templo tempio tempel tera dera wat pagoda",
  shrine: "shrine santuario sanctuary jinja jingu taisha",
  castle:
    "castle castelo castillo castell chateau castello schloss burg kasteel slot slott zamek hrad kale kalesi alcazar alcazaba alcacer citadel citadelle cidadela ciudadela fort fortress fortaleza forte forteresse fortezza festung fuerte krepost kremlin kasbah kasba",
  palace: "palace palacio palau palais palazzo palast paleis palads palac palat saray sarayi dvorets residenz",
  tower: "tower torre tour turm toren tarn torn wieza vez kule kulesi campanile belltower",
  garden:
    "garden gardens jardim jardins jardin jardines giardino giardini garten gaerten tuin have hage ogrod zahrada bahce bahcesi botanical botanico botanique botanischer orto",
  park: "park parks parque parc parco parken parki",
  square:
    "square praca plaza placa place piazza platz plein plads torg plac namesti meydani piazzale piazzetta plazuela largo campo rossio ploshchad placita esplanade",
  street:
    "street st rua calle carrer rue via strasse straat gade gatan ulica ulice cadde caddesi sokak avenue avenida avinguda boulevard bulevar lane road alley travessa beco corso viale promenade rambla ulitsa prospekt",
  bridge: "bridge ponte puente pont brucke bruecke brug bro most kopru koprusu",
  gate: "gate porta puerta porte portal tor poort brama brana kapi kapisi arch arco arc arche bogen",
  station:
    "station estacao estacion estacio gare stazione bahnhof hauptbahnhof metro subway ubahn sbahn stop stazioni tram terminal",
  market:
    "market mercado mercat marche mercato markt markthalle markthal marked trh targ pazar pazari bazaar bazar souk suq halle halles hala feira",
  theater: "theatre theater teatro teatre teater tiyatrosu opera operahouse oper cinema kino playhouse auditorium",
  library: "library biblioteca bibliotheque bibliothek bibliotheek biblioteka bibliotek kutuphane kutuphanesi",
  stadium: "stadium estadio estadi stade stadio stadion stadyum arena",
  zoo: "zoo zoological zoologico tierpark safari",
  aquarium: "aquarium oceanario oceanarium acquario acuario aquario",
  beach: "beach praia playa platja plage spiaggia strand plaj",
  island: "island isle ilha isla illa ile isola insel eiland oe ada adasi",
  hill: "hill mount monte mont berg colina cerro collina mountain montagne serra sierra",
  viewpoint: "viewpoint miradouro mirador belvedere lookout aussichtspunkt belveder vista overlook aussichtsturm",
  monument:
    "monument monumento memorial denkmal mahnmal monumentul pomnik statue estatua statua column columna coluna colonne saule obelisk obelisco padrao",
  fountain: "fountain fonte fuente font fontaine fontana brunnen fontein chafariz cesme cesmesi fontanna",
  cemetery:
    "cemetery cemiterio cementerio cementiri cimetiere cimitero friedhof begraafplaats graveyard cmentarz hrbitov mezarligi catacombs catacombes",
  townhall: "townhall cityhall rathaus stadhuis ayuntamiento municipio hoteldeville ratusz radnice",
  university:
    "university universidade universidad universitat universite universita universiteit college school escola escuela ecole schule",
  hotel: "hotel hostel hostal pension pensao guesthouse inn albergue residencial",
  shop: "shop store loja tienda botiga boutique negozio laden geschaft winkel bookshop bookstore livraria libreria llibreria librairie buchhandlung",
  spa: "spa baths bath thermes termas terme therme bad hamam hamami hammam banos banhos onsen",
  pier: "pier quay cais muelle moll quai molo kai dock docks harbour harbor marina hafen haven wharf",
  house: "house casa casas haus maison huis dum villa vila",
  eatery:
    "restaurant restaurante ristorante restauracja restauracia lokanta cafe coffee caffe kaffee koffie kafe kahve cafeteria kaffeehaus coffeehouse " +
    "kavarna kawiarnia bar pub tavern taverna taberna tasca tasquinha bistro bistrot brasserie brauhaus biergarten brewery " +
    "cervejaria cerveceria trattoria osteria enoteca pizzeria pizza bodega marisqueria marisqueira churrasqueira confeitaria " +
    "pastelaria pasteleria pasticceria patisserie konditorei bakery padaria panaderia boulangerie backerei baeckerei panificio " +
    "forno fabrica gelateria gelato heladeria gelataria ice cream kitchen cucina cocina cozinha grill steakhouse diner eatery " +
    "ramen sushi izakaya noodle noodles kebab burger burgers gasthaus gasthof wirtshaus wine winebar vinoteca roasters " +
    "roastery tea teahouse snack deli food foods",
};

/** Kinds that share many things of one name and are told apart by more than a word. */
export const KIN_KINDS: readonly (readonly string[])[] = [
  ["museum", "gallery", "palace", "castle", "church", "townhall", "tower", "house", "library"],
  ["garden", "park"],
  ["temple", "shrine"],
  ["monument", "fountain", "gate", "tower"],
  ["hill", "viewpoint", "park"],
  ["shop", "eatery", "market"],
  ["castle", "palace", "tower"],
];

/** Concept → its words: full names are compared by concepts. */
export const TRANSLATED: Readonly<Record<string, string>> = {
  national: "national nacional nationale nazionale nationales nationaal narodni narodowy ulusal nasjonal",
  royal:
    "royal real reial reale royale koninklijk koninklijke konigliches koniglicher kongelige kraljevska reais reales regia",
  municipal: "municipal municipale city ciudad cidade ciutat stad stadt stadtisches ville citta town",
  old: "old velho velha viejo vieja vell vella vieux vieille vecchio vecchia alt alte alter oude stary stara gamla gamle eski",
  ancient: "ancient antiga antigo antigua antiguo antic ancienne ancien antica antico antique antiquities",
  new: "new novo nova nuevo nueva nou nouveau nouvelle nuovo nuova neue neues neuer neu nieuwe nowy nowa ny nya yeni",
  great: "great grand grande gran grosse grosser groote groot grosses velka wielki buyuk big",
  small: "small little pequeno pequena petit petite piccolo piccola kleine klein kucuk",
  holy: "holy sagrado sagrada sacred sacre sacro sacra santissimo heilig heilige heilig",
  saint:
    "saint sainte sao santa santo san sant sankt sint st ste sta swiety svaty svety sveti sfantul santi sants aghios agios aya hagia sveta svata",
  peter: "peter pedro pere pierre pietro petrus petr piotr petri",
  paul: "paul paulo pablo pau paolo paulus pavel",
  john: "john joao juan joan jean giovanni johannes jan johann ioann jana",
  mary: "mary maria marie marien mariacki mariens marys",
  james: "james tiago santiago jaume jacques giacomo jakob jacobus jakub",
  mark: "mark marcos marc marco markus marks",
  george: "george jorge jordi georges giorgio georg jiri jerzy georgs",
  michael: "michael miguel miquel michel michele mikael michal michaels",
  nicholas: "nicholas nicolau nicolas nicola nikolaus nikolai mikulas mikolaj nikolaas nicolai",
  stephen: "stephen stephens esteban estevao etienne stefano stephan stephans stefan istvan",
  francis: "francis francisco francesc francois francesco franz franziskus",
  anthony: "anthony antonio antoni antoine antonius anton",
  catherine: "catherine catarina catalina caterina katharina katarina",
  lady: "lady senhora senora senyora dame signora liebfrauen frauen vrouwe vrouw frau madonna",
  our: "our nossa nuestra nostra notre unsere unserer onze lieve",
  art: "art arts arte artes arti kunst kunsten kunste konst sztuki umeni sanat",
  fine: "fine bellas belas beaux belle bildende schone",
  modern: "modern moderna moderno moderne",
  contemporary:
    "contemporary contemporanea contemporaneo contemporani contemporaine contemporain zeitgenossische gegenwart hedendaagse",
  history:
    "history historia historico historica historic historical histoire historique storia storico storico storica geschichte historisches historische geschiedenis",
  natural: "natural naturelle naturale natur naturkunde nature natuurlijke natura naturais",
  science:
    "science sciences ciencia ciencias scienza scienze wissenschaft wissenschaften wetenschap technik technology technologie",
  archaeology:
    "archaeology archaeological archeological arqueologia arqueologico arqueologic archeologie archeologico archeologica archeologique archaologisches archaologie arkeoloji",
  maritime: "maritime maritimo maritim naval marinha marina navale schifffahrt scheepvaart marine",
  military: "military militar militaire militare militargeschichte army armee exercito ejercito",
  tile: "tile tiles azulejo azulejos",
  coach: "coach coaches carriage carriages coches carruajes carrosses carrozze",
  music: "music musica musique musik muziek muzyki hudby",
  water: "water agua aigua eau acqua wasser aguas aqua",
  river: "river rio riu riviere fiume fluss rivier fleuve",
  lake: "lake lago llac lac jezioro jezero gol",
  sea: "sea mar mer mare meer deniz ocean oceano",
  golden: "golden dourado dorado or oro goldene goldener gouden zlata zloty",
  white: "white branco branca blanco blanca blanc blanche bianco bianca weiss weisse wit bily biala",
  red: "red vermelho vermelha rojo roja rouge rosso rossa rot rote rood",
  black: "black preto preta negro negra noir noire nero nera schwarz schwarze zwart",
  blue: "blue azul bleu bleue blu blau blaue blauw mavi",
  green: "green verde vert verte grun grune groen",
  king: "king rei rey roi re konig koning krol kral kings",
  queen: "queen rainha reina reine regina konigin koningin",
  liberty: "liberty liberdade libertad liberte liberta freiheit freedom",
  victory: "victory victoire vitoria victoria vittoria sieg siegessaule",
  independence: "independence independencia independance indipendenza unabhangigkeit",
  republic: "republic republica republique repubblica republik",
  world: "world mundo monde mondo welt wereld",
  war: "war guerra guerre krieg oorlog",
  resistance: "resistance resistencia resistenza widerstand verzet",
  jewish: "jewish judia judio juive juif ebraico ebraica judisches judische juden joods joodse judeu",
  german: "german deutsch deutsche deutscher deutsches allemand tedesco aleman",
  city_gate: "brandenburg brandenburger brandebourg brandemburgo",
  discovery: "discovery discoveries descobrimentos descubrimientos decouvertes entdeckungen",
  folk: "folk ethnographic ethnography etnografico etnographique volkskunde ethnology ethnological ethnologisches etnologic popular",
  film: "film cinema kinemathek cinematheque filmmuseum",
  photography: "photography photographie fotografia fotografie photo",
  design: "design disseny diseno gestaltung",
  applied:
    "applied aplicadas aplicada appliques applicata angewandte decorative decoratives decorativas decoratifs kunstgewerbe",
  cable:
    "cable cablecar teleferico telepherique funivia seilbahn funicular ascensor elevador lift elevator funiculaire standseilbahn",
  north: "north norte nord noord",
  south: "south sul sur sud zuid",
  east: "east este leste est ost oost",
  west: "west oeste ouest ovest",
  upper: "upper alto alta haut haute superior ober obere",
  lower: "lower baixo baixa bajo baja bas basse inferior unter untere",
  central: "central centrale zentral centraal center centre centro zentrum centrum",
  town_hall: "camara pacos hall",
};

/** Articles, prepositions and the like: never told apart by. */
export const EMPTY_WORDS =
  "the a an of and in at on by for to de da do das dos e o os as la le les l d du des et el los las del y i en di della " +
  "dello delle dei degli il lo gli al alla alle der die das dem den und im am an bei zu zum zur vom von van het een op te " +
  "no na nos nas em ao aos els dels s amp";
