/**
 * What is read of LiteAPI's rates. Their description and their own examples do not agree (a total declared as a list
 * comes as an object), so that both are taken; a house that cannot be read costs nobody the others.
 * https://docs.liteapi.travel, POST /v3.0/hotels/rates.
 */
import { z } from "zod";
import { VendorError } from "../kernel/vendor-error.ts";
import { readableList } from "../offers/readable-list.ts";

const moneySchema = z.object({ amount: z.number(), currency: z.string() });
const moneysSchema = z.union([z.array(moneySchema), moneySchema.transform((money) => [money])]);

const feeSchema = z.object({
  included: z.boolean().nullish(),
  amount: z.number().nullish(),
  currency: z.string().nullish(),
});

const penaltySchema = z.object({
  cancelTime: z.string(),
  amount: z.number(),
  timezone: z.string().nullish(),
});

const rateSchema = z.object({
  name: z.string().nullish(),
  boardName: z.string().nullish(),
  retailRate: z.object({ taxesAndFees: z.array(feeSchema).nullish().catch(null) }).nullish(),
  cancellationPolicies: z
    .object({
      refundableTag: z.string().nullish(),
      cancelPolicyInfos: z.array(penaltySchema).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
export type Rate = z.infer<typeof rateSchema>;

const roomTypeSchema = z.object({ offerRetailRate: moneysSchema, rates: z.array(rateSchema).min(1) });
export type RoomType = z.infer<typeof roomTypeSchema>;

const ROOM_TYPES_READ = 20;

const pricedHouseSchema = z.object({
  hotelId: z.string().min(1).max(100),
  roomTypes: readableList(roomTypeSchema, { most: ROOM_TYPES_READ }),
});
export type PricedHouse = z.infer<typeof pricedHouseSchema>;

const houseSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string(),
  address: z.string().nullish().catch(null),
  latitude: z.number().nullish().catch(null),
  longitude: z.number().nullish().catch(null),
  rating: z.number().nullish().catch(null),
  stars: z.number().nullish().catch(null),
  review_count: z.number().nullish().catch(null),
});
export type House = z.infer<typeof houseSchema>;

/** More than was asked for is somebody's mistake. */
const HOUSES_READ = 500;

export const ratesSchema = z.object({
  data: readableList(pricedHouseSchema, { most: HOUSES_READ }),
  hotels: readableList(houseSchema, { most: HOUSES_READ }).nullish(),
  sandbox: z.boolean().nullish(),
});

export const NO_RATES: z.infer<typeof ratesSchema> = { data: [] };

const errorSchema = z.object({ error: z.object({ code: z.number() }) });
const NO_AVAILABILITY = new Set([2001, 1008]);

/** The code of an error, which may come with any status; `null` where it is none. */
export function errorCodeIn(content: unknown): number | null {
  return errorSchema.safeParse(content).data?.error.code ?? null;
}

/** "No availability" is an answer; any other error under a status of success is not. */
export function readRates(provider: string, text: string): unknown {
  const content: unknown = JSON.parse(text);
  const code = errorCodeIn(content);
  if (code === null) return content;
  if (NO_AVAILABILITY.has(code)) return NO_RATES;
  throw new VendorError(provider, code >= 50_000 || (code >= 5_000 && code < 6_000) ? "upstream" : "bad_request");
}
