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
  addLinkCommands(program);
  addAssistantsCommands(program);
  addJobsCommands(program);
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
    .option(
      "--model <model>",
      "offline (default), openai:<model id>, compatible:<model id>, …; several with commas, in order of their turn",
    )
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
    .argument("[file]", "the file; - or nothing reads what is piped in; with --live a trip's id", "-")
    .option("--live", "judge a stored trip by what its places say today; needs GOOGLE_PLACES_API_KEY")
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

/** Accounts elsewhere, and what is read through them. */
function addLinkCommands(program: Command): void {
  program
    .command("link")
    .description("link an account of yours elsewhere, through a browser")
    .argument("<vendor>", "pinterest")
    .addOption(json())
    .action(async (vendor, options) => (await import("./commands/link.ts")).linkCommand(vendor, options));
  program
    .command("unlink")
    .description("end a link, and forget what was read through it")
    .argument("<vendor>", "pinterest")
    .addOption(json())
    .action(async (vendor, options) => (await import("./commands/link.ts")).unlinkCommand(vendor, options));
  const pinterest = program.command("pinterest").description("boards of the linked account, and what they become");
  pinterest
    .command("boards")
    .description("list the boards")
    .addOption(json())
    .action(async (options) => (await import("./commands/pinterest.ts")).pinterestBoardsCommand(options));
  pinterest
    .command("read")
    .description("read a board: interests are added to a trip, places are offered")
    .argument("[board]", "its id or its name")
    .option("--trip <trip>", "for this trip: its id, or the first characters of it")
    .option("--file <file>", "a text with a line for each pin, in place of a board")
    .option("--confirm <place...>", "insist on these of the places offered, by id or name")
    .addOption(json())
    .action(async (board, options) => (await import("./commands/pinterest.ts")).pinterestReadCommand(board, options));
}

/** Planning in the background: a worker does it. */
function addAssistantsCommands(program: Command): void {
  program
    .command("mcp")
    .description("serve the tools to a chat assistant over standard input and output (MCP)")
    .addOption(today())
    .action(async (options) => (await import("./commands/mcp.ts")).mcpCommand(options));
}

function addJobsCommands(program: Command): void {
  const jobs = program.command("jobs").description("plans that are made in the background, by `tripwright worker`");
  jobs
    .command("add")
    .description("order a plan from a request in your own words")
    .argument("[request...]", 'for example "4 days in Lisbon from 2027-05-10 for two, food and viewpoints, 900 EUR"')
    .option("--model <model>", "as for `plan`")
    .addOption(json())
    .addOption(today())
    .action(async (words, options) => (await import("./commands/jobs.ts")).addJobCommand(words, options));
  jobs
    .command("list")
    .description("list your jobs, the newest first")
    .option("--limit <count>", "how many", "20")
    .addOption(json())
    .action(async (options) => (await import("./commands/jobs.ts")).listJobsCommand(options));
  jobs
    .command("show")
    .description("say how far a job is")
    .argument("<job>", "its id, or the first characters of it, as `jobs list` prints them")
    .option("--follow", "tell what happens until it has ended")
    .addOption(json())
    .action(async (job, options) => (await import("./commands/jobs.ts")).showJobCommand(job, options));
  jobs
    .command("retry")
    .description("begin a job again that has failed")
    .argument("<job>", "its id, or the first characters of it")
    .addOption(json())
    .action(async (job, options) => (await import("./commands/jobs.ts")).retryJobCommand(job, options));
  jobs
    .command("cancel")
    .description("end a job that is not done, or put one away that has failed")
    .argument("<job>", "its id, or the first characters of it")
    .addOption(json())
    .action(async (job, options) => (await import("./commands/jobs.ts")).cancelJobCommand(job, options));
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
    .option("--live", "and what is said of it today; needs GOOGLE_PLACES_API_KEY")
    .addOption(json())
    .addOption(today())
    .action(async (place, options) => (await import("./commands/places-show.ts")).placesShowCommand(place, options));
  places
    .command("verify")
    .description("say that you looked and a place is as the catalogue has it, or how it is instead")
    .argument("<place>", "its id, or its name")
    .option("--city <name>", "the city to look in, where a name is not enough")
    .option("--name <name>", "what it is called")
    .option("--at <lat,lon>", "where its entrance is")
    .option("--hours <hours>", 'as OpenStreetMap writes them: "Tu-Su 10:00-18:00; Dec 25 off"')
    .option("--price <price>", '"free", or what an adult pays: "12.50 EUR"')
    .option("--wheelchair <access>", "yes, limited or no")
    .option("--website <address>", "its own page")
    .option("--by <name>", "who looked; you, unless said")
    .option("--yes", "yes, I looked")
    .addOption(json())
    .addOption(today())
    .action(async (place, options) =>
      (await import("./commands/places-verify.ts")).placesVerifyCommand(place, options),
    );
}

