/**
 * The test projects; `npm test` runs each by itself, so that one that collects nothing cannot hide behind
 * the others.
 */
import { defineConfig } from "vitest/config";

const propertyRuns = "./tests/support/property-runs.ts";

/**
 * Journeys of minutes each, which wait for stalled servers, kill the browser many times over, or type a
 * whole month: they run in `npm run test:deep`. What they prove first is in `npm test` too, on fakes
 * (`fetch-file.test.ts`) and in the shorter journeys of downloads and ledgers.
 */
const LONG_JOURNEYS = [
  "tests/journeys/bad-server.test.ts",
  "tests/journeys/bad-server-killed.test.ts",
  "tests/journeys/hls-kills.test.ts",
  "tests/journeys/year-papers.test.ts",
  "tests/journeys/publish-to-host.test.ts",
  "tests/journeys/two-posts.test.ts",
  "tests/journeys/month-by-keyboard.test.ts",
  "tests/journeys/names-by-every-door.test.ts",
  "tests/journeys/odd-books.test.ts",
  "tests/journeys/real-folder.test.ts",
  "tests/journeys/real-stick.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "shared",
          include: ["packages/shared/src/**/*.test.ts"],
          environment: "node",
          setupFiles: [propertyRuns],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: "conventions",
          include: ["tests/conventions/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "planted",
          include: ["tests/conventions/planted/*.test.ts"],
          environment: "node",
          // Each runs a whole gate over a tree of its own; on a busy machine that takes minutes.
          testTimeout: 600_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "storage",
          include: ["tests/{storage,package-versions,hosts}/**/*.test.ts"],
          environment: "node",
          setupFiles: [propertyRuns],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: "portals",
          include: ["tests/{portals,hostile}/**/*.test.ts", "demonstration/*.test.ts"],
          environment: "node",
          setupFiles: [propertyRuns],
          // Ten thousand pages in `npm run test:deep` take minutes.
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: "rooms",
          include: ["{extension,pwa}/src/**/*.test.{ts,tsx}"],
          environment: "node",
          setupFiles: [propertyRuns],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: "products",
          include: ["tests/conventions/products/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          exclude: process.env["DIANBO_DEEP"] === undefined ? LONG_JOURNEYS : [],
          environment: "node",
          // Each file has a browser, a screen and servers of its own; most of its time it waits for them.
          maxWorkers: 2,
          // Windows, focus and prompts of a real browser on two busy cores: one more try tells a late key
          // from a broken product, which fails twice.
          retry: 1,
          // A state that is waited for comes late on a busy machine; one that never comes is red all the same.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
