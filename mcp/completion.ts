/** What a person may be about to type: ids and titles of their trips, cities by name, the words that arguments take. */
import {
  type CompleteRequest,
  type CompleteResult,
  ProtocolError,
  ProtocolErrorCode,
  type Server,
} from "@modelcontextprotocol/server";
import { categorySchema } from "../trip/categories.ts";
import { EXPORT_FORMATS } from "../trip/export/export-plan.ts";
import type { Identity } from "../trip/ports.ts";
import { paceSchema } from "../trip/trip.ts";
import type { McpApplication, McpParts } from "./parts.ts";
import { PROMPTS } from "./prompts-known.ts";
import { answered, requireRead } from "./protocol-errors.ts";
import { keyOfCity } from "./resource-city.ts";
import { TEMPLATES } from "./resource-uris.ts";

/** The protocol's own limit. */
const MOST_VALUES = 100;
const MOST_CITIES = 10;
const LONGEST = 100;

interface Completions {
  values: string[];
  /** How many there are, where that is known. */
  total?: number;
}
type Completer = (typed: string, application: McpApplication) => Promise<Completions> | Completions;

/** Nothing typed yet: the best known of those that can be planned in. Marks alone name no city. */
async function citiesLike(typed: string, { toolContext }: McpApplication): Promise<CityHits> {
  const text = typed.trim();
  if (text !== "" && !/[\p{L}\p{N}]/u.test(text)) return [];
  return toolContext.catalogue.searchCities({ text: text || undefined, coveredOnly: text === "", limit: MOST_CITIES });
}
type CityHits = Awaited<ReturnType<McpApplication["toolContext"]["catalogue"]["searchCities"]>>;

const cityKeys: Completer = async (typed, application) => {
  // A key that is typed on is a name with a country behind it.
  const hits = await citiesLike(typed.replaceAll("-", " "), application);
  const { catalogue } = application.toolContext;
  return { values: await Promise.all(hits.map((city) => keyOfCity(city, catalogue))) };
};

const cityNames: Completer = async (typed, application) => {
  const hits = await citiesLike(typed, application);
  const named = hits.map(({ name, region, countryName }) =>
    [...new Set([name, ...(region === null ? [] : [region]), countryName])].join(", "),
  );
  return { values: [...new Set(named)] };
};

const tripIds: Completer = async (typed, { directory }) => {
  const { trips, total } = await directory.listPage({ limit: MOST_VALUES, matching: typed.trim() || undefined });
  return { values: trips.map(({ id }) => id), total };
};

const words =
  (known: readonly string[]): Completer =>
  (typed) => {
    const values = known.filter((word) => word.startsWith(typed.trim().toLowerCase()));
    return { values, total: values.length };
  };

/** Of several words, the last is being typed. */
const listOf =
  (known: readonly string[]): Completer =>
  (typed) => {
    const before = typed.split(",").slice(0, -1);
    const begun = typed.split(",").at(-1)?.trim().toLowerCase() ?? "";
    const used = new Set(before.map((word) => word.trim().toLowerCase()));
    const values = known
      .filter((word) => word.startsWith(begun) && !used.has(word))
      .map((word) => [...before.map((each) => each.trim()), word].join(", "));
    return { values, total: values.length };
  };

const OF_TEMPLATES: Readonly<Record<string, Completer>> = { id: tripIds, city: cityKeys };
const OF_PROMPTS: Readonly<Record<string, Completer>> = {
  destination: cityNames,
  city: cityNames,
  interests: listOf(categorySchema.options),
  pace: words(paceSchema.options),
  exportAs: words(EXPORT_FORMATS),
  tripId: tripIds,
};

function requireKnown(ref: CompleteRequest["params"]["ref"]): void {
  const [known, named] =
    ref.type === "ref/prompt"
      ? [PROMPTS.map(({ name }) => name), ref.name]
      : [TEMPLATES.map(({ uriTemplate }) => uriTemplate), ref.uri];
  if (known.includes(named)) return;
  const message = `Expected one of ${known.join(", ")} to complete for, got "${named.slice(0, 100)}".`;
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}

async function complete(
  parts: McpParts,
  identity: Identity,
  { ref, argument }: CompleteRequest["params"],
): Promise<CompleteResult> {
  requireRead(identity, "completions");
  requireKnown(ref);
  const completers = ref.type === "ref/prompt" ? OF_PROMPTS : OF_TEMPLATES;
  const completer = Object.hasOwn(completers, argument.name) ? completers[argument.name] : undefined;
  if (!completer) return { completion: { values: [], total: 0, hasMore: false } };
  const typed = argument.value.replaceAll("\0", "").slice(0, LONGEST);
  const { values, total } = await completer(typed, await parts.actFor(identity));
  return {
    completion: {
      values: values.slice(0, MOST_VALUES),
      ...(total !== undefined && { total }),
      hasMore: values.length > MOST_VALUES || (total ?? 0) > values.length,
    },
  };
}

export function serveCompletion(server: Server, parts: McpParts, identity: Identity): void {
  server.setRequestHandler("completion/complete", ({ params }) =>
    answered(parts, null, () => complete(parts, identity, params)),
  );
}
