/**
 * The cheapest ways out of a conflict. A change that ends it must touch the minimal set; where several
 * conflicts stand side by side no single change is enough, and what is left after one is taken up in turn
 * (the hitting-set tree of Reiter, "A theory of diagnosis from first principles", 1987, cut to its most
 * promising branches).
 */
import type { Plan } from "../plan.ts";
import { applyChanges, type Change } from "./changes.ts";
import { anotherDay, type Ladder, laddersFor, mildest } from "./ladders.ts";
import { minimalSet } from "./minimal-set.ts";
import type { Oracle } from "./oracle.ts";
import { priceOf } from "./price-of-change.ts";
import { keepOnly, type Requirement } from "./requirements.ts";
import type { Task } from "./task.ts";

export interface Relaxation {
  /** All of them together; mostly one. */
  readonly changes: readonly Change[];
  /** For comparing relaxations with each other; no unit. */
  readonly price: number;
  /** Each figure was shown to be the smallest that is enough, the other changes being as they are. */
  readonly isSmallest: boolean;
  /** That it is enough: a plan of the relaxed problem that keeps every requirement. */
  readonly plan: Plan;
}

export interface RelaxationOptions {
  /** Changes that cannot be had are not offered: nobody starts before the plane lands. */
  readonly canOffer: (change: Change) => boolean;
}

const MOST_OFFERED = 5;
const MOST_OF_A_KIND = 2;
/** How many branches are followed, by number of changes. */
const BRANCHES = [60, 8, 4, 3, 3] as const;
/** With fewer ways out than these of one change, those of two are looked at as well. */
const ENOUGH = 3;

export function relaxations(
  oracle: Oracle,
  task: Task,
  conflict: readonly Requirement[],
  { canOffer }: RelaxationOptions,
): Relaxation[] {
  const offered = (of: Task, requirements: readonly Requirement[]): Ladder[] =>
    [...requirements.flatMap((requirement) => laddersFor(of, requirement)), ...anotherDay(of)].flatMap((ladder) =>
      cut(ladder, canOffer),
    );
  /** A branch with one change more that ends the conflict it stands before, in every way there is. */
  const grown = ({ ladders, price }: Branch): Branch[] => {
    const relaxed = applyChanges(task, ladders.map(strongest));
    const { requirements } = ladders.length === 0 ? { requirements: conflict } : minimalSet(oracle, relaxed, false);
    const only = keepOnly(relaxed, requirements);
    return offered(relaxed, requirements)
      .filter((ladder) => !ladders.some((other) => isAlike(ladder.at(0), other.at(0))))
      .flatMap((ladder): Branch[] => {
        const found = mildest(oracle, only, ladder);
        if (!found) return [];
        return [
          {
            ladders: [...ladders, ladder.isMonotone ? ladder : from(ladder, found.step)],
            price: price + priceOf(task.problem, found.change),
          },
        ];
      });
  };
  const found: Relaxation[] = [];
  let branches: Branch[] = [{ ladders: [], price: 0 }];
  for (const [level, width] of BRANCHES.entries()) {
    const open: Branch[] = [];
    const grownHere = branches.flatMap(grown).sort((a, b) => a.price - b.price);
    for (const branch of grownHere.slice(0, width)) {
      if (found.some(({ changes }) => isPartOf(changes, branch))) continue;
      const relaxation = settled(oracle, task, branch.ladders);
      if (relaxation) found.push(relaxation);
      else open.push(branch);
    }
    if (found.length >= ENOUGH || (found.length > 0 && level > 0) || oracle.isOutOfSteps) break;
    branches = open;
  }
  return fewest(found);
}

interface Branch {
  readonly ladders: readonly Ladder[];
  /** What the changes cost at the least: those that end each conflict by itself. */
  readonly price: number;
}

/** What is enough by itself is not offered together with more. */
const isPartOf = (changes: readonly Change[], { ladders }: Branch): boolean =>
  changes.every((change) => ladders.some((ladder) => isAlike(ladder.at(0), change)));

/** The same thing given way on twice. */
function isAlike(a: Change, b: Change): boolean {
  const target = (change: Change): unknown[] => [
    change.kind,
    "visit" in change && change.visit,
    "day" in change && change.day,
    "limit" in change && change.limit,
  ];
  return target(a).join() === target(b).join();
}

/** The one step that stands for a ladder whose figure is not settled yet. */
const strongest = ({ at, size, isMonotone }: Ladder): Change => at(isMonotone ? size - 1 : 0);

const from = (ladder: Ladder, first: number): Ladder => ({
  ...ladder,
  size: ladder.size - first,
  at: (step) => ladder.at(first + step),
});

/** Up to the last step that can be offered, or of those that can. */
function cut(ladder: Ladder, canOffer: (change: Change) => boolean): Ladder[] {
  if (ladder.size === 0) return [];
  if (ladder.isMonotone) {
    if (canOffer(strongest(ladder))) return [ladder];
    let size = 0;
    while (size < ladder.size && canOffer(ladder.at(size))) size++;
    return size === 0 ? [] : [{ ...ladder, size }];
  }
  const steps = Array.from({ length: ladder.size }, (_, step) => ladder.at(step)).filter(canOffer);
  const [any] = steps;
  return any ? [{ ...ladder, size: steps.length, at: (step) => steps[step] ?? any }] : [];
}

/** The mildest steps of these ladders that are enough together; `null` when even the strongest are not. */
function settled(oracle: Oracle, task: Task, ladders: readonly Ladder[]): Relaxation | null {
  if (ladders.length > 1 && oracle.ask(applyChanges(task, ladders.map(strongest))).answer !== "yes") return null;
  let changes = ladders.map(strongest);
  let isSmallest = true;
  for (const [index, ladder] of ladders.entries()) {
    const others = applyChanges(task, changes.toSpliced(index, 1));
    const found = mildest(oracle, others, ladder);
    if (!found) return null;
    changes = changes.with(index, found.change);
    isSmallest &&= found.isProven;
  }
  const { plan } = oracle.ask(applyChanges(task, changes));
  const price = changes.reduce((sum, change) => sum + priceOf(task.problem, change), 0);
  return plan && { changes, price, isSmallest, plan };
}

/** The cheapest, and of one kind no more than a few. */
function fewest(found: readonly Relaxation[]): Relaxation[] {
  const ofKind = new Map<string, number>();
  return [...found]
    .sort((a, b) => a.price - b.price)
    .filter(({ changes }) => {
      const kind = changes.map((change) => change.kind).join();
      ofKind.set(kind, (ofKind.get(kind) ?? 0) + 1);
      return (ofKind.get(kind) ?? 0) <= MOST_OF_A_KIND;
    })
    .slice(0, MOST_OFFERED);
}
