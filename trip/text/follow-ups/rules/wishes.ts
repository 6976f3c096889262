/** Who travels and how they want it: party, budget, diet, access, pace, style, interests. Read as in a first request. */

import { daysBetween } from "../../../calendar.ts";
import { takeInterests } from "../../interests.ts";
import { settleBudget, takeMoney } from "../../money-words.ts";
import { NUMBER, readNumber } from "../../numbers.ts";
import { takeParty } from "../../party.ts";
import { Reading } from "../../reading.ts";
import { takeWishes } from "../../wishes.ts";
import type { Clause } from "../clause.ts";
import type { Intent, TripChange } from "../intent.ts";
import type { PlanInView } from "../plan-in-view.ts";
import type { FollowUpRule } from "../rule.ts";

const change = (change: TripChange, notes: string[] = []): Intent[] => [{ kind: "change", change, notes }];

const JOINS =
  /\b(?:(?:is|are|will be|'s|'re|wants? to|might|gonna|going to|will)(?: be)? (?:also )?(?:joining|coming|travelling|traveling|join|come|tagging along|going)(?: (?:us|me|too|along|with us|with me|as well|now|also))*|(?:joins|comes) (?:us|too|along|with us)|bring(?:ing)? (?:along |my |our |the kids|a friend|(?:one|two|three|\d) )|(?:one|two|three|\d) more (?:person|people|travell?ers?|adults?|friends?|of us))\b/;
const DROPS_OUT =
  /\b(?:(?:can'?t|cannot|won'?t|isn'?t|is not|aren'?t|are not|no longer|not)(?: be)? (?:coming|joining|come|join|travelling|traveling|make it|going)(?: (?:us|along|with us|anymore|any more|after all))*|(?:cancell?ed|dropped out|bailed|backed out|stays? (?:at )?home)|one (?:person )?(?:less|fewer)(?: of us| person| people)?)\b/;
const NOW_ALONE =
  /^(?:it'?s |it is )?(?:just |only )*me(?: now| alone)?[.! ]*$|\b(?:(?:just|only) me(?: now)?|i(?:'ll be|'m|'ll| am| will be)? (?:now )?(?:go(?:ing)? |travel(?:l?ing)? |be )?alone|by myself|on my own|solo)\b/;
const PARTY = new RegExp(
  `\\b(?:we(?:'re| are|'ll be| will be)?(?: now| actually| only| going to be| in fact)* (?:${NUMBER})(?: (?:people|persons|adults|of us|travell?ers|now|in total|instead))?|there(?:'s|'re| are| will be|'ll be) (?:now |actually |only )?(?:${NUMBER})(?: of us)?|(?:for|make it) (?:${NUMBER}) (?:people|persons|adults|of us|travell?ers)|(?:${NUMBER}) (?:of us|people|adults|travell?ers|persons)(?: now| instead| in total)?|party of (?:${NUMBER})|group of (?:${NUMBER})|(?:kids?|children|child|baby|toddler|teenager|son|daughter)|my (?:wife|husband|partner|girlfriend|boyfriend|mum|mom|dad|mother|father|sister|brother|friend|parents|parents?))\\b`,
);

/** Somebody more, or somebody less: counted on from who travels now. */
function joined({ folded }: Clause, { travelers, childAges }: PlanInView): Intent[] | null {
  if (/\b(?:we|i)(?:'re|'m| are| am| will be)? going\b/.test(folded)) return null;
  const isMore = JOINS.test(folded) && !DROPS_OUT.test(folded);
  if (!isMore && !DROPS_OUT.test(folded)) return null;
  const match = new RegExp(
    `\\b(${NUMBER}|a|an) (?:more |other |of (?:my|our) |fewer |less |of (?:us|them) )?(?:person|people|travell?ers?|adults?|friends?|colleagues?|kids?|children|cousins?|of us)\\b`,
  ).exec(folded);
  const isPair = /\b(?:parents|grandparents|in-laws|both)\b/.test(folded);
  const party = takeParty(new Reading(folded.replace(/\b(?:joining|joins?|coming|comes?)\b/g, " ")));
  const ages = isMore ? party.childAges : [];
  const heads = match ? (readNumber(match[1] ?? "") ?? 1) : isPair ? 2 : Math.max(1, ages.length);
  const count = isMore ? travelers + heads : travelers - heads;
  if (count < 1) return null;
  return change({ travelers: count, ...(ages.length > 0 && { childAges: [...childAges, ...ages] }) });
}

