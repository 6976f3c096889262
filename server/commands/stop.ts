/** `tripwright stop`: ends the embedded database's process. Nothing is lost; the next command starts it again. */
import { stopHost } from "../../db/embedded/ensure-host.ts";
import { loadConfig } from "../config.ts";

export async function stopCommand(): Promise<void> {
  const { home } = loadConfig();
  const wasRunning = await stopHost(home);
  process.stdout.write(
    wasRunning ? "The built-in database has stopped.\n" : "The built-in database was not running.\n",
  );
}
