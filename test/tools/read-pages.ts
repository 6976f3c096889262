/** A list over as many pages as it takes, by the cursor that each page gives. */
import { expect } from "vitest";
import { z } from "zod";
import type { Tool, ToolContext, ToolResult } from "../../tools/tool.ts";

const pageSchema = z.looseObject({ status: z.string(), nextCursor: z.string().nullish() });
const MOST_PAGES = 50;

export async function readPages(
  tool: Tool,
  args: Record<string, unknown>,
  context: ToolContext,
): Promise<ToolResult[]> {
  const pages: ToolResult[] = [];
  let cursor: string | undefined;
  do {
    const page = await tool.call({ ...args, ...(cursor !== undefined && { cursor }) }, context);
    expect(page.error).toBeUndefined();
    pages.push(page);
    cursor = pageSchema.parse(page).nextCursor ?? undefined;
  } while (cursor !== undefined && pages.length < MOST_PAGES);
  return pages;
}