function addServerCommands(program: Command): void {
  program
    .command("serve")
    .description("serve chat, trips and plans over HTTP, until it is stopped")
    .option("--port <port>", "where to listen; PORT or 3000 unless given")
    .option("--host <address>", "127.0.0.1 unless given; any other needs TRIPWRIGHT_AUTH=tokens")
    .addOption(new Option("--json", "log one JSON object a line, for programs"))
    .addOption(today())
    .action(async (options) => (await import("./commands/serve.ts")).serveCommand(options));
  const tokens = program.command("tokens").description("who may call a server that others can reach");
  tokens
    .command("create")
    .description("make a token, shown this once")
    .option("--label <text>", "what it is for")
    .option("--scopes <scopes>", "what it may do", "read,plan,write")
    .option("--user <email>", "whom it acts for; the local user unless given, made where new")
    .option("--expires <time>", "after days or hours, such as 90d; never unless given")
    .addOption(json())
    .action(async (options) => (await import("./commands/tokens.ts")).tokensCreateCommand(options));
  tokens
    .command("list")
    .description("list the tokens, without their secrets")
    .addOption(json())
    .action(async (options) => (await import("./commands/tokens.ts")).tokensListCommand(options));
  tokens
    .command("revoke")
    .description("end a token at once")
    .argument("<id>", "its id or the beginning of it, as `tokens list` prints them")
    .addOption(json())
    .action(async (id, options) => (await import("./commands/tokens.ts")).tokensRevokeCommand(id, options));
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
    .description("bring in places: a publisher's file, or your own; or exchange rates")
    .argument(
      "<format>",
      "osm, wikivoyage, wikidata, geonames, ourairports, overture, csv, geojson, city, reviews, links, overpass or rates",
    )
    .argument("[file]", "the file; for overpass a city's name or id; for rates nothing")
    .option("--mapping <file>", "which column is what, for csv and geojson")
    .option("--date <date>", "the day the file's facts are of, where it does not say")
    .option("--again", "read a file that was imported already")
    .option("--radius <km>", "for overpass: how far around the city's middle; 6 unless given")
    .option("--force", "for overpass: ask again within 30 days")
    .addOption(json())
    .action(async (format, file, options) =>
      (await import("./commands/import.ts")).importCommand(format, file, options),
    );
  addPlacesCommands(program);
  addServerCommands(program);
  program
    .command("worker")
    .description("work in the background: jobs as they come, maintenance every night, until it is stopped")
    .option("--once", "do the maintenance now and exit")
    .option("--only <queue...>", "these queues alone: planning, maintenance, embeddings")
    .option("--json", "one JSON object a line, for programs")
    .action(async (options) => (await import("./commands/worker.ts")).workerCommand(options));
  program
    .command("maintain")
    .description("look after the database once: partitions, archive, what has expired")
    .addOption(json())
    .action(async (options) => (await import("./commands/maintain.ts")).maintainCommand(options));
  program
    .command("usage")
    .description("say what models took and cost, and what came of it, by day, model and prompt")
    .option("--from <date>", "first day; 30 days ago unless given")
    .option("--to <date>", "last day; today unless given")
    .addOption(json())
    .action(async (options) => (await import("./commands/usage.ts")).usageCommand(options));
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
    .command("eval")
    .description("score plans offline: a suite by its name, or score, compare, toptw, travelplanner")
    .argument("[args...]", "for example: golden --trials 3; eval alone says what there is")
    .allowUnknownOption()
    .helpOption(false)
    .action(async (args) => {
      process.exitCode = await (await import("../evals/eval.ts")).evalCommand(args);
    });
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
