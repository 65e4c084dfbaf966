import { defineConfig } from 'vitest/config'

const browser = {
  globalSetup: ['test/browser/systemFonts.ts'],
  setupFiles: ['test/browser/setUp.ts'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
  fileParallelism: false,
}

export default defineConfig({
  test: {
    // What was compiled the last time is taken again where a file has not changed.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['test/setUp.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/process/**'],
          // Nothing is late because the machine is busy.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Files share a process and the modules loaded in it: half the time. A test puts back what it changes of the process.
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          // Processes that are started and killed, and builds that end at every step: longer than one wants to wait.
          name: 'process',
          include: ['test/process/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...browser,
        },
      },
      {
        test: {
          // Once more with other fonts on the system: what says something beside the slides, and measures where it stands.
          name: 'browser-fonts',
          include: ['looks', 'player{,Desk,Fonts,Keys,Speaker,Window}', 'serve{Fonts,Index,Panel,Remote}'].map(
            (name) => `test/browser/${name}.test.ts`,
          ),
          ...browser,
          // Each has a browser of its own, and waits more than it works.
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
    ],
  },
})
