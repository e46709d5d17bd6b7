import { cleanup, fireEvent } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { conversationView, messageView } from "../client/testing/views";
import { en } from "./locales/en";
import { openChat } from "./testing/chat";

const line = vi.hoisted(() => ({ down: true, tries: 0 }));
vi.mock("./again", async (original) => {
  const real = await original<typeof import("./again")>();
  return {
    ...real,
    again: <Part,>(load: () => Promise<Part>) => {
      return () => {
        line.tries += 1;
        return line.down ? Promise.reject(new Error("Failed to fetch")) : load();
      };
    },
  };
});

afterEach(cleanup);

test("what has not come is told kindly, and comes with what the visitor does next", async () => {
  const host = document.createElement("samtal-chat");
  document.body.append(host);
  const root = host.attachShadow({ mode: "open" });
  const { view, socket } = openChat(root, { conversation: conversationView() });
  const card = { type: "card", cards: [{ title: "Hekla rain jacket", url: "/product/hekla" }] } as const;
  socket.deliver("message_created", { message: messageView(1, "bot", { content: card as never }) });

  expect(await view.findByText(en.missing)).toBeTruthy();
  expect(view.queryByText("Hekla rain jacket")).toBeNull();
  // Writing goes on meanwhile.
  const box = view.getByLabelText(en.write);
  fireEvent.input(box, { target: { value: "Hello" } });
  fireEvent.keyDown(box, { key: "Enter" });
  expect(socket.payloads("send_message")).toHaveLength(1);

  line.down = false;
  fireEvent.click(view.getByLabelText(en.messages));
  expect(await view.findByText("Hekla rain jacket")).toBeTruthy();
  expect(view.queryByText(en.missing)).toBeNull();
  const tries = line.tries;
  fireEvent.click(view.getByLabelText(en.messages));
  expect(line.tries).toBe(tries);
});
