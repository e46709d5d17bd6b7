import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { conversationView } from "../../client/testing/views";
import type { ConversationView } from "../../wire/events.gen";
import { ANNAS, deskOf, renderAt } from "../testing/desk";
import { Reach } from "./reach";

afterEach(cleanup);

function shown(mail: boolean, change: Partial<ConversationView>) {
  const conversation = conversationView({ owner: ANNAS, inbox: "hraun", ...change });
  const inboxes = { items: [{ key: "hraun", mail }], next: null };
  const { desk } = deskOf([conversation], { inboxes });
  return renderAt(desk, <Reach conversation={conversation} />).container;
}

const LEFT = { offline: true };
const EMMA = { reply_to: "emma@guest.test" };

test.each([
  [true, { ...LEFT, ...EMMA }, /also goes by e-mail to emma@guest\.test/],
  [true, LEFT, /left no address/],
  [true, EMMA, /do not read here goes by e-mail to emma/],
  [false, { ...LEFT, ...EMMA }, /no mail server: your reply is not e-mailed/],
  [false, EMMA, /no mail server: a reply they do not read/],
])("mail %s, %o: %s", async (mail, change, words) => {
  shown(mail, change);
  expect(await screen.findByText(words)).toBeTruthy();
});

test("says nothing of e-mail to who is here and has no address", async () => {
  const container = shown(false, {});
  await vi.waitFor(() => expect(container.textContent).toBe(""));
});
