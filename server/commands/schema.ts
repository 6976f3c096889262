/** `tripwright schema`: the JSON Schemas of the documents we print, from the schemas we check with. */
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { planAnswerSchema } from "../../trip/plan-document.ts";

const DOCUMENTS: Record<string, z.ZodType> = { plan: planAnswerSchema };

export async function schemaCommand(document: string): Promise<void> {
  const schema = DOCUMENTS[document];
  if (!schema) {
    const names = Object.keys(DOCUMENTS).join(", ");
    throw new TripwrightError("invalid_input", `Expected one of ${names}, got "${document}".`, {
      documents: Object.keys(DOCUMENTS),
    });
  }
  process.stdout.write(`${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`);
}
