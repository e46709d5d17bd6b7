import type { ConversationView } from "../../wire/events.gen";
import { useAccount, useDesk, useDeskState } from "../desk";
import { byNewest } from "../state/lists";
import type { ListName } from "../state/model";
import { pathToConversation, pathToList, pathToSettings } from "../state/place";
import { allowed } from "../state/rights";
import { t } from "../texts";
import { useCannedReplies } from "../views/canned_list";
import type { Asked } from "../views/composer";
import { ownerWord } from "../views/owner_mark";
import { nameOf } from "../words";
import type { Offer } from "./offers";
import type { Shown } from "./shown";

interface Around {
  conversation: ConversationView | undefined;
  show: (shown: Shown) => void;
  write: (asked: Omit<Asked, "n">) => void;
  navigate: (path: string) => void;
  isWanted: boolean;
}

const LISTS: readonly ListName[] = ["mine", "waiting", "all"];

/** Everything the palette can lead to from here. */
export function useOffers(around: Around): Offer[] {
  const byId = useDeskState((state) => state.conversations.byId);
  const account = useAccount();
  const me = account?.id ?? "";
  const replies = useCannedReplies();
  const deeds = useDeedOffers(around);
  if (!around.isWanted) return [];

  const chats = Object.values(byId)
    .sort(byNewest)
    .map((conversation) => ({
      id: conversation.id,
      kind: "chat" as const,
      title: nameOf(conversation),
      hint: [ownerWord(conversation, me), conversation.last_text].filter(Boolean).join(" · "),
      act: () => around.navigate(pathToConversation(conversation.id)),
    }));
  const lists = LISTS.map((list) => ({
    id: `list ${list}`,
    kind: "action" as const,
    title: t.goToList(t.listNames[list]),
    act: () => around.navigate(pathToList(list)),
  }));
  const canned = around.conversation
    ? replies.map((reply) => ({
        id: `canned ${reply.id}`,
        kind: "canned" as const,
        title: `/${reply.shortcut}`,
        hint: reply.text,
        act: () => around.write({ for: "insert", text: reply.text }),
      }))
    : [];
  const settings: Offer[] =
    account?.role === "admin"
      ? [
          {
            id: "settings",
            kind: "action",
            title: t.settings.title,
            act: () => around.navigate(pathToSettings()),
          },
        ]
      : [];
  return [...deeds, ...chats, ...canned, ...lists, ...settings];
}

function useDeedOffers({ conversation, show, write }: Around): Offer[] {
  const { actions } = useDesk();
  const account = useAccount();
  const help: Offer = { id: "help", kind: "action", title: t.keyboard, act: () => show("help") };
  if (!conversation) return [help];
  const { id } = conversation;
  const may = allowed(conversation, account);
  const deeds = [
    may.has("accept") && { title: t.accept, act: () => void actions.accept(id) },
    may.has("reply") && { title: t.reply, act: () => write({ for: "reply" }) },
    { title: t.note, act: () => write({ for: "note" }) },
    may.has("give") && { title: t.give, act: () => show("give") },
    may.has("give") && { title: t.givePoints, act: () => show("give") },
    may.has("takeover") && { title: t.takeOver, act: () => void actions.takeOver(conversation) },
    may.has("transfer") && { title: t.transfer, act: () => show("transfer") },
    may.has("requeue") && { title: t.toQueueLong, act: () => void actions.assign(id) },
    may.has("return") && { title: t.toBotLong, act: () => show("return") },
    may.has("resolve") && { title: t.resolve, act: () => show("resolve") },
    may.has("snooze") && { title: t.snooze, act: () => show("snooze") },
    may.has("reopen") && { title: t.reopen, act: () => void actions.reopen(id) },
    { title: t.tags, act: () => show("tags") },
  ];
  const hint = nameOf(conversation);
  const offers = deeds
    .filter((deed) => deed !== false)
    .map((deed) => ({ id: `deed ${deed.title}`, kind: "action" as const, hint, ...deed }));
  return [...offers, help];
}
