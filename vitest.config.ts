/** Two projects: `layers` holds the architecture and is part of `npm run check`; `all` is everything else. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The database engine is one process and shared: more workers only wait for it, and cost memory.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "layers", include: ["test/layers.test.ts"] } },
      {
        extends: true,
        test: {
          name: "all",
          include: ["test/**/*.test.ts"],
          exclude: ["test/layers.test.ts"],
          setupFiles: ["test/network-guard.ts"],
        },
      },
    ],
  },
});
