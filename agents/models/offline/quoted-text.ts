/**
 * What somebody else wrote, handed on in quotation marks: looked at when that is asked for, and never done as if the
 * traveller had said it. From the first mark to the last, so that no mark inside it ends it.
 */
import { strangersText } from "../../../trip/strangers-words.ts";
import type { Intent } from "../../../trip/text/follow-ups/intent.ts";
import { problems } from "./answer.ts";
import type { TripContext } from "./plan-in-view.ts";
import { failureIn, planResultSchema, read } from "./results.ts";
import { callOne, type Script } from "./script.ts";

export interface OwnWords {
  readonly own: string;
  /** `null` where nothing long is quoted: a name in quotation marks is the traveller's own way of saying it. */
  readonly quoted: string | null;
}

const QUOTATION = /["“„«]([\s\S]{60,})["”“»]/u;

export function ownWordsOf(text: string): OwnWords {
  const [whole, quoted] = QUOTATION.exec(text) ?? [];
  if (whole === undefined || quoted === undefined) return { own: text, quoted: null };
  return { own: text.replace(whole, " ").trim(), quoted };
}

/** Nothing but the quotation is left to see to. */
export const isAboutQuotation = (intents: readonly Intent[]): boolean =>
  intents.every(({ kind }) => kind === "not_understood" || kind === "check" || kind === "talk");

const MOST_TEXT = 8_000;

export function* judgeQuoted(quoted: string, trip: TripContext): Script {
  const result = yield* callOne("check_itinerary", {
    ...{ text: quoted.slice(0, MOST_TEXT), startDate: trip.startDate, travelers: trip.travelers },
    ...(trip.cities[0] && { city: trip.cities[0].name }),
  });
  const failure = failureIn(result);
  if (failure) return "I could not read a plan in the text that you quote, so I have nothing to say about it.";
  const plan = read(planResultSchema, result);
  if (!plan?.verdict) return "I could not check that text just now. Please try again.";
  const found = plan.verdict.ok
    ? "As far as I know its places, it holds: the checker finds no error."
    : strangersText(problems({ plan }));
  return `I have looked at the text that you quote, and changed nothing. ${found} Tell me what of it you would like in your plan.`;
}
