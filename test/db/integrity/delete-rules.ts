/**
 * What deleting a row does to the rows that point to it, for every foreign key of the schema, and why. `goes`:
 * it is deleted along. `stays`: it is kept and points to nothing. `refuses`: the delete fails, so that whoever
 * wants it says first what is to become of them.
 */
export interface DeleteRule {
  effect: "goes" | "stays" | "refuses";
  because: string;
}

const goes = (because: string): DeleteRule => ({ effect: "goes", because });
const stays = (because: string): DeleteRule => ({ effect: "stays", because });
const refuses = (because: string): DeleteRule => ({ effect: "refuses", because });

const USERS = goes("a user is deleted whole");
const TRIP = goes("it is about this trip and nothing else");
const CATALOGUE = refuses("a traveller's rows need it; a catalogue retires what is gone, it does not delete it");
const SOURCE = refuses("what a source said is shown with its licence and attribution");
const REFERENCE = refuses("a list that many rows name; what is in use is renamed, not deleted");

export const DELETE_RULES: Readonly<Record<string, DeleteRule>> = {
  "user_sessions.user_id": USERS,
  "external_identities.user_id": USERS,
  "linked_accounts.user_id": USERS,
  "trips.user_id": USERS,
  "ai_planning_jobs.user_id": USERS,
  "ai_feedback.user_id": USERS,
  "notifications.user_id": USERS,
  "user_activities.user_id": USERS,
  "checkpoints.user_id": USERS,
  "checkpoint_blobs.user_id": USERS,
  "checkpoint_writes.user_id": USERS,

  "keyed_calls.user_id": USERS,
  "call_confirmations.user_id": USERS,

  "chat_threads.user_id": USERS,
  "chat_messages.user_id": USERS,
  "model_calls.user_id": USERS,
  "chat_threads.trip_id": stays("a conversation goes on without the trip that it was about"),
  "chat_messages.user_id,thread_id": goes("messages are their conversation's"),
  "chat_messages.run_id": stays("what was said stays when its record goes"),
  "model_calls.run_id": goes("a call is its run's"),
  "ai_planning_jobs.user_id,thread_id": stays("what a run took and cost outlives the conversation"),
  "itineraries.job_id": stays("the plan stays when the record of the job that made it goes"),

  "eval_runs.user_id": USERS,
  "eval_answers.eval_run_id": goes("an answer is its run's"),
  "eval_answers.trip_id": stays("a run's figures are those of all its samples, whatever became of their trips"),
  "eval_answers.trip_id,itinerary_id": stays("a run's figures are those of all its samples, whatever became of a plan"),
  "eval_answers.run_id": stays("what was found stays when the record of the planning goes"),

  "trip_destinations.trip_id": TRIP,
  "trip_categories.trip_id": TRIP,
  "trip_preferences.trip_id": TRIP,
  "itineraries.trip_id": TRIP,
  "flights.trip_id": TRIP,
  "accommodations.trip_id": TRIP,
  "flights.trip_id,included_with": goes("the way back was sold with the way there and has no price of its own"),
  "ai_feedback.trip_id": TRIP,
  "notifications.trip_id": TRIP,
  "booking_links.trip_id": TRIP,
  "ai_planning_jobs.trip_id": stays("what a run took and spent is counted after its trip is gone"),

  "itineraries.trip_id,parent_itinerary_id": stays(
    "a version is a whole plan; without its parent it is only a first one",
  ),
  "itinerary_days.itinerary_id": goes("a day is part of its version"),
  "itinerary_items.itinerary_id,itinerary_day_id": goes("an item is part of its day"),
  "itinerary_items.itinerary_id,delayed_to_day_id": stays(
    "the original is history, whatever became of where it was put off to",
  ),
  "booking_links.itinerary_item_id": goes("a link without what it books is of no use"),
  "ai_feedback.trip_id,itinerary_id": stays("it has its own copy of model and verdict, and still teaches something"),
  "ai_planning_jobs.itinerary_id": stays("what a run took and spent is counted after its plan is gone"),

  "trips.ai_planning_job_id": stays("the trip is the traveller's, the run only made a plan for it"),
  "itineraries.run_id": stays("the plan is the traveller's, the run only made it"),
  "ai_feedback.run_id": stays("it has its own copy of model and verdict"),
  "run_events.run_id": goes("it is what happened in this run"),

  "cities.country_id": refuses("a city is in a country"),
  "airports.country_id": refuses("an airport is in a country"),
  "trips.primary_country_id": CATALOGUE,
  "trip_destinations.country_id": CATALOGUE,
  "trips.primary_city_id": CATALOGUE,
  "trip_destinations.city_id": CATALOGUE,
  "itinerary_days.city_id": CATALOGUE,
  "accommodations.city_id": CATALOGUE,
  "attractions.city_id": refuses("an attraction is in a city"),
  "city_areas.city_id": goes("an area is part of its city"),
  "accommodation_search_cache.city_id": goes("it can be asked for again"),
  "itinerary_items.attraction_id": refuses("a stored plan names it; a place that is gone is retired instead"),
  "attraction_reviews.attraction_id": goes("a review without its place says nothing"),
  "review_checks.attraction_id": goes("there is nothing left to ask about"),
  "attraction_embeddings.attraction_id": goes("it can be computed again"),
  "booking_links.attraction_id": goes("a link without what it books is of no use"),
  "place_records.attraction_id": goes("what sources say of a place goes with it, and is imported again"),
  "place_records.source": SOURCE,
  "lodgings.source": SOURCE,
  "lodgings.city_id": refuses("a lodging is in a city"),
  "import_runs.source": SOURCE,
  "archived_partitions.replaces": stays("the object that stood in for it goes on without it"),

  "categories.parent_category_id": REFERENCE,
  "trip_categories.category_id": REFERENCE,
};
