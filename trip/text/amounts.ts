/** Sums in digits, words and both: "1.500", "1,200.50", "2k", "fifteen hundred", "3 lakh", "1.2 million". */

const SCALES: Record<string, number> = {
  k: 1_000,
  thousand: 1_000,
  grand: 1_000,
  mil: 1_000_000,
  million: 1_000_000,
  mio: 1_000_000,
  m: 1_000_000,
  lakh: 100_000,
  lac: 100_000,
  crore: 10_000_000,
  hundred: 100,
};
/** "5 m" may be metres and stays out. */
export const SCALE = "k|thousand|grand|million|mio|mil|lakhs?|lacs?|crores?|hundred";

const UNITS: Record<string, number> = {
  a: 1,
  an: 1,
  half: 0.5,
  couple: 2,
  few: 3,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const UNIT = Object.keys(UNITS)
  .filter((word) => word.length > 3 || /^(?:one|two|six|ten)$/.test(word))
  .filter((word) => !/^(?:half|couple)$/.test(word))
  .join("|");
const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const SMALL = `(?:(?:${TENS})[- ](?:one|two|three|four|five|six|seven|eight|nine)|${UNIT})`;
const COUNTED = `(?:half an?|an? (?:couple|few)(?: of)?|a|${SMALL})`;
const SCALE_WORD = "hundred|thousand|grand|million|lakhs?|crores?";

/** A sum in words always holds a scale: "two" alone is a number of people. */
export const WORDY_AMOUNT = `${COUNTED} and a half (?:${SCALE_WORD})|${COUNTED}(?: (?:${SCALE_WORD}))+(?:(?: and)? ${SMALL}(?: (?:${SCALE_WORD}))*(?! (?:${SCALE_WORD})| days?| nights?| people| adults?))*`;
/** Said of nothing but money. */
export const WORDY_GRAND = `${COUNTED} (?:grand|lakhs?|crores?)`;

function readWords(said: string): number {
  let total = 0;
  let current = 0;
  for (const word of said.split(/[ -]/)) {
    const scale = SCALES[word.replace(/s$/, "")];
    if (scale === undefined) current = word === "a" && current > 0 ? current : current + (UNITS[word] ?? 0);
    else if (scale === 100) current = Math.max(current, 1) * 100;
    else {
      total += Math.max(current, current === 0.5 ? 0.5 : 1) * scale;
      current = 0;
    }
  }
  return total + current;
}

/** The last mark is decimal unless three digits follow it. */
export function readAmount(text: string): number {
  const said = text.trim().toLowerCase().replace(/ish$/, "");
  if (/^[a-z]/.test(said))
    return readWords(
      said
        .replace(/\b(\w+) and a half (\w+)/, "half $2 $1 $2")
        .replace(/\b(?:half an?)\b/, "half")
        .replace(/\ban? (couple|few)(?: of)?\b/, "$1"),
    );
  const scale = /([a-z]+)$/.exec(said)?.[1]?.replace(/s$/, "") ?? "";
  const digits = said.replace(/[^\d.,]/g, "");
  const decimal = /[.,](\d{1,2})$/.exec(digits) ?? (SCALES[scale] ? /[.,](\d+)$/.exec(digits) : null);
  const whole = decimal ? digits.slice(0, decimal.index) : digits;
  const value = Number(`${whole.replace(/[.,]/g, "")}.${decimal?.[1] ?? "0"}`) * (SCALES[scale] ?? 1);
  return Math.round(value * 100) / 100;
}
