/** A .osm file: the same three passes as over a .osm.pbf, element by element as they are parsed. */
import { TripwrightError } from "../../../../trip/errors.ts";
import { type ElementSource, editDay, type Member, type ScanOptions, type TaggedVisitor } from "../elements.ts";
import type { IdSet } from "../geometry/id-set.ts";
import { type Attributes, Enough, OddElement, parseXml } from "./parse-xml.ts";

const ELEMENTS: ReadonlySet<string> = new Set(["node", "way", "relation"]);

function numberOf(attributes: Attributes, name: string, of: string): number {
  const text = attributes[name];
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new OddElement(`a ${of} with ${name}=${JSON.stringify(text ?? null)}`);
}

/** Seven decimals, as everywhere in OpenStreetMap. */
function degreesOf(attributes: Attributes, name: string, of: string): number {
  return Math.round(numberOf(attributes, name, of) * 1e7) / 1e7;
}

function isDeleted(attributes: Attributes): boolean {
  return attributes.visible === "false" || attributes.action === "delete";
}

/** The element being parsed; reused, for most are never wanted. */
class Current {
  name = "";
  attributes: Attributes = {};
  refs: number[] = [];
  members: Member[] = [];
  tags: Record<string, string> | null = null;
  isWanted = false;
  center: { lat: number; lon: number } | null = null;

  begin(name: string, attributes: Attributes): void {
    this.name = name;
    this.attributes = attributes;
    this.tags = null;
    this.isWanted = false;
    this.center = null;
    if (this.refs.length > 0) this.refs = [];
    if (this.members.length > 0) this.members = [];
  }

  /** Hands the element to whoever asked. */
  end(visitor: TaggedVisitor): void {
    const { name, attributes, tags, refs, members, center } = this;
    if (tags === null || !this.isWanted || isDeleted(attributes)) return;
    const common = { id: numberOf(attributes, "id", name), tags, date: editDay(attributes.timestamp) };
    if (name === "way") visitor.way({ ...common, refs, center });
    else if (name === "relation") visitor.relation({ ...common, members, center });
    else {
      visitor.node({ ...common, lat: degreesOf(attributes, "lat", name), lon: degreesOf(attributes, "lon", name) });
    }
  }
}

function memberOf(attributes: Attributes): Member {
  const { type, role } = attributes;
  if (type !== "node" && type !== "way" && type !== "relation") throw new OddElement(`a member of type "${type}"`);
  return { type, ref: numberOf(attributes, "ref", "member"), role: role ?? "" };
}

function readPart(current: Current, visitor: TaggedVisitor, name: string, attributes: Attributes): void {
  if (name === "tag") {
    const { k: key = "", v: value = "" } = attributes;
    current.tags ??= Object.create(null) as Record<string, string>;
    current.tags[key] = value;
    const values = visitor.wanted(key);
    current.isWanted ||= values === "any" || (values !== "none" && values.has(value));
  } else if (name === "nd") current.refs.push(numberOf(attributes, "ref", "nd"));
  else if (name === "member") current.members.push(memberOf(attributes));
  else if (name === "center") {
    current.center = { lat: degreesOf(attributes, "lat", name), lon: degreesOf(attributes, "lon", name) };
  }
}

class XmlSource implements ElementSource {
  readonly dataDate: string | null;
  readonly #path: string;
  readonly #isGzipped: boolean;

  constructor(path: string, isGzipped: boolean, dataDate: string | null) {
    this.#path = path;
    this.#isGzipped = isGzipped;
    this.dataDate = dataDate;
  }

  async scanTagged(visitor: TaggedVisitor, options: ScanOptions): Promise<void> {
    const current = new Current();
    const open = (name: string, attributes: Attributes): void => {
      if (ELEMENTS.has(name)) current.begin(name, attributes);
      else readPart(current, visitor, name, attributes);
    };
    const close = (name: string): void => {
      if (ELEMENTS.has(name)) current.end(visitor);
    };
    await parseXml(this.#path, this.#isGzipped, { open, close }, options);
  }

  async scanWays(
    ids: IdSet,
    visit: (index: number, refs: readonly number[]) => void,
    options: ScanOptions,
  ): Promise<void> {
    let index = -1;
    let refs: number[] = [];
    const open = (name: string, attributes: Attributes): void => {
      if (name === "nd") {
        if (index >= 0) refs.push(numberOf(attributes, "ref", name));
      } else if (name === "way") {
        index = isDeleted(attributes) ? -1 : ids.indexOf(numberOf(attributes, "id", name));
        refs = [];
      }
    };
    const close = (name: string): void => {
      if (name !== "way") return;
      if (index >= 0) visit(index, refs);
      index = -1;
    };
    await parseXml(this.#path, this.#isGzipped, { open, close }, options);
  }

  async scanNodes(
    ids: IdSet,
    visit: (index: number, lat: number, lon: number) => void,
    options: ScanOptions,
  ): Promise<void> {
    const open = (name: string, attributes: Attributes): void => {
      if (name !== "node") return;
      const index = ids.indexOf(numberOf(attributes, "id", name));
      if (index < 0 || isDeleted(attributes)) return;
      visit(index, degreesOf(attributes, "lat", name), degreesOf(attributes, "lon", name));
    };
    await parseXml(this.#path, this.#isGzipped, { open }, options);
  }
}

function refuseRoot(name: string, path: string): void {
  if (name === "osm") return;
  throw new TripwrightError(
    "invalid_input",
    `Expected an OpenStreetMap file, whose first element is <osm>, got <${name}> in ${path}.${
      name === "osmChange" ? " That is a file of changes: give the extract they apply to." : ""
    }`,
    { path, root: name },
  );
}

/** Reads the beginning only. */
export async function openXml(path: string, isGzipped: boolean): Promise<ElementSource> {
  let isRoot = true;
  let dataDate: string | null = null;
  const open = (name: string, attributes: Attributes): void => {
    if (isRoot) {
      refuseRoot(name, path);
      isRoot = false;
      dataDate = editDay(attributes.timestamp);
    } else if (name === "meta") dataDate = editDay(attributes.osm_base);
    else if (ELEMENTS.has(name)) throw new Enough();
  };
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await parseXml(path, isGzipped, { open }, options);
  return new XmlSource(path, isGzipped, dataDate);
}
