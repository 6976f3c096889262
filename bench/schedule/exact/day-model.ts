/**
 * One day of the exact model: a path from its start to its end over the nodes, with times. Arc binaries
 * carry the order; start times hold it together (Miller, Tucker & Zemlin 1960, with the constants of
 * Desrochers & Laporte 1991 kept as small as the windows allow).
 */
import type { Stop } from "../../../trip/schedule/plan.ts";
import type { Day, Problem } from "../../../trip/schedule/problem.ts";
import type { LinearModel } from "./linear-model.ts";
import { type DayNode, type Doing, doingsOf, nodesOf } from "./stops.ts";

export interface Arc {
  readonly name: string;
  /** `null`: where the day starts, where it ends. */
  readonly from: DayNode | null;
  readonly to: DayNode | null;
  readonly minutes: number;
  readonly walkMeters: number;
}
/** A doing with its variables: done at all, start in units of the grid, minutes where they may vary. */
export interface Choice extends Doing {
  readonly done: string;
  readonly start: string;
  readonly stay: string | null;
}
export interface DayModel {
  readonly day: Day;
  readonly choices: readonly Choice[];
  readonly arcs: readonly Arc[];
  readonly legs: ReadonlyMap<string, readonly Arc[]>;
}

const legKey = (from: number | null, to: number | null): string => `${from}>${to}`;

/** The arcs from any node of one doing to any of another; `null` for where the day starts, or ends. */
export function legsBetween({ legs }: DayModel, from: number | null, to: number | null): readonly Arc[] {
  return legs.get(legKey(from, to)) ?? [];
}

export function addDay(model: LinearModel, problem: Problem, index: number): DayModel {
  const day = problem.days[index];
  if (!day) throw new Error(`Expected a day ${index}, got none.`);
  const doings = doingsOf(problem, index);
  const choices = doings.map((doing) => choiceOf(model, doing, { index, grid: problem.gridMinutes }));
  const nodes = nodesOf(problem, index, doings);
  const arcs = arcsOf(problem, { index, day, choices, nodes });
  for (const { name } of arcs) model.binary(name);
  const legs = Map.groupBy(arcs, ({ from, to }) => legKey(from?.doing ?? null, to?.doing ?? null));
  const dayModel = { day, choices, arcs, legs };
  addPath(model, dayModel, nodes);
  addTimes(model, dayModel, problem, index);
  for (const choice of choices) addWindows(model, choice, problem.gridMinutes);
  return dayModel;
}

export const firstStart = ({ windows }: Doing): number => windows[0]?.least ?? 0;
export const lastStart = ({ windows }: Doing): number => windows.at(-1)?.most ?? 0;

function choiceOf(model: LinearModel, doing: Doing, { index, grid }: { index: number; grid: number }): Choice {
  const { name, minutes, leastMinutes } = doing;
  const done = model.binary(`y${index}_${name}`);
  const start = model.variable(`t${index}_${name}`, firstStart(doing) / grid, lastStart(doing) / grid, true);
  const stay = minutes > leastMinutes ? model.variable(`w${index}_${name}`, 0, minutes, true) : null;
  if (stay !== null) {
    model.row(
      [
        [stay, 1],
        [done, -minutes],
      ],
      "<=",
      0,
    );
    model.row(
      [
        [stay, 1],
        [done, -leastMinutes],
      ],
      ">=",
      0,
    );
  }
  return { ...doing, done, start, stay };
}

interface DayParts {
  index: number;
  day: Day;
  choices: readonly Choice[];
  nodes: readonly DayNode[];
}

/** Only what the windows allow. */
function arcsOf({ travel }: Problem, { index, day, choices, nodes }: DayParts): Arc[] {
  const ends = [null, ...nodes];
  return ends.flatMap((from) => {
    const leave = from?.point ?? day.startPoint;
    return ends.flatMap((to): Arc[] => {
      const leg = leave * travel.points + (to?.point ?? day.endPoint);
      const minutes = travel.minutes[leg] ?? 0;
      if (to?.isWherever && to.point !== leave) return [];
      if (!isPassable(day, { before: from && choices[from.doing], after: to && choices[to.doing], minutes })) return [];
      const name = `x${index}_${from?.name ?? "s"}_${to?.name ?? "e"}`;
      return [{ name, from, to, minutes, walkMeters: travel.walkMeters[leg] ?? 0 }];
    });
  });
}

type Between = { before: Choice | null | undefined; after: Choice | null | undefined; minutes: number };

function isPassable(day: Day, { before, after, minutes }: Between): boolean {
  if (before && after && excludes(before.stop, after.stop)) return false;
  const earliest = before ? firstStart(before) + before.leastMinutes + before.bufferMinutes : day.startMinute;
  return earliest + minutes <= (after ? lastStart(after) : day.endMinute);
}

function excludes(a: Stop, b: Stop): boolean {
  if (a.kind === "visit") return b.kind === "visit" && a.visit === b.visit;
  return b.kind === "meal" && a.slot === b.slot;
}

const each = (arcs: readonly Arc[], factor: (arc: Arc) => number): [string, number][] =>
  arcs.map((arc) => [arc.name, factor(arc)]);

