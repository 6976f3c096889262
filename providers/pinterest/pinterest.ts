/**
 * Pinterest: boards of a traveller who links their account, read once to find interests and places. The operator brings
 * an app of their own, each traveller says yes by themselves.
 * https://developers.pinterest.com, API v5.
 */
import type { Descriptor } from "../kernel/descriptor.ts";
import { openBoards } from "./boards.ts";
import { AUTHORIZE_VARIABLE, failureOf, openOAuth } from "./oauth.ts";

const setting = (variable: string, says: string, given: { isSecret?: true; isOptional?: true } = {}) => ({
  ...{ variable, says, isSecret: given.isSecret ?? false, isRequired: !given.isOptional },
});

export const pinterest: Descriptor = {
  id: "pinterest",
  name: "Pinterest",
  domains: ["inspiration"],
  access: "account",
  settings: [
    setting("PINTEREST_APP_ID", "the app's id"),
    setting("PINTEREST_APP_SECRET", "the app's secret key", { isSecret: true }),
    setting(AUTHORIZE_VARIABLE, "the page where travellers say yes, where it is another", { isOptional: true }),
  ],
  address: { standard: "https://api.pinterest.com/v5", variable: "PINTEREST_URL" },
  // Its rules want its content asked for anew each time; what points to it may be kept.
  terms: { contentSeconds: 0, priceSeconds: 0, keepsIds: true, isForModels: false },
  // A trial app has 1,000 calls a day for everybody together.
  limits: { perSecond: 10, atOnce: 4, perDay: 1_000, perUserPerDay: 200, timeoutMs: 10_000, maxBytes: 4_194_304 },
  attribution: { text: "Pins from Pinterest", url: "https://www.pinterest.com" },
  about: {
    keyAt: "an app at https://developers.pinterest.com/apps (trial access is enough), and TRIPWRIGHT_SECRET_KEY",
    costs: "nothing; a trial app has 1,000 calls a day",
    sends: "the traveller's own token, and which of their boards to read; nothing of the trip",
    stores: "sealed tokens and the account's name; ids of boards and pins; all of it until the account is unlinked",
    isUntested: true,
  },
  failureOf,
  open: (vendor) => ({
    inspiration: { provider: pinterest.name, id: pinterest.id, ...openOAuth(vendor), ...openBoards(vendor) },
  }),
};
