/**
 * The whole scheduling problem as a mixed-integer linear model: what `evaluate` says of a plan, said
 * again in rows and columns, so that a solver that knows nothing of days and museums can prove an optimum.
 *
 * Starts are free within the windows here and as early as possible there. That is the same optimum as
 * long as nothing is gained by waiting. With crowds it could be, so then starts are tied down; a plan
 * that was there before is not modelled, and refused.
 */
import type { Plan, Stop } from "../../../trip/schedule/plan.ts";
import type { Problem, Visit } from "../../../trip/schedule/problem.ts";
import { addCrowds } from "./crowds.ts";
import { addDay, type Choice, type DayModel, staying } from "./day-model.ts";
import { LinearModel } from "./linear-model.ts";

export interface ExactModel {
  readonly text: string;
  readonly constant: number;
  decode(primal: (variable: string) => number): Plan;
}

type Terms = [string, number][];

export function exactModel(problem: Problem): ExactModel {
  refuseStability(problem);
  const model = new LinearModel();
  const days = problem.days.map((_, index) => addDay(model, problem, index));
  for (const [index, day] of days.entries()) {
    addDayWorth(model, problem, day, index);
    addDayLimits(model, problem, day);
    if (problem.visits.some(({ crowd }) => crowd !== null)) addCrowds(model, problem, day, index);
  }
  addTrip(model, problem, days);
  const decode: ExactModel["decode"] = (primal) => days.map((day) => readPath(day, primal));
  return { text: model.text(), constant: model.constant, decode };
}

function refuseStability({ visits, eateries }: Problem): void {
  if ([...visits, ...eateries].every(({ before }) => before === null)) return;
  throw new Error("Expected a problem without a plan before, got one with visits that stood somewhere.");
}

const visitIn = ({ visits }: Problem, { stop }: Choice): Visit | undefined =>
  stop.kind === "visit" ? visits[stop.visit] : undefined;
const sightsOf = (problem: Problem, choices: readonly Choice[]): Choice[] =>
  choices.filter((choice) => visitIn(problem, choice)?.isErrand === false);
const doneOf = (choices: readonly Choice[]): Terms => choices.map(({ done }) => [done, 1]);

function addDayWorth(model: LinearModel, problem: Problem, { day, choices, arcs }: DayModel, index: number): void {
  const { weights, travel, eateries } = problem;
  for (const choice of choices) {
    const { stop, done, stay } = choice;
    const visit = visitIn(problem, choice);
    if (visit && stay !== null) {
      const perMinute = (visit.score * (1 - visit.shortWorth)) / (visit.minutes - visit.leastMinutes);
      model.gain(stay, perMinute);
      model.gain(done, visit.score - perMinute * visit.minutes);
    } else model.gain(done, visit?.score ?? 0);
    if (stop.kind === "meal") model.gain(done, weights.missedMeal + (eateries[stop.eatery ?? -1]?.score ?? 0));
  }
  model.constant -= day.meals.length * weights.missedMeal;
  for (const { name, from, to, minutes } of arcs) {
    const leg = (from?.point ?? day.startPoint) * travel.points + (to?.point ?? day.endPoint);
    model.gain(name, -minutes * weights.travelMinute - ((travel.meters[leg] ?? 0) / 1000) * weights.travelKilometer);
  }
  const sights = sightsOf(problem, choices);
  const isOut = model.variable(`out${index}`, 0, 1);
  model.row([[isOut, 1], ...sights.map(({ done }): [string, number] => [done, -1])], "<=", 0);
  model.gain(isOut, weights.dayOut);
  addVariety(model, problem, sights, index);
}

/** 1 + 2 + … for each further one of a group, as a sum over k of how far the count exceeds k. */
function addVariety(model: LinearModel, problem: Problem, sights: readonly Choice[], index: number): void {
  for (const [group, members] of Map.groupBy(sights, (choice) => visitIn(problem, choice)?.group)) {
    for (let more = 1; more < members.length; more++) {
      const beyond = model.variable(`again${index}_${group}_${more}`.replace("-", "n"), 0, Number.POSITIVE_INFINITY);
      model.row([...doneOf(members), [beyond, -1]], "<=", more);
      model.gain(beyond, -problem.weights.repeat);
    }
  }
}

function addDayLimits(model: LinearModel, problem: Problem, { day, choices, arcs }: DayModel): void {
  const sights = sightsOf(problem, choices);
  const limit = (terms: Terms, most: number): void => {
    if (most < Number.MAX_SAFE_INTEGER) model.row(terms, "<=", most);
  };
  limit(doneOf(sights), day.maxVisits);
  limit(
    sights.flatMap((choice) => staying(choice, 1)),
    day.maxVisitMinutes,
  );
  limit(
    arcs.map(({ name, walkMeters }) => [name, walkMeters]),
    day.maxWalkMeters,
  );
  for (const { category, mostPerDay } of problem.limits) {
    if (mostPerDay !== null) limit(doneOf(ofCategory(problem, sights, category)), mostPerDay);
  }
}

const ofCategory = (problem: Problem, choices: readonly Choice[], category: number): Choice[] =>
  choices.filter((choice) => visitIn(problem, choice)?.categories.includes(category));

function addTrip(model: LinearModel, problem: Problem, days: readonly DayModel[]): void {
  const { visits, eateries, budget, weights, limits } = problem;
  const choices = days.flatMap((day) => day.choices);
  for (const [index, { isFixed, isMustSee }] of visits.entries()) {
    const done = doneOf(choices.filter(({ stop }) => stop.kind === "visit" && stop.visit === index));
    model.row(done, isFixed ? "=" : "<=", 1);
    if (!isMustSee) continue;
    for (const [name] of done) model.gain(name, weights.missedMustSee);
    model.constant -= weights.missedMustSee;
  }
  for (const index of eateries.keys()) {
    model.row(doneOf(choices.filter(({ stop }) => stop.kind === "meal" && stop.eatery === index)), "<=", 1);
  }
  if (budget !== null)
    model.row(
      choices.map(({ done, cost }) => [done, cost]),
      "<=",
      budget,
    );
  const sights = sightsOf(problem, choices);
  for (const [index, { category, most, least }] of limits.entries()) {
    const done = doneOf(ofCategory(problem, sights, category));
    if (most !== null) model.row(done, "<=", most);
    const short = model.variable(`short${index}`, 0, least);
    model.row([...done, [short, 1]], ">=", least);
    model.gain(short, -weights.shortfall);
  }
}

function readPath({ choices, arcs }: DayModel, primal: (variable: string) => number): Stop[] {
  const taken = arcs.filter(({ name }) => primal(name) > 0.5);
  const stops: Stop[] = [];
  let at = taken.find(({ from }) => from === null)?.to ?? null;
  while (at !== null) {
    const here = at;
    const choice = choices[here.doing];
    if (!choice || stops.length > taken.length)
      throw new Error("Expected a path of known stops, got a loop or a hole.");
    const { stop, stay } = choice;
    stops.push(stop.kind === "visit" && stay !== null ? { ...stop, minutes: Math.round(primal(stay)) } : stop);
    at = taken.find(({ from }) => from === here)?.to ?? null;
  }
  return stops;
}
