/** How tests run: beside the code and in test/, against one PostgreSQL of the run's own, at most two files at a time. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,test,bench,setup}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/database-server.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A test that leaves something running is a test that failed.
    teardownTimeout: 20_000,
  },
})
