/**
 * What the MCP server may use. Who acts is settled before anything here is reached: `actFor` takes an identity that
 * the transport has established, and no message of a client can name another one.
 */
import type { ToolContext } from "../tools/tool.ts";
import type { CallKeeper, Identity, RunRecorder, TripChanges, TripDirectory } from "../trip/ports.ts";

/** What acts for one traveller. */
export interface McpApplication {
  readonly toolContext: Omit<ToolContext, "run" | "signal">;
  readonly recorder: Pick<RunRecorder, "findRun">;
  readonly calls: CallKeeper;
  readonly changes: TripChanges;
  readonly directory: TripDirectory;
}

export interface McpParts {
  /** Of this program, as clients show it. */
  readonly version: string;
  /** Waits for the database where it is not up yet. Throws what kept it from coming up. */
  actFor(identity: Identity): Promise<McpApplication>;
  /** Faults of ours, never words of a traveller. */
  onError(error: unknown): void;
}
