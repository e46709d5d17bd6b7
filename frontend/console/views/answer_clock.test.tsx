import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { conversationView } from "../../client/testing/views";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { AnswerClock, ShortClock } from "./answer_clock";

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

test("says nothing about a colleague's", () => {
  const { desk } = deskOf([]);
  const theirs = conversationView({ owner: { ...ANNAS, agent_id: "a2" }, answer_by: inSeconds(9) });
  const { container } = renderAt(desk, <AnswerClock conversation={theirs} />);
  expect(container.textContent).toBe("");
});

test.each([
  [170, "answer-calm", /Time left: 2:(50|49)/],
  [50, "strip-warning", /goes back to the queue in 0:(50|49)/],
  [-2, "strip-danger", /^Overdue/],
])("a later reply due in %d s is told calmly, then pressing, then overdue", (seconds, tone, words) => {
  const { desk } = deskOf([]);
  const later = conversationView({ owner: ANNAS, answer_by: inSeconds(seconds) });
  const { container } = renderAt(desk, <AnswerClock conversation={later} />);
  expect(container.textContent).toMatch(words);
  expect(container.querySelector(".answer-clock")?.classList).toContain(tone);
});

test("a row tells what is overdue", () => {
  const { desk } = deskOf([]);
  renderAt(desk, <ShortClock until={inSeconds(-1)} routed={false} />);
  expect(screen.getByText("overdue")).toBeTruthy();
});
