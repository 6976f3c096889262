/** The figures as tables for people and as one document for programs. */
import { cpus, totalmem } from "node:os";
import type { EmbeddedReport } from "./embedded-server.ts";
import type { MeasuredRead } from "./measure.ts";
import type { MemoryUse } from "./memory.ts";
import type { Settings } from "./native-server.ts";
import type { Table } from "./table.ts";
import { embeddedTargets, growthOf, nativeTargets, type Target } from "./targets.ts";
import type { SizeReport } from "./world-on.ts";

export interface NativeReport {
  readonly settings: Settings;
  readonly sizes: readonly SizeReport[];
}

export interface Report {
  readonly native: NativeReport | null;
  readonly embedded: EmbeddedReport | null;
}

const SHOWN_FROM_SECONDS = 0.5;
const GIGABYTE = 1024 ** 3;

const ms = (value: number): string => value.toFixed(2);
const seconds = (value: number): string => `${value.toFixed(1)} s`;
const count = (value: number): string => value.toLocaleString("en");

function readRow({ title, rows, p50Ms, p95Ms, p99Ms, answered, indexes, planFaults }: MeasuredRead): string[] {
  const plan = planFaults.length === 0 ? indexes.join(", ") : `FAULT: ${planFaults.join("; ")}`;
  return [title, count(rows), ms(p50Ms), ms(p95Ms), ms(p99Ms), answered.toFixed(1), plan];
}

const READ_HEAD = ["read", "rows", "p50 ms", "p95 ms", "p99 ms", "rows answered", "indexes of its plans"];

function bySize(reads: readonly MeasuredRead[]): MeasuredRead[] {
  const names = [...new Set(reads.map(({ name }) => name))];
  return names.flatMap((name) => reads.filter((read) => read.name === name));
}

function settingsTable(title: string, settings: Settings): Table {
  return { title, head: ["setting", "value"], rows: Object.entries(settings) };
}

function savingTable(title: string, sizes: readonly SizeReport[]): Table {
  return {
    title,
    head: ["rows", "statements", "p50 ms", "p95 ms", "p99 ms"],
    rows: sizes.map(({ saving }) => [
      count(saving.rows),
      String(saving.statements),
      ms(saving.p50Ms),
      ms(saving.p95Ms),
      ms(saving.p99Ms),
    ]),
  };
}

/** Those that take no time are left out; the JSON line has them all. */
function buildTable(title: string, { builds }: SizeReport): Table {
  const slowestFirst = builds.toSorted((a, b) => b.seconds - a.seconds);
  return {
    title,
    head: ["index", "table", "method", "time"],
    rows: slowestFirst
      .filter((build) => build.seconds >= SHOWN_FROM_SECONDS)
      .map(({ index, table, method, seconds: took }) => [index, table, method, seconds(took)]),
  };
}

function nativeTables({ settings, sizes }: NativeReport): Table[] {
  const reads = sizes.flatMap((size) => size.reads);
  const largest = sizes.at(-1);
  const builders = `maintenance_work_mem ${settings.maintenance_work_mem}, ${settings.max_parallel_maintenance_workers} parallel workers`;
  return [
    settingsTable("Native server: settings", settings),
    { title: "Native server: reads", head: READ_HEAD, rows: bySize(reads).map(readRow) },
    {
      title: "Native server: growth from the smallest to the largest size",
      head: ["read", "exponent p50", "exponent p95", "p95 ratio", "log n would be"],
      rows: growthOf(reads).map(({ title, exponentP50, exponentP95, ratioP95, logLimit }) => [
        title,
        exponentP50.toFixed(3),
        exponentP95.toFixed(3),
        ratioP95.toFixed(2),
        logLimit.toFixed(2),
      ]),
    },
    {
      title: `Native server: the densest town (${sizes.map(({ rows, densestTown }) => `${count(densestTown.places)} places of ${count(rows)}`).join(", ")})`,
      head: READ_HEAD,
      rows: bySize(sizes.flatMap(({ densest }) => densest)).map(readRow),
    },
    savingTable("Native server: saving a 7-day itinerary of 42 items, selected at once", sizes),
    ...(largest && largest.builds.length > 0
      ? [buildTable(`Native server: building indexes over ${count(largest.rows)} rows (${builders})`, largest)]
      : []),
  ];
}

