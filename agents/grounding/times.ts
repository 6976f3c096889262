/** Times of day in a text, however they are written: 09:30, 9:30 am, 9 pm, 9h30. */

export interface TimeClaim {
  text: string;
  /** HH:MM. */
  time: string;
  /** The other half of the day, where what was written leaves it open: "dinner at 8:30". */
  orElse: string | null;
}

const HALF = String.raw`\s?([ap])(?:\.\s?m\.|m\b)`;
const CLOCK = new RegExp(String.raw`(?<![\d.,:/])(\d{1,2})[:h]([0-5]\d)(?!\d|[:/]\d)(?:${HALF})?`, "gi");
/** "9 am", "9.30 pm": without the half of the day a number alone is no time. */
const HALVED = new RegExp(String.raw`(?<![\d.,:/])(\d{1,2})(?:\.([0-5]\d))?${HALF}`, "gi");

const padded = (value: number): string => String(value).padStart(2, "0");

/** Minutes beyond midnight are the next day's: a bar that closes at 26:00 closes at two. */
export function timeOfMinute(minute: number): string {
  const inDay = ((Math.round(minute) % 1440) + 1440) % 1440;
  return `${padded(Math.floor(inDay / 60))}:${padded(inDay % 60)}`;
}

/** Said without its half, and not as a timetable would: "8:30". */
function otherHalf(hour: string, time: string, half: string | undefined): string | null {
  const isOpen = half === undefined && !hour.startsWith("0") && Number(hour) >= 1 && Number(hour) <= 12;
  if (!isOpen) return null;
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return timeOfMinute(((hours + 12) % 24) * 60 + minutes);
}

/** `null` for what no clock shows. */
function timeOf(hour: number, minute: number, half: string | undefined): string | null {
  if (half === undefined) return hour <= 24 ? timeOfMinute(hour * 60 + minute) : null;
  if (hour < 1 || hour > 12) return null;
  const isAfternoon = half.toLowerCase() === "p";
  return timeOfMinute(((hour % 12) + (isAfternoon ? 12 : 0)) * 60 + minute);
}

/** As programs write an instant; its wall time counts. */
const INSTANT = /\d{4}-\d\d-\d\dT(\d\d:\d\d)/g;

export function instantTimesIn(text: string): string[] {
  return [...text.matchAll(INSTANT)].flatMap(([, time]) => time ?? []);
}

export function timesIn(text: string): TimeClaim[] {
  return [...text.matchAll(CLOCK), ...text.matchAll(HALVED)].flatMap(([said, hour = "", minute = "0", half]) => {
    const time = timeOf(Number(hour), Number(minute), half);
    return time ? [{ text: said.trim(), time, orElse: otherHalf(hour, time, half) }] : [];
  });
}
