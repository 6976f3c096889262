/**
 * The one point a traveller is sent to: the main entrance of what is entered, a point inside of what is large,
 * the middle of a street, the lower end of a railway as its mapper drew it.
 */
import { REASONS, type Reason } from "../tags/refusals.ts";
import type { IdSet } from "./id-set.ts";
import { areaOf, joinChains, joinRings, middleOf, type Point, pointInside, type Ring } from "./rings.ts";
import type { RelationShape, Shape, Shapes } from "./shapes.ts";

export interface Entrances {
  readonly main: IdSet;
  readonly other: IdSet;
}

const OUTER: ReadonlySet<string> = new Set(["outer", "outline", ""]);
const ENTRANCE_ROLES = ["main_entrance", "entrance"];
const LABEL_ROLES = ["label", "admin_centre"];
/** With fewer of its nodes in the file, a way's shape says little of where its middle is. */
const ENOUGH_NODES = 0.5;

function entranceOn(refs: readonly number[], shapes: Shapes, { main, other }: Entrances): Point | null {
  const ref = refs.find((id) => main.indexOf(id) >= 0) ?? refs.find((id) => other.indexOf(id) >= 0);
  return ref === undefined ? null : shapes.pointOf(ref);
}

/** Closed again where its first node is not in the file. */
function ringOf(refs: readonly number[], shapes: Shapes): Ring {
  const ring = refs.flatMap((ref) => shapes.pointOf(ref) ?? []);
  const [first, last] = [ring[0], ring.at(-1)];
  if (first && last && (first.lat !== last.lat || first.lon !== last.lon)) ring.push(first);
  return ring;
}

function ofWay(shape: Shape & { kind: "way" }, shapes: Shapes, entrances: Entrances): Point | Reason {
  const refs = shapes.refs(shape.way);
  const points = refs.flatMap((ref) => shapes.pointOf(ref) ?? []);
  if (points.length === 0) return shape.center ?? REASONS.noCoordinates;
  if (points.length < refs.length * ENOUGH_NODES) return shape.center ?? REASONS.cutOff;
  if (shape.form === "area") {
    const inside = pointInside({ outers: [ringOf(refs, shapes)], inners: [] });
    return entranceOn(refs, shapes, entrances) ?? inside ?? points[0] ?? REASONS.noCoordinates;
  }
  return (shape.form === "track" ? points[0] : middleOf(points)) ?? REASONS.noCoordinates;
}

function piecesOf(shape: RelationShape, shapes: Shapes, isOuter: boolean): (readonly number[] | null)[] {
  const ways = shape.members.filter(({ type, role }) => {
    if (type !== "way") return false;
    if (!shape.isArea) return isOuter;
    return isOuter ? OUTER.has(role) : role === "inner";
  });
  return ways.map(({ ref }) => shapes.refsOfWay(ref));
}

/** The closed rings of a relation, those of its ways that the file holds. */
export function ringsOf(shape: RelationShape, shapes: Shapes, isOuter: boolean): number[][] {
  return joinRings(piecesOf(shape, shapes, isOuter).filter((refs) => refs !== null));
}

/** For a border of which the file lacks a little: its longest part, closed straight across the gap. */
export function nearlyRingOf(shape: RelationShape, shapes: Shapes, leastShare: number): number[] | null {
  const pieces = piecesOf(shape, shapes, true);
  const known = pieces.filter((refs) => refs !== null);
  if (known.length < pieces.length * leastShare) return null;
  return joinChains(known).toSorted((a, b) => b.length - a.length)[0] ?? null;
}

export function asRings(rings: readonly (readonly number[])[], shapes: Shapes): Ring[] {
  return rings.map((refs) => ringOf(refs, shapes)).filter((ring) => ring.length > 3);
}

function nodeWithRole(shape: RelationShape, roles: readonly string[], shapes: Shapes): Point | null {
  for (const role of roles) {
    for (const member of shape.members) {
      const point = member.type === "node" && member.role === role ? shapes.pointOf(member.ref) : null;
      if (point !== null) return point;
    }
  }
  return null;
}

/** For what has no outline: the part of it that lies nearest to the middle of all. */
function middleMost(shape: RelationShape, shapes: Shapes): Point | null {
  const points = shape.members.flatMap(({ type, ref }) => {
    const refs = type === "way" ? (shapes.refsOfWay(ref) ?? []) : type === "node" ? [ref] : [];
    return refs.flatMap((id) => shapes.pointOf(id) ?? []);
  });
  const lat = points.reduce((sum, point) => sum + point.lat, 0) / points.length;
  const lon = points.reduce((sum, point) => sum + point.lon, 0) / points.length;
  let nearest: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const away = Math.hypot(point.lat - lat, point.lon - lon);
    if (away < least) [nearest, least] = [point, away];
  }
  return nearest;
}

function isWhole(shape: RelationShape, shapes: Shapes): boolean {
  return shape.members.every(({ type, ref }) => type !== "way" || shapes.refsOfWay(ref) !== null);
}

function ofRelation(shape: RelationShape, isSettlement: boolean, shapes: Shapes, entrances: Entrances): Point | Reason {
  const entrance = nodeWithRole(shape, ENTRANCE_ROLES, shapes);
  if (entrance !== null) return entrance;
  const label = nodeWithRole(shape, LABEL_ROLES, shapes);
  if (isSettlement && label !== null) return label;
  const outers = ringsOf(shape, shapes, true);
  const onOutline = outers.map((refs) => entranceOn(refs, shapes, entrances)).find((point) => point !== null);
  const inside = pointInside({
    outers: asRings(outers, shapes).toSorted((a, b) => areaOf(b) - areaOf(a)),
    inners: asRings(ringsOf(shape, shapes, false), shapes),
  });
  const known = (shape.isArea ? onOutline : null) ?? inside ?? label ?? shape.center;
  if (known !== null) return known;
  const anywhere = middleMost(shape, shapes);
  if (anywhere === null) return REASONS.noCoordinates;
  return shape.isArea && !isWhole(shape, shapes) ? REASONS.cutOff : anywhere;
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** Or why there is none. */
export function pointFor(
  shape: Shape,
  { shapes, entrances, isSettlement }: { shapes: Shapes; entrances: Entrances; isSettlement: boolean },
): Point | Reason {
  if (shape.kind === "node") return asOnEarth(shape.point);
  const point =
    shape.kind === "way" ? ofWay(shape, shapes, entrances) : ofRelation(shape, isSettlement, shapes, entrances);
  return typeof point === "string" ? point : asOnEarth({ lat: rounded(point.lat), lon: rounded(point.lon) });
}

function asOnEarth(point: Point): Point | Reason {
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : REASONS.noCoordinates;
}
