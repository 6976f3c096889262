/** How the party will not travel: not by air, or not at the wheel. */
import type { RefusedTransport } from "../../schedule/journey/request.ts";
import { phrase } from "../reading.ts";
import { stanceOf } from "./stance.ts";

interface Rule {
  refused: RefusedTransport;
  /** Refused where the text refuses it. */
  mentions: RegExp;
  /** Refuses it by itself. */
  says: RegExp;
}

const RULES: readonly Rule[] = [
  {
    refused: "no flight",
    mentions: phrase(
      "fl(?:y|ies|ying|ight|ights|own)|(?:air|aero)?planes?|air[- ]?(?:travel|fares?|lines?|craft|transport\\w*)|aviation|by air|airports?",
    ),
    says: phrase(
      "(?:ground|land|surface)(?:-based)? (?:transport(?:ation)?|travel) only|only (?:by )?(?:ground|land|surface) (?:transport(?:ation)?|travel)|(?:stay|remain|keep)(?:ing)? on the ground|(?:travel|go|journey) overland|flight-free|(?:fear|afraid|scared) of (?:flying|heights and flying)",
    ),
  },
  {
    refused: "no self-driving",
    mentions: phrase(
      "self[- ]?driv(?:e|es|ing|en)|driv(?:e|es|ing)(?! (?:distance|time))|(?:rent|rents|renting|hire|hiring|use|using|take|taking|bring|bringing) (?:a |our |our own |any |my |my own )?(?:rental )?(?:cars?|vehicles?)|(?:rental|own|rented|hire) (?:cars?|vehicles?)|car rentals?|behind the wheel|car(?= to drive)|driver'?s'? licen[cs]es?|driving licen[cs]es?",
    ),
    says: phrase("non-?self-?driv(?:e|ing)|driving-free|chauffeured only"),
  },
];

export function readRefusedTransport(text: string): RefusedTransport | null {
  const refused = RULES.find(
    ({ mentions, says }) =>
      says.test(text) ||
      [...text.matchAll(mentions)].some(
        (match) =>
          stanceOf(text, { start: match.index, end: match.index + match[0].length }, { isNeedRefusal: true }) ===
          "refused",
      ),
  );
  for (const { says } of RULES) says.lastIndex = 0;
  return refused?.refused ?? null;
}
