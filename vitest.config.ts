import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{prisma,schema,server,sdk,examples}/src/**/*.test.ts", "test/**/*.test.ts"],
    reporters: ["default", "./test/reporter.ts"],
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
