import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { conversationView } from "../../client/testing/views";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { AnswerClock } from "./answer_clock";

afterEach(cleanup);

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const given = (seconds: number) =>
  conversationView({ owner: ANNAS, answer_by: inSeconds(seconds), routed: true });

test("counts down what was given to me, and accept says that I have seen it", async () => {
  const conversation = given(42);
  const { socket, desk } = deskOf([conversation]);
  const accepted = vi.fn(
    () => ({ ok: true, data: { conversation: { ...conversation, routed: null } } }) as const,
  );
  socket.answer("accept", accepted);
  renderAt(desk, <AnswerClock conversation={conversation} />);
  expect(screen.getByRole("timer").textContent).toMatch(/^0:4[12]$/);
  fireEvent.click(screen.getByRole("button", { name: /I have seen it/ }));
  await vi.waitFor(() => expect(accepted).toHaveBeenCalled());
});

test("tells a screen reader once, shortly before the end", () => {
  const { desk } = deskOf([]);
  renderAt(desk, <AnswerClock conversation={given(10)} />);
  expect(screen.getByRole("status").textContent).toContain("left to answer");
});

test("says nothing about a colleague's, nor long before a later reply is due", () => {
  const { desk } = deskOf([]);
  const theirs = conversationView({ owner: { ...ANNAS, agent_id: "a2" }, answer_by: inSeconds(9) });
  const later = conversationView({ owner: ANNAS, answer_by: inSeconds(170) });
  for (const conversation of [theirs, later]) {
    const { container } = renderAt(desk, <AnswerClock conversation={conversation} />);
    expect(container.textContent).toBe("");
  }
});
