/** Who can be asked by a form, and what is made of what a client sends back: nothing that it was not asked for. */
import type { ClientCapabilities, ServerContext } from "@modelcontextprotocol/server";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, dialogueOf } from "../../../mcp/dialogue.ts";
import { merged, withAnswers } from "../../../mcp/missing-facts.ts";
import { progressReports } from "../../../mcp/progress.ts";

type Request = Parameters<typeof dialogueOf>[0];

/** No more of a request than a dialogue looks at. */
function requestWith(given: { envelope?: object; inputResponses?: Record<string, unknown>; state?: unknown }): Request {
  const { envelope, inputResponses, state } = given;
  const requestState = (() => state) as ServerContext["mcpReq"]["requestState"];
  return { envelope, inputResponses, requestState } as Request;
}

const KEY = "io.modelcontextprotocol/clientCapabilities";

describe("a person can be asked", () => {
  test.each<[ClientCapabilities | undefined, boolean]>([
    [undefined, false],
    [{}, false],
    [{ sampling: {} }, false],
    [{ elicitation: {} }, true],
    [{ elicitation: { form: {} } }, true],
    [{ elicitation: { url: {} } }, false],
    [{ elicitation: { form: {}, url: {} } }, true],
  ])("by a client that declares %j: %s", (capabilities, expected) => {
    expect(dialogueOf(requestWith({}), capabilities).canAsk).toBe(expected);
    expect(dialogueOf(requestWith({ envelope: { [KEY]: capabilities } }), undefined).canAsk).toBe(expected);
  });

  test("when the request itself says so: what the connection said before does not count", () => {
    expect(dialogueOf(requestWith({ envelope: { [KEY]: {} } }), { elicitation: {} }).canAsk).toBe(false);
  });
});

const stateOf = (remember: Parameters<typeof ask>[1]): unknown =>
  ask({ message: "?", requestedSchema: { type: "object", properties: {} } }, remember).requestState;

describe("answers", () => {
  const asked = [
    { field: "cityIds.0", kind: "text" as const },
    { field: "startDate", kind: "date" as const },
  ];

  test("become the arguments that were asked for, and no others", () => {
    const state = stateOf({ rounds: 1, answers: { endDate: "2027-05-11" }, asked });
    const content = { cityIds_0: "Lisbon", startDate: "", tripId: "not asked", userId: "somebody" };
    const request = requestWith({ state, inputResponses: { form: { action: "accept", content } } });
    const dialogue = withAnswers(dialogueOf(request, { elicitation: {} }));
    expect(merged({ cityIds: ["?", "Porto"], pace: "relaxed" }, dialogue)).toEqual({
      ...{ cityIds: ["Lisbon", "Porto"], pace: "relaxed", endDate: "2027-05-11" },
    });
    expect(dialogue.canAsk).toBe(true);
  });

  test.each(["decline", "cancel"])("%s ends the asking", (action) => {
    const state = stateOf({ rounds: 1, answers: {}, asked });
    const request = requestWith({ state, inputResponses: { form: { action } } });
    const dialogue = withAnswers(dialogueOf(request, { elicitation: {} }));
    expect(dialogue.canAsk).toBe(false);
    expect(merged({ pace: "relaxed" }, dialogue)).toEqual({ pace: "relaxed" });
  });

  test("whatever is sent as state or answer, it is understood or as good as nothing", () => {
    const anything = fc.anything({ withNullPrototype: true });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(encoded), anything), anything, (state, form) => {
        const request = requestWith({ state, inputResponses: { form } });
        const dialogue = withAnswers(dialogueOf(request, { elicitation: {} }));
        const args = merged({ pace: "relaxed" }, dialogue);
        expect(Object.getPrototypeOf(args)).toBe(Object.prototype);
        expect(dialogue.remembered.rounds).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each(["__proto__", "cityIds.0.1", "cityIds.constructor", "a-b", ""])("no argument is called %j", (field) => {
    const state = encoded(JSON.stringify({ rounds: 1, answers: { [field]: "x" } }));
    const dialogue = dialogueOf(requestWith({ state }), undefined);
    expect(dialogue.remembered.answers).toEqual({});
  });
});

function encoded(text: string): string {
  return Buffer.from(text).toString("base64url");
}

describe("progress", () => {
  type Sent = { params?: unknown };
  const reporting = (token?: string): { sent: Sent[] } & ReturnType<typeof progressReports> => {
    const sent: Sent[] = [];
    const notify: ServerContext["mcpReq"]["notify"] = async (notification) => void sent.push(notification);
    const reports = progressReports({ notify, _meta: token === undefined ? {} : { progressToken: token } });
    return { sent, ...reports };
  };

  test("a thousand steps at once are the first and the newest, in order, and nothing after the end", async () => {
    const { sent, report, end } = reporting("t");
    for (let step = 1; step <= 1_000; step++) report?.({ message: `step ${step}` });
    expect(sent).toHaveLength(1);
    await expect.poll(() => sent.length).toBe(2);
    expect(sent).toEqual([
      { method: "notifications/progress", params: { progressToken: "t", progress: 1, message: "step 1" } },
      { method: "notifications/progress", params: { progressToken: "t", progress: 2, message: "step 1000" } },
    ]);
    report?.({ message: "too soon, and then it is over" });
    end();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(sent).toHaveLength(2);
  });

  test("is told to nobody who did not ask for it", () => {
    expect(reporting().report).toBeUndefined();
  });

  test("a client that is gone disturbs nobody", () => {
    const notify = (): Promise<void> => Promise.reject(new Error("gone"));
    progressReports({ notify, _meta: { progressToken: 1 } }).report?.({ message: "anybody there?" });
  });
});
