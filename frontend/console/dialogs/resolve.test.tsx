import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { Rest } from "../../client/rest";
import { conversationView } from "../../client/testing/views";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { ResolveDialog } from "./resolve";

afterEach(cleanup);

const MINE = conversationView({ owner: ANNAS, contact: { id: "p1", name: "Emma" } });

function open(conversation = MINE) {
  const { desk, socket } = deskOf([conversation]);
  const rated: unknown[] = [];
  const rest = new Rest({
    fetch: async (_, init) => {
      rated.push(JSON.parse(String(init?.body)));
      return new Response(null, { status: 204 });
    },
  });
  const onClose = vi.fn();
  socket.answer("resolve", () => ({ ok: true, data: { conversation } }));
  renderAt({ ...desk, rest }, <ResolveDialog conversation={conversation} onClose={onClose} />);
  return { socket, rated, onClose };
}

test("a chat is resolved by one key, and needs no rating", async () => {
  const { socket, rated, onClose } = open();
  fireEvent.keyDown(screen.getByRole("button", { name: "Yes, solved" }), { key: "y" });
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(socket.payloads("resolve")).toEqual([{ conversation_id: "c1", solved: true }]);
  expect(rated).toEqual([]);
});

test("who answered says how it went, and letters of the reason are no answers", async () => {
  const { socket, rated, onClose } = open();
  fireEvent.keyDown(screen.getByRole("button", { name: "Yes, solved" }), { key: "2" });
  const why = await screen.findByLabelText(/Why, in a few words/);
  for (const key of ["n", "y", "5"]) fireEvent.keyDown(why, { key });
  fireEvent.input(why, { target: { value: " Nobody knew the price " } });
  expect(socket.payloads("resolve")).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "No, still open" }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(rated).toEqual([{ score: 2, comment: "Nobody knew the price" }]);
});

test("who did not answer does not rate", () => {
  open(conversationView({ owner: { kind: "agent", agent_id: "b2", name: "Birna", epoch: 3 } }));
  expect(screen.queryByRole("radio")).toBeNull();
});
