/** The same wish in other words: what is understood, and with it the plan, must not depend on them. */
import { formatDateLong } from "../../../trip/calendar.ts";
import { sentence, type TripWords } from "./trip-words.ts";

/** Clauses turned round, each as a sentence of its own. */
export function reordered(trip: TripWords): string {
  const { city, days, from, travelers, likes, amount, currency, mustSee } = trip;
  const must = mustSee ? ` ${capitalised(mustSee)} is a must.` : "";
  return `Our budget is ${amount} ${currency}. We like ${likes.join(" and ")}.${must} We are ${travelers} adults and start on ${from}: ${days} days in ${city}.`;
}

/** Other words for the same, and the date written out. */
export function synonyms(trip: TripWords): string {
  const { city, days, from, travelers, likes, amount, currency, mustSee } = trip;
  const must = mustSee ? ` Don't leave out ${mustSee}.` : "";
  return `Could you put together a ${days}-day stay in ${city} starting ${dateInWords(from)} for ${travelers} people? We are into ${likes.join(" and ")} and can spend ${amount} ${currency}.${must}`;
}

/** "10 May 2027", without the weekday. */
const dateInWords = (date: string): string => formatDateLong(date).replace(/^\p{L}+,?\s+/u, "");
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const shouted = (trip: TripWords): string => sentence(trip).toUpperCase();

export const politely = (trip: TripWords): string =>
  `Hi there! I hope you are well. ${sentence(trip)} Thank you so much in advance, you are a star!`;
