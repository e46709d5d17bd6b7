import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { conversationView, messageView } from "../../client/testing/views";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { Message } from "../views/message";
import { RememberMarked } from "../views/remember_marked";
import { likelyKind, selectedWords } from "../views/selected_words";
import { RememberDialog } from "./remember";

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  cleanup();
});

const MINE = conversationView({ owner: ANNAS, contact: { id: "p1", name: "Emma" } });

function line(text: string, author: "visitor" | "bot" = "visitor") {
  const message = messageView(1, author, { content: { type: "text", text } });
  return (
    <Message
      message={message}
      isFirst={false}
      contactName="Emma"
      facts={[]}
      isReadHere={false}
      isFound={false}
    />
  );
}

/** Marks `words` in the line that is shown. */
function mark(words: string) {
  const node = document.querySelector(".words")?.firstChild as Text;
  const from = node.data.indexOf(words);
  document.getSelection()?.setBaseAndExtent(node, from, node, from + words.length);
  document.dispatchEvent(new Event("selectionchange"));
}

test("marked words are counted in code points, without the blanks around them", () => {
  renderAt(deskOf([MINE]).desk, line("👋🏽 I live in Cork today"));
  mark(" Cork ");
  const before = [..."👋🏽 I live in "].length;
  expect(selectedWords()).toEqual({
    messageId: messageView(1, "visitor").id,
    start: before,
    end: before + 4,
    quote: "Cork",
  });
});

test("what the bot said is nothing to remember about the customer", () => {
  renderAt(deskOf([MINE]).desk, line("Your size is M", "bot"));
  mark("size is M");
  expect(selectedWords()).toBeNull();
});

test("a button stands beside marked words as long as they are marked", async () => {
  const onRemember = vi.fn();
  renderAt(
    deskOf([MINE]).desk,
    <>
      {line("I take size 42")}
      <RememberMarked onRemember={onRemember} />
    </>,
  );
  expect(screen.queryByRole("button", { name: /Remember/ })).toBeNull();
  mark("42");
  fireEvent.click(await screen.findByRole("button", { name: /Remember/ }));
  expect(onRemember).toHaveBeenCalledOnce();
  document.getSelection()?.removeAllRanges();
  document.dispatchEvent(new Event("selectionchange"));
  await vi.waitFor(() => expect(screen.queryByRole("button", { name: /Remember/ })).toBeNull());
});

test("the marked words are kept with their place in the message", async () => {
  const { desk } = deskOf([MINE]);
  const post = vi.spyOn(desk.rest, "post").mockResolvedValue({});
  const onClose = vi.fn();
  renderAt(
    desk,
    <>
      {line("write to emma@example.is please")}
      <RememberMarked onRemember={onClose} />
    </>,
  );
  mark("emma@example.is");
  renderAt(desk, <RememberDialog conversation={MINE} onClose={onClose} />);
  expect(screen.getByLabelText<HTMLSelectElement>("What").value).toBe("email");
  fireEvent.submit(screen.getByLabelText("Value").closest("form") as Element);
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(post).toHaveBeenCalledWith("contacts/p1/facts", {
    key: "email",
    value: "emma@example.is",
    conversation_id: "c1",
    message_id: messageView(1, "visitor").id,
    start: 9,
    end: 24,
    quote: "emma@example.is",
  });
});

test("without marked words one writes what one learned, and a refusal stays to be put right", async () => {
  const { desk } = deskOf([MINE]);
  renderAt(desk, <RememberDialog conversation={MINE} onClose={() => {}} />);
  fireEvent.change(screen.getByLabelText("What"), { target: { value: "preferred_channel" } });
  fireEvent.change(screen.getByLabelText("Value"), { target: { value: "sms" } });
  fireEvent.submit(screen.getByLabelText("Value").closest("form") as Element);
  await vi.waitFor(() => expect(screen.getByRole("alert").textContent).not.toBe(""));
});

test("words are taken for what they look like", () => {
  const looks = {
    "a@b.is": "email",
    "+354 555 1234": "phone",
    "10432": "order_number",
    XL: "size",
    "42": "size",
  };
  for (const [words, kind] of Object.entries(looks)) expect(likelyKind(words), words).toBe(kind);
  expect(likelyKind("Cork")).toBeUndefined();
});
