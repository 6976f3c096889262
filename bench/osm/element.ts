/** What the writers beside this file write: elements as OpenStreetMap knows them. */
export type Tags = Readonly<Record<string, string>>;

interface Common {
  readonly id: number;
  readonly tags?: Tags;
  /** An instant, whole seconds: "2026-03-01T12:00:00Z". */
  readonly timestamp?: string;
  readonly visible?: boolean;
}

export interface NodeElement extends Common {
  readonly type: "node";
  readonly lat: number;
  readonly lon: number;
}

export interface WayElement extends Common {
  readonly type: "way";
  readonly refs: readonly number[];
}

export interface RelationElement extends Common {
  readonly type: "relation";
  readonly members: readonly { readonly type: Element["type"]; readonly ref: number; readonly role: string }[];
}

export type Element = NodeElement | WayElement | RelationElement;