export const party: FollowUpRule = {
  name: "who travels",
  read(clause, view) {
    if (NOW_ALONE.test(clause.folded))
      return change({ travelers: 1, ...(view.childAges.length > 0 && { childAges: [] }) });
    const more = joined(clause, view);
    if (more) return more;
    if (/\b(?:wants?|would like|'d like|loves?|likes?|hates?|prefers?)\b/.test(clause.folded)) return null;
    if (!PARTY.test(clause.folded) || /\b(?:stars?|out of|days?|nights?|hours?|o'clock)\b/.test(clause.folded))
      return null;
    const { travelers, childAges, assumptions } = takeParty(new Reading(clause.text));
    const bare = new RegExp(
      `^(?:(?:and|so|now|actually|but|oh) )*(?:we(?:'re| are|'ll be| will be)|there (?:are|will be|'ll be))(?: now| actually| only| going to be| in fact)* (${NUMBER})(?: of us| people| now| instead| in total)*[.! ]*$`,
    ).exec(clause.folded);
    const count = bare ? readNumber(bare[1] ?? "") : travelers;
    if (count === null) return null;
    return change({ travelers: count, ...(childAges.length > 0 && { childAges }) }, bare ? [] : assumptions);
  },
};

const BUDGET_CUE =
  /\b(?:budget|spend|under|below|within|at most|max(?:imum)?|no more than|less than|up to|limit|afford|cost|keep it|only have|price|euros?|eur|usd|gbp|dollars?|pounds?|yen)\b|[€$£¥]/;

export const budget: FollowUpRule = {
  name: "budget",
  read({ text, folded }, view) {
    if (!BUDGET_CUE.test(folded) || !/\d/.test(folded) || /^(?:how|what)\b/.test(folded)) return null;
    const found = takeMoney(
      new Reading(
        /[€$£¥]|\b(?:eur|usd|gbp|euro|dollar|pound|yen)/.test(folded) || /budget/.test(folded)
          ? text
          : `budget ${text}`,
      ),
    );
    const days = daysBetween(view.startDate, view.endDate) + 1;
    const { budget, assumptions } = settleBudget(found.money, { travelers: view.travelers, days });
    if (!budget) return null;
    return change(
      { budgetAmount: budget.amount, ...(budget.currency && { budgetCurrency: budget.currency }) },
      assumptions,
    );
  },
};

const CHEAPER =
  /\b(?:cheap(?:er|ly)?|less expensive|save (?:some )?money|more affordable|affordable|too (?:expensive|pricey|costly|dear)|(?:lower|cut|reduce|bring(?: down)?|trim) (?:down )?(?:the |our )?(?:cost|costs|budget|price|spending)|spend (?:a (?:bit|little|lot) |much )?less|cost less|on a (?:tight |smaller )?budget|economical|budget[- ]friendly|less money|out of our budget|over budget|can'?t afford)\b/;
const DEARER =
  /\b(?:more (?:luxur(?:y|ious)|upscale|comfortable|expensive|fancy|splurge)|fancier|posher|nicer hotels?|luxury|luxurious|upgrade|splurge|treat ourselves|high[- ]end|money is no (?:object|issue))\b/;
const RELAXED =
  /\b(?:more (?:relaxed|relaxing|chilled|leisurely|laid[- ]back|free time|breaks|downtime)|slower|less (?:packed|busy|hectic|rushed|stress(?:ful)?|intense|tiring|running around|full|walking)|(?:take|taking) it (?:easy|easier|slow(?:er|ly)?)|too (?:much|hectic|busy|packed|fast|rushed|stressful|tiring|full|intense|exhausting)|calmer|easier|gentler|relax(?:ed|ing)?|slow (?:it |things )?down|(?:fewer|less) (?:things|stops|sights|places|activities|museums a day)|not so (?:much|packed|busy|full|many)|lighter|quieter pace|breathing space|rush(?:ed)? (?:less|around))\b/;
const FASTER =
  /\b(?:more (?:packed|intense|ambitious|action|things|stops|sights|to do|to see|places)|faster|busier|fuller|see more|do more|pack(?: it)? (?:more|in)|not enough|too (?:slow|empty|little|relaxed|quiet|few)|cram|fit in more|squeeze in more|as much as possible)\b/;

export const paceAndStyle: FollowUpRule = {
  name: "pace and style",
  read({ folded, days, text }) {
    if (days.length > 0 || /^(?:is|are|how|what|why|which)\b/.test(folded)) return null;
    const made: TripChange = {
      ...(CHEAPER.test(folded) ? { style: "budget" as const } : DEARER.test(folded) && { style: "luxury" as const }),
      ...(RELAXED.test(folded) ? { pace: "relaxed" as const } : FASTER.test(folded) && { pace: "fast" as const }),
    };
    if (Object.keys(made).length > 0) return change(made);
    const { diets, accessibility, pace, style } = takeWishes(new Reading(text));
    const said: TripChange = {
      ...(diets.length > 0 && { addDiets: diets }),
      ...(accessibility.length > 0 && { accessibility }),
      ...(pace && { pace }),
      ...(style && { style }),
    };
    return Object.keys(said).length > 0 ? change(said) : null;
  },
};

/** Diets and access mean the same in every sentence, so they are heard before anything else is guessed. */
export const needs: FollowUpRule = {
  name: "diet and access",
  read({ text, folded, days }) {
    if (/\b(?:add|find|replace|swap|restaurant|lunch|dinner|breakfast|place to eat)\b/.test(folded) || days.length > 0)
      return null;
    const { diets, accessibility } = takeWishes(new Reading(text));
    if (diets.length + accessibility.length === 0) return null;
    return change({ ...(diets.length > 0 && { addDiets: diets }), ...(accessibility.length > 0 && { accessibility }) });
  },
};

const INTEREST_CUE =
  /\b(?:more|less|fewer|interested in|into|love|like|enjoy|focus on|prefer|fans? of|a bit of|keen on|crazy about|want(?: to see| to do)?|mostly)\b/;
const AGAINST = /\b(?:less|fewer|no|not|don'?t|without|hate|too many|enough|fed up|tired of|avoid)\b/;

export const interests: FollowUpRule = {
  name: "interests",
  read({ text, folded, named, days }, view) {
    if (days.length > 0 || / (?!I\b)\p{Lu}/u.test(text)) return null;
    if (!INTEREST_CUE.test(folded) || named.length > 0 || /^(?:what|how|why|when|where|is|are)\b/.test(folded))
      return null;
    const { interests: found } = takeInterests(new Reading(text));
    if (found.length === 0) return null;
    if (AGAINST.test(folded)) {
      const first = view.days[0]?.stops[0]?.title;
      const how = first ? `, for example “drop ${first}”` : "";
      return [
        {
          kind: "missing",
          message: `I can plan for more of something, not yet for less of it. Name the stops that should go${how}.`,
        },
      ];
    }
    return change({ interests: found });
  },
};
