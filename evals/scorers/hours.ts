/** Is the door open? The commonest fault of chatbots' plans: counted, and as a share of the visits. */
import type { ViolationCode } from "../../trip/verdict.ts";
import type { Scorer } from "../scorer.ts";
import { COUNTED_SHARE, MEAN_COUNT, naming, ofPlan, rate } from "./counting.ts";
import { isSaid, visitsOf } from "./reading.ts";

const CLOSED: readonly ViolationCode[] = ["closed_day", "outside_hours", "after_last_entry"];

export const hoursViolations: Scorer = {
  name: "hours-violations",
  title: "Hours broken",
  formula: `number of ${CLOSED.join(", ")} in the checker's verdict`,
  ...MEAN_COUNT,
  score: ofPlan(({ verdict }) => {
    const said = verdict.violations.filter(({ code }) => CLOSED.includes(code));
    const codes = [...new Set(said.map(({ code }) => code))];
    return { value: said.length, explanation: `${said.length} broken${naming(codes)}` };
  }),
};

export const hoursKept: Scorer = {
  name: "hours-kept",
  title: "Hours kept",
  formula:
    "visits and meals within opening hours / those at places whose hours are known on that date; unknown hours count for neither",
  ...COUNTED_SHARE,
  score: ofPlan((plan) => {
    const visits = visitsOf(plan).filter(({ path }) => !isSaid(plan, ["unknown_hours"], path));
    const shut = visits.filter(({ path }) => isSaid(plan, CLOSED, path)).map(({ name }) => name);
    const open = visits.length - shut.length;
    return rate(
      open,
      visits.length,
      `${open} of ${visits.length} are open${shut.length > 0 ? `; not${naming(shut)}` : ""}`,
    );
  }),
};
