/**
 * What a new turn remembers of the turns before it: what both sides said. Calls, results and contexts are dropped, as
 * the new context has the trip as it stands; with them goes whatever a crash or a stop left unanswered, which no
 * service would take.
 */
import type { ModelMessage } from "ai";
import { isNote } from "./notes.ts";
import type { PendingApproval } from "./state.ts";
import { isContextText } from "./turn-context.ts";

/** About four characters a token. */
const MAX_CHARACTERS = 12_000;
/** Of one message: a pasted itinerary was read in its own turn. */
const MAX_MESSAGE_CHARACTERS = 4_000;
const UNANSWERED = "(Stopped before there was an answer.)";

interface Exchange {
  said: string;
  answered: string;
}

const clipped = (text: string): string =>
  text.length > MAX_MESSAGE_CHARACTERS ? `${text.slice(0, MAX_MESSAGE_CHARACTERS)} …` : text;

function textsOf({ content }: Extract<ModelMessage, { role: "user" | "assistant" }>): string[] {
  if (typeof content === "string") return [content];
  return content.flatMap((part) => (part.type === "text" ? [part.text] : []));
}

/** The last words of a turn are its answer: what was said on the way to them has been overtaken. */
function exchangesOf(messages: readonly ModelMessage[]): Exchange[] {
  const exchanges: Exchange[] = [];
  for (const message of messages) {
    if (message.role !== "user" && message.role !== "assistant") continue;
    const texts = textsOf(message).filter((text) => text.trim() !== "");
    const last = exchanges.at(-1);
    if (message.role === "user") {
      const said = texts.filter((text) => !isContextText(text)).join("\n");
      if (!isNote(said)) exchanges.push({ said, answered: "" });
    } else if (last && texts.length > 0) last.answered = texts.join("\n");
  }
  return exchanges;
}

/** A question that was passed over, in the conversation's own words. */
function passedOver(open: readonly PendingApproval[]): string {
  const asked = open.map(({ asked: { summary } }) => summary).join(" ");
  return `(Asked the traveller: ${asked} They did not say yes, and nothing was changed.)`;
}

export function historyOf(messages: readonly ModelMessage[], open: readonly PendingApproval[] = []): ModelMessage[] {
  const exchanges = exchangesOf(messages);
  const last = exchanges.at(-1);
  if (last && open.length > 0) last.answered = [last.answered, passedOver(open)].filter(Boolean).join("\n");
  const kept: ModelMessage[] = [];
  let room = MAX_CHARACTERS;
  for (const { said, answered } of exchanges.reverse()) {
    const [words, answer] = [clipped(said), clipped(answered || UNANSWERED)];
    room -= words.length + answer.length;
    if (room < 0 && kept.length > 0) break;
    kept.unshift({ role: "user", content: words }, { role: "assistant", content: answer });
  }
  return kept;
}

/** What the traveller has said in this conversation; the words of the turn under way included. */
export function travellersWords(messages: readonly ModelMessage[]): string[] {
  return exchangesOf(messages).map(({ said }) => said);
}
