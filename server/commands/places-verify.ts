/**
 * `tripwright places verify`: a person who looked says that a place is as the catalogue has it, or how it is
 * instead. Nothing else makes a place verified, and no import changes what was verified.
 */
import { userInfo } from "node:os";
import { verifyPlace } from "../../db/conflation/verify-place.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";
import { toDecimal, toMinor } from "../../trip/money.ts";
import { isEatery, wheelchairAccessSchema } from "../../trip/place.ts";
import type { PlaceDetails } from "../../trip/place-details.ts";
import { renderPlace } from "../render/render-place.ts";
import { withSession } from "../session.ts";
import { terminal } from "../terminal.ts";
import { detailsOf } from "./places-show.ts";

export interface PlacesVerifyOptions {
  city?: string;
  by?: string;
  yes?: boolean;
  name?: string;
  at?: string;
  hours?: string;
  price?: string;
  wheelchair?: string;
  website?: string;
  json?: boolean;
  today?: string;
}

type Changes = NonNullable<Parameters<typeof verifyPlace>[1]["changes"]>;

const refuse = (expected: string, got: string): TripwrightError =>
  new TripwrightError("invalid_input", `Expected ${expected}, got "${got}".`);

function hoursSaid(text: string): Changes {
  const { problem } = hoursFromRule(text);
  if (problem !== null) {
    throw refuse('--hours as OpenStreetMap writes them ("Tu-Su 10:00-18:00; Dec 25 off")', `${text}" (${problem})`);
  }
  return { hours: text };
}

function spotSaid(text: string): Changes {
  const [lat = Number.NaN, lon = Number.NaN, ...more] = text.split(",").map(Number);
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || more.length > 0) throw refuse("--at as lat,lon", text);
  return { location: { lat, lon } };
}

/** "free", "12.50 EUR". */
function priceSaid(text: string): Changes {
  if (text.trim().toLowerCase() === "free") return { pricing: "free" };
  const [, amount, currency] = /^(\d+(?:\.\d{1,3})?) ?([A-Z]{3})$/.exec(text.trim()) ?? [];
  if (amount === undefined || currency === undefined) throw refuse('--price as "free" or "12.50 EUR"', text);
  if (Number(amount) === 0) return { pricing: "free" };
  return { pricing: "paid", admission: { amount: toDecimal(toMinor(amount, currency), currency), currency } };
}

function accessSaid(text: string): Changes {
  const access = wheelchairAccessSchema.safeParse(text);
  if (!access.success) throw refuse(`--wheelchair as ${wheelchairAccessSchema.options.join(", ")}`, text);
  return { wheelchair: access.data };
}

function websiteSaid(text: string): Changes {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) throw refuse("--website as an address with https://", text);
  return { website: text };
}

function changesOf({ name, at, hours, price, wheelchair, website }: PlacesVerifyOptions): Changes {
  return {
    ...(name !== undefined && { name }),
    ...(at !== undefined && spotSaid(at)),
    ...(hours !== undefined && hoursSaid(hours)),
    ...(price !== undefined && priceSaid(price)),
    ...(wheelchair !== undefined && accessSaid(wheelchair)),
    ...(website !== undefined && websiteSaid(website)),
  };
}

function needsYes({ name }: PlaceDetails, changes: Changes): TripwrightError {
  const changed = Object.keys(changes);
  const what = changed.length === 0 ? "all of this is so" : `this is so, but for ${changed.join(", ")} as you say`;
  return new TripwrightError(
    "invalid_input",
    `Expected --yes: it says that you looked at ${name} and ${what}. No import changes it then.`,
  );
}

export async function placesVerifyCommand(typed: string, options: PlacesVerifyOptions): Promise<void> {
  const changes = changesOf(options);
  await withSession({ today: options.today }, async (session) => {
    const { database, toolContext, config } = session;
    const place = await detailsOf(typed, options.city, session);
    const city = await toolContext.catalogue.getCity(place.cityId);
    if (options.price !== undefined && isEatery(place)) {
      throw refuse("--price for a place to visit; meals have no admission", `it for ${place.name}`);
    }
    if (!options.yes) {
      process.stdout.write(options.json ? "" : `${renderPlace(place, city.name, terminal(config))}\n`);
      throw needsYes(place, changes);
    }
    const by = options.by?.trim() || userInfo().username;
    await database.transaction({ kind: "importer" }, (tx) =>
      verifyPlace(tx, { placeId: place.id, by, on: toolContext.clock.today(), changes }),
    );
    const now = await detailsOf(place.id, undefined, session);
    const shown = options.json
      ? JSON.stringify({ place: now }, null, 2)
      : renderPlace(now, city.name, terminal(config));
    process.stdout.write(`${shown}\n`);
  });
}