const memoryRow = (name: string, { rssMb, pssMb, peakMb }: MemoryUse): string[] => [
  name,
  rssMb.toFixed(0),
  pssMb?.toFixed(0) ?? "",
  peakMb.toFixed(0),
];

function embeddedTables({ settings, size, startSeconds, memory }: EmbeddedReport): Table[] {
  const { cold, fromTemplate, reopening } = startSeconds;
  return [
    settingsTable("Embedded server: settings", settings),
    { title: "Embedded server: reads", head: READ_HEAD, rows: [...size.reads, ...size.densest].map(readRow) },
    savingTable("Embedded server: saving a 7-day itinerary of 42 items, selected at once", [size]),
    {
      title: "Embedded server: starting",
      head: ["start", "time"],
      rows: [
        ["cold, nothing cached", seconds(cold)],
        ["from the cached template", seconds(fromTemplate)],
        [`reopening a data folder of ${count(size.rows)} places`, seconds(reopening)],
      ],
    },
    {
      title: "Embedded server: memory of its process, MB",
      head: ["when", "resident", "proportional", "peak"],
      rows: [
        memoryRow("started, empty", memory.started),
        memoryRow("after loading and building indexes", memory.loaded),
        memoryRow("reopened, after all reads", memory.served),
      ],
    },
    buildTable(`Embedded server: building indexes over ${count(size.rows)} rows`, size),
  ];
}

export function targetsOf({ native, embedded }: Report): Target[] {
  return [
    ...(native
      ? nativeTargets(
          native.sizes.flatMap((size) => size.reads),
          native.sizes.map(({ saving }) => saving),
        )
      : []),
    ...(embedded ? embeddedTargets(embedded) : []),
  ];
}

export function planFaultsOf({ native, embedded }: Report): string[] {
  const sizes = [...(native?.sizes ?? []), ...(embedded ? [embedded.size] : [])];
  return sizes.flatMap(({ reads, densest }) =>
    [...reads, ...densest].flatMap(({ title, rows, planFaults }) =>
      planFaults.map((fault) => `${title} at ${count(rows)} rows: ${fault}`),
    ),
  );
}

export function tablesOf(report: Report): Table[] {
  return [
    ...(report.native ? nativeTables(report.native) : []),
    ...(report.embedded ? embeddedTables(report.embedded) : []),
    {
      title: "Targets",
      head: ["target", "asked", "measured", "verdict"],
      rows: targetsOf(report).map(({ name, asked, measured, isMet }) => [
        name,
        asked,
        measured,
        isMet ? "met" : "MISSED",
      ]),
    },
  ];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
}

export function machine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? "unknown",
    cores: cores.length,
    memoryGb: Math.round(totalmem() / GIGABYTE),
    node: process.version,
  };
}

/** Milliseconds to a hundredth: more digits would only be noise. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Math.round(value * 1000) / 1000 : value;
}

export function jsonLine(report: Report): string {
  const { native, embedded } = report;
  const reads = native?.sizes.flatMap((size) => size.reads) ?? [];
  const document = {
    reads,
    growth: growthOf(reads),
    densest: native?.sizes.flatMap((size) => size.densest) ?? [],
    saving: native?.sizes.map(({ saving }) => saving) ?? [],
    indexBuilds: native?.sizes.map(({ rows, loadSeconds, builds }) => ({ rows, loadSeconds, builds })) ?? [],
    embedded: embedded && {
      ...embedded,
      reads: embedded.size.reads,
      size: undefined,
      saving: embedded.size.saving,
      indexBuilds: embedded.size.builds,
    },
    targets: targetsOf(report),
    planFaults: planFaultsOf(report),
    settings: native?.settings ?? null,
    machine: machine(),
  };
  return JSON.stringify(document, rounded);
}
