/** Something that must be true of what came back: computed, never a matter of taste. */
import type { Scene } from "./scene.ts";

/** What was found. `found` says it in a few words that a person can act on, whether it held or not. */
export interface Finding {
  readonly holds: boolean;
  readonly found: string;
}

export interface Expectation {
  /** Reads as a demand, for example `no church on day 2`; unique in its sample. */
  readonly demand: string;
  /** The kind it belongs to, for tables by constraint: `hours`, `budget`, `diet`, `edit`, … */
  readonly kind: string;
  check(scene: Scene): Finding;
}

export const held = (found: string): Finding => ({ holds: true, found });
export const broken = (found: string): Finding => ({ holds: false, found });

/** As an expectation says it: `holds` with what was found. */
export const finding = (holds: boolean, found: string): Finding => ({ holds, found });
