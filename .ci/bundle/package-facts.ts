/** What package.json says of the program: everything that is published tells it from here. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  engines: z.object({ node: z.string() }),
  bin: z.object({ tripwright: z.string() }),
  /** Under which name it stands in the registry: a namespace that its publisher has proved, and `/tripwright`. */
  mcpName: z.string().optional(),
});
export type PackageFacts = z.infer<typeof packageSchema>;

export function readPackageFacts(file: string): PackageFacts {
  return packageSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