function addPath(model: LinearModel, { day, choices, arcs }: DayModel, nodes: readonly DayNode[]): void {
  const entering = Map.groupBy(arcs, ({ to }) => to);
  const leaving = Map.groupBy(arcs, ({ from }) => from);
  model.row(
    each(leaving.get(null) ?? [], () => 1),
    "=",
    1,
  );
  model.row(
    each(entering.get(null) ?? [], () => 1),
    "=",
    1,
  );
  for (const node of nodes) {
    model.row([...each(entering.get(node) ?? [], () => 1), ...each(leaving.get(node) ?? [], () => -1)], "=", 0);
  }
  for (const [index, { done }] of choices.entries()) {
    const into = arcs.filter(({ to }) => to?.doing === index);
    model.row([...each(into, () => 1), [done, -1]], "=", 0);
  }
  for (const slot of day.meals.keys()) {
    const tables = choices.filter(({ stop }) => stop.kind === "meal" && stop.slot === slot);
    model.row(
      tables.map(({ done }) => [done, 1]),
      "<=",
      1,
    );
  }
}

function addTimes(model: LinearModel, dayModel: DayModel, problem: Problem, index: number): void {
  const { day, choices, arcs } = dayModel;
  const { gridMinutes: grid, weights } = problem;
  const back = model.variable(`back${index}`, day.startMinute, day.endMinute);
  model.gain(back, -weights.spanMinute);
  model.constant += weights.spanMinute * day.startMinute;
  for (const [b, choice] of choices.entries()) {
    const first = legsBetween(dayModel, null, b);
    const lift = ({ minutes }: Arc): number =>
      Math.max(0, Math.ceil((day.startMinute + minutes) / grid) * grid - firstStart(choice));
    model.row([[choice.start, grid], ...each(first, (arc) => -lift(arc))], ">=", firstStart(choice));
    for (const [a, before] of choices.entries()) {
      const legs = legsBetween(dayModel, a, b);
      if (legs.length > 0)
        addOrder(model, before, { name: choice.start, factor: grid, least: firstStart(choice), grid }, legs, grid);
      const returning = a < b ? legsBetween(dayModel, b, a) : [];
      if (legs.length > 0 && returning.length > 0)
        model.row([...each([...legs, ...returning], () => 1), [before.done, -1]], "<=", 0);
    }
    const home = legsBetween(dayModel, b, null);
    if (home.length > 0)
      addOrder(model, choice, { name: back, factor: 1, least: day.startMinute, grid: 1 }, home, grid);
  }
  // Follows from the rest; without it, the relaxation would be in several places at once.
  const busy = choices.flatMap((choice): [string, number][] => [
    ...staying(choice, -1),
    [choice.done, -choice.bufferMinutes],
  ]);
  model.row([[back, 1], ...each(arcs, ({ minutes }) => -minutes), ...busy], ">=", day.startMinute);
}

/** What the doing's stay takes, as a term. */
export function staying({ stay, done, minutes }: Choice, factor: number): [string, number][] {
  return stay === null ? [[done, factor * minutes]] : [[stay, factor]];
}

interface Moment {
  name: string;
  factor: number;
  least: number;
  /** What the moment is a multiple of. */
  grid: number;
}

/** If one of the legs is taken, the moment after it is no earlier than start, stay, rest and way make it. */
function addOrder(model: LinearModel, before: Choice, after: Moment, legs: readonly Arc[], grid: number): void {
  const { start, stay, minutes, bufferMinutes } = before;
  const afterwards = (leg: Arc): number => {
    const takes = bufferMinutes + leg.minutes + (stay === null ? minutes : 0);
    return stay === null ? Math.ceil(takes / after.grid) * after.grid : takes;
  };
  const slack = Math.max(0, lastStart(before) + (stay === null ? 0 : minutes) - after.least);
  const spent: [string, number][] = stay === null ? [] : [[stay, -1]];
  model.row(
    [[after.name, after.factor], [start, -grid], ...spent, ...each(legs, (leg) => -(afterwards(leg) + slack))],
    ">=",
    -slack,
  );
}

/** One window is chosen; the start lies in it, and the end when the stay may vary. */
function addWindows(model: LinearModel, { windows, done, start, stay, minutes }: Choice, grid: number): void {
  const chosen = windows.length === 1 ? [done] : windows.map((_, number) => model.binary(`z${start}_${number}`));
  if (windows.length > 1) model.row([...chosen.map((name): [string, number] => [name, 1]), [done, -1]], "=", 0);
  const terms = (factor: (window: Doing["windows"][number]) => number): [string, number][] =>
    windows.map((window, number) => [chosen[number] ?? done, factor(window)]);
  const least = windows[0]?.least ?? 0;
  const most = windows.at(-1)?.most ?? 0;
  if (windows.length > 1) {
    model.row([[start, grid], ...terms((window) => least - window.least)], ">=", least);
    model.row([[start, grid], ...terms((window) => most - window.most)], "<=", most);
  }
  if (stay === null) return;
  model.row(
    [[start, grid], [stay, 1], ...terms(({ close }) => most + minutes - Math.min(close, most + minutes))],
    "<=",
    most + minutes,
  );
}
