/**
 * Words that somebody else wrote, before anybody reads them as a name or a description: no link, no markup, one line,
 * not endless. What they say stays: it is data, and a name that reads like an order is still only an odd name.
 */

/** Controls and the marks that reverse a line or show nothing. */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]+/gu;
/** `![text](address)`: the text is what a reader sees. */
const MARKDOWN_LINK = /!?\[([^[\]]*)\]\s?\([^()]*\)/g;
/** Elements, comments, and the signs by which some models tell who speaks. */
const TAG = /<[^<>]{0,2000}>/g;
const FENCE = /`+|~{3,}/g;
/** Endings of hosts that a chat page would make a link of. */
const ENDING =
  "(?:[a-z]{2}|com|net|org|info|biz|example|test|app|dev|xyz|shop|store|site|online|click|link|live|world|travel|tours|page|host|icu|club|vip|pro|mobi|name|asia|local|onion|fun|space|website|cloud|tech|agency)";
const SCHEME =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"\])}]*|\b(?:javascript|data|mailto|tel|file|vbscript):[^\s<>"\]]+/gi;
const WWW = /\bwww\.[^\s<>"\])}]+/gi;
const MAIL = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/g;
const HOST_WITH_PATH = new RegExp(String.raw`\b(?:[\p{L}\p{N}-]+\.)+${ENDING}(?::\d+)?[/?#][^\s<>"\])}]*`, "giu");
const BARE_HOST = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]{3,}\.${ENDING}(?![\p{L}\p{N}])`,
  "giu",
);
/** What a link leaves behind: "Tower ( )", "Tower -". */
const LEFT_EMPTY = /[([{]\s*[)\]}]/g;
const LOOSE_END = /^[\s\-–—|:·,;/\\]+|[\s\-–—|:·,;/\\]+$/g;
/** Without one of these a text has nothing to take out. */
const SUSPECT = /[<[`~@:/.\p{Cc}\p{Cf}]|\s{2}|^\s|\s$/u;

const LONGEST_NAME = 120;
const LONGEST_TEXT = 1_000;

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}

function withoutLinks(text: string): string {
  return text
    .replace(MARKDOWN_LINK, "$1")
    .replace(TAG, " ")
    .replace(FENCE, " ")
    .replace(SCHEME, " ")
    .replace(WWW, " ")
    .replace(MAIL, " ")
    .replace(HOST_WITH_PATH, " ")
    .replace(BARE_HOST, (host) => host.replaceAll(".", " "));
}

function plain(text: string, most: number): string {
  if (!SUSPECT.test(text)) return shortened(text, most);
  const seen = text
    .slice(0, most * 8)
    .toWellFormed()
    .replace(UNSEEN, " ");
  const bare = withoutLinks(seen);
  if (bare === text) return shortened(text, most);
  const tidy = bare.replace(LEFT_EMPTY, " ").replace(/\s+/g, " ").replace(LOOSE_END, "");
  return shortened(tidy, most);
}

/** A description, a review, an address; "" where nothing is left. */
export function strangersText(text: string): string {
  return plain(text, LONGEST_TEXT);
}

/** Never empty: what was nothing but a link is a place without a name. */
export function strangersName(name: string): string {
  return plain(name, LONGEST_NAME) || "Unnamed";
}

export function strangersTextOrNull(text: string | null): string | null {
  return text === null ? null : strangersText(text) || null;
}
