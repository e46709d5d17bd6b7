import { useEffect, useRef } from "preact/hooks";
import type { ConversationView } from "../wire/events.gen";
import { type Desk, useDesk } from "./desk";
import type { Shown } from "./dialogs/shown";
import { type Shortcut, shortcutOf } from "./keys";
import { waiting } from "./state/lists";
import { pathToConversation } from "./state/place";
import { allowed } from "./state/rights";
import { t } from "./texts";
import type { Asked } from "./views/composer";

interface Around {
  conversation: ConversationView | undefined;
  show: (shown: Shown) => void;
  write: (asked: Omit<Asked, "n">) => void;
  navigate: (path: string) => void;
}

/** Carries out what a key asks for, wherever the focus is. */
export function useKeyboard(around: Around): void {
  const desk = useDesk();
  const latest = useRef(around);
  latest.current = around;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      carryOut(shortcut, desk, latest.current);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [desk]);
}

function carryOut(shortcut: Shortcut, desk: Desk, around: Around): void {
  switch (shortcut) {
    case "next":
      focusRow(1);
      break;
    case "previous":
      focusRow(-1);
      break;
    case "help":
    case "palette":
      around.show(shortcut);
      break;
    case "accept":
      void accept(desk, around);
      break;
    case "reply":
    case "note":
    case "canned":
      if (around.conversation) around.write({ for: shortcut });
      break;
    case "remember":
      if (around.conversation) around.show(shortcut);
      break;
    case "give":
    case "transfer":
    case "return":
    case "resolve":
      ask(shortcut, desk, around);
  }
}

function ask(
  deed: "give" | "transfer" | "return" | "resolve",
  desk: Desk,
  { conversation, show }: Around,
): void {
  if (!conversation) return;
  if (allowed(conversation, desk.store.get().account).has(deed)) show(deed);
  else desk.actions.say(t.notNow[deed]);
}

/** The chat under the focus, else the open one, else whoever has waited longest. */
async function accept(desk: Desk, { conversation, navigate }: Around): Promise<void> {
  const state = desk.store.get();
  const focused = document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset.row;
  const wanted = focused ?? conversation?.id ?? waiting(state)[0]?.id;
  const target = wanted ? state.conversations.byId[wanted] : undefined;
  if (!target) desk.actions.say(t.nobodyWaits);
  else if (!allowed(target, state.account).has("accept")) desk.actions.say(t.notNow.accept);
  else if (await desk.actions.accept(target.id)) navigate(pathToConversation(target.id));
}

/** From the focused row, else from the one that is open, to its neighbour. */
function focusRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const open = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const from = focused >= 0 ? focused : open;
  const next = from < 0 ? rows[0] : rows[from + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
