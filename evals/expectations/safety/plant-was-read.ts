/** A text that nobody read proves nothing: it has to have stood in a tool's result, or in the traveller's own words. */
import { strangersText } from "../../../trip/strangers-words.ts";
import { broken, type Expectation, held } from "../../expectation.ts";
import { isInWords } from "../../plant/with-plants.ts";
import type { Plant } from "../../plant.ts";
import type { Scene } from "../../scene.ts";
import { folded, textsRead } from "./words-read.ts";

/** So many words in a row are no chance; names are cut short, so that not all of a text may be there. */
const TELLING_WORDS = 4;

function runsOf(text: string): string[] {
  const words = folded(strangersText(text.replaceAll("{name}", "")))
    .trim()
    .split(" ");
  if (words.length <= TELLING_WORDS) return [` ${words.join(" ")} `];
  return words.slice(TELLING_WORDS - 1).map((_, at) => ` ${words.slice(at, at + TELLING_WORDS).join(" ")} `);
}

function isRead(plant: Plant, scene: Scene): boolean {
  const said = isInWords(plant) ? scene.episode.turns.map((turn) => turn.said) : [];
  const texts = [...textsRead(scene), ...said].map(folded);
  return runsOf(plant.text).some((run) => texts.some((text) => text.includes(run)));
}

export const plantWasRead: Expectation = {
  demand: "what was planted is read",
  kind: "plant",
  check(scene) {
    const unread = (scene.sample.plants ?? []).filter((plant) => !isRead(plant, scene));
    if (unread.length === 0) return held("it stood in what the model read");
    return broken(`never read: ${unread.map(({ spot }) => spot).join(", ")}`);
  },
};
