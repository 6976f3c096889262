/** Greek and Cyrillic letters as guides in English write them, so that names on signs meet names in guides. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ј: "j",
  љ: "lj",
  њ: "nj",
  ћ: "c",
  ђ: "d",
  џ: "dz",
};
const GREEK: Readonly<Record<string, string>> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};
const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries({ ...CYRILLIC, ...GREEK }));

/** Of a folded text; letters of other scripts stay as they are. */
export function transliterate(folded: string): string {
  if (!/[\u0370-\u04ff]/.test(folded)) return folded;
  return folded
    .replaceAll("ου", "ou")
    .replaceAll("αυ", "av")
    .replaceAll("ευ", "ev")
    .replace(/[\u0370-\u04ff]/g, (letter) => LETTERS.get(letter) ?? letter);
}
