import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { messageView } from "../../client/testing/views";
import type { MessageView } from "../../wire/events.gen";
import { Message } from "./message";

afterEach(cleanup);

const fact = {
  id: "f1",
  key: "name",
  label: "Name",
  value: "Sigga",
  source: "visitor",
  confidence: 0.9,
  state: "current",
  observed_at: "2026-11-21T12:00:00.000Z",
} as const;

function show(message: MessageView): Element {
  const props = { isFirst: true, contactName: "Sigga", facts: [fact], isReadHere: false, isFound: false };
  return render(
    <ul>
      <Message message={message} {...props} />
    </ul>,
  ).container;
}

test("markup in a visitor's words and name stays words", () => {
  const hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>";
  const box = show(messageView(1, "visitor", { content: { type: "text", text: hostile } }));
  expect(box.querySelector("img, script")).toBeNull();
  expect(box.textContent).toContain(hostile);
});

test("an address that would run is not a link", () => {
  const cards = [{ title: "Boots", url: "javascript:alert(1)" }];
  const box = show(messageView(1, "bot", { content: { type: "card", cards } }));
  expect(box.querySelector("a")).toBeNull();
  expect(box.textContent).toContain("Boots");
});

test("what the bot understood is told in words, with its confidence and details", () => {
  const understood = {
    intent: "order_status",
    confidence: 0.93,
    entities: [{ entity: "order_number", value: "10432" }],
  };
  const text = show(messageView(1, "visitor", { understood })).textContent;
  expect(text).toContain("Understood: order status");
  expect(text).toContain("93");
  expect(text).toContain("10432");
});

test("a message the bot could not place is told as not understood", () => {
  const understood = { intent: "nlu_fallback", confidence: 0.31 };
  const { textContent } = show(messageView(1, "visitor", { understood }));
  expect(textContent).toContain("Not understood");
});

test("the facts a reply used are named, a forgotten one too", () => {
  const text = show(messageView(2, "bot", { used_facts: ["f1", "gone"] })).textContent;
  expect(text).toContain("Used 2 remembered facts");
  expect(text).toContain("Sigga");
  expect(text).toContain("no longer kept");
});
