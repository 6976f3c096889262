/** What an edit changed, and what it left alone: the plan after the last turn beside the plan before it. */
import type { PlannedWorld } from "../episode.ts";
import { broken, type Expectation, type Finding, finding } from "../expectation.ts";
import type { Scene } from "../scene.ts";
import { activeStops, allStops, isNamed, meals, onPlan, type Stop, titles, visits } from "./reading.ts";

/** A plain yes or no to what was asked is the end of an edit, not an edit. */
const CONSENT = /^\s*(?:yes|ok|okay|sure|go ahead|no|no thanks|do it)\b[\s\S]{0,20}$/i;

/** The plan as it was when the edit was asked for. */
function planBeforeEdit({ episode, before }: Scene): PlannedWorld | null {
  const asked = episode.turns.findLastIndex(({ said }) => !CONSENT.test(said));
  return asked < 1 ? before : (episode.turns[asked - 1]?.plan ?? null);
}

function onEdit(
  demand: string,
  kind: string,
  judge: (before: PlannedWorld, after: PlannedWorld) => Finding,
): Expectation {
  return onPlan(demand, kind, (after, scene) => {
    const before = planBeforeEdit(scene);
    return before ? judge(before, after) : broken("there was no plan before");
  });
}

const named = (stops: readonly Stop[], name: string): Stop[] => stops.filter((stop) => isNamed(stop, name));

/** It was elsewhere, and is there now, under the key it had: the same visit. */
export function movedTo(name: string, day: number): Expectation {
  return onEdit(`${name} moves to day ${day}`, "edit", (before, after) => {
    const [was] = named(activeStops(before), name);
    if (!was) return broken(`${name} was not in the plan before`);
    const now = activeStops(after).filter(({ item }) => item.itemKey === was.item.itemKey);
    const isThere = now.some((stop) => stop.day === day);
    return finding(isThere, `was on day ${was.day}, now ${titles(now)}`);
  });
}

export function startsAt(name: string, time: string): Expectation {
  return onEdit(`${name} starts at ${time}`, "edit", (_, after) => {
    const found = named(activeStops(after), name);
    const starts = found.map(({ item }) => item.startTime);
    return finding(starts.includes(time), starts.join(", ") || "not in the plan");
  });
}

export function goesOut(name: string): Expectation {
  return onEdit(`${name} goes`, "edit", (before, after) => {
    if (named(activeStops(before), name).length === 0) return broken(`${name} was not in the plan before`);
    const left = named(activeStops(after), name);
    return finding(left.length === 0, left.length === 0 ? "it is gone" : titles(left));
  });
}

export function comesIn(name: string, day?: number): Expectation {
  const where = day === undefined ? "" : ` on day ${day}`;
  return onEdit(`${name} comes in${where}`, "edit", (_, after) => {
    const found = named(activeStops(after), name);
    const isThere = found.some((stop) => day === undefined || stop.day === day);
    return finding(isThere, titles(found));
  });
}

/** Something else takes its place: as many sights that day as before, and none of them the old one. */
export function replaced(name: string): Expectation {
  return onEdit(`something else instead of ${name}`, "edit", (before, after) => {
    const [was] = named(activeStops(before), name);
    if (!was) return broken(`${name} was not in the plan before`);
    const of = was.item.type === "meal" ? meals : visits;
    const [count, now] = [before, after].map((world) => of(world).filter(({ day }) => day === was.day));
    const isGone = named(activeStops(after), name).length === 0;
    return finding(isGone && (now?.length ?? 0) >= (count?.length ?? 0), `day ${was.day} now: ${titles(now ?? [])}`);
  });
}

const standing = ({ day, item }: Stop): string =>
  [day, item.itemKey, item.placeId, item.startTime, item.endTime, item.status].join("|");

/** Visits and meals; ways between them follow from these. */
const anchored = (world: PlannedWorld): Stop[] =>
  allStops(world).filter(({ item }) => item.type === "attraction" || item.type === "meal");

function changed(before: PlannedWorld, after: PlannedWorld): Stop[] {
  const [was, is] = [anchored(before), anchored(after)];
  const [wasThere, isThere] = [was, is].map((stops) => new Set(stops.map(standing)));
  return [
    ...was.filter((stop) => !isThere?.has(standing(stop))),
    ...is.filter((stop) => !wasThere?.has(standing(stop))),
  ];
}

/** Visits and meals of all other days keep key, place and times. */
export function onlyDaysChange(...days: number[]): Expectation {
  return onEdit(`only day ${days.join(" and ")} changes`, "stability", (before, after) => {
    const others = changed(before, after).filter(({ day }) => !days.includes(day));
    return finding(others.length === 0, others.length === 0 ? "the others stay" : `also changed: ${titles(others)}`);
  });
}

/** The day that it left and the day that it came to are in play; all others keep key, place and times. */
export function onlyItsDaysChange(...names: string[]): Expectation {
  return onEdit(`only the days of ${names.join(" and ")} change`, "stability", (before, after) => {
    const isIts = (stop: Stop): boolean => names.some((name) => isNamed(stop, name));
    const days = new Set([...activeStops(before), ...activeStops(after)].filter(isIts).map(({ day }) => day));
    const others = changed(before, after).filter(({ day }) => !days.has(day));
    return finding(others.length === 0, others.length === 0 ? "the others stay" : `also changed: ${titles(others)}`);
  });
}

