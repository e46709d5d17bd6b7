import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { deskOf, renderAt } from "../../testing/desk";
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
