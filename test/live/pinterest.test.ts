import { expect } from "vitest";
import { pinterest } from "../../providers/pinterest/pinterest.ts";
import { describeLive } from "./describe-live.ts";

/** A token that is good for a day comes from the app's own page at Pinterest. */
const token = process.env.LIVE_PINTEREST_TOKEN ?? "";

describeLive(pinterest, [
  {
    says: "reads the boards of the account that LIVE_PINTEREST_TOKEN is of, and the pins of the first",
    ask: async ({ inspiration }, scope) => {
      const account = await inspiration?.findAccount(token, scope);
      const boards = await inspiration?.listBoards(token, scope);
      const first = boards?.[0];
      return { account, boards, pins: first ? await inspiration?.listPins(token, first.id, scope) : [] };
    },
    holds: (answer) => {
      expect(answer).toMatchObject({ account: { id: expect.stringMatching(/^\d+$/) }, boards: expect.any(Array) });
      expect(answer).toMatchObject({ pins: expect.any(Array) });
    },
  },
]);
