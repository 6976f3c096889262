/** What every tool owes its callers: parsed arguments in, one typed result out, and nobody else's mistakes. */
import { expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { defineTool } from "../../tools/define-tool.ts";
import type { Tool, ToolContext, ToolOutcome } from "../../tools/tool.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { contextWithoutStores } from "../agents/planner-run.ts";

const hints = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
const context = contextWithoutStores(new AbortController().signal);
const fields = { nights: z.int(), note: z.string() };
const input = z.strictObject({ from: z.iso.date(), nights: z.int().min(1).default(3).describe("at least one") });

function toolThat(
  run: (args: z.output<typeof input>, context: ToolContext) => Promise<ToolOutcome<typeof fields>>,
): Tool {
  return defineTool({ name: "count_nights", title: "Count nights", description: "Counts.", input, fields, hints, run });
}
const counting = toolThat(async ({ nights }) => ({ status: "ok", notices: [], nights, note: "counted" }));

test("arguments are parsed, and the result repeats them as understood", async () => {
  expect(await counting.call({ from: "2027-05-10" }, context)).toEqual({
    status: "ok",
    request: { from: "2027-05-10", nights: 3 },
    notices: [],
    nights: 3,
    note: "counted",
  });
});

test.each([
  [
    "the wrong type",
    { from: "2027-05-10", nights: "two" },
    ['nights: expected a whole number of at least 1 (at least one), got "two"'],
  ],
  ["a field too many", { from: "2027-05-10", userId: "u1" }, ['arguments: expected only from, nights, got "userId"']],
  ["a field too few", {}, ["from: expected a date that exists, as YYYY-MM-DD, got nothing"]],
])("%s is named, and nothing runs", async (_, args, issues) => {
  const never = toolThat(() => Promise.reject(new Error("it ran")));
  expect(await never.call(args, context)).toEqual({
    status: "error",
    request: args,
    notices: [],
    error: {
      code: "invalid_input",
      message: `count_nights could not use its arguments. ${issues.join("; ")}.`,
      details: { issues },
    },
  });
});

test.each([undefined, null, "from Monday", 7, ["2027-05-10"]])("arguments that are no object (%o)", async (args) => {
  const result = await counting.call(args, context);
  expect(result).toMatchObject({ status: "error", request: {}, error: { code: "invalid_input" } });
});

test.each([
  ["city_not_found", "error"],
  ["provider_unavailable", "error"],
  ["needs_input", "needs_input"],
  ["budget_too_small", "infeasible"],
  ["nothing_fits", "infeasible"],
] as const)("%s goes back as %s, with its words and details", async (code, status) => {
  const refusing = toolThat(() => Promise.reject(new TripwrightError(code, "Expected more.", { least: 2 })));
  expect(await refusing.call({ from: "2027-05-10" }, context)).toEqual({
    status,
    request: { from: "2027-05-10", nights: 3 },
    notices: [],
    error: { code, message: "Expected more.", details: { least: 2 } },
  });
});

test("a defect is not dressed up as a result", async () => {
  const broken = toolThat(() => Promise.reject(new TypeError("undefined is not a place")));
  await expect(broken.call({ from: "2027-05-10" }, context)).rejects.toThrow("undefined is not a place");
});

test("a result that breaks its own schema is a defect", async () => {
  const lying = toolThat(async () => ({ status: "ok", notices: [], nights: 2.5, note: "half a night" }));
  await expect(lying.call({ from: "2027-05-10" }, context)).rejects.toThrow(z.ZodError);
});

test("what the schema does not name does not get out", async () => {
  const rowWithSecret = { status: "ok" as const, notices: [], nights: 1, note: "one", ownerId: "u1" };
  const talkative = toolThat(async () => rowWithSecret);
  expect(await talkative.call({ from: "2027-05-10" }, context)).not.toHaveProperty("ownerId");
});

test("fields may be missing when the status is not good, and need no value", async () => {
  const empty = toolThat(async () => ({ status: "empty", notices: ["Nothing there."] }));
  expect(await empty.call({ from: "2027-05-10" }, context)).toEqual({
    status: "empty",
    request: { from: "2027-05-10", nights: 3 },
    notices: ["Nothing there."],
  });
});

test("the context reaches the handler as it is", async () => {
  const seen: ToolContext[] = [];
  const looking = toolThat(async (_, given) => {
    seen.push(given);
    return { status: "ok", notices: [], nights: 1, note: given.clock.today() };
  });
  expect(await looking.call({ from: "2027-05-10" }, context)).toMatchObject({ note: "2027-01-15" });
  expect(seen[0]).toBe(context);
});

test("the handler's types follow from the schemas", () => {
  defineTool({
    name: "typed_tool",
    title: "Typed",
    description: "Typed.",
    input,
    fields,
    hints,
    run: async (args) => {
      expectTypeOf(args).toEqualTypeOf<{ from: string; nights: number }>();
      return { status: "ok", notices: [], nights: args.nights, note: args.from };
    },
  });
  expectTypeOf<ToolOutcome<typeof fields>["nights"]>().toEqualTypeOf<number | undefined>();
});
