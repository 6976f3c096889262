/** What the terminal can show. A pipe gets plain text of a readable width. */
import type { Config } from "./config.ts";

export interface Terminal {
  color: boolean;
  width: number;
}

const READABLE = { least: 60, usual: 80, most: 120 } as const;

export function terminal({ color }: Pick<Config, "color">): Terminal {
  const { isTTY, columns } = process.stdout;
  const width = Math.min(READABLE.most, Math.max(READABLE.least, columns ?? READABLE.usual));
  return { color: color && isTTY === true, width };
}
