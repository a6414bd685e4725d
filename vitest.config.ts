import { defineConfig } from "vitest/config";

const pure = ["shared/src/**/*.test.ts", "shared/messages/src/**/*.test.ts"];
const views = ["shared/ui/src/**/*.test.tsx", "server/web/src/**/*.test.tsx", "extension/src/**/*.test.{ts,tsx}"];
const programs = ["server/src/**/*.test.ts", "bots/src/**/*.test.ts"];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    reporters: ["default", "./scripts/plain-reporter.ts"],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A machine that is busy is slow, not wrong.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      { extends: true, test: { name: "pure", include: pure, pool: "threads", isolate: false } },
      { extends: true, test: { name: "views", include: views, environment: "happy-dom" } },
      { extends: true, test: { name: "programs", include: programs, pool: "forks", sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: "tests/journeys/run-folder.ts",
          pool: "forks",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      ...(process.argv.includes("long")
        ? [
            {
              extends: true as const,
              test: {
                name: "long",
                include: ["tests/long/**/*.test.ts"],
                pool: "forks" as const,
                fileParallelism: false,
                testTimeout: 1_800_000,
              },
            },
          ]
        : []),
    ],
  },
});
