/** A data folder in the exam's layout, written by the test: two towns of one state, and a home. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const LINE = {
  idx: 1,
  org: "Home",
  dest: "Ash",
  days: 3,
  visiting_city_number: 1,
  date: ["2022-03-01", "2022-03-02", "2022-03-03"],
  people_number: 2,
  local_constraint: { "house rule": "pets", cuisine: ["Chinese"], "room type": "entire room", transportation: null },
  budget: 400,
  query: "From Home to Ash.",
  level: "medium",
};

const FILES: Record<string, string> = {
  "flights.csv": `Flight Number,Price,DepTime,ArrTime,ActualElapsedTime,FlightDate,OriginCityName,DestCityName,Distance
F1,20,08:00,09:30,1 hours 30 minutes,2022-03-01,Home,Ash,100.0
F2,30,18:00,19:30,1 hours 30 minutes,2022-03-03,Ash,Home,100.0
F3,,18:00,19:30,1 hours 30 minutes,2022-03-03,Ash,Home,100.0
`,
  "db/accommodations/clean_accommodations_2022.csv": `,NAME,room type,price,minimum nights,review rate number,house_rules,maximum occupancy,city
0,"Flat, with view",Entire home/apt,60.0,2.0,4.0,No smoking,2,Ash
1,Flat,Entire home/apt,10.0,1.0,4.0,No smoking,2,Ash
2,Den,Entire home/apt,5.0,1.0,4.0,,2,Ash
3,Kennel,Entire home/apt,7.0,1.0,4.0,No pets & No smoking,2,Ash
4,Bunk,Shared room,6.0,1.0,4.0,No parties,2,Ash
`,
  "db/restaurants/clean_restaurant_2022.csv": `,Name,City,Cuisines,Average Cost,Aggregate Rating
0,Subway Ash,Ash,"Cafe, Tea",10,4.0
1,Subway,Ash,Cafe,5,4.0
2,Wok,Ash,"Chinese, BBQ",12,4.0
3,Grill,Ash,BBQ,11,4.0
4,Toast,Ash,Bakery,13,4.0
`,
  "db/attractions/attractions.csv": `Name,Latitude,Longitude,Address,Phone,Website,City
Mill,1,1,1 Road,1,https://a.example,Ash
Pond,1,1.1,2 Road,,https://b.example,Ash
`,
  "db/googleDistanceMatrix/distance.csv": `origin,destination,cost,duration,distance
Home,Ash,,2 hours 5 mins,"1,110 km"
Ash,Home,,1 day 2 hours,"1,110 km"
`,
  "db/background/citySet_with_states.txt": "Home\tElsewhere\nAsh\tWoods\nBirch\tWoods",
};

export async function smallFolder(lines: readonly (object | string)[], without?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "exam-"));
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  for (const [name, content] of Object.entries({ ...FILES, "train.jsonl": text })) {
    if (name === without) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
