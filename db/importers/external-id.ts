/** Keys for things whose source gives them none: made of what names them, so that the same file gives the same keys. */
import { createHash } from "node:crypto";

const LONGEST = 255;

function hashed(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

/** Readable as long as it fits. */
export function externalIdFrom(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, 200)}~${hashed(text)}`;
}

/** Of a thing that has nothing but a name and a place. */
export function externalIdOfPlace(name: string, { lat, lon }: { lat: number; lon: number }): string {
  return hashed(`${name}\n${lat.toFixed(5)}\n${lon.toFixed(5)}`);
}
