/**
 * What the weather means for a plan: days on which a forecast is sure enough of rain are planned under a roof where they
 * can be; what is only usual at that time of year is said and changes nothing.
 */
import { formatDateShort } from "./calendar.ts";
import type { DayWeather } from "./vendor-ports.ts";

/** A forecast below that is a coin's toss; less rain wets nobody through. */
const RAIN_PROBABILITY = 0.6;
const RAIN_MILLIMETRES = 2;
/** Of past days; below it nobody needs to be told. */
const OFTEN_WET = 0.3;

type Seen = DayWeather & { provider: string };

const isRainy = ({ basis, rainProbability, rainMillimetres }: DayWeather): boolean =>
  basis === "forecast" && rainProbability >= RAIN_PROBABILITY && rainMillimetres >= RAIN_MILLIMETRES;

export function rainyDatesIn(days: readonly DayWeather[]): string[] {
  return [...new Set(days.filter(isRainy).map(({ date }) => date))];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function climateWords(days: readonly Seen[]): string[] {
  const usual = days.filter(({ basis }) => basis === "climate");
  const [first] = usual;
  if (!first) return [];
  const share = usual.reduce((sum, { rainProbability }) => sum + rainProbability, 0) / usual.length;
  if (share < OFTEN_WET) return [];
  return [
    `In past years it rained on ${percent(share)} of such days (${first.provider}). Nothing is planned for rain yet: say on which day it will rain when a forecast does.`,
  ];
}

/** In a traveller's words. */
export function outlookWords(days: readonly Seen[]): string[] {
  const rainy = days.filter(isRainy).map(({ date, rainProbability, rainMillimetres, provider }) => {
    const how = `${percent(rainProbability)}, ${Math.round(rainMillimetres)} mm by ${provider}`;
    return `Rain is likely on ${formatDateShort(date)} (${how}): that day is planned under a roof where it can be.`;
  });
  return [...rainy, ...climateWords(days)];
}
