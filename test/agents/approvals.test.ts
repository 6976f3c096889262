/** A yes is a yes and nothing more; whatever adds to it is something else. */
import { expect, test } from "vitest";
import { isApproved, plainAnswer, requireAsked } from "../../agents/approvals.ts";
import type { PendingApproval } from "../../agents/state.ts";

test.each([
  ...["yes", "Yes!", "YES PLEASE", "y", "yep", "sure", "Sure, go ahead.", "ok", "OK", "okay, thanks", "yes, do it"],
  ...["go ahead", "Please do", "that's fine", "That’s OK.", "sounds good", "yeah sure", "of course", "I agree", "ja"],
  ...["yes yes", "approve", "all right"],
])("%j is a yes", (words) => {
  expect(plainAnswer(words)).toBe(true);
});

test.each([
  ...["no", "No.", "nope", "no thanks", "No, thank you!", "don't", "Don’t do it", "please don't", "keep it as it is"],
  ...["no, leave it", "not now", "cancel", "never mind", "wait", "stop", "nein"],
])("%j is a no", (words) => {
  expect(plainAnswer(words)).toBe(false);
});

test.each([
  ...["yes, but not on Monday", "no, take the cheaper one", "ok what about the museum?", "yes and add a castle"],
  ...["maybe", "why?", "", "   ", "?", "please", "thanks", "yes no", "no yes", "not sure", "is it sure?", "yesterday"],
  ...["the approval is yes", "ok then move the museum to Thursday", "great", "I said yes to the other one"],
])("%j is neither", (words) => {
  expect(plainAnswer(words)).toBeNull();
});

const pending: PendingApproval = {
  ...{ approvalId: "a", callId: "c", name: "swap", args: {}, asked: { summary: "Swap?", changes: [] } },
};
const yes = { approvalId: "a", isApproved: true };
const no = { approvalId: "a", isApproved: false };

test("silence is no yes, and one no outweighs a yes", () => {
  expect(isApproved(pending, [])).toBe(false);
  expect(isApproved(pending, [{ ...yes, approvalId: "b" }])).toBe(false);
  expect(isApproved(pending, [yes, no])).toBe(false);
  expect(isApproved(pending, [no, yes])).toBe(false);
  expect(isApproved(pending, [yes, yes])).toBe(true);
});

test("only what was asked can be answered", () => {
  expect(() => requireAsked([yes], [pending])).not.toThrow();
  expect(() => requireAsked([yes, { ...yes, approvalId: "b" }], [pending])).toThrow(/got "b"/);
  expect(() => requireAsked([], [pending])).toThrow(/got none/);
  expect(() => requireAsked([yes], [])).toThrow(/answered already/);
});
