import { defineConfig } from "vitest/config";

// They show pages, or many tabs of one browser, whose listeners and storage must end with the file.
const PAGES = ["**/*.test.tsx", "{client,widget,reference}/**/*.test.ts"];
const NEVER = ["node_modules", "dist"];

export default defineConfig({
  test: {
    environment: "happy-dom",
    restoreMocks: true,
    setupFiles: ["vitest.setup.ts"],
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pages", include: PAGES, exclude: NEVER } },
      {
        extends: true,
        // A new environment for every file would take four fifths of the time, and these leave nothing behind.
        test: { name: "words", include: ["**/*.test.ts"], exclude: [...NEVER, ...PAGES], isolate: false },
      },
    ],
  },
});
