/** A line of the exam as a request: its structured fields checked, with the spellings that copies of it are known to have. */
import { z } from "zod";
import {
  HOUSE_RULES,
  type HouseRule,
  type JourneyRequest,
  REFUSED_TRANSPORT,
  type RefusedTransport,
  ROOM_WISHES,
  type RoomWish,
} from "../../trip/schedule/journey/request.ts";
import { unpacked } from "./plain-literal.ts";

export interface ExamQuery {
  idx: number;
  text: string;
  level: string | null;
  request: JourneyRequest & { budget: number };
}

const amount = z.preprocess(
  (value) => (typeof value === "string" && value.trim() !== "" ? Number(value.replace(/[$,\s]/g, "")) : value),
  z.number(),
);
const wish = z.unknown().transform((value) => {
  const plain = unpacked(value);
  const first = Array.isArray(plain) ? (plain[0] as unknown) : plain;
  const text =
    typeof first === "string" ? first.trim().toLowerCase() : first === null || first === undefined ? "" : "?";
  return ["", "-", "none", "null", "nan"].includes(text) ? null : text;
});
const names = z.unknown().transform((value): string[] => {
  const plain = unpacked(value);
  const parts = Array.isArray(plain) ? plain : typeof plain === "string" ? plain.split(",") : [];
  return parts.map((part: unknown) => String(part).trim()).filter((part) => !["", "-", "None", "null"].includes(part));
});

const constraintsSchema = z.preprocess(
  (value) => unpacked(value) ?? {},
  z.object({ "house rule": wish, cuisine: names, "room type": wish, transportation: wish }).partial(),
);
const lineSchema = z.object({
  org: z.string().trim().min(1),
  dest: z.string().trim().min(1),
  days: amount.pipe(z.number().int().positive()),
  visiting_city_number: amount.pipe(z.number().int().positive()),
  date: z.preprocess(unpacked, z.array(z.string())),
  people_number: amount.pipe(z.number().int().positive()),
  local_constraint: constraintsSchema.default({}),
  budget: amount,
  query: z.string().default(""),
  level: z.string().nullish(),
  idx: z.number().int().optional(),
});

const SAME_RULE: Record<string, HouseRule> = { parities: "parties", party: "parties", children: "children under 10" };
const SAME_ROOM: Record<string, RoomWish> = {
  "entire home/apt": "entire room",
  "entire home": "entire room",
  "not shared": "not shared room",
  private: "private room",
  shared: "shared room",
};

/** The wish in the words of a request; `undefined` if nobody knows it. */
function known<Word extends string>(
  text: string | null,
  words: readonly Word[],
  same: Record<string, Word> = {},
): Word | null | undefined {
  if (text === null) return null;
  return words.find((word) => word === text) ?? same[text];
}

/** `position` counts lines from 1 and stands in for a missing idx. */
export function readQuery(line: string, position: number): ExamQuery | { error: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    return { error: `a JSON object was expected; ${error instanceof Error ? error.message : "it is none"}` };
  }
  const parsed = lineSchema.safeParse(raw);
  if (!parsed.success) {
    return { error: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ") };
  }
  const { local_constraint: wishes, ...fields } = parsed.data;
  const houseRule = known(wishes["house rule"]?.replace(/^no /, "") ?? null, HOUSE_RULES, SAME_RULE);
  const room = known(wishes["room type"] ?? null, ROOM_WISHES, SAME_ROOM);
  const transport = known<RefusedTransport>(wishes.transportation ?? null, REFUSED_TRANSPORT);
  if (houseRule === undefined || room === undefined || transport === undefined) {
    return { error: `local_constraint has a wish nobody knows: ${JSON.stringify(wishes)}` };
  }
  const { org, dest, days, date, people_number, visiting_city_number, budget } = fields;
  const request = { origin: org, destination: dest, cities: visiting_city_number, days, dates: date, budget };
  const wanted = { travelers: people_number, houseRule, room, transport, cuisines: [...new Set(wishes.cuisine ?? [])] };
  return {
    idx: fields.idx ?? position,
    text: fields.query,
    level: fields.level ?? null,
    request: { ...request, ...wanted },
  };
}
