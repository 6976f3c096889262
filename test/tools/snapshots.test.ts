/**
 * What a model sees of each tool, one committed file a tool, so that every change to it shows in review.
 * `UPDATE_SNAPSHOTS=1 npm test` writes the files anew.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { TOOLS } from "../../tools/registry.ts";
import type { Tool } from "../../tools/tool.ts";

const FOLDER = new URL("../tool-snapshots/", import.meta.url);
const isUpdating = process.env.UPDATE_SNAPSHOTS === "1";

function snapshotOf({ name, title, description, hints, input, output }: Tool): string {
  const seen = {
    name,
    title,
    description,
    hints,
    input: z.toJSONSchema(input, { io: "input" }),
    output: z.toJSONSchema(output),
  };
  return `${JSON.stringify(seen, null, 2)}\n`;
}

async function committedFiles(): Promise<string[]> {
  await mkdir(FOLDER, { recursive: true });
  return (await readdir(FOLDER)).filter((file) => file.endsWith(".json")).sort();
}

test.each(TOOLS)("$name is what its snapshot says", async (tool) => {
  const file = new URL(`${tool.name}.json`, FOLDER);
  if (isUpdating) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, snapshotOf(tool));
  }
  const committed = await readFile(file, "utf8").catch(() => "missing: run UPDATE_SNAPSHOTS=1 npm test");
  expect(snapshotOf(tool)).toBe(committed);
});

test("there is no snapshot of a tool that is gone", async () => {
  const expected = TOOLS.map(({ name }) => `${name}.json`).sort();
  const extra = (await committedFiles()).filter((file) => !expected.includes(file));
  if (isUpdating) await Promise.all(extra.map((file) => rm(new URL(file, FOLDER))));
  expect(await committedFiles()).toEqual(expected);
});

test.each(TOOLS)("$name is named and described as a host expects", ({ name, title, description, input }) => {
  expect(name).toMatch(/^(search|get|list|check|create|update|plan|edit|select|choose|record|export)_[a-z_]{2,30}$/);
  expect(title.length).toBeGreaterThan(0);
  expect(description.length).toBeLessThan(400);
  const schema = z.toJSONSchema(input, { io: "input" });
  expect(schema).toMatchObject({ type: "object", additionalProperties: false });
});

const VERB_HINTS = {
  search: { readOnlyHint: true, destructiveHint: false },
  get: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  list: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  export: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  choose: { readOnlyHint: false },
  edit: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  update: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  check: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  create: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  plan: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  select: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  record: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
} as const;

test.each(TOOLS)("$name keeps what its verb promises, all four hints given", ({ name, hints }) => {
  const verb = name.split("_")[0] as keyof typeof VERB_HINTS;
  expect(hints).toMatchObject(VERB_HINTS[verb]);
  expect(Object.keys(hints).sort()).toEqual(["destructiveHint", "idempotentHint", "openWorldHint", "readOnlyHint"]);
});

const ACTORS = /user|owner|thread|approv|tenant/i;

test.each(TOOLS)("$name takes nobody's word for who is acting", ({ input }) => {
  const { properties = {} } = z.toJSONSchema(input, { io: "input" });
  expect(Object.keys(properties).filter((key) => ACTORS.test(key))).toEqual([]);
});
