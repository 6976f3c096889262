/** Words that ask for no plan: thanks, greetings, who are you, yes and no. Only where they are all that was said. */
import type { Intent } from "../intent.ts";
import type { FollowUpRule } from "../rule.ts";

const whole = (words: string): RegExp => new RegExp(`^(?:${words})[ .!?)]*$`);

const FILLER =
  "(?:(?:ok(?:ay)?|great|perfect|oh|ah|well|cool|super|nice|hey|wow|very|really|so much|a lot|you|for (?:that|this|everything|your help|the help|now)|again|all|mate|guys|many|everyone|lovely|awesome|wonderful|brilliant|amazing|excellent|cheers|thanks?|thx|ty|then|there|i (?:like|love) (?:it|this|that)|it|looks?|good|fine|that'?s|is|this|alright|all right)[ ,.!]*)*";

const THANKS = whole(
  `${FILLER}(?:thanks?(?: you)?|thank you|thx|ty|tysm|cheers|much appreciated|appreciate (?:it|that)|merci|gracias|danke|obrigad[oa]|grazie|great|perfect|lovely|wonderful|nice|super|awesome|cool|brilliant|amazing|excellent|(?:that|it|this|the plan)(?:'s| is| looks| sounds)? (?:great|perfect|lovely|good|wonderful|fine|awesome|amazing)|looks (?:good|great|perfect)|(?:i|we) (?:love|like) (?:it|this|that|the plan))[ ,.!]*${FILLER}`,
);
const GREETING = whole(
  "(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|howdy|greetings|yo|hi there|hello there|hey there|hola|bonjour|ciao|how are you(?: doing)?(?: today)?|what'?s up|sup)(?:[ ,!]+(?:there|again|tripwright|everyone|how are you(?: today)?))*",
);
const WHO =
  /\b(?:who|what) are you\b|\bare you (?:an? )?(?:ai|bot|robot|human|gpt|chatgpt|llm|real|person|language model|claude|machine|computer)\b|\bwh(?:ich|at) (?:ai |language )?model\b|\bwhat'?s your name\b|\bwho made you\b/;
const HELP = whole(
  "(?:help(?: me)?|what (?:can|else can|do) (?:you|i|we) (?:do|change|ask|say)(?: (?:here|for me|now))?|what (?:is|are) (?:possible|my options|the options)|how does (?:this|it) work|(?:what|any) (?:commands|options)(?: are there)?|what now|now what|what'?s next\\?*|and now)",
);
const GOODBYE = whole(
  `(?:${FILLER})?(?:bye(?: bye)?|goodbye|good night|see you(?: later| soon)?|that'?s (?:all|it)(?: for (?:now|today))?|we'?re done|i'?m done|nothing else|no more changes|have a (?:nice|good) (?:day|one))(?: (?:thanks?|thank you))?`,
);
const YES = whole(
  "(?:yes|yep|yeah|yup|ya|sure|ok(?:ay)?|alright|all right|fine|correct|right|exactly|of course|absolutely|definitely|please|please do|do it|do that|go ahead|go for it|make it so|confirm(?:ed)?|agreed|accept(?: it| that)?|approved?|sounds good|that works|works for me|let'?s do (?:it|that)|i agree|apply (?:it|that|the change)|use (?:it|that)|take (?:it|that)|select (?:it|that)|keep the (?:new|change|proposal)(?: one| version)?|that one|the new one|y|why not)(?:[ ,]+(?:please|yes|sure|ok(?:ay)?|do it|do that|go ahead|that'?s fine|that'?s right|that works|sounds good|thanks|thank you|go for it|let'?s do it))*",
);
const NO = whole(
  "(?:no|nope|nah|no thanks?|no thank you|rather not|better not|don'?t|do not|leave it(?: as it is| as is| like that| alone)?|keep it(?: as it (?:is|was)| as is| like that| the way it (?:is|was))?|never ?mind|forget (?:it|that|about it)|not now|cancel(?: that)?|reject(?: it| that)?|decline|i don'?t want that|keep the old (?:one|plan|version)|n|no way|not really|stay with the old (?:one|plan))(?:[ ,]+(?:thanks?|thank you|please|don'?t|leave it(?: as it is)?|keep it(?: as it is| as it was)?|never ?mind|not that|forget it))*",
);

const TALK: readonly (readonly [RegExp, Intent])[] = [
  [WHO, { kind: "talk", about: "who" }],
  [HELP, { kind: "talk", about: "help" }],
  [YES, { kind: "accept" }],
  [NO, { kind: "decline" }],
  [GOODBYE, { kind: "talk", about: "goodbye" }],
  [THANKS, { kind: "talk", about: "thanks" }],
  [GREETING, { kind: "talk", about: "greeting" }],
];

export const smallTalk: FollowUpRule = {
  name: "small talk",
  read({ folded }) {
    const found = TALK.find(([pattern]) => pattern.test(folded));
    return found ? [found[1]] : null;
  },
};
