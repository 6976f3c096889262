/**
 * The first pass: every element with tags of interest becomes a candidate, a reason to leave it out, a border to tell
 * countries apart by, or an entrance. What it is made of is kept for the passes that find out where it is.
 */
import { Candidates } from "./candidates.ts";
import type { ElementSource, ScanOptions, TaggedElement, TaggedRelation, TaggedWay, Tags } from "./elements.ts";
import { IdSet } from "./geometry/id-set.ts";
import { Shapes, type WayForm } from "./geometry/shapes.ts";
import type { Entrances } from "./geometry/stand-for.ts";
import { describe, wantedBy } from "./tags/describe.ts";
import type { Reason } from "./tags/refusals.ts";

/** Keys that are no place and are looked for nevertheless. */
const BORDER_KEYS = ["ISO3166-1", "ISO3166-1:alpha2", "ISO3166-2"];
const ENTRANCE_VALUES = ["main", "yes"];
const LINES = ["highway", "railway", "aerialway", "route", "barrier"];
const TRACKS = ["railway", "aerialway"];

/** A closed border that carries the code of its country. */
export interface Border {
  readonly shape: number;
  readonly tags: Tags;
  readonly countryCode: string;
  /** Of the node that the country is governed from. */
  readonly capital: number | null;
}

export interface Survey {
  readonly candidates: Candidates;
  readonly shapes: Shapes;
  readonly borders: Border[];
  readonly skipped: Map<Reason, number>;
  readonly entrances: Entrances;
}

function wayForm({ refs, tags }: TaggedWay): WayForm {
  if (TRACKS.some((key) => tags[key] !== undefined) && tags.building === undefined) return "track";
  const isClosed = refs.length > 3 && refs[0] === refs.at(-1);
  const isLine = LINES.some((key) => tags[key] !== undefined) && tags.area !== "yes" && tags.building === undefined;
  return isClosed && !isLine && tags.area !== "no" ? "area" : "line";
}

/** Not only a province's, of which the country's is a part. */
export function hasOwnCode(tags: Tags): boolean {
  return tags["ISO3166-1"] !== undefined || tags["ISO3166-1:alpha2"] !== undefined;
}

function codeOf(tags: Tags): string | null {
  const code = tags["ISO3166-1:alpha2"] ?? tags["ISO3166-1"] ?? tags["ISO3166-2"]?.split("-")[0];
  const upper = code?.toUpperCase();
  return upper !== undefined && /^[A-Z]{2}$/.test(upper) ? upper : null;
}

function borderOf({ tags, members }: TaggedRelation, shape: number): Border | null {
  const countryCode = tags.boundary === "administrative" ? codeOf(tags) : null;
  if (countryCode === null) return null;
  const capital = members.find(({ type, role }) => type === "node" && role === "admin_centre")?.ref;
  return { shape, tags, countryCode, capital: hasOwnCode(tags) ? (capital ?? null) : null };
}

export async function survey(source: ElementSource, dataDate: string, options: ScanOptions): Promise<Survey> {
  const candidates = new Candidates();
  const shapes = new Shapes();
  const borders: Border[] = [];
  const skipped = new Map<Reason, number>();
  const mainEntrances: number[] = [];
  const otherEntrances: number[] = [];

  /** Its shape is kept only if it is a candidate. */
  function consider(type: string, element: TaggedElement, isArea: boolean, keep: () => number): void {
    const described = describe(element, { osm: `${type}/${element.id}`, isArea, dataDate });
    if (typeof described === "string") {
      skipped.set(described, (skipped.get(described) ?? 0) + 1);
    } else if (described.length > 0) {
      const shape = keep();
      for (const one of described) candidates.add(one, shape);
    }
  }

  const extra = { entrance: ENTRANCE_VALUES, ...Object.fromEntries(BORDER_KEYS.map((key) => [key, null])) };
  await source.scanTagged(
    {
      wanted: wantedBy(extra),
      node: (node) => {
        const { entrance } = node.tags;
        if (entrance === "main") mainEntrances.push(node.id);
        else if (entrance === "yes") otherEntrances.push(node.id);
        consider("node", node, false, () => shapes.addNode(node));
      },
      way: (way) => {
        const form = wayForm(way);
        consider("way", way, form === "area", () => shapes.addWay(way, form));
      },
      relation: (relation) => {
        let shape: number | null = null;
        const keep = (): number => (shape ??= shapes.addRelation(relation));
        const type = relation.tags.type;
        consider("relation", relation, type === "multipolygon" || type === "boundary", keep);
        if (codeOf(relation.tags) === null) return;
        const border = borderOf(relation, keep());
        if (border !== null) borders.push(border);
      },
    },
    options,
  );
  const entrances = { main: new IdSet(mainEntrances), other: new IdSet(otherEntrances) };
  return { candidates, shapes, borders, skipped, entrances };
}
