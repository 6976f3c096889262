/**
 * Constraint pass rates as TravelPlanner defines them (evaluation/eval.py): micro over single checks, macro over
 * plans that pass all of a class, final over plans that pass both. A plan that was not delivered passes none of its
 * checks; how many it would have had then follows from what its sample demands.
 */
import type { Scene } from "../scene.ts";
import type { Score, Scorer } from "../scorer.ts";
import { COMMONSENSE, HARD } from "./constraint-classes.ts";
import { COUNTED_SHARE, MEAN_SHARE, naming, rate, verdictScore } from "./counting.ts";
import { asksForPlan } from "./delivery.ts";
import { isSaid } from "./reading.ts";

interface Checked {
  readonly name: string;
  readonly holds: boolean;
}

function commonsense({ plan }: Scene): Checked[] {
  return COMMONSENSE.map(({ name, codes }) => ({ name, holds: plan !== null && !isSaid(plan, codes) }));
}

function hard(scene: Scene): Checked[] {
  const { plan, before } = scene;
  return HARD.flatMap(({ name, kinds, isAsked, holds }) => {
    if (plan && isAsked({ plan, before })) return [{ name, holds: holds({ plan, before }) }];
    // Demanded, and not in the trip as it was understood: the demands themselves say whether it was met all the same.
    const demands = scene.method === "planner" ? scene.sample.expects.filter(({ kind }) => kinds.includes(kind)) : [];
    return demands.length === 0 ? [] : [{ name, holds: plan !== null && demands.every((one) => isMet(one, scene)) }];
  });
}

/** One that cannot look at what came back is not met. */
function isMet(demand: Scene["sample"]["expects"][number], scene: Scene): boolean {
  try {
    return demand.check(scene).holds;
  } catch {
    return false;
  }
}

function told(checks: readonly Checked[], plan: Scene["plan"]): string {
  const broken = checks.filter(({ holds }) => !holds).map(({ name }) => name);
  const said = `${checks.length - broken.length} of ${checks.length} hold`;
  return plan === null ? "no plan" : broken.length === 0 ? said : `${said}; broken${naming(broken)}`;
}

type Checks = (scene: Scene) => Checked[];

const micro =
  (checksOf: Checks): Scorer["score"] =>
  (scene) => {
    if (!asksForPlan(scene)) return null;
    const checks = checksOf(scene);
    return rate(checks.filter(({ holds }) => holds).length, checks.length, told(checks, scene.plan));
  };

function macroScore(scene: Scene, checks: readonly Checked[]): Score | null {
  if (!asksForPlan(scene) || checks.length === 0) return null;
  return verdictScore(
    checks.every(({ holds }) => holds),
    told(checks, scene.plan),
  );
}

const GROUPS = COMMONSENSE.map(({ name }) => name).join(", ");
const CLASSES = HARD.map(({ name }) => name).join(", ");

export const commonsenseMicro: Scorer = {
  name: "commonsense-micro",
  title: "Commonsense, micro",
  formula: `commonsense checks that hold / ${COMMONSENSE.length} for each plan asked for (${GROUPS}), summed over the run; none of an undelivered plan (TravelPlanner, ICML 2024)`,
  ...COUNTED_SHARE,
  score: micro(commonsense),
};

export const commonsenseMacro: Scorer = {
  name: "commonsense-macro",
  title: "Commonsense, macro",
  formula: `1 where all ${COMMONSENSE.length} commonsense checks hold, else 0 (TravelPlanner, ICML 2024)`,
  ...MEAN_SHARE,
  score: (scene) => macroScore(scene, commonsense(scene)),
};

export const hardMicro: Scorer = {
  name: "hard-micro",
  title: "Hard, micro",
  formula: `hard checks that hold / those asked for (${CLASSES}), summed over the run; none of an undelivered plan (TravelPlanner, ICML 2024)`,
  ...COUNTED_SHARE,
  score: micro(hard),
};

export const hardMacro: Scorer = {
  name: "hard-macro",
  title: "Hard, macro",
  formula: "1 where every hard check that was asked for holds, else 0; not where none was (TravelPlanner, ICML 2024)",
  ...MEAN_SHARE,
  score: (scene) => macroScore(scene, hard(scene)),
};

export const finalPass: Scorer = {
  name: "final-pass",
  title: "Final pass",
  formula: "1 where every commonsense and every hard check holds, else 0 (TravelPlanner, ICML 2024)",
  ...MEAN_SHARE,
  score: (scene) => macroScore(scene, [...commonsense(scene), ...hard(scene)]),
};
