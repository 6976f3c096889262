/** Colour as emphasis only: everything reads the same without it. Whether to use it is the caller's to know. */
import { styleText } from "node:util";

const STYLES = {
  strong: "bold",
  faint: "dim",
  good: "green",
  bad: "red",
  note: "yellow",
  heading: ["bold", "cyan"],
} as const;

export type Paint = Record<keyof typeof STYLES, (text: string) => string>;

export function paintWith(color: boolean): Paint {
  const brush = (style: keyof typeof STYLES) => {
    const format: Parameters<typeof styleText>[0] = [STYLES[style]].flat();
    return (text: string): string => (color && text !== "" ? styleText(format, text, { validateStream: false }) : text);
  };
  return {
    strong: brush("strong"),
    faint: brush("faint"),
    good: brush("good"),
    bad: brush("bad"),
    note: brush("note"),
    heading: brush("heading"),
  };
}
