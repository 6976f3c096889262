/** What holds between a plan and the plan that it is a changed twin of. Without either there is nothing to compare. */
import type { PlannedWorld } from "../../episode.ts";
import { broken, type Expectation, type Finding } from "../../expectation.ts";

export interface Twins {
  readonly base: PlannedWorld;
  readonly twin: PlannedWorld;
}

export function relation(demand: string, kind: string, compare: (twins: Twins) => Finding): Expectation {
  return {
    demand,
    kind,
    check({ plan: twin, relatives }) {
      const base = relatives.base?.plan ?? null;
      if (base === null) return broken("the trip that it is a twin of was not planned");
      return twin === null ? broken("no plan") : compare({ base, twin });
    },
  };
}
