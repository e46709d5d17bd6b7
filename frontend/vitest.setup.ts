import { configure } from "@testing-library/dom";
import { vi } from "vitest";

/** What is waited for comes at once; on a crowded machine it may take its time. */
const PATIENCE_MS = 15_000;

configure({ asyncUtilTimeout: PATIENCE_MS });

const { waitFor } = vi;
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === "number" ? options : { timeout: PATIENCE_MS, ...options });
