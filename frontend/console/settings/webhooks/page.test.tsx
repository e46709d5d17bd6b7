import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { deskOf, renderAt } from "../../testing/desk";
import { Deliveries } from "./deliveries";
import { WebhookSettings } from "./page";

afterEach(cleanup);

const HOOK = {
  id: "w1",
  name: "Shop",
  url: "https://shop.example/hook",
  events: ["message_created"],
  texts: "none",
  created_at: "2026-11-23T06:00:00.000Z",
  paused_at: "2026-11-23T06:30:00.000Z",
  pause_reason: "Nothing was taken since yesterday.",
  failures: 3,
  waiting: 2,
};

test("without webhooks it says what they are, and one can be made", async () => {
  const { desk } = deskOf([], { webhooks: { items: [], next: null } });
  renderAt(desk, <WebhookSettings />);
  expect(await screen.findByText("No webhooks yet")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "New webhook" }));
  expect(screen.getByLabelText("Address")).toBeTruthy();
});

test("a webhook that does not listen says why, and can be resumed", async () => {
  const { desk } = deskOf([], { webhooks: { items: [HOOK], next: null } });
  renderAt(desk, <WebhookSettings />);
  expect(await screen.findByText("paused · 2 waiting")).toBeTruthy();
  expect(screen.getByText(HOOK.pause_reason)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Resume", hidden: true })).toBeTruthy();
});

test("deliveries are searched and narrowed to a state", async () => {
  const sent = {
    id: "d1",
    event_id: "e1",
    type: "message_created",
    state: "delivered",
    attempts: 1,
    created_at: HOOK.created_at,
    due_at: HOOK.created_at,
    status: 200,
    took_ms: 12,
  };
  const { desk } = deskOf([], { "webhooks/w1/deliveries": { items: [sent], next: null } });
  const get = vi.spyOn(desk.rest, "get");
  renderAt(desk, <Deliveries webhook="w1" />);
  expect(await screen.findByText("Message created")).toBeTruthy();
  fireEvent.input(screen.getByRole("searchbox", { name: "Find a delivery" }), { target: { value: "503" } });
  await waitFor(() => expect(get.mock.lastCall?.[1]).toEqual({ limit: 20, q: "503" }));
  const select = screen.getByRole<HTMLSelectElement>("combobox", { name: "State" });
  select.value = "failed";
  // Beside preact/compat `fireEvent.change` would send an input event.
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await waitFor(() => expect(get.mock.lastCall?.[1]).toEqual({ limit: 20, q: "503", state: "failed" }));
});
