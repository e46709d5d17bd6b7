import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import type { InboxSettings } from "../../wire/rest.gen";
import { deskOf, renderAt } from "../testing/desk";
import { InboxActs } from "./inbox_acts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const INBOX = { id: "i1", key: "hraun", name: "Hraun" } as InboxSettings;

test("a new secret is told once, with the time until which the old one is valid", async () => {
  vi.stubGlobal("confirm", () => true);
  const told = { kid: "hraun", secret: "a new secret", old_until: "2026-11-24T06:00:00.000Z" };
  const { desk } = deskOf([], { "inboxes/i1/secret": told });
  renderAt(desk, <InboxActs inbox={INBOX} />);
  fireEvent.click(screen.getByRole("button", { name: "New secret for identities" }));
  expect(await screen.findByDisplayValue("a new secret")).toBeTruthy();
  expect(screen.getByText(/kid “hraun”.*valid until/)).toBeTruthy();
});

test("nothing is archived without a yes, and what is archived says since when", () => {
  const asked = vi.fn(() => false);
  vi.stubGlobal("confirm", asked);
  const { desk } = deskOf([], {});
  const put = vi.spyOn(desk.rest, "put");
  renderAt(desk, <InboxActs inbox={INBOX} />);
  fireEvent.click(screen.getByRole("button", { name: "Archive inbox" }));
  expect(asked).toHaveBeenCalledOnce();
  expect(put).not.toHaveBeenCalled();
  cleanup();
  renderAt(desk, <InboxActs inbox={{ ...INBOX, archived_at: "2026-11-23T06:00:00.000Z" }} />);
  expect(screen.getByRole("status").textContent).toMatch(/Archived since .*2026/);
  expect(screen.getByRole("button", { name: "Take out of the archive" })).toBeTruthy();
});
