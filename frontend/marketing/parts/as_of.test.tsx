import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { AsOf } from "./as_of";

afterEach(cleanup);

const NOON = Date.parse("2026-11-23T12:00:00Z");

function shown(seconds: number) {
  const at = new Date(NOON - 1000 * seconds).toISOString();
  render(<AsOf data={{ dialogues: 3, counted_at: at }} since={NOON} />);
  return screen.queryByText(/Figures as of/);
}

it("says when figures were counted, where that is worth saying", () => {
  expect(shown(59)).toBeNull();
  const told = shown(61);
  expect(told?.querySelector("time")?.dateTime).toBe("2026-11-23T11:58:59.000Z");
  expect(told?.textContent).toMatch(/:5[89].*(UTC|GMT|[A-Z]{2,5})/);
});

it("says nothing of what is never old", () => {
  render(<AsOf data={[]} since={NOON} />);
  expect(screen.queryByText(/Figures as of/)).toBeNull();
});
