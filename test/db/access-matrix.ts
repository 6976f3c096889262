/**
 * Who may do what, whole: every table and view of the schema has its entry here, or `access.test.ts` fails.
 * An entry says for each reader what becomes of one row of the owner's (and one of the other's), one word a
 * command: select, insert, update, delete.
 *
 *   select   all · own (just the reader's) · shared (just the owner's, to a stranger) · none · denied
 *   insert   writes · refused (by the policy: the new row would be the owner's) · denied
 *   update   writes · none (the row is not there for this reader) · denied
 *   delete   writes · none · denied
 *
 * `denied` is a missing privilege, `impossible` what no view can do.
 */

export const READERS = ["owner", "other", "nobody", "link", "wrongLink", "noLink", "service", "importer"] as const;
export type Reader = (typeof READERS)[number];
export type Access = Record<Reader, string>;

/** Whose rows are being made, for the columns that cannot be guessed from their type. */
export interface RowOwner {
  readonly userId: string;
  /** Of their trip; `null` when it is not shared. */
  readonly shareHash: string | null;
  idOf(relation: string): Promise<string>;
}
export interface Entry {
  readonly access: Access;
  /** The table, where the entry's name says more than that. */
  readonly relation?: string;
  readonly values?: (owner: RowOwner) => Promise<Record<string, unknown>> | Record<string, unknown>;
  /** The column that an update tries; the first one of the key unless said. */
  readonly updates?: string;
  /** Where the rows of a view or a partition come from. */
  readonly shows?: string;
}

const DENIED = "denied denied denied denied";
const readers = (named: Partial<Access>): Access => ({
  owner: DENIED,
  other: DENIED,
  nobody: DENIED,
  link: DENIED,
  wrongLink: DENIED,
  noLink: DENIED,
  service: DENIED,
  importer: DENIED,
  ...named,
});

const READ_ALL = "all denied denied denied";
const READ_NONE = "none denied denied denied";
const SWEPT = "all denied denied writes";
const WRITE_ALL = "all writes writes writes";

const NOBODYS = readers({});
const TRAVELLERS = readers({
  owner: "own writes writes writes",
  other: "own refused none none",
  nobody: "none refused none none",
});
const SHARED: Access = { ...TRAVELLERS, link: "shared denied denied denied", wrongLink: READ_NONE, noLink: READ_NONE };
const SERVED: Access = { ...TRAVELLERS, service: WRITE_ALL };
const SERVICE_ONLY = readers({ service: WRITE_ALL });
const CATALOGUE = readers({
  owner: READ_ALL,
  other: READ_ALL,
  nobody: READ_ALL,
  service: READ_ALL,
  importer: WRITE_ALL,
});
/** What a shared plan is shown with. */
const SHOWN_CATALOGUE: Access = { ...CATALOGUE, link: READ_ALL, wrongLink: READ_ALL, noLink: READ_ALL };
const viewed = (words: string): string => `${words} impossible impossible impossible`;
const OWN_VIEW: Access = {
  owner: viewed("own"),
  other: viewed("own"),
  nobody: viewed("none"),
  link: viewed("denied"),
  wrongLink: viewed("denied"),
  noLink: viewed("denied"),
  service: viewed("denied"),
  importer: viewed("denied"),
};

const LATER = "2100-01-01T00:00:00Z";
const ownThread = ({ userId }: RowOwner) => ({ thread_id: `${userId}:thread`, user_id: userId });

