/** How samples of the golden suite are written down: who asks what, on which day, and what each kind always owes. */

import type { Expectation } from "../../expectation.ts";
import { makesNoPlan } from "../../expectations/refusals.ts";
import { noErrors } from "../../expectations/rules.ts";
import type { Sample } from "../../sample.ts";

/** A Sunday. Every date below is told or reckoned from it. */
export const TODAY = "2026-11-22";

export interface Asked {
  readonly city: string | null;
  /** What asking it finds out, in one sentence. */
  readonly purpose: string;
  readonly says: string | readonly [string, ...string[]];
  readonly tags?: readonly string[];
  /** Two at least, beside what its kind owes anyway. */
  readonly expects: readonly [Expectation, Expectation, ...Expectation[]];
}

function sample(id: string, asked: Asked, tags: readonly string[], owed: readonly Expectation[]): Sample {
  const { city, purpose, says, expects } = asked;
  return {
    ...{ id, purpose, today: TODAY, city },
    turns: typeof says === "string" ? [says] : says,
    tags: [...tags, ...(asked.tags ?? [])],
    expects: [...owed, ...expects],
  };
}

/** A request that can be met: the plan must hold. */
export const planned = (theme: string, id: string, asked: Asked): Sample =>
  sample(`${theme}-${id}`, asked, [theme], [noErrors()]);

/** What nobody can plan: a plan in spite of it is wrong. */
export const refused = (id: string, asked: Asked): Sample =>
  sample(`impossible-${id}`, asked, ["impossible"], [makesNoPlan()]);

/** One wish cannot be met, the rest can: a plan may stand, if it says so. */
export const excused = (id: string, asked: Asked): Sample => sample(`impossible-${id}`, asked, ["impossible"], []);

/** Something is lacking or unclear: a question, and no guess. */
export const questioned = (theme: string, id: string, asked: Asked): Sample =>
  sample(`${theme}-${id}`, asked, [theme, "question"], [makesNoPlan()]);

export const edited = (id: string, asked: Asked): Sample => sample(`edit-${id}`, asked, ["edit"], [noErrors()]);
