import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What is waited for comes later on a busy machine; a poll that never comes true is still found.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true, // Properties take long on a busy machine; a test that hangs is still found.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/thread-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: ['tests/window/**/*.test.ts'],
          globalSetup: ['tests/support/window-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          globalSetup: ['tests/support/window-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
