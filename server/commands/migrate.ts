/** `tripwright migrate up|down|status`: the schema, by hand. Every other command brings it up by itself. */
import { connectDatabase } from "../../db/connect.ts";
import { migrate, migrationStatus } from "../../db/migrate.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { loadConfig } from "../config.ts";
import { createProgress } from "../progress.ts";

export interface MigrateOptions {
  count: string;
  json?: boolean;
}

const DIRECTIONS = ["up", "down", "status"] as const;
type Direction = (typeof DIRECTIONS)[number];
const isDirection = (typed: string): typed is Direction => DIRECTIONS.some((direction) => direction === typed);

function countFrom(typed: string): number {
  const count = Number(typed);
  if (Number.isInteger(count) && count > 0) return count;
  throw new TripwrightError("invalid_input", `Expected --count as a whole number from 1 on, got "${typed}".`);
}

export async function migrateCommand(direction: string, options: MigrateOptions): Promise<void> {
  if (!isDirection(direction)) {
    throw new TripwrightError("invalid_input", `Expected ${DIRECTIONS.join(", ")}, got "${direction}".`);
  }
  const count = countFrom(options.count);
  const config = loadConfig();
  const { say } = createProgress({ quiet: options.json === true });
  const database = await connectDatabase({ ...config, databaseReadUrl: undefined, onProgress: say });
  try {
    const ran =
      direction === "status"
        ? []
        : await migrate(database.migrations, { direction, ...(direction === "down" && { count }), onProgress: say });
    const { applied, pending, unknown } = await migrationStatus(database.migrations);
    const lines = [
      ...ran.map((name) => `${direction === "up" ? "applied" : "taken back"} ${name}`),
      `${applied.length} applied, ${pending.length} pending${pending.length > 0 ? `: ${pending.join(", ")}` : ""}`,
      ...(unknown.length > 0 ? [`${unknown.length} brought by a newer program: ${unknown.join(", ")}`] : []),
    ];
    process.stdout.write(
      options.json ? `${JSON.stringify({ ran, applied, pending, unknown }, null, 2)}\n` : `${lines.join("\n")}\n`,
    );
  } finally {
    await database.close();
  }
}
