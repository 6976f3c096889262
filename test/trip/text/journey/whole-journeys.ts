/** Whole journeys as people ask for them, each with its meaning: what is not named in a meaning must not be read. */
import type { JourneyMeaning } from "./journey-meaning.ts";

export type WholeJourney = readonly [text: string, meaning: JourneyMeaning];

export const WHOLE_JOURNEYS: readonly WholeJourney[] = [
  [
    "I'd like to go from Tulsa to Boise for three days, May 3rd through May 5th 2023, alone, spending no more than $1,250.",
    { from: "Tulsa", to: "Boise", days: 3, start: "2023-05-03", people: 1, budget: 1250 },
  ],
  [
    "Plan a week for four of us in three Ohio cities, leaving St. Cloud on June 4, 2022 and getting back June 10, 2022. We can spend 8.5k. No flights, please!",
    {
      from: "St. Cloud",
      to: "Ohio",
      cities: 3,
      days: 7,
      start: "2022-06-04",
      people: 4,
      budget: 8500,
      transport: "no flight",
    },
  ],
  [
    "My wife and I live in Salt Lake City and want to spend 5 days touring two cities in New Mexico, 2022-04-11 to 2022-04-15. Budget: 4,200 USD. An entire place to ourselves, please.",
    {
      from: "Salt Lake City",
      to: "New Mexico",
      cities: 2,
      days: 5,
      start: "2022-04-11",
      people: 2,
      budget: 4200,
      room: "entire room",
    },
  ],
  [
    "Three days in Martha's Vineyard departing from Boston between the 3rd and the 5th of March 2022; there are six of us and the ceiling is $6,400.",
    { from: "Boston", to: "Martha's Vineyard", days: 3, start: "2022-03-03", people: 6, budget: 6400 },
  ],
  [
    "Our family of five would like a week-long journey beginning in Sault Ste. Marie with stops in 3 cities across the state of Wisconsin from March 2nd until March 8th, 2022. We have set aside $11,900. The lodging has to welcome kids under 10.",
    {
      from: "Sault Ste. Marie",
      to: "Wisconsin",
      cities: 3,
      days: 7,
      start: "2022-03-02",
      people: 5,
      budget: 11900,
      house: "children under 10",
    },
  ],
  [
    "Design a 5-day itinerary for a couple from Winston-Salem, exploring a pair of cities within California, March 27th–31st 2022, on a budget of 5,600 dollars. We love Thai and Italian food.",
    {
      from: "Winston-Salem",
      to: "California",
      cities: 2,
      days: 5,
      start: "2022-03-27",
      people: 2,
      budget: 5600,
      cuisines: ["Thai", "Italian"],
    },
  ],
  [
    "Could you put together something for seven people? We set out from Fort Wayne, see Tampa, and come back home. It's from March 9 to March 11, 2022 and everything must stay under $9,000.",
    { from: "Fort Wayne", to: "Tampa", days: 3, start: "2022-03-09", people: 7, budget: 9000 },
  ],
  [
    "Texas, visiting 3 cities, out of Des Moines, 7 days from 03/06/2022 to 03/12/2022, solo, $4,800",
    { from: "Des Moines", to: "Texas", cities: 3, days: 7, start: "2022-03-06", people: 1, budget: 4800 },
  ],
  [
    "I want to see 3 cities in Oklahoma, or rather in New Mexico, starting from Omaha on March 21st and returning on March 27th, 2022. It's just me. Budget $5,200.",
    { from: "Omaha", to: "New Mexico", cities: 3, days: 7, start: "2022-03-21", people: 1, budget: 5200 },
  ],
  [
    "We were going to have $3,000 but the budget is now set at $3,400. It's a trip from Key West to Atlanta for me and my two friends, March 16th to March 18th, 2022.",
    { from: "Key West", to: "Atlanta", days: 3, start: "2022-03-16", people: 3, budget: 3400 },
  ],
  [
    "A group of 4 is based in Grand Junction and hopes to cover two cities in Washington state from February 26th to March 2nd, 2022. The total cost shouldn't exceed $7,300. We'd want private rooms and we refuse to drive ourselves.",
    {
      from: "Grand Junction",
      to: "Washington",
      cities: 2,
      days: 5,
      start: "2022-02-26",
      people: 4,
      budget: 7300,
      room: "private room",
      transport: "no self-driving",
    },
  ],
  [
    "Starting point: Charlotte Amalie. Destination: Miami. Dates: 2022-03-01 - 2022-03-03. Travelers: 2. Budget: $2,750.",
    { from: "Charlotte Amalie", to: "Miami", days: 3, start: "2022-03-01", people: 2, budget: 2750 },
  ],
  [
    "Rochester (Minnesota) to Denver, three days, March 12-14, 2022, party of three, max $3300",
    { from: "Rochester", to: "Denver", days: 3, start: "2022-03-12", people: 3, budget: 3300 },
  ],
  [
    "Departing Buffalo and bound for Virginia, a trio of travelers will visit two different cities over five days, March 4th - March 8th, 2022, with $6,000 to spend in total.",
    { from: "Buffalo", to: "Virginia", cities: 2, days: 5, start: "2022-03-04", people: 3, budget: 6000 },
  ],
  [
    "Help me organise a getaway for two adults and two children leaving Reno for San Diego. We travel on March 18th, 2022 and are home on March 20th, 2022. Our limit is $3,900 and the house must accept children under ten.",
    {
      from: "Reno",
      to: "San Diego",
      days: 3,
      start: "2022-03-18",
      people: 4,
      budget: 3900,
      house: "children under 10",
    },
  ],
  [
    "I need a 7-day plan that starts and ends in Little Rock and takes in three towns in Florida, starting on the 14th of March 2022. I'm travelling by myself with thirty-two hundred dollars.",
    { from: "Little Rock", to: "Florida", cities: 3, days: 7, start: "2022-03-14", people: 1, budget: 3200 },
  ],
  [
    "Our hometown is Erie. Please take the eight of us to Chicago and back from March 25, 2022 to March 27, 2022. We have $10K and a dog that comes along.",
    { from: "Erie", to: "Chicago", days: 3, start: "2022-03-25", people: 8, budget: 10000, house: "pets" },
  ],
  [
    "We're two people who'd like to tour Montana for five days, hitting 2 cities, flying out of Dallas/Fort Worth? No: out of Dallas. March 15 to 19, 2022; budget of 4.9k.",
    { from: "Dallas", to: "Montana", cities: 2, days: 5, start: "2022-03-15", people: 2, budget: 4900 },
  ],
  [
    "From New York City, a solo trip to North Carolina covering 3 of its cities, lasting a week from March 5th to 11th, 2022, at most $3,500 all in.",
    { from: "New York", to: "North Carolina", cities: 3, days: 7, start: "2022-03-05", people: 1, budget: 3500 },
  ],
  [
    "For a group of 6 with a $30,200 budget: seven days, three cities in South Dakota, setting out from West Palm Beach, traveling March 10th, 2022 until March 16th, 2022. French, Mexican or Mediterranean meals would be lovely. Visitors must be allowed.",
    {
      from: "West Palm Beach",
      to: "South Dakota",
      cities: 3,
      days: 7,
      start: "2022-03-10",
      people: 6,
      budget: 30200,
      cuisines: ["French", "Mexican", "Mediterranean"],
      house: "visitors",
    },
  ],
  [
    "Can you sketch a three-day journey for a single traveler originating in Portland, Maine and ending in Philadelphia? It will last from March 22nd to the 24th, 2022. The cost can go up to $1,950. I have no cuisine preferences and no pets.",
    { from: "Portland", to: "Philadelphia", days: 3, start: "2022-03-22", people: 1, budget: 1950 },
  ],
  [
    "A duo from Knoxville plans on heading over to New York for a five-day tour of two cities. Dates are Mar 3 to Mar 7, 2022. Budget USD 5300.",
    { from: "Knoxville", to: "New York", cities: 2, days: 5, start: "2022-03-03", people: 2, budget: 5300 },
  ],
  [
    "We hope to travel from Peoria to Idaho, spending 5 days there from December 29th, 2022 to January 2nd, 2023 and calling at two cities. Five adults, $9,750, and not a shared room.",
    {
      from: "Peoria",
      to: "Idaho",
      cities: 2,
      days: 5,
      start: "2022-12-29",
      people: 5,
      budget: 9750,
      room: "not shared room",
    },
  ],
  [
    "Kindly arrange a trip for three from Bismarck to Nashville from March 30th to April 1st, 2022, with a spending cap of $2,600, somewhere that lets us throw a party, and with no car to drive.",
    {
      from: "Bismarck",
      to: "Nashville",
      days: 3,
      start: "2022-03-30",
      people: 3,
      budget: 2600,
      house: "parties",
      transport: "no self-driving",
    },
  ],
  [
    "I'm in Madison. Get me to 2 Pennsylvania cities and home again in 5 days, starting March 6th, 2022. 2,800 bucks.",
    { from: "Madison", to: "Pennsylvania", cities: 2, days: 5, start: "2022-03-06", people: 1, budget: 2800 },
  ],
  [
    "Please plan a trip departing from Coeur d'Alene to Spokane (Washington) for 2 travelers from the 8th of March to the 10th of March 2022 with a budget of $1,400.",
    { from: "Coeur d'Alene", to: "Spokane", days: 3, start: "2022-03-08", people: 2, budget: 1400 },
  ],
  [
    "Beginning in Fargo and ending in Santa Fe, we four friends will be away 3 days (March 19th to March 21st, 2022). $5,150 altogether.",
    { from: "Fargo", to: "Santa Fe", days: 3, start: "2022-03-19", people: 4, budget: 5150 },
  ],
  [
    "We'd first thought of Georgia. Instead of Georgia, take us to Tennessee: two cities, 5 days, March 13th to March 17th, 2022, from Syracuse, for a pair, $3,950.",
    { from: "Syracuse", to: "Tennessee", cities: 2, days: 5, start: "2022-03-13", people: 2, budget: 3950 },
  ],
  [
    "Looking for a 1-week adventure through 3 unique cities of Minnesota for two individuals who'll embark from Baton Rouge on March 20th, 2022 and return on March 26th, 2022; approximately $6,900 is available; accommodations should let us smoke.",
    {
      from: "Baton Rouge",
      to: "Minnesota",
      cities: 3,
      days: 7,
      start: "2022-03-20",
      people: 2,
      budget: 6900,
      house: "smoking",
    },
  ],
  [
    "trip from omaha to denver, march 3 to march 5 2022, 2 people, $1500",
    { from: "Omaha", to: "Denver", days: 3, start: "2022-03-03", people: 2, budget: 1500 },
  ],
  [
    "I shall be leaving Santa Barbara on 7 March 2022 to spend 3 days in Eugene. One person, $1,100.",
    { from: "Santa Barbara", to: "Eugene", days: 3, start: "2022-03-07", people: 1, budget: 1100 },
  ],
  [
    "Two days over a weekend, 12 and 13 March 2022, from Lansing to Cleveland, for three people: 900 dollars.",
    { from: "Lansing", to: "Cleveland", days: 2, start: "2022-03-12", people: 3, budget: 900 },
  ],
  [
    "Map out a Colorado trip for us, group of 5, departing Amarillo; 3 cities, 7 days, March 8th-14th, 2022; $7,777.",
    { from: "Amarillo", to: "Colorado", cities: 3, days: 7, start: "2022-03-08", people: 5, budget: 7777 },
  ],
  [
    "Between March 11 and March 13 of 2022, I'd go to College Station from Newport News on my own; $1,000 tops.",
    { from: "Newport News", to: "College Station", days: 3, start: "2022-03-11", people: 1, budget: 1000 },
  ],
  [
    "The journey originates in Oklahoma City, covers a state (Arizona) and its two most interesting cities, and lasts five days from March 23rd, 2022 to March 27th, 2022. Two guests. Total budget $4,444.",
    { from: "Oklahoma City", to: "Arizona", cities: 2, days: 5, start: "2022-03-23", people: 2, budget: 4444 },
  ],
];
