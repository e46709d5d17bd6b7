import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { conversationView } from "../../client/testing/views";
import type { Pending } from "../state/model";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { PendingMessage } from "./pending_message";

afterEach(cleanup);

const refused: Pending = {
  clientId: "client-9",
  conversationId: "c1",
  writing: "message",
  epoch: 3,
  text: "Kept words",
  writtenAt: "2026-11-21T12:00:00.000Z",
  refusal: { code: "conflict", message: "changed hands" },
};

test("a conflict says who answers now, keeps the words and offers no hopeless second try", () => {
  const owner = { kind: "agent", agent_id: "a2", name: "Bjarni", epoch: 4 } as const;
  const { desk } = deskOf([conversationView({ owner })]);
  const takeBack = vi.fn();
  renderAt(desk, <PendingMessage pending={refused} onTakeBack={takeBack} />);
  expect(screen.getByRole("alert").textContent).toContain("Bjarni took over this chat");
  expect(screen.getByText("Kept words")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Edit" }));
  expect(takeBack).toHaveBeenCalledWith(refused);
});

test("a failure in between is tried again with the same client id", async () => {
  const { desk, socket, store } = deskOf([conversationView({ owner: ANNAS })]);
  const pending: Pending = { ...refused, refusal: { code: "unavailable", message: "no" } };
  store.dispatch({ type: "written", pending });
  renderAt(desk, <PendingMessage pending={pending} onTakeBack={() => {}} />);
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(socket.payloads("send_message")[0]?.client_id).toBe("client-9"));
});
