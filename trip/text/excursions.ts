/** A day trip beside the stay is no city to sleep in. Nothing here plans one, so it is taken out and admitted. */
import type { Reading } from "./reading.ts";

const WRITTEN = "\\p{Lu}[\\p{L}'-]*(?: (?:(?:de|da|do|di|del|la|le) )?\\p{Lu}[\\p{L}'-]*){0,2}";
const NAME = `(?:${WRITTEN}|\\p{Ll}[\\p{L}'-]+)`;
const LEAD =
  "(?:with|and|plus|including|incl\\.?|maybe|possibly|perhaps|also|want|like|love|do|doing|take|taking|squeeze in|fit in|\\+|&|,)";
/** Not `i`: capitals tell where a name ends. */
const EXCURSION = new RegExp(
  `(?<![\\p{L}])${LEAD} (?:(?:also|maybe|to|do|take|make|a|an|one|some|the|quick|short) )*((?:day[- ]?trips?|excursions?|side[- ]?trips?|half[- ]day trips?) (?:out )?to (?:the )?${NAME}(?:(?: and|,) (?:maybe )?${WRITTEN})*)`,
  "gu",
);

export function takeExcursions(reading: Reading): string[] {
  return reading.takeAll(EXCURSION).flatMap(([, said]) => said ?? []);
}
