/** What the server serves, part by part; each brings its own routes. */
import { chatRoutes } from "../chat/chat-routes.ts";
import type { RouteInstaller } from "./parts.ts";
import { feedbackRoutes } from "./routes/feedback-routes.ts";
import { inspirationRoutes } from "./routes/inspiration-routes.ts";
import { jobRoutes } from "./routes/job-routes.ts";
import { linkRoutes } from "./routes/link-routes.ts";
import { liveRoutes } from "./routes/live-routes.ts";
import { mcpRoutes } from "./routes/mcp-routes.ts";
import { meRoutes } from "./routes/me-routes.ts";
import { planRoutes } from "./routes/plan-routes.ts";
import { resourceMetadataRoutes } from "./routes/resource-metadata-routes.ts";
import { tripRoutes } from "./routes/trip-routes.ts";
import { usageRoutes } from "./routes/usage-routes.ts";
import { versionRoutes } from "./routes/version-routes.ts";

export const INSTALLERS: readonly RouteInstaller[] = [
  chatRoutes(),
  tripRoutes,
  planRoutes,
  versionRoutes,
  liveRoutes,
  feedbackRoutes,
  jobRoutes,
  usageRoutes,
  linkRoutes,
  inspirationRoutes,
  meRoutes,
  mcpRoutes,
  resourceMetadataRoutes,
];
