/**
 * Crowds in the exact model. They cost by the hour in which a visit begins, so waiting could pay; but a
 * plan's stops begin as early as they can. Where there are crowds, that has to be said in rows: a start
 * is the first on the grid after the arrival, or the opening of a window that no earlier window spares.
 */
import type { Problem } from "../../../trip/schedule/problem.ts";
import { type Arc, type Choice, type DayModel, firstStart, lastStart, legsBetween } from "./day-model.ts";
import type { LinearModel } from "./linear-model.ts";

export function addCrowds(model: LinearModel, problem: Problem, dayModel: DayModel, index: number): void {
  const grid = problem.gridMinutes;
  for (const [number, choice] of dayModel.choices.entries()) {
    const arrival = model.variable(`a${index}_${choice.name}`, dayModel.day.startMinute, lastStart(choice));
    addArrival(model, dayModel, { arrival, number, choice, grid });
    addEarliest(model, choice, { arrival, grid, slack: lastStart(choice) - dayModel.day.startMinute });
    const crowd = choice.stop.kind === "visit" ? (problem.visits[choice.stop.visit]?.crowd ?? null) : null;
    if (crowd !== null) addHours(model, choice, crowd, grid);
  }
}

interface Arrival {
  arrival: string;
  number: number;
  choice: Choice;
  grid: number;
}

/** The arrival is when the stop before, its rest and the way make it: no earlier, no later. */
function addArrival(model: LinearModel, dayModel: DayModel, { arrival, number, choice, grid }: Arrival): void {
  const { day, choices } = dayModel;
  const last = lastStart(choice);
  const bound = (legs: readonly Arc[], before: Choice | null): void => {
    if (legs.length === 0) return;
    const fixed =
      before === null ? day.startMinute : before.bufferMinutes + (before.stay === null ? before.minutes : 0);
    const moment: [string, number][] = before === null ? [] : [[before.start, -grid]];
    if (before?.stay) moment.push([before.stay, -1]);
    const latest = before === null ? 0 : lastStart(before) + (before.stay === null ? 0 : before.minutes);
    const earliest = before === null ? 0 : firstStart(before);
    const atLeast = Math.max(0, latest - day.startMinute);
    const atMost = Math.max(0, last - earliest);
    const legTerms = (slack: number): [string, number][] =>
      legs.map(({ name, minutes }) => [name, slack - fixed - minutes]);
    model.row([[arrival, 1], ...moment, ...legTerms(-atLeast)], ">=", -atLeast);
    model.row([[arrival, 1], ...moment, ...legTerms(atMost)], "<=", atMost);
  };
  bound(legsBetween(dayModel, null, number), null);
  for (const [other, before] of choices.entries()) bound(legsBetween(dayModel, other, number), before);
}

function addEarliest(
  model: LinearModel,
  { done, start, stay, windows, name }: Choice,
  { arrival, grid, slack }: { arrival: string; grid: number; slack: number },
): void {
  if (stay !== null && windows.length > 1) {
    throw new Error(`Expected crowds and stays that vary only with one window a day, got several for ${name}.`);
  }
  const waits = model.binary(`wait_${start}`);
  const first = windows[0]?.least ?? 0;
  const last = windows.at(-1)?.most ?? 0;
  const chosen = (number: number): string => (windows.length === 1 ? done : `z${start}_${number}`);
  // Undone, it waits.
  model.row(
    [
      [done, 1],
      [waits, 1],
    ],
    ">=",
    1,
  );
  model.row(
    [
      [start, grid],
      [arrival, -1],
      [waits, -slack],
    ],
    "<=",
    grid - 1,
  );
  const opening = windows.map(({ least }, number): [string, number] => [chosen(number), last - least]);
  model.row([[start, grid], ...opening, [waits, last - first]], "<=", last + last - first);
  for (let later = 1; later < windows.length; later++) {
    const missed = (windows[later - 1]?.most ?? 0) + 1;
    model.row(
      [
        [arrival, 1],
        [chosen(later), -missed],
      ],
      ">=",
      0,
    );
  }
}

/** Pieces of the day that cost the same; the start lies in the one chosen. */
function addHours(model: LinearModel, choice: Choice, crowd: readonly number[], grid: number): void {
  const { done, start } = choice;
  const hours = Array.from({ length: Math.floor(lastStart(choice) / 60) + 1 }, (_, hour) => hour);
  const pieces: { from: number; to: number; cost: number; name: string }[] = [];
  for (const hour of hours) {
    const cost = crowd[hour % 24] ?? 0;
    const piece = pieces.at(-1);
    if (piece?.cost === cost) piece.to = hour * 60 + 59;
    else pieces.push({ from: hour * 60, to: hour * 60 + 59, cost, name: model.binary(`h${start}_${hour}`) });
  }
  const last = lastStart(choice);
  model.row([...pieces.map(({ name }): [string, number] => [name, 1]), [done, -1]], "=", 0);
  model.row([[start, grid], ...pieces.map(({ name, from }): [string, number] => [name, -from])], ">=", 0);
  model.row(
    [[start, grid], ...pieces.map(({ name, to }): [string, number] => [name, Math.max(0, last - to)])],
    "<=",
    last,
  );
  for (const { name, cost } of pieces) model.gain(name, -cost);
}
