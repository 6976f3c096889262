/** The daily series that Open-Meteo's services answer with: one list of dates, one list of values a variable. */
import { z } from "zod";
import { dateSchema } from "../../trip/calendar.ts";
import type { Coordinates } from "../../trip/place.ts";

const series = z.array(z.number().nullable());

export const dailySchema = z.object({
  daily: z
    .object({
      time: z.array(dateSchema),
      temperature_2m_max: series,
      temperature_2m_min: series,
      precipitation_sum: series,
      precipitation_probability_max: series.optional(),
    })
    .refine(
      ({ time, temperature_2m_max: high, temperature_2m_min: low, precipitation_sum: rain }) =>
        [high, low, rain].every(({ length }) => length === time.length),
      "expected a value for every date",
    ),
});

export interface DailyValues {
  readonly date: string;
  readonly lowCelsius: number;
  readonly highCelsius: number;
  readonly rainMillimetres: number;
  /** Percent. */
  readonly rainProbability: number | null;
}

/** Colder or hotter it has never been where anybody travels, and no day has had more rain: the rest are errors. */
const isDegrees = (value: number | null | undefined): value is number =>
  typeof value === "number" && value >= -90 && value <= 60;
const isRain = (value: number | null | undefined): value is number =>
  typeof value === "number" && value >= 0 && value <= 2_000;

/** Days of which something is not known, or cannot be, are left out. */
export function dailyValues({ daily }: z.infer<typeof dailySchema>): DailyValues[] {
  return daily.time.flatMap((date, at) => {
    const lowCelsius = daily.temperature_2m_min[at];
    const highCelsius = daily.temperature_2m_max[at];
    const rainMillimetres = daily.precipitation_sum[at];
    if (!isDegrees(lowCelsius) || !isDegrees(highCelsius) || !isRain(rainMillimetres)) return [];
    const rainProbability = daily.precipitation_probability_max?.[at] ?? null;
    return [{ date, lowCelsius, highCelsius, rainMillimetres, rainProbability }];
  });
}

/** A hundredth of a degree is about a kilometre: weather knows no finer, and nobody is told where the bed stands. */
export function placeQuery({ lat, lon }: Coordinates): { latitude: string; longitude: string } {
  return { latitude: lat.toFixed(2), longitude: lon.toFixed(2) };
}

/** Dates as text sort as they follow each other. */
export const laterOf = (...dates: [string, string]): string => dates.toSorted()[1] ?? dates[0];
export const earlierOf = (...dates: [string, string]): string => dates.toSorted()[0] ?? dates[0];