export const MATRIX: Readonly<Record<string, Entry>> = {
  // Travellers. Accounts are verified, locked and signed in by the service.
  users: {
    access: SERVED,
    values: ({ userId }) => ({ id: userId }),
    updates: "first_name",
  },
  user_sessions: {
    access: readers({
      owner: "own denied writes writes",
      other: "own denied none none",
      nobody: "none denied none none",
      service: WRITE_ALL,
    }),
    updates: "label",
  },
  // Who signs in elsewhere is known before anybody is; whom a name leads to never changes.
  external_identities: {
    access: readers({
      owner: "own denied denied denied",
      other: "own denied denied denied",
      nobody: READ_NONE,
      service: "all writes writes denied",
    }),
    updates: "last_used_at",
  },
  // Accounts elsewhere that a traveller has linked: nobody else's business, the service's neither.
  linked_accounts: { access: TRAVELLERS },
  notifications: { access: SERVED },
  // An audit trail: written once.
  user_activities: {
    access: readers({
      owner: "own writes denied denied",
      other: "own refused denied denied",
      nobody: "none refused denied denied",
      // Nothing but sign-ins.
      service: "all refused denied denied",
    }),
  },

  // Trips and their plans.
  trips: {
    access: SHARED,
    values: async ({ idOf, shareHash }) => ({
      primary_destination_type: "country",
      primary_country_id: await idOf("countries"),
      share_token: shareHash,
    }),
  },
  trip_destinations: {
    access: SHARED,
    values: async ({ idOf }) => ({ destination_type: "country", country_id: await idOf("countries") }),
  },
  trip_categories: { access: TRAVELLERS, values: () => ({ priority: 5 }) },
  trip_preferences: { access: TRAVELLERS },
  itineraries: {
    access: SHARED,
    values: () => ({ generated_by: "ai", verdict: '{"ok": true}', is_selected: true }),
  },
  itinerary_days: { access: SHARED },
  itinerary_items: { access: SHARED, values: () => ({ item_type: "attraction" }) },
  flights: {
    access: TRAVELLERS,
    values: () => ({ flight_type: "outbound", arrival_datetime: LATER }),
  },
  accommodations: { access: TRAVELLERS, values: () => ({ check_out_date: "2027-05-20" }) },
  trip_summary: { access: OWN_VIEW, shows: "trips" },
  itinerary_day_detail: { access: OWN_VIEW, shows: "itinerary_days" },

  // A link on a trip is its owner's, a link on a place everybody's.
  booking_links: {
    access: {
      ...TRAVELLERS,
      service: "none refused none none",
      importer: "none refused none none",
    },
    values: async ({ idOf }) => ({ linkable_type: "trip", linkable_id: await idOf("trips") }),
  },
  "booking_links of places": {
    relation: "booking_links",
    access: readers({
      owner: "all refused none none",
      other: "all refused none none",
      nobody: "all refused none none",
      service: WRITE_ALL,
      importer: WRITE_ALL,
    }),
    values: async ({ idOf }) => ({ linkable_type: "attraction", linkable_id: await idOf("attractions") }),
  },

  // Runs, conversations, feedback.
  ai_planning_jobs: { access: SERVED },
  run_events: { access: SERVED },
  chat_threads: { access: TRAVELLERS },
  chat_messages: { access: TRAVELLERS, values: () => ({ role: "user", parts: "[]" }) },
  model_calls: { access: { ...TRAVELLERS, service: READ_ALL } },
  ai_feedback: {
    access: { ...TRAVELLERS, service: READ_ALL },
    values: async ({ idOf }) => ({ feedback_type: "rating", rating: 4, itinerary_id: await idOf("itineraries") }),
  },
  // What evaluation runs found, and what their traveller said of the same plans.
  eval_runs: { access: TRAVELLERS },
  eval_answers: {
    access: TRAVELLERS,
    values: async ({ idOf }) => {
      // Rated, so that the view below has a row for it.
      await idOf("ai_feedback");
      return { trip_id: await idOf("trips"), itinerary_id: await idOf("itineraries"), scores: '{"pace": 1}' };
    },
  },
  eval_answer_ratings: { access: OWN_VIEW, shows: "eval_answers" },
  checkpoints: { access: TRAVELLERS, values: ownThread },
  checkpoint_blobs: { access: TRAVELLERS, values: ownThread },
  checkpoint_writes: { access: TRAVELLERS, values: ownThread },

  // Calls of programs; the service only clears away what has run out.
  keyed_calls: { access: { ...TRAVELLERS, service: SWEPT } },
  call_confirmations: {
    access: readers({
      owner: "own writes denied writes",
      other: "own refused denied none",
      nobody: "none refused denied none",
      service: SWEPT,
    }),
  },

  // What vendors answered, and when they were asked.
  flight_search_cache: { access: SERVICE_ONLY, values: () => ({ expires_at: LATER }) },
  accommodation_search_cache: { access: SERVICE_ONLY, values: () => ({ expires_at: LATER }) },
  search_claims: { access: SERVICE_ONLY },
  external_api_logs: { access: SERVICE_ONLY },
  // A traveller's day is counted for them; they may see the count, and take it along when they go.
  vendor_calls: {
    access: readers({
      owner: "own denied denied writes",
      other: "own denied denied none",
      nobody: "none denied denied none",
      service: WRITE_ALL,
    }),
    values: ({ userId }) => ({ user_id: userId }),
    updates: "calls",
  },
  review_checks: { access: readers({ service: WRITE_ALL, importer: WRITE_ALL }) },
  archived_partitions: { access: SERVICE_ONLY, values: () => ({ table_name: "user_activities", month: "2025-01-01" }) },

  // The catalogue: read by all, written by importers.
  catalogue_versions: { access: CATALOGUE },
  exchange_rates: { access: CATALOGUE },
  countries: { access: SHOWN_CATALOGUE },
  cities: { access: SHOWN_CATALOGUE, values: () => ({ city_type: "city" }) },
  city_names: { access: CATALOGUE, values: () => ({ kind: "name" }) },
  city_areas: { access: SHOWN_CATALOGUE },
  airports: { access: CATALOGUE, values: () => ({ size: "hub" }) },
  categories: { access: SHOWN_CATALOGUE, values: () => ({ level: 1 }) },
  dietary_restrictions: { access: CATALOGUE },
  accessibility_needs: { access: CATALOGUE },
  attractions: { access: SHOWN_CATALOGUE, values: () => ({ attraction_type: "museum" }) },
  attraction_embeddings: { access: CATALOGUE },
  attraction_reviews: { access: { ...CATALOGUE, service: WRITE_ALL } },
  catalogue_sources: { access: CATALOGUE },
  place_records: { access: CATALOGUE },
  lodgings: { access: CATALOGUE, values: () => ({ lodging_type: "hotel" }) },
  import_runs: { access: readers({ importer: WRITE_ALL }), values: () => ({ status: "running" }) },

  // A partition has no policies of its own: nobody reaches it but through its parent.
  user_activities_default: { access: NOBODYS, shows: "user_activities" },
  user_activities_YYYY_MM: { access: NOBODYS, shows: "user_activities" },
  external_api_logs_default: { access: NOBODYS, shows: "external_api_logs" },
  external_api_logs_YYYY_MM: { access: NOBODYS, shows: "external_api_logs" },

  // Read and written by migrations, as the owner of everything.
  schema_migrations: { access: NOBODYS },
  checkpoint_migrations: { access: NOBODYS },
};

/** What the months' partitions share. */
export function entryNameOf(relation: string): string {
  return relation.replace(/_\d{4}_\d{2}$/, "_YYYY_MM");
}
