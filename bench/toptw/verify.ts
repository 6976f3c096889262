/**
 * Whether routes are what they are said to be: read from the instance file anew and reckoned in another
 * way than the solver does (exact whole numbers, distances by integer square roots), so that no
 * mistake in reading, scaling or timing can vouch for itself.
 */
import { readFileSync } from "node:fs";

export interface Claim {
  readonly file: string;
  /** Of the distances. */
  readonly decimals: 1 | 2;
  readonly paths: number;
  /** Vertex numbers in order, without the depot. */
  readonly routes: readonly (readonly number[])[];
  readonly score: number;
}

/** All numbers of the file in thousandths. */
interface Row {
  x: bigint;
  y: bigint;
  stay: bigint;
  profit: bigint;
  opens: bigint;
  closes: bigint;
}

const PLACES = 3;
const UNIT = 10n ** BigInt(PLACES);

/** What is wrong with the claim, in words; empty when it holds. */
export function faultsOf({ file, decimals, paths, routes, score }: Claim): string[] {
  const rows = readRows(file);
  const faults: string[] = [];
  if (routes.length > paths) faults.push(`${routes.length} routes where ${paths} are allowed`);
  const seen = new Set<number>();
  let profit = 0n;
  for (const [index, route] of routes.entries()) {
    for (const vertex of route) {
      const row = vertex === 0 ? undefined : rows.get(vertex);
      if (!row) faults.push(`route ${index + 1} visits ${vertex}, which is no vertex to visit`);
      if (seen.has(vertex)) faults.push(`route ${index + 1} visits ${vertex} again`);
      seen.add(vertex);
      profit += row?.profit ?? 0n;
    }
    faults.push(...lateness(rows, route, decimals).map((fault) => `route ${index + 1} ${fault}`));
  }
  if (profit !== inThousandths(String(score)))
    faults.push(`the score is ${Number(profit) / Number(UNIT)}, not ${score}`);
  return faults;
}

function lateness(rows: ReadonlyMap<number, Row>, route: readonly number[], decimals: 1 | 2): string[] {
  const depot = rows.get(0);
  if (!depot) return ["has no depot in the file"];
  const faults: string[] = [];
  let at = depot;
  let clock = depot.opens;
  for (const vertex of route) {
    const row = rows.get(vertex);
    if (!row) continue;
    clock += way(at, row, decimals);
    if (clock > row.closes)
      faults.push(`reaches ${vertex} at ${shown(clock)}, after it closes at ${shown(row.closes)}`);
    if (clock < row.opens) clock = row.opens;
    clock += row.stay;
    at = row;
  }
  clock += way(at, depot, decimals);
  if (clock > depot.closes) faults.push(`is back at ${shown(clock)}, after the depot closes at ${shown(depot.closes)}`);
  return faults;
}

/** The Euclidean distance cut off after the decimals, in thousandths. */
function way(a: Row, b: Row, decimals: 1 | 2): bigint {
  const cut = 10n ** BigInt(PLACES - decimals);
  return (rootOf((a.x - b.x) ** 2n + (a.y - b.y) ** 2n) / cut) * cut;
}

/** The integer square root, rounded down (Newton from above). */
function rootOf(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function readRows(file: string): Map<number, Row> {
  const rows = new Map<number, Row>();
  for (const [number, line] of readFileSync(file, "utf8").split(/\r?\n/).entries()) {
    const cells = line.split(/\s+/).filter((cell) => cell !== "");
    if (number < 2 || cells.length === 0) continue;
    const [vertex = "", x = "", y = "", stay = "", profit = "", , listLength = "0"] = cells;
    const afterList = 7 + Number(listLength);
    const [opens = "", closes = ""] = cells.slice(afterList);
    if (cells.length !== afterList + 2) {
      throw new Error(
        `Expected line ${number + 1} of ${file} to end two numbers after its list, got "${line.trim()}".`,
      );
    }
    rows.set(Number(vertex), {
      x: inThousandths(x),
      y: inThousandths(y),
      stay: inThousandths(stay),
      profit: inThousandths(profit),
      opens: inThousandths(opens),
      closes: inThousandths(closes),
    });
  }
  return rows;
}

/** From the digits themselves: no binary fraction in between. */
function inThousandths(text: string): bigint {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? [];
  const kept = fraction.replace(/0+$/, "");
  if (whole === "" || kept.length > PLACES) {
    throw new Error(`Expected a number of at most ${PLACES} decimals, got "${text}".`);
  }
  const size = BigInt(whole + kept.padEnd(PLACES, "0"));
  return sign === "-" ? -size : size;
}

const shown = (thousandths: bigint): string => String(Number(thousandths) / Number(UNIT));
