/**
 * SUITE picks what runs: nothing (everything that needs Node alone), `postgres` (the database tests again, on
 * a real Postgres) or `browser` (the page in headless Chromium).
 * @type {Record<string, Pick<import('jest').Config, 'testMatch' | 'testPathIgnorePatterns'>>}
 */
const suites = {
  '': { testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/', '/test/browser/'] },
  postgres: { testMatch: ['<rootDir>/test/{db,flows,crash}/**/*.test.ts'] },
  browser: {
    testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    // The README's pictures are made on request: PICTURES names their folder.
    testPathIgnorePatterns: process.env.PICTURES ? [] : ['/pictures\\.test'],
  },
};

/** @type {import('jest').Config} */
export default {
  ...suites[process.env.SUITE ?? ''],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/helpers/global-setup.ts',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  maxWorkers: 2,
  // What one test file loads is never quite given back: a worker that grew large spends its time on tidying up.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 20_000,
};
