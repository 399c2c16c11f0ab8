/** How tests run: beside the code and in test/, against one PostgreSQL of the run's own, at most two files at a time. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,test,bench,setup}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/database-server.ts'],
    maxWorkers: 2,
    // Long enough for a machine that is busy with something else; a test that hangs is still found.
    testTimeout: 40_000,
    hookTimeout: 60_000,
    // A test that leaves something running is a test that failed.
    teardownTimeout: 20_000,
  },
})
