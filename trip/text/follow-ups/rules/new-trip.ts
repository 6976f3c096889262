/** Another trip in the middle of one: said so, or planned for somewhere else with a length of its own. */
import { fold } from "../fold.ts";
import type { FollowUpRule } from "../rule.ts";

const NEW =
  /\b(?:(?:another|a new|a different|a second|a separate|the next|one more|a whole new) (?:trip|holiday|vacation|journey|getaway|city break|weekend away)|new trip|next trip|(?:let'?s )?plan (?:me |us )?(?:a |an |another )?(?:\w+ )?(?:trip|holiday|vacation|weekend|week|getaway|city break|\d+ (?:days?|nights?))|(?:forget|leave) (?:this|that|the) (?:trip|one)\b.*\b(?:plan|instead|go to))\b/;
const LENGTH_IN =
  /^(?:(?:and|now|ok|okay|then|next|also|please|how about|what about|plan|i want|we want|i'?d like|we'?d like|can you plan|for) )*(?:an? |the )?(?:long )?(?:\d{1,2}|one|two|three|four|five|six|seven|ten|a|weekend|week)[ -]?(?:days?|nights?|weeks?|weekend)? (?:trip |away |long )?(?:in|to) (\p{L}[\p{L}' -]*)/u;

export const newTrip: FollowUpRule = {
  name: "new trip",
  read({ folded }, { cities }) {
    if (NEW.test(folded)) return [{ kind: "new_trip" }];
    const match = LENGTH_IN.exec(folded);
    const isHere = cities.some(({ name }) => match?.[1]?.includes(fold(name)));
    return match && !isHere && !/\b(?:more|extra|add|another|longer)\b/.test(folded) ? [{ kind: "new_trip" }] : null;
  },
};
