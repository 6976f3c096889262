/** The plan a conversation is about, as far as a traveller's words can point at it: days with their stops, and cities. */

export interface StopInView {
  /** "2.3": the third stop of day 2. */
  position: string;
  day: number;
  kind: string;
  start: string;
  end: string;
  title: string;
  /** Such as "locked" or "completed". */
  marks: readonly string[];
}

export interface DayInView {
  day: number;
  date: string;
  city: string;
  stops: readonly StopInView[];
}

export interface CityInView {
  id: string;
  name: string;
  from: string;
  to: string;
}

export interface PlanInView {
  today: string;
  startDate: string;
  endDate: string;
  travelers: number;
  childAges: readonly number[];
  cities: readonly CityInView[];
  days: readonly DayInView[];
  hasProposal: boolean;
  /** Titles that were spoken of last: what "it" means. */
  mentioned: readonly string[];
  /** The title that was chosen when two fitted the words. */
  chosen: string | null;
}

export function stopsOf({ days }: PlanInView): StopInView[] {
  return days.flatMap(({ stops }) => stops);
}

export function dayOf({ days }: PlanInView, number: number): DayInView | null {
  return days.find(({ day }) => day === number) ?? null;
}
