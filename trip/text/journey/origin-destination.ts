/**
 * Where a journey starts and where it goes. Words before a name say what it is ("departing from", "three cities in"),
 * some more surely than others: of what was said of one name, and of all names in one role, the surest counts.
 */
import { NUMBER } from "../numbers.ts";
import { CORRECTION } from "./corrections.ts";
import { allNames, type KnownPlaces, nameAt, type PlaceName } from "./journey-names.ts";

type Role = "origin" | "destination";

interface Cast extends PlaceName {
  role: Role;
  weight: number;
}

interface Cue {
  role: Role;
  weight: number;
  before: RegExp;
}

const cue = (role: Role, weight: number, words: string): Cue => ({
  role,
  weight,
  before: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words}) (?:the (?:wonderful |beautiful |great |lovely )?(?:city|town|state|state and cities) of |the (?:city|state) |a state \\()?`,
    "giu",
  ),
});

const COUNT = `(?:${NUMBER}|a couple|a pair|a trio|several)`;
const CITIES = "(?:cit(?:y|ies)|towns?|destinations?|stops?|locations?|places)";

const CUES: readonly Cue[] = [
  cue(
    "origin",
    99,
    "(?:starting|departure|departing|start|home|base|pick-?up)[ -]?(?:point|city|town|location|place|base|airport)?(?: will be| would be| is| being| in|:)|(?:origin|from)(?: city)?(?: is|:)|home ?town is",
  ),
  cue(
    "origin",
    97,
    "(?:depart(?:s|ing|ure|ed)?|leav(?:e|es|ing)|start(?:s|ing)?|set(?:s|ting)? (?:off|out|forth)|tak(?:e|es|ing) off|originat(?:e|es|ing|ed)|beg(?:in|ins|inning|an)|commenc(?:e|es|ing)|embark(?:s|ing)?|kick(?:s|ing)? (?:off|things off|it off)|head(?:s|ing)? out|jet(?:s|ting)? off|launch(?:es|ing)?|return flight|round[- ]?trip|fly(?:ing)? out|travel(?:s|ing|ling)? out|mov(?:e|es|ing) out|coming|hail(?:s|ing)?|based|liv(?:e|es|ing)|resid(?:e|es|ing)|stationed|begins and ends|start(?:s|ing)? and (?:end|finish)(?:s|es|ing)?|beg(?:in|ins|inning) and (?:end|finish)(?:s|es|ing)?)(?: (?:our|my|the|this) (?:journey|trip|adventure|travels?|tour|vacation|itinerary))?(?: off| out)? (?:from|in|at|out of)|(?:depart(?:s|ing)?|leav(?:e|es|ing))",
  ),
  cue("origin", 96, "(?:return(?:s|ing)?|back|home|fly(?:ing)? back|head(?:ing)? back)(?: home)? (?:to|in)"),
  cue("origin", 92, "(?:i'm|we're|i am|we are)(?: currently| both| all)? (?:in|from)"),
  cue("origin", 90, "from|out of"),
  cue(
    "destination",
    99,
    `(?:destination|going to|where to|to)(?: city| state)?(?: will be| would be| is|:)|${COUNT}(?: of)?(?: (?!in |to |from )[\\p{L}'-]+){0,4} ${CITIES}(?: (?:located|situated|found|to explore|to visit))? (?:in|across|within|around|throughout|of|from|inside|all over)`,
  ),
  cue("destination", 88, "(?:to|toward|towards|bound for|headed for|into|onto)"),
  cue(
    "destination",
    80,
    "(?:visit(?:s|ing)?|explor(?:e|es|ing)|tour(?:s|ing)?|see(?:ing)?|discover(?:s|ing)?|cover(?:s|ing)?|experienc(?:e|ing)|travers(?:e|ing)|roam(?:ing)?|cross(?:ing)?|do(?:ing)?|reach(?:ing)?)",
  ),
  cue(
    "destination",
    78,
    "(?:end(?:s|ing)?|finish(?:es|ing)?|conclud(?:e|es|ing)|arriv(?:e|es|ing)|culminat(?:e|es|ing)|wrap(?:ping)? up|land(?:s|ing)?)(?: up)? (?:in|at)",
  ),
  cue(
    "destination",
    60,
    "(?:across|around|through|throughout|within|state)|(?:time|stay|days|nights|week|vacation|holiday|trip|tour|cities|towns) (?:in|at|of|across)",
  ),
  cue("destination", 50, "in|for|at"),
];

const REJECTED =
  /(?:instead of|rather than|(?<!why )not)(?: (?:in|to|from|at|visiting|leaving))?(?: the state of)? $/iu;
const CORRECTED = new RegExp(
  `(?<![\\p{L}])(?:${CORRECTION}|not (?:in |to |from )?[\\p{L} .]+?,? but)[,:.]? (?:(?:i|we) (?:mean|meant) )?(?:rather )?(?:let's (?:do|go to|make it) )?(?<role>in |to |from |at |visiting |leaving )?(?:the state of )?`,
  "giu",
);
const NO_ORIGIN =
  /^(?:travel|trip|journey|heading|going|flying|moving|driving|flight|welcome|return|back|getaway|go|visit|drive|fly|head)$/iu;
const TO_NEXT = /^ ?(?:to|->|-) ?/u;
const OF_CITIES = new RegExp(`^(?:'s?)? (?:${CITIES})(?![\\p{L}])`, "u");
const OF_TRIP =
  /^ (?:trip|itinerary|getaway|vacation|journey|adventure|tour|holiday|visit|break|escape|road trip|plan|excursion|travel plan)(?![\p{L}])/u;

function fromCues(text: string, known: KnownPlaces | undefined): Cast[] {
  return CUES.flatMap(({ role, weight, before }) =>
    [...text.matchAll(before)].flatMap((match) => {
      const place = nameAt(text, match.index + match[0].length, known);
      const isState = place?.isState === true || (/state/iu.test(match[0]) && place?.isKnown === true);
      return place && !REJECTED.test(text.slice(0, place.start)) ? [{ ...place, isState, role, weight }] : [];
    }),
  );
}

/** "Denver to Texas", "three Ohio cities", "a Utah trip", and any state that stands by itself. */
function fromNames(text: string, known: KnownPlaces | undefined): Cast[] {
  return allNames(text, known).flatMap((place): Cast[] => {
    if (REJECTED.test(text.slice(0, place.start))) return [];
    const after = text.slice(place.end);
    const toNext = TO_NEXT.exec(after)?.[0];
    const next = toNext ? nameAt(text, place.end + toNext.length, known) : null;
    const isNext = next !== null && (next.isKnown || /^\p{Lu}/u.test(text.slice(next.start)));
    if (isNext && !NO_ORIGIN.test(place.name) && (place.isKnown || known === undefined)) {
      return [
        { ...place, role: "origin", weight: 30 },
        { ...next, role: "destination", weight: 30 },
      ];
    }
    if (OF_CITIES.test(after) && (place.isKnown || /\d|[a-z] $/u.test(text.slice(0, place.start)))) {
      return [{ ...place, role: "destination", weight: 98 }];
    }
    if (OF_TRIP.test(after) && (place.isKnown || /(?:an?|our|my|the|day|long) $/u.test(text.slice(0, place.start)))) {
      return [{ ...place, role: "destination", weight: 55 }];
    }
    return place.isKnown ? [{ ...place, role: "destination", weight: 20 }] : [];
  });
}

/** A name after "or rather" takes the role of the name before it, and that name's place. */
function correct(text: string, casts: readonly Cast[], known: KnownPlaces | undefined): Cast[] {
  let kept = [...casts];
  for (const match of text.matchAll(CORRECTED)) {
    const place = nameAt(text, match.index + match[0].length, known);
    const last = kept.filter(({ end }) => end <= match.index + match[0].length).at(-1);
    if (!place || !last) continue;
    const said = match.groups?.role?.trim().toLowerCase();
    const role = said === "from" || said === "leaving" ? "origin" : said === "to" ? "destination" : last.role;
    kept = kept.filter((cast) => cast.start > place.start || (cast.start < place.start && cast.role !== role));
    kept.push({ ...place, role, weight: 150 });
    kept.sort((a, b) => a.start - b.start);
  }
  return kept;
}

function surestOfEach(casts: readonly Cast[]): Cast[] {
  const best = new Map<number, Cast>();
  for (const cast of casts) {
    const other = best.get(cast.start);
    if (!other || cast.weight > other.weight) best.set(cast.start, cast);
  }
  const inOrder = [...best.values()].sort((a, b) => a.start - b.start);
  /** "Traverse City" asks nobody to traverse a city. */
  return inOrder.filter(({ start }) => !inOrder.some((other) => other.start < start && start < other.end));
}

const surest = (casts: readonly Cast[], worth: (cast: Cast) => number): Cast | null =>
  casts.toSorted((a, b) => worth(b) - worth(a) || a.start - b.start)[0] ?? null;

export interface FromAndTo {
  origin: PlaceName | null;
  destination: PlaceName | null;
}

/** With several cities a state is meant before a city. */
export function readFromAndTo(text: string, cities: number | null, known?: KnownPlaces): FromAndTo {
  const casts = correct(text, surestOfEach([...fromCues(text, known), ...fromNames(text, known)]), known);
  const isKnown = ({ isKnown }: Cast): number => (known && !isKnown ? -100 : 0);
  const origin = surest(
    casts.filter(({ role }) => role === "origin"),
    (cast) => cast.weight + isKnown(cast),
  );
  const destination = surest(
    casts.filter(({ role, name, weight }) => role === "destination" && (name !== origin?.name || weight === 99)),
    (cast) => cast.weight + isKnown(cast) + (cities !== null && cities > 1 && cast.isState ? 100 : 0),
  );
  return { origin, destination };
}
