import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { conversationView } from "../../client/testing/views";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { GiveDialog } from "./give";

afterEach(cleanup);

const MINE = conversationView({ owner: ANNAS, contact: { id: "p1", name: "Emma" }, locale: "ru" });
const TERMS = {
  kind: "percent",
  unit: "percent",
  value: 10,
  currency: "EUR",
  created_at: "2026-10-01T08:00:00.000Z",
  min_total_cents: 0,
  minted: 0,
  points: 0,
  bot_offers: false,
};
const HOUSE = {
  incentives: {
    items: [
      { ...TERMS, id: "ten", name: "Ten percent" },
      { ...TERMS, id: "old", name: "Old", closed_at: "2026-10-02T00:00:00.000Z" },
      { ...TERMS, id: "friend", name: "Bring a friend" },
    ],
    next: null,
  },
  "contacts/p1/coupons": { items: [], next: null },
  "contacts/p1/points": { balance: 40, lines: [] },
  "conversations/c1/coupons": { code: "KXWMRT4827" },
};

function open(answers: Record<string, unknown> = HOUSE) {
  const made = deskOf([MINE], answers);
  const post = vi.spyOn(made.desk.rest, "post");
  const onClose = vi.fn();
  renderAt(made.desk, <GiveDialog conversation={MINE} onClose={onClose} />);
  return { ...made, post, onClose };
}

test("a code is given and goes into the dialogue in its language", async () => {
  const { socket, post, onClose } = open();
  const radios = await screen.findAllByRole("radio");
  expect(radios.length).toBe(2);
  await vi.waitFor(() => expect(document.activeElement).toBe(radios[0]));
  fireEvent.click(screen.getByLabelText(/Bring a friend/));
  fireEvent.click(screen.getByRole("button", { name: "Give and send" }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(post).toHaveBeenCalledWith("conversations/c1/coupons", { incentive_id: "friend" });
  await vi.waitFor(() => expect(socket.payloads("send_message")).toHaveLength(1));
  const [sent] = socket.payloads("send_message") as [{ epoch: number; content: { text: string } }];
  expect(sent.epoch).toBe(3);
  expect(sent.content.text).toMatch(/промокод.* KXWMRT4827$/);
});

test("what the hub refuses is said, and nothing is sent", async () => {
  const { "conversations/c1/coupons": _, ...refusing } = HOUSE;
  const { socket, onClose } = open(refusing);
  await screen.findAllByRole("radio");
  fireEvent.click(screen.getByRole("button", { name: "Give and send" }));
  await vi.waitFor(() => expect(screen.getAllByRole("alert")[0]?.textContent).not.toBe(""));
  expect(onClose).not.toHaveBeenCalled();
  expect(socket.payloads("send_message")).toEqual([]);
});

test("without an incentive it says who makes them", async () => {
  open({ ...HOUSE, incentives: { items: [], next: null } });
  expect(await screen.findByText(/No incentive is running/)).toBeTruthy();
});

test("points are given for a reason, and each gift has a key of its own", async () => {
  const { post } = open();
  expect(await screen.findByText("They have 40 points.")).toBeTruthy();
  expect(screen.getByLabelText(/^Points/).getAttribute("aria-invalid")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Give points" }));
  expect(screen.getByLabelText(/^Points/).getAttribute("aria-invalid")).toBe("true");
  expect(post).not.toHaveBeenCalled();
  for (const change of ["20", "5"]) {
    fireEvent.input(screen.getByLabelText(/^Points/), { target: { value: change } });
    fireEvent.input(screen.getByLabelText(/^What for/), { target: { value: "Patience" } });
    fireEvent.click(screen.getByRole("button", { name: "Give points" }));
    await vi.waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Points/).value).toBe(""));
  }
  const bodies = post.mock.calls.map(([, body]) => body as { change: number; client_id: string });
  expect(bodies.map(({ change }) => change)).toEqual([20, 5]);
  expect(new Set(bodies.map(({ client_id }) => client_id)).size).toBe(2);
});
