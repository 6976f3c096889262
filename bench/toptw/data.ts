/** What a folder of the benchmark holds: instances, and what others have reached on them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Reference {
  readonly score: number;
  readonly status: string;
  /** What a plain adaptive large neighbourhood search reached in 10 s, and OR-Tools untuned in 3 s. */
  readonly alns: number | null;
  readonly orTools: number | null;
}
export interface Task {
  readonly instance: string;
  readonly file: string;
  readonly paths: number;
  /** Of the distances: two in Cordeau's set, one in Solomon's. The only use of a name, and not the solver's. */
  readonly decimals: 1 | 2;
  readonly set: string;
  readonly reference: Reference | null;
}

const COLUMNS = "instance,routes,score,status,alns_10s,ortools_3s";

export function hasData(folder: string): boolean {
  return existsSync(join(folder, "instances"));
}

export function tasksIn(folder: string, paths: readonly number[], only: readonly string[]): Task[] {
  const references = readReferences(join(folder, "reference_scores.csv"));
  const names = readdirSync(join(folder, "instances"))
    .filter((file) => file.endsWith(".txt"))
    .map((file) => file.slice(0, -".txt".length))
    .filter((name) => only.length === 0 || only.includes(name))
    .toSorted();
  return names.flatMap((instance) =>
    paths.map((count) => ({
      instance,
      file: join(folder, "instances", `${instance}.txt`),
      paths: count,
      decimals: instance.startsWith("pr") ? 2 : 1,
      set: /^[a-z]+/.exec(instance)?.[0] ?? instance,
      reference: references.get(`${instance},${count}`) ?? null,
    })),
  );
}

function readReferences(file: string): Map<string, Reference> {
  if (!existsSync(file)) return new Map();
  const [head, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  if (head !== COLUMNS) throw new Error(`Expected ${file} to begin with "${COLUMNS}", got "${head}".`);
  return new Map(
    lines.map((line) => {
      const [instance, paths, score, status = "", alns, orTools] = line.split(",");
      const number = (cell: string | undefined): number | null => (cell ? Number(cell) : null);
      return [`${instance},${paths}`, { score: Number(score), status, alns: number(alns), orTools: number(orTools) }];
    }),
  );
}

/** How far below the reference, in per cent of it; negative where it is beaten. */
export function gapPercent(reference: number, score: number): number {
  return reference === 0 ? 0 : (100 * (reference - score)) / reference;
}
