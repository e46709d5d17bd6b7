import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { conversationView, messageView } from "../../client/testing/views";
import { DeskContext } from "../desk";
import { loadSettings, saveSettings } from "../state/settings";
import { ANNAS, deskOf } from "../testing/desk";
import { Announcer } from "./announcer";
import { playTone } from "./tone";

vi.mock("./tone", () => ({ playTone: vi.fn() }));

const shown = vi.fn();
const mine = conversationView({ owner: ANNAS, contact: { id: "p1", name: "Sigga" } });

beforeEach(() => {
  class FakeNotification {
    static permission = "granted";
    constructor(title: string, options: NotificationOptions) {
      shown(title, options);
    }
  }
  vi.stubGlobal("Notification", FakeNotification);
  shown.mockClear();
  vi.mocked(playTone).mockClear();
});

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

function open(openId: string | undefined, looksHere: boolean) {
  vi.spyOn(document, "hasFocus").mockReturnValue(looksHere);
  const made = deskOf([mine]);
  made.store.dispatch({ type: "presence_changed", agent_id: "a1", state: "online" });
  render(
    <DeskContext.Provider value={made.desk}>
      <Announcer openId={openId} />
    </DeskContext.Provider>,
  );
  return made;
}

const words = { type: "message_created", message: messageView(1, "visitor") } as const;

test("new words are heard and shown to somebody who looks elsewhere, once", async () => {
  saveSettings({ ...loadSettings(), sound: true, notifications: true });
  const { store } = open(undefined, false);
  await vi.waitFor(() => expect(document.title).toContain("console"));
  store.dispatch(words);
  store.dispatch(words);
  expect(playTone).toHaveBeenCalledOnce();
  expect(shown).toHaveBeenCalledExactlyOnceWith("New message from Sigga", { body: "line 1", tag: "c1" });
});

test("words in the chat one looks at are told to screen readers only", async () => {
  saveSettings({ ...loadSettings(), sound: true, notifications: true });
  const { store } = open("c1", true);
  await vi.waitFor(() => expect(document.title).toContain("console"));
  store.dispatch(words);
  expect(playTone).not.toHaveBeenCalled();
  expect(shown).not.toHaveBeenCalled();
  expect(await screen.findByText("Sigga: line 1")).toBeTruthy();
});

test("switched off means silent", async () => {
  saveSettings({ ...loadSettings(), sound: false, notifications: false });
  const { store } = open(undefined, false);
  await vi.waitFor(() => expect(document.title).toContain("console"));
  store.dispatch(words);
  expect(playTone).not.toHaveBeenCalled();
  expect(shown).not.toHaveBeenCalled();
});

test("somebody who is offline is left in peace", async () => {
  saveSettings({ ...loadSettings(), sound: true, notifications: true });
  const { store } = open(undefined, false);
  store.dispatch({ type: "presence_changed", agent_id: "a1", state: "offline" });
  await vi.waitFor(() => expect(document.title).toContain("console"));
  store.dispatch(words);
  expect(playTone).not.toHaveBeenCalled();
});
