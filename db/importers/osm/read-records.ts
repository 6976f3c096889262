/** From a source of elements to records: three passes, then places in the file's order, nodes before ways before relations. */
import type { ReadOptions, Skipped, SourceRecord } from "../source-record.ts";
import type { Candidates } from "./candidates.ts";
import { Countries } from "./countries.ts";
import { findDuplicates, joined } from "./duplicates.ts";
import type { ElementSource } from "./elements.ts";
import type { Point } from "./geometry/rings.ts";
import { pointFor } from "./geometry/stand-for.ts";
import { type Survey, survey } from "./survey.ts";
import type { Draft, Group } from "./tags/describe.ts";
import { REASONS, type Reason } from "./tags/refusals.ts";
import { sortVillages, type Village } from "./villages.ts";

const SETTLEMENTS: ReadonlySet<Group> = new Set(["city", "village", "area"]);
/** Parts of the work: the passes over the file, then handing over. */
const PASSES = { survey: [0, 0.45], ways: [0.45, 0.15], nodes: [0.6, 0.35], records: [0.95, 0.05] } as const;
const PROGRESS_EVERY = 500;
const ORDER = ["node", "way", "relation"];

const skipped = (reason: Reason): Skipped => ({ kind: "skipped", reason });

function pointsOf({ candidates, shapes, entrances }: Survey): (Point | Reason)[] {
  return candidates.shapes.map((shape, candidate) => {
    const found = shapes.all[shape];
    const isSettlement = SETTLEMENTS.has(candidates.groupOf(candidate));
    return found === undefined ? REASONS.noCoordinates : pointFor(found, { shapes, entrances, isSettlement });
  });
}

function asPoint(point: Point | Reason | undefined): Point | null {
  return typeof point === "object" ? point : null;
}

/** Settles what each village is; the others are what they were. */
function settledGroups(
  candidates: Candidates,
  points: readonly (Point | Reason)[],
  isKept: (at: number) => boolean,
): (Group | null)[] {
  const cities: Point[] = [];
  const villages: Village[] = [];
  for (let at = 0; at < candidates.size; at++) {
    const point = asPoint(points[at]);
    if (point === null || !isKept(at)) continue;
    const group = candidates.groupOf(at);
    if (group === "city") cities.push(point);
    else if (group === "village") {
      const draft = candidates.draft(at);
      const population = draft.kind === "city" ? (draft.population ?? 0) : 0;
      villages.push({ index: at, point, population, isNoted: candidates.wikidata[at] !== 0 });
    }
  }
  const { towns, areas } = sortVillages(villages, cities);
  return Array.from({ length: candidates.size }, (_, at) => {
    const group = candidates.groupOf(at);
    if (group !== "village") return group;
    if (towns.has(at)) return "city";
    return areas.has(at) ? "area" : null;
  });
}

function asArea({ externalId, sourceDate, ids, name, nameLocal, otherNames }: Draft): Draft {
  return {
    kind: "area",
    externalId,
    sourceDate,
    ids,
    name,
    ...(nameLocal !== undefined && { nameLocal }),
    ...(otherNames !== undefined && { otherNames }),
    areaType: "village",
  };
}

function finished(draft: Draft, group: Group, location: Point, countries: Countries): SourceRecord {
  const settled = group === "area" && draft.kind === "city" ? asArea(draft) : draft;
  const record = { ...settled, location } as SourceRecord;
  if (record.kind !== "city") return record;
  const countryCode = record.countryCode ?? countries.codeOf(record);
  return {
    ...record,
    ...(countryCode !== undefined && { countryCode }),
    ...(countries.isCapital(record.externalId) && { cityType: "capital" as const }),
  };
}

/** Files are nearly always in this order; one that is not gives the same records. */
function inOrder(candidates: Candidates, kindOf: (at: number) => string): number[] {
  const indexes = Array.from({ length: candidates.size }, (_, at) => at);
  return indexes.sort((a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)) || a - b);
}

export async function* readRecords(
  source: ElementSource,
  fileDate: string,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<SourceRecord | Skipped> {
  signal.throwIfAborted();
  const during = (pass: keyof typeof PASSES) => (done: number) => onProgress(PASSES[pass][0] + PASSES[pass][1] * done);
  const found = await survey(source, source.dataDate ?? fileDate, { signal, onProgress: during("survey") });
  const { candidates, shapes } = found;
  await shapes.complete(source, signal, (pass, done) => during(pass === 1 ? "ways" : "nodes")(done));
  const points = pointsOf(found);
  const { keeperOf, joinedTo } = findDuplicates(candidates, (at) => asPoint(points[at]));
  const groups = settledGroups(candidates, points, (at) => !keeperOf.has(at));
  const countries = new Countries(found.borders, shapes);

  for (const [reason, count] of [...found.skipped].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (let at = 0; at < count; at++) yield skipped(reason);
  }
  let done = 0;
  for (const at of inOrder(candidates, (one) => shapes.all[candidates.shapes[one] ?? -1]?.kind ?? "")) {
    signal.throwIfAborted();
    if (done++ % PROGRESS_EVERY === 0) during("records")(done / candidates.size);
    const group = groups[at];
    const point = points[at];
    if (group === null || group === undefined || point === undefined) continue;
    if (typeof point === "string") yield skipped(point);
    else if (keeperOf.has(at)) yield skipped(REASONS.twice);
    else {
      const others = (joinedTo.get(at) ?? []).map((other) => candidates.draft(other));
      const draft = others.reduce<Draft>((kept, other) => joined(kept, other), candidates.draft(at));
      yield finished(draft, group, point, countries);
    }
  }
  onProgress(1);
}
