/** Writes elements as a .osm file, gzipped where the name says so. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Element } from "./element.ts";

const PIECE = 64 * 1024;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

function attributes(element: Element): string {
  const position = element.type === "node" ? ` lat="${element.lat.toFixed(7)}" lon="${element.lon.toFixed(7)}"` : "";
  const timestamp = element.timestamp === undefined ? "" : ` timestamp="${element.timestamp}"`;
  const visible = element.visible === undefined ? "" : ` visible="${element.visible}"`;
  return `id="${element.id}"${position} version="1"${timestamp}${visible}`;
}

function partsOf(element: Element): string[] {
  const tags = Object.entries(element.tags ?? {});
  const parts = tags.map(([key, value]) => `  <tag k="${escaped(key)}" v="${escaped(value)}"/>`);
  if (element.type === "way") return [...element.refs.map((ref) => `  <nd ref="${ref}"/>`), ...parts];
  if (element.type === "node") return parts;
  const members = element.members.map(
    ({ type, ref, role }) => `  <member type="${type}" ref="${ref}" role="${escaped(role)}"/>`,
  );
  return [...members, ...parts];
}

export function elementXml(element: Element): string {
  const parts = partsOf(element);
  const open = ` <${element.type} ${attributes(element)}`;
  return parts.length === 0 ? `${open}/>\n` : `${open}>\n${parts.join("\n")}\n </${element.type}>\n`;
}

function* pieces(elements: Iterable<Element>): Generator<string> {
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="tripwright">\n`;
  for (const element of elements) {
    text += elementXml(element);
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield `${text}</osm>\n`;
}

export async function writeXml(path: string, elements: Iterable<Element>): Promise<void> {
  const file = createWriteStream(path);
  const text = Readable.from(pieces(elements));
  if (path.endsWith(".gz")) await pipeline(text, createGzip({ level: 1 }), file);
  else await pipeline(text, file);
}
