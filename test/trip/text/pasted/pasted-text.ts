/** One row of the tables of pasted itineraries. */
export interface PastedText {
  style: string;
  text: string;
  items: readonly string[];
  unresolved: readonly string[];
  errors: readonly string[];
}
