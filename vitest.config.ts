import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["assay-source"] },
  ssr: { resolve: { conditions: ["assay-source"] } },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/build.ts"],
    setupFiles: ["test/fast-check.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
