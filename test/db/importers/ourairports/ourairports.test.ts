/** OurAirports' table: airports one can book a flight to, and why the others are left out. */
import { expect, test } from "vitest";
import { openOurairportsFile } from "../../../../db/importers/ourairports/open-ourairports-file.ts";
import { abortHalfway, FILE_DATE, readAll, testFiles } from "../files-for-tests.ts";

const HEADER =
  '"id","ident","type","name","latitude_deg","longitude_deg","elevation_ft","continent","iso_country","iso_region","municipality","scheduled_service","icao_code","iata_code","gps_code","local_code","home_link","wikipedia_link","keywords"\n';

function row(
  id: number,
  type: string,
  name: string,
  iata: string,
  more: { city?: string; scheduled?: string; lat?: string } = {},
): string {
  const { city = "Vila Azul", scheduled = "yes", lat = "38.5" } = more;
  return `${id},"ZZ${id}","${type}","${name}",${lat},-9.25,374,"EU","PT","PT-11","${city}","${scheduled}","ZZ${id}","${iata}","ZZ${id}",,,,"blue"\n`;
}

const file = testFiles();

test("airports with scheduled flights and a code", async () => {
  const table = [
    HEADER,
    row(1, "large_airport", "Vila Azul Airport", "VZA", { city: "Vila Azul (Campo, Azul)" }),
    row(2, "medium_airport", "Costa International Airport", "CZA"),
    row(3, "medium_airport", "Serra Airport, Upper Field", "SZA"),
    row(4, "small_airport", "Ilha Airfield", "IZA"),
    row(5, "heliport", "Hospital Pad", "HZA"),
    row(6, "closed", "Old Field", "OZA"),
    row(7, "large_airport", "Air Base", "BZA", { scheduled: "no" }),
    row(8, "small_airport", "Strip", ""),
    row(9, "small_airport", "Nowhere", "NZA", { city: "" }),
    row(10, "small_airport", "Odd", "DZA", { lat: "" }),
  ].join("");
  const { records, skipped } = await readAll(openOurairportsFile, file("airports.csv", table));
  expect(records[0]).toEqual({
    kind: "airport",
    externalId: "1",
    sourceDate: FILE_DATE,
    ids: {},
    name: "Vila Azul Airport",
    location: { lat: 38.5, lon: -9.25 },
    iataCode: "VZA",
    cityName: "Vila Azul",
    countryCode: "PT",
    size: "hub",
  });
  expect(records.map((record) => "size" in record && record.size)).toEqual([
    "hub",
    "international",
    "regional",
    "regional",
  ]);
  expect(skipped.map(({ reason }) => reason)).toEqual([
    "heliport, seaplane base, balloonport or closed",
    "heliport, seaplane base, balloonport or closed",
    "no scheduled flights",
    "no IATA code",
    "no city",
    "no coordinates",
  ]);
});

test.each([
  ["another table", "id,name\n1,x\n", "expected airports.csv of OurAirports with the columns type, latitude_deg"],
  ["a table cut off", `${HEADER}${row(1, "large_airport", "Vila", "VZA").slice(0, 30)}`, "line 2"],
])("%s is refused in one line", async (_, content, message) => {
  const reading = readAll(openOurairportsFile, file("wrong.csv", content));
  await expect(reading).rejects.toMatchObject({ code: "invalid_input" });
  await expect(reading).rejects.toThrow(message);
});

test("a reading that is stopped", async () => {
  const many = file("many.csv", HEADER + row(1, "large_airport", "Vila", "VZA").repeat(2000));
  expect(await abortHalfway(openOurairportsFile, many)).toEqual(new Error("stopped by the test"));
});
