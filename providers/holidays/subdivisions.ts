/** A region as our cities name it → the code under which the holiday rules have it. */

/** English names where the rules know only the local one, or a longer one. */
const ENGLISH_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BR: { "federal district": "DF" },
  CH: {
    ...{ "basel stadt": "BS", "basel landschaft": "BL", "appenzell innerrhoden": "AI" },
    ...{ "appenzell ausserrhoden": "AR", graubunden: "GR" },
  },
  DE: {
    ...{ bavaria: "BY", bremen: "HB", hamburg: "HH", hesse: "HE", "lower saxony": "NI", thuringia: "TH" },
    ...{ "north rhine westphalia": "NW", "rhineland palatinate": "RP", saxony: "SN", "saxony anhalt": "ST" },
  },
  ES: {
    ...{ andalusia: "AN", "castilla la mancha": "CM", ceuta: "CE", madrid: "MD", melilla: "ML", murcia: "MC" },
    navarre: "NC",
  },
};

function folded(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^\p{L}]+/gu, " ")
    .replace(/^canton of /, "")
    .trim();
}

/** `states` are codes with their names, in one language each. A region nobody has rules for is `null`. */
export function subdivisionCode(
  countryCode: string,
  region: string,
  states: readonly Readonly<Record<string, string>>[],
): string | null {
  const name = folded(region);
  const english = ENGLISH_NAMES[countryCode]?.[name];
  if (english !== undefined) return english;
  for (const names of states) {
    const found = Object.entries(names).find(([, other]) => folded(other) === name);
    if (found) return found[0];
  }
  return null;
}
