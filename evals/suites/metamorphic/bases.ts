/** Ten plain trips in built-in cities, each with a budget that does not bind, so that a change shows what it changes. */
import type { TripWords } from "./trip-words.ts";

export const BASES: readonly TripWords[] = [
  {
    ...{ id: "lisbon", city: "Lisbon", otherCity: "Porto", days: 4, from: "2027-05-10", travelers: 2 },
    ...{ likes: ["food", "viewpoints"], amount: 2_600, currency: "EUR", mustSee: "Jerónimos Monastery" },
  },
  {
    ...{ id: "rome", city: "Rome", otherCity: "Florence", days: 3, from: "2027-05-11", travelers: 2 },
    ...{ likes: ["ancient history", "churches"], amount: 2_200, currency: "EUR", mustSee: "the Colosseum" },
  },
  {
    ...{ id: "paris", city: "Paris", otherCity: "Brussels", days: 3, from: "2027-04-14", travelers: 2 },
    ...{ likes: ["art museums", "cafes"], amount: 2_800, currency: "EUR", mustSee: "the Musée d'Orsay" },
  },
  {
    ...{ id: "tokyo", city: "Tokyo", otherCity: "Kyoto", days: 4, from: "2027-04-06", travelers: 2 },
    ...{ likes: ["temples", "street food"], amount: 420_000, currency: "JPY", mustSee: "Senso-ji" },
  },
  {
    ...{ id: "new-york", city: "New York City", otherCity: "Chicago", days: 3, from: "2027-05-18", travelers: 2 },
    ...{ likes: ["museums", "parks"], amount: 4_200, currency: "USD" },
  },
  {
    ...{ id: "barcelona", city: "Barcelona", otherCity: "Madrid", days: 4, from: "2027-05-18", travelers: 2 },
    ...{ likes: ["architecture", "beaches"], amount: 2_900, currency: "EUR", mustSee: "Park Güell" },
  },
  {
    ...{ id: "vienna", city: "Vienna", otherCity: "Prague", days: 3, from: "2027-05-12", travelers: 2 },
    ...{ likes: ["palaces", "gardens"], amount: 2_400, currency: "EUR", mustSee: "the Kunsthistorisches Museum" },
  },
  {
    ...{ id: "istanbul", city: "Istanbul", otherCity: "Athens", days: 3, from: "2027-05-05", travelers: 2 },
    ...{ likes: ["mosques", "markets"], amount: 1_900, currency: "EUR", mustSee: "Topkapı Palace" },
  },
  {
    ...{ id: "london", city: "London", otherCity: "Edinburgh", days: 3, from: "2027-05-18", travelers: 2 },
    ...{ likes: ["history", "markets"], amount: 2_600, currency: "GBP", mustSee: "the British Museum" },
  },
  {
    ...{ id: "berlin", city: "Berlin", otherCity: "Amsterdam", days: 3, from: "2027-05-19", travelers: 2 },
    ...{ likes: ["street art", "history"], amount: 2_300, currency: "EUR" },
  },
];
