/**
 * Where a name says what the tags leave out, in the languages of those who draw maps: half of all cathedrals are
 * mapped as any church, and half of all palaces as any castle (data).
 */
import type { Tags } from "../elements.ts";
import { type PlaceRule, placeRule } from "./tag-rule.ts";

interface NameRule {
  readonly applies: (tags: Tags) => boolean;
  readonly words: readonly string[];
  readonly rule: PlaceRule;
}

const isChristianHouse = (tags: Tags): boolean =>
  tags.tourism !== "museum" &&
  (tags.amenity === "place_of_worship" || tags.building === "church") &&
  (tags.religion ?? "christian") === "christian";
const isAnimalsHouse = (tags: Tags): boolean => /^(?:museum|attraction|zoo)$/.test(tags.tourism ?? "");
const isWholeCastle = (tags: Tags): boolean =>
  tags.tourism !== "museum" && tags.historic === "castle" && tags.ruins !== "yes";

const NAME_RULES: readonly NameRule[] = [
  {
    applies: isChristianHouse,
    words: [
      ...["cathedral", "cathédrale", "catedral", "cattedrale", "kathedrale", "kathedraal", "katedra", "katedrala"],
      ...["katedrála", "katedralen", "székesegyház", "katidral", "co-cathedral", "konkatidral", "kon-katidral"],
      ...["duomo", "dóm", "domkirche", "domkirke", "domkirken", "domkyrka", "domkyrkan", "dómkirkja"],
      ...["dómkirkjan", "tuomiokirkko", "kafedralny", "собор", "catedrală", "katedrali"],
      ...["basilica", "basilique", "basílica", "basilika", "bazilika", "bazylika", "collegiata"],
    ],
    rule: placeRule(["amenity=place_of_worship", "named", "cathedral", ["churches", "architecture"]]),
  },
  {
    applies: isWholeCastle,
    words: [
      "palace",
      "palais",
      "palazzo",
      "palacio",
      "palácio",
      "palau",
      "paleis",
      "palota",
      "pałac",
      "дворец",
      "palast",
    ],
    rule: placeRule(["historic=castle", "named", "palace", ["palaces_castles", "architecture"]]),
  },
  {
    applies: isAnimalsHouse,
    words: ["aquarium", "oceanarium", "akvarium", "acuario", "aquário", "acquario", "oceanário", "океанариум"],
    rule: placeRule(["tourism=zoo", "named", "aquarium", ["wildlife", "kids"]]),
  },
  {
    // The harbour a town grew around, not every jetty of a sailing club.
    applies: (tags) => tags.leisure === "marina",
    words: ["port", "porto", "puerto", "vieux-port", "old harbour", "alter hafen"],
    rule: placeRule(["leisure=marina", "area", "waterfront", ["waterfront"]]),
  },
];

const COMPILED = NAME_RULES.map(({ applies, words, rule }) => ({
  applies,
  pattern: new RegExp(String.raw`(?:^|[^\p{L}])(?:${words.join("|")})(?![\p{L}])`, "iu"),
  rule,
}));

export function ruleByName(tags: Tags): PlaceRule | null {
  if (tags.name === undefined) return null;
  const names = `${tags.name ?? ""} ; ${tags["name:en"] ?? ""}`;
  return COMPILED.find(({ applies, pattern }) => applies(tags) && pattern.test(names))?.rule ?? null;
}