/** What was on the one is on the other, as far as the doors allow. */
export function daysSwapped(one: number, other: number): Expectation {
  return onEdit(`days ${one} and ${other} change places`, "edit", (before, after) => {
    const target = new Map([
      [one, other],
      [other, one],
    ]);
    const moved = visits(before).filter(({ day }) => target.has(day));
    const now = new Map(visits(after).map(({ item, day }) => [item.itemKey, day]));
    const stuck = moved.filter(({ item, day }) => now.get(item.itemKey) !== target.get(day));
    return finding(moved.length > 0 && stuck.length === 0, stuck.length === 0 ? "they did" : `not: ${titles(stuck)}`);
  });
}

export function mealAt(day: number, time: string): Expectation {
  return onEdit(`a meal at ${time} on day ${day}`, "edit", (_, after) => {
    const starts = meals(after).filter((stop) => stop.day === day);
    return finding(
      starts.some(({ item }) => item.startTime === time),
      starts.map(({ item }) => `${item.title} ${item.startTime}`).join(", ") || "no meal",
    );
  });
}

/** All other sights and tables are still in the plan under their keys, whatever their hour. */
export function othersStay(...except: string[]): Expectation {
  const but = except.length > 0 ? ` but ${except.join(" and ")}` : "";
  return onEdit(`everything${but} is still in the plan`, "stability", (before, after) => {
    const keys = new Set(activeStops(after).map(({ item }) => item.itemKey));
    const lost = activeStops(before).filter(
      (stop) =>
        (stop.item.type === "attraction" || (stop.item.type === "meal" && stop.place)) &&
        !keys.has(stop.item.itemKey) &&
        !except.some((name) => isNamed(stop, name)),
    );
    return finding(lost.length === 0, lost.length === 0 ? "all of it" : `lost: ${titles(lost)}`);
  });
}

/** Key and times of everything else to the minute. */
export function othersKeepTheirTimes(...except: string[]): Expectation {
  return onEdit(`everything else keeps its time`, "stability", (before, after) => {
    const moved = changed(before, after).filter((stop) => !except.some((name) => isNamed(stop, name)));
    return finding(moved.length === 0, moved.length === 0 ? "to the minute" : `changed: ${titles(moved)}`);
  });
}

export function nothingChanges(): Expectation {
  return onEdit("the plan stays as it was", "stability", (before, after) => {
    const moved = changed(before, after);
    return finding(moved.length === 0, moved.length === 0 ? "it did" : `changed: ${titles(moved)}`);
  });
}

/** As after that turn (the first is 1), item by item. */
export function restoresTurn(turn: number): Expectation {
  return onPlan(`the plan is again as after turn ${turn}`, "edit", (now, { episode }) => {
    const then = episode.turns[turn - 1]?.plan;
    if (!then) return broken(`there was no plan after turn ${turn}`);
    const moved = changed(then, now);
    return finding(moved.length === 0, moved.length === 0 ? "exactly" : `differs: ${titles(moved)}`);
  });
}

export function somethingChanges(): Expectation {
  return onEdit("the plan changes", "edit", (before, after) => {
    const moved = changed(before, after);
    return finding(moved.length > 0, moved.length > 0 ? titles(moved) : "nothing changed");
  });
}

export function fewerSightsOnDay(day: number): Expectation {
  return onEdit(`fewer sights on day ${day}`, "edit", (before, after) => {
    const count = (world: PlannedWorld): number => visits(world).filter((stop) => stop.day === day).length;
    return finding(count(after) < count(before), `was ${count(before)}, is ${count(after)}`);
  });
}

export function moreSightsOnDay(day: number): Expectation {
  return onEdit(`more sights on day ${day}`, "edit", (before, after) => {
    const count = (world: PlannedWorld): number => visits(world).filter((stop) => stop.day === day).length;
    return finding(count(after) > count(before), `was ${count(before)}, is ${count(after)}`);
  });
}

/** What the traveller did or did not do is history: it stays, marked. */
export function isMarked(name: string, status: "completed" | "skipped" | "delayed"): Expectation {
  return onPlan(`${name} is kept as ${status}`, "edit", (world) => {
    const found = named(allStops(world), name);
    const marks = found.map(({ item }) => item.status);
    return finding(marks.includes(status), marks.join(", ") || "not in the plan");
  });
}

export function isLocked(name: string): Expectation {
  return onPlan(`${name} is locked`, "edit", (world) => {
    const found = named(activeStops(world), name);
    return finding(
      found.some(({ item }) => item.locked),
      found.length > 0 ? "not locked" : "not in the plan",
    );
  });
}

/** Locked before, and after at the same time of the same day. */
export function locksHold(): Expectation {
  return onEdit("what is locked stays where it is", "stability", (before, after) => {
    const locked = activeStops(before).filter(({ item }) => item.locked);
    if (locked.length === 0) return broken("nothing was locked before");
    const now = new Set(activeStops(after).map(standing));
    const moved = locked.filter((stop) => !now.has(standing(stop)));
    return finding(moved.length === 0, moved.length === 0 ? titles(locked) : `moved: ${titles(moved)}`);
  });
}

/** Out of doors counts by what the catalogue says of the place. */
export function fewerOutdoorsOnDay(day: number): Expectation {
  return onEdit(`no more out of doors on day ${day} than before`, "edit", (before, after) => {
    const count = (world: PlannedWorld): number =>
      visits(world).filter((stop) => stop.day === day && stop.place?.tags.includes("outdoor")).length;
    const [was, is] = [count(before), count(after)];
    return finding(is < was || (was === 0 && is === 0), `was ${was}, is ${is}`);
  });
}
