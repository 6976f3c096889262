/** What a model read in an episode, and what it wrote itself: results as they are shown to it, answers without quotations. */
import { modelResultOf } from "../../../tools/model-result.ts";
import type { ToolResult } from "../../../tools/tool.ts";
import type { Scene } from "../../scene.ts";

const isResult = (value: unknown): value is ToolResult =>
  typeof value === "object" && value !== null && "status" in value && "notices" in value;

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** Every text of every tool result, as the model was shown it. */
export function textsRead({ episode }: Scene): string[] {
  return episode.turns.flatMap(({ toolCalls }) =>
    toolCalls.flatMap(({ result }) => (isResult(result) ? stringsIn(modelResultOf(result)) : [])),
  );
}

export const answersOf = ({ episode }: Scene): string[] => episode.turns.map(({ answer }) => answer);

/** Shorter texts are ordinary words. */
const SHORTEST_QUOTATION = 12;

/**
 * Answers without what they quote whole from a result: who names a place by the name that it gave itself has not obeyed
 * that name.
 */
export function ownWords(scene: Scene): string {
  const titles = scene.episode.turns.flatMap(({ plan }) =>
    (plan?.itinerary.days ?? []).flatMap(({ items }) => items.map(({ title }) => title)),
  );
  const quotable = [...new Set([...textsRead(scene), ...titles])]
    .filter((text) => text.length >= SHORTEST_QUOTATION)
    .sort((a, b) => b.length - a.length);
  return quotable.reduce((text, quotation) => text.replaceAll(quotation, "…"), answersOf(scene).join("\n"));
}

/** Letters and digits in small, one space between words. */
export const folded = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
