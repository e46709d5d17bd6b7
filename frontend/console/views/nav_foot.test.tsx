import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { deskOf, renderAt } from "../testing/desk";
import { NavFoot } from "./nav_foot";

afterEach(cleanup);

test("what a phone has no room for opens from a button, and Escape puts it away", async () => {
  const onHelp = vi.fn();
  const { desk } = deskOf([]);
  const deeds = { onHelp, onPalette: () => {}, onSignOut: () => {} };
  renderAt(desk, <NavFoot {...deeds} isInSettings={false} />);
  const more = screen.getByRole("button", { name: "More" });
  const isOpen = () => more.getAttribute("aria-expanded") === "true";
  fireEvent.click(more);
  await vi.waitFor(() => expect(isOpen()).toBe(true));
  fireEvent.keyDown(screen.getByTitle("Keyboard"), { key: "Escape" });
  await vi.waitFor(() => expect(isOpen()).toBe(false));
  expect(document.activeElement).toBe(more);
  fireEvent.click(more);
  await vi.waitFor(() => expect(isOpen()).toBe(true));
  fireEvent.click(screen.getByTitle("Keyboard"));
  await vi.waitFor(() => expect(isOpen()).toBe(false));
  expect(onHelp).toHaveBeenCalled();
});
