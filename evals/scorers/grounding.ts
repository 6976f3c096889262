/** Is it made up? Places that the catalogue has, prices that somebody quoted, and words that tools bear out. */
import { ungroundedClaims } from "../../agents/grounding/check-grounding.ts";
import { NOTHING_KNOWN } from "../../agents/grounding/known-facts.ts";
import { isPrice } from "../../trip/money.ts";
import type { Scorer } from "../scorer.ts";
import { COUNTED_SHARE, naming, ofPlan, rate } from "./counting.ts";
import { contextOf, isSaid } from "./reading.ts";

export const placeGrounding: Scorer = {
  name: "place-grounding",
  title: "Places known",
  formula:
    "sights and meals at a place of the catalogue / sights, and meals that name a place or that the checker finds unknown_place",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const isUnknown = (path: string): boolean => isSaid(plan, ["unknown_place"], path);
    const named = contextOf(plan).items.filter(
      ({ item, path }) =>
        item.type === "attraction" || (item.type === "meal" && (item.placeId !== null || isUnknown(path))),
    );
    const unknown = named.filter(({ place, path }) => place === null || isUnknown(path)).map(({ name }) => name);
    const known = named.length - unknown.length;
    const without = unknown.length > 0 ? `; not${naming(unknown)}` : "";
    return rate(known, named.length, `${known} of ${named.length} places are known${without}`);
  }),
};

export const priceGrounding: Scorer = {
  name: "price-grounding",
  title: "Prices sourced",
  formula:
    "prices of the plan, its flights and stays that name who quoted them and agree with it (no unsourced_price) / all of them; estimates are no prices",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const { flights, stays } = plan.facts;
    const priced = contextOf(plan).items.flatMap(({ item: { cost }, path, name }) =>
      cost !== null && isPrice(cost) ? [{ path, name }] : [],
    );
    const offers = [
      ...flights.map(({ provider }, index) => ({ path: `flights[${index}]`, name: `flight by ${provider}` })),
      ...stays.map(({ propertyName }, index) => ({ path: `stays[${index}]`, name: propertyName })),
    ];
    const all = [...priced, ...offers];
    const invented = all.filter(({ path }) => isSaid(plan, ["unsourced_price"], path)).map(({ name }) => name);
    const sourced = all.length - invented.length;
    const without = invented.length > 0 ? `; not${naming(invented)}` : "";
    return rate(sourced, all.length, `${sourced} of ${all.length} prices have a source${without}`);
  }),
};

/** With nothing known, every claim that can be told apart stands alone. */
const claimsIn = (answer: string): number => ungroundedClaims(answer, NOTHING_KNOWN).length;

export const answerGrounding: Scorer = {
  name: "answer-grounding",
  title: "Words borne out",
  formula:
    "1 − names, times and prices of the answers that no tool of the conversation returned / all that can be told apart (agents/grounding); not where nothing is claimed",
  ...COUNTED_SHARE,
  score: ({ episode }) => {
    const loose = episode.turns.flatMap(({ ungrounded }) => ungrounded.map(({ text }) => text));
    const claims = episode.turns.reduce(
      (sum, { answer, ungrounded }) => sum + Math.max(ungrounded.length, claimsIn(answer)),
      0,
    );
    const without = loose.length > 0 ? `; not${naming(loose)}` : "";
    return rate(claims - loose.length, claims, `${claims - loose.length} of ${claims} claims are borne out${without}`);
  },
};
