/** Beds and flights: something cheaper, another one, or what there is. Booking them is not done here. */
import { fold } from "../fold.ts";
import type { FollowUpRule } from "../rule.ts";

const STAY =
  /\b(?:hotels?|hostels?|accommodations?|rooms?|airbnb|apartments?|(?:place|places|somewhere) to (?:stay|sleep)|lodgings?|stay|guest ?house|b ?& ?b|beds?)\b/;
const CHEAPER =
  /\b(?:cheap(?:er|est)?|less expensive|too (?:expensive|pricey|dear|costly|much)|more affordable|affordable|lower price|save|cost less|budget|expensive|pricey|inexpensive)\b/;
const WISH =
  /\b(?:nearer|closer|near|central|better|nicer|quieter|pool|breakfast|view|spa|stars?|luxury|bigger|family room|parking)\b/;
const ASKS =
  /\b(?:swap|switch|change|replace|find|search|look(?:ing)? for|get|show|book|another|different|other|need|want|suggest|recommend|is|are|what|which|where|any|options?|can|could|give|prefer|rather|exchange|trade)\b/;

export const stay: FollowUpRule = {
  name: "hotel",
  read({ folded }, { cities }) {
    if (
      /\broom for\b/.test(folded) ||
      !STAY.test(folded) ||
      /\b(?:longer|more (?:days?|nights?)|extra|another (?:day|night)|days?|nights?)\b/.test(folded)
    )
      return null;
    if (
      !/\b(?:hotels?|hostels?|accommodations?|rooms?|airbnb|apartments?|lodgings?|to (?:stay|sleep)|guest ?house|b ?& ?b)\b/.test(
        folded,
      )
    )
      return null;
    if (/\b(?:book|reserve|pay)\b/.test(folded) && !CHEAPER.test(folded)) return [{ kind: "cannot", what: "booking" }];
    if (!ASKS.test(folded) && !CHEAPER.test(folded) && !WISH.test(folded)) return null;
    const city = cities.find(({ name }) => folded.includes(fold(name)))?.name ?? null;
    if (CHEAPER.test(folded)) return [{ kind: "stay", wish: "cheaper", city }];
    if (WISH.test(folded))
      return [
        { kind: "cannot", what: "stay_wish" },
        { kind: "stay", wish: "other", city },
      ];
    return [{ kind: "stay", wish: "other", city }];
  },
};

const FLIGHTS = /\b(?:flights?|plane tickets?|air ?fares?|airline tickets?)\b/;

export const flights: FollowUpRule = {
  name: "flights",
  read({ folded, times }) {
    if (!FLIGHTS.test(folded) || times.length > 0) return null;
    if (/\b(?:book|reserve|pay|buy)\b/.test(folded)) return [{ kind: "cannot", what: "booking" }];
    return /\b(?:find|search|look|show|what|which|how much|any|need|want|get|cheap(?:er|est)?|are there|options?|suggest|can|check|expensive)\b/.test(
      folded,
    )
      ? [{ kind: "flights" }]
      : null;
  },
};

export const booking: FollowUpRule = {
  name: "booking",
  read: ({ folded }) =>
    /\b(?:book|reserve|buy|purchase|pay for|order)\b (?:it|this|that|them|everything|all|the (?:tickets?|whole|trip|table|restaurant|museum|entry|\w+)|tickets?|a table|my|our|us|now|for us|me)|\b(?:can|could|will|would) you (?:book|reserve|buy|pay)|\bmake (?:a |the )?(?:reservations?|bookings?)\b|^(?:please )?(?:book|reserve|buy)\b/.test(
      folded,
    ) && !/\b(?:already|have|have already|'ve|i|we) (?:booked|bought|reserved)\b/.test(folded)
      ? [{ kind: "cannot", what: "booking" }]
      : null,
};
