/**
 * Wiki text as a few plain words. A sentence from which a template was taken is left out: without it the sentence
 * may say something else.
 */

const LONGEST = 300;
/** Stands where a template stood. */
const HOLE = "\uFFFC";
const ABBREVIATION =
  /(?:^|[\s(])(?:St|Ste|Dr|Mr|Mrs|Ms|Prof|Sta|Sto|Ave|Blvd|Mt|No|Nos|c|ca|approx|etc|vs|Jr|Sr|[A-Z])\.\s*$/;
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  ndash: "–",
  mdash: "—",
  euro: "€",
  pound: "£",
};

function withoutTemplates(text: string): string {
  let before = text;
  for (let depth = 0; depth < 5; depth += 1) {
    const after = before.replaceAll(/\{\{[^{}]*\}\}/g, HOLE);
    if (after === before) return after;
    before = after;
  }
  return before;
}

/** Markup removed, entities resolved, on one line. */
export function plainText(wikiText: string): string {
  return withoutTemplates(wikiText)
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/<ref[^>]*?(?:\/>|>.*?<\/ref>)/gs, "")
    .replaceAll(/<br\s*\/?>/gi, " ")
    .replaceAll(/<\/?[a-z][^>]*>/gi, "")
    .replaceAll(/\[\[(?:file|image):[^\]]*\]\]/gi, "")
    .replaceAll(/\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, "$1")
    .replaceAll(/\[(?:https?:)?\/\/\S+\s+([^\]]*)\]/g, "$1")
    .replaceAll(/\[(?:https?:)?\/\/[^\]\s]*\]/g, "")
    .replaceAll(/'{2,}/g, "")
    .replaceAll(/&(?:#(\d{1,6})|([a-z]+));/g, (entity, code?: string, name?: string) =>
      code === undefined ? (ENTITIES[name ?? ""] ?? entity) : String.fromCodePoint(Number(code)),
    )
    .replaceAll(/[{}[\]]{2,}/g, HOLE)
    .replaceAll(/\s+/g, " ")
    .trim();
}

function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let current = "";
  for (const { segment } of segmenter.segment(text)) {
    current += segment;
    if (ABBREVIATION.test(current)) continue;
    sentences.push(current.trim());
    current = "";
  }
  if (current !== "") sentences.push(current.trim());
  return sentences;
}

/** The first sentence or two, at most 300 characters; `null` where none is whole. */
export function shortDescription(wikiText: string): string | null {
  const [first, second] = sentencesOf(plainText(wikiText)).filter((sentence) => !sentence.includes(HOLE));
  if (first === undefined || first.length < 3) return null;
  const both = second === undefined ? first : `${first} ${second}`;
  if (both.length <= LONGEST) return both;
  if (first.length <= LONGEST) return first;
  const cut = first.slice(0, LONGEST - 1);
  return `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}

/** A name or an address: without markup, and nothing where a template says it. */
export function plainLine(wikiText: string): string {
  const text = plainText(wikiText);
  return text.includes(HOLE) ? "" : text;
}
