import { defineConfig } from "vitest/config";

// Node's own conditions: with Vite's, our sources would get graphql's development build and the libraries the other one, two
// copies whose errors are no instances of each other.
const conditions = ["node", "module-sync"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: [
      "{prisma,schema,server,server/explorer,sdk,examples}/src/**/*.test.{ts,tsx}",
      "sdk/release/*.test.ts",
      "test/**/*.test.ts",
    ],
    reporters: ["default", "./test/reporter.ts"],
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
