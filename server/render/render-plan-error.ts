/** Why there is no plan, as one paragraph. Codes and details are for programs; people get the message. */

import { plainText } from "../../trip/export/words.ts";
import type { PlanError } from "../../trip/plan-document.ts";
import { wrapText } from "./text-layout.ts";

export function renderPlanError({ message }: PlanError["error"], { width }: { width: number }): string {
  return wrapText(plainText(message), width).join("\n");
}
