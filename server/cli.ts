#!/usr/bin/env node
/** The one program. Commands are loaded when they are called, so that `--help` costs nothing. */
import { enableCompileCache } from "node:module";
import { Command, CommanderError, Option } from "commander";
import { TripwrightError } from "../trip/errors.ts";
import { silenceLibraries } from "./config.ts";
import { exitCodeOf } from "./exit-codes.ts";
import { printFailure } from "./print-failure.ts";

silenceLibraries();
enableCompileCache();

/** `--today` and `--json` mean the same everywhere. */
const today = (): Option => new Option("--today <date>", "take this as today's date (YYYY-MM-DD)");
const json = (): Option => new Option("--json", "print JSON, for programs");

function buildProgram(): Command {
  const program = new Command("tripwright")
    .description("Trip plans that hold up in the real world.")
    .showHelpAfterError("Run with --help to see what is possible.")
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  addTravellersCommands(program);
  addOperatorsCommands(program);
  return program;
}

function addTravellersCommands(program: Command): void {
  program
    .command("plan")
    .description("plan a trip from a request in your own words")
    .argument("[request...]", 'for example "4 days in Lisbon from 2027-05-10 for two, food and viewpoints, 900 EUR"')
    .addOption(json())
    .option("--out <file...>", "also write the plan to FILE.ics, .md, .geojson or .html")
    .option("--model <model>", "offline (default), openai:<model id> or compatible:<model id>")
    .addOption(today())
    .action(async (words, options) => (await import("./commands/plan.ts")).planCommand(words, options));
  program
    .command("trips")
    .description("list the trips you have planned")
    .option("--limit <count>", "how many", "20")
    .addOption(json())
    .addOption(today())
    .action(async (options) => (await import("./commands/trips.ts")).tripsCommand(options));
  program
    .command("show")
    .description("show the plan of a trip")
    .argument("<trip>", "its id, or the first characters of it, as `trips` prints them")
    .option("--version <number>", "an earlier version of the plan")
    .option("--out <file...>", "write it to FILE.ics, .md, .geojson or .html")
    .addOption(json())
    .addOption(today())
    .action(async (trip, options) => (await import("./commands/show.ts")).showCommand(trip, options));
  program
    .command("check")
    .description("judge an itinerary from anywhere: text, Markdown, or a plan in our JSON")
    .argument("[file]", "the file; - or nothing reads what is piped in", "-")
    .option("--start <date>", "date of day 1, where the text says none")
    .option("--city <name>", "its city, where the text names none")
    .option("--travelers <count>", "how many travel")
    .addOption(json())
    .addOption(today())
    .action(async (file, options) => (await import("./commands/check.ts")).checkCommand(file, options));
  program
    .command("share")
    .description("make a trip readable through a link, without who travels or what it costs")
    .argument("<trip>", "its id, or the first characters of it, as `trips` prints them")
    .option("--public", "for everybody, also without the link")
    .option("--stop", "end it: no link opens the trip any more")
    .addOption(json())
    .action(async (trip, options) => (await import("./commands/share.ts")).shareCommand(trip, options));
  program
    .command("account")
    .description("take everything stored about you along, or delete all of it")
    .argument("<action>", "export or delete")
    .option("--out <file>", "export into this file")
    .option("--yes", "delete without asking back")
    .addOption(json())
    .action(async (action, options) => (await import("./commands/account.ts")).accountCommand(action, options));
}

/** For whoever looks after the catalogue. */
function addPlacesCommands(program: Command): void {
  const places = program.command("places").description("what the catalogue knows, how well, and from where");
  places
    .command("stats")
    .description("what is known, city by city and field by field")
    .option("--city <name>", "only cities of this name")
    .addOption(json())
    .addOption(today())
    .action(async (options) => (await import("./commands/places-stats.ts")).placesStatsCommand(options));
  places
    .command("show")
    .description("everything known about a place: sources, age, reviews, links")
    .argument("<place>", "its id, or its name")
    .option("--city <name>", "the city to look in, where a name is not enough")
    .addOption(json())
    .addOption(today())
    .action(async (place, options) => (await import("./commands/places-show.ts")).placesShowCommand(place, options));
}

/** For whoever looks after the database. */
function addOperatorsCommands(program: Command): void {
  program
    .command("migrate")
    .description("bring the database schema up to date, take it back, or say where it stands")
    .argument("[direction]", "up, down or status", "up")
    .option("--count <number>", "how many steps down", "1")
    .addOption(json())
    .action(async (direction, options) => (await import("./commands/migrate.ts")).migrateCommand(direction, options));
  program
    .command("import")
    .description("bring in places: a publisher's file, or your own")
    .argument(
      "<format>",
      "osm, wikivoyage, wikidata, geonames, ourairports, overture, csv, geojson, city, reviews or links",
    )
    .argument("<file>", "the file")
    .option("--mapping <file>", "which column is what, for csv and geojson")
    .option("--date <date>", "the day the file's facts are of, where it does not say")
    .option("--again", "read a file that was imported already")
    .addOption(json())
    .action(async (format, file, options) =>
      (await import("./commands/import.ts")).importCommand(format, file, options),
    );
  addPlacesCommands(program);
  program
    .command("worker")
    .description("work in the background: jobs as they come, maintenance every night, until it is stopped")
    .option("--once", "do the maintenance now and exit")
    .option("--json", "one JSON object a line, for programs")
    .action(async (options) => (await import("./commands/worker.ts")).workerCommand(options));
  program
    .command("maintain")
    .description("look after the database once: partitions, archive, what has expired")
    .addOption(json())
    .action(async (options) => (await import("./commands/maintain.ts")).maintainCommand(options));
  program
    .command("doctor")
    .description("say what is configured, reachable and missing")
    .addOption(json())
    .action(async (options) => (await import("./commands/doctor.ts")).doctorCommand(options));
  program
    .command("metrics")
    .description("print what is watched, once, as Prometheus reads it")
    .action(async () => (await import("./commands/metrics.ts")).metricsCommand());
  program
    .command("schema")
    .description("print the JSON Schema of a document")
    .argument("[document]", "plan", "plan")
    .action(async (document) => (await import("./commands/schema.ts")).schemaCommand(document));
  program
    .command("stop")
    .description("stop the built-in database; the next command starts it again")
    .action(async () => (await import("./commands/stop.ts")).stopCommand());
}

/** Commander's own refusals in our words; `null` for help, which is no error. */
function asUsageError(error: CommanderError): TripwrightError | null {
  if (error.exitCode === 0 || error.code === "commander.help") return null;
  return new TripwrightError(
    "invalid_input",
    `${error.message.replace(/^error: /, "").replace(/^./, (first) => first.toUpperCase())}. Run with --help to see what is possible.`,
  );
}

async function main(args: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (thrown) {
    const error = thrown instanceof CommanderError ? asUsageError(thrown) : thrown;
    if (error === null) return 0;
    printFailure(error, { json: args.includes("--json") });
    return exitCodeOf(error);
  }
}

process.exitCode = await main(process.argv.slice(2));
