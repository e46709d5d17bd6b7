import { useCallback, useRef, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { Announcer } from "./announce/announcer";
import { useDesk, useDeskState } from "./desk";
import { GiveDialog } from "./dialogs/give";
import { HelpDialog } from "./dialogs/help";
import { Palette } from "./dialogs/palette";
import { RememberDialog } from "./dialogs/remember";
import { ResolveDialog } from "./dialogs/resolve";
import { ReturnDialog } from "./dialogs/return_to_bot";
import type { Shown } from "./dialogs/shown";
import { SnoozeDialog } from "./dialogs/snooze";
import { TagsDialog } from "./dialogs/tags";
import { TransferDialog } from "./dialogs/transfer";
import { useOffers } from "./dialogs/use_offers";
import { SettingsPage } from "./settings/settings_page";
import type { ListName } from "./state/model";
import { pathToConversation, placeOf } from "./state/place";
import { t } from "./texts";
import { useFocusOnSteps } from "./use_focus_on_steps";
import { useKeyboard } from "./use_keyboard";
import type { Asked } from "./views/composer";
import { ConnectionStrip } from "./views/connection_strip";
import { ContactPanel } from "./views/contact_panel";
import { useContact } from "./views/contact_query";
import { Dialogue } from "./views/dialogue";
import { ListColumn } from "./views/list_column";
import { Nav } from "./views/nav";
import { NoChat } from "./views/no_chat";
import { Notices } from "./views/notices";

/** The three columns and what lies over them. */
export function Frame({ onSignOut }: { onSignOut: () => void }) {
  const [path, navigate] = useLocation();
  const place = placeOf(path);
  const openId = place.conversationId;
  const list = useLastList(place.list);
  const conversation = useDeskState((state) => (openId ? state.conversations.byId[openId] : undefined));
  const contact = useContact(conversation?.contact.id);
  const [shown, setShown] = useState<Shown>(null);
  const [found, setFound] = useState<{ id: string; n: number }>();
  const { asked, write, askedDone } = useAsked(openId);
  const { actions, live } = useDesk();

  useKeyboard({ conversation, show: setShown, write, navigate });
  useFocusOnSteps(openId, place.showsContact);
  const offers = useOffers({ conversation, show: setShown, write, navigate, isWanted: shown === "palette" });

  async function signOut() {
    await actions.leave();
    live.stop();
    onSignOut();
  }

  const close = () => setShown(null);
  const step = place.showsContact ? "contact" : openId ? "dialogue" : "list";
  return (
    <div class="frame" data-step={step}>
      <Announcer openId={openId} />
      <ConnectionStrip />
      <Nav
        list={place.settings ? undefined : list}
        onHelp={() => setShown("help")}
        onPalette={() => setShown("palette")}
        onSignOut={() => void signOut()}
      />
      {place.settings ? (
        <SettingsPage part={place.settings} />
      ) : (
        <>
          <ListColumn list={list} openId={openId} />
          <main class="dialogue" aria-label={t.dialogue}>
            {openId ? (
              <Dialogue
                key={openId}
                id={openId}
                list={list}
                facts={contact.data?.facts ?? []}
                found={found}
                asked={asked}
                onAsk={setShown}
                onRemember={() => setShown("remember")}
                onLeave={() => focusRow(openId)}
                onWrite={write}
                onAskedDone={askedDone}
              />
            ) : (
              <NoChat />
            )}
          </main>
        </>
      )}
      {conversation && (
        <aside
          class="panel"
          aria-label={t.contact}
          onKeyDown={(event) => {
            // Where it lies over the dialogue, Escape puts it away.
            if (event.key === "Escape" && place.showsContact) navigate(pathToConversation(conversation.id));
          }}
        >
          <ContactPanel
            key={conversation.id}
            conversation={conversation}
            contact={contact}
            onFind={(id) => {
              setFound((before) => ({ id, n: (before?.n ?? 0) + 1 }));
              if (place.showsContact) navigate(pathToConversation(conversation.id));
            }}
          />
        </aside>
      )}
      <Notices />
      {shown === "help" && <HelpDialog onClose={close} />}
      {shown === "palette" && <Palette offers={offers} onClose={close} />}
      {conversation && shown === "give" && <GiveDialog conversation={conversation} onClose={close} />}
      {conversation && shown === "remember" && <RememberDialog conversation={conversation} onClose={close} />}
      {conversation && shown === "transfer" && <TransferDialog conversation={conversation} onClose={close} />}
      {conversation && shown === "return" && <ReturnDialog conversation={conversation} onClose={close} />}
      {conversation && shown === "resolve" && <ResolveDialog conversation={conversation} onClose={close} />}
      {conversation && shown === "snooze" && <SnoozeDialog conversation={conversation} onClose={close} />}
      {conversation && shown === "tags" && <TagsDialog conversation={conversation} onClose={close} />}
    </div>
  );
}

/** An open chat keeps the list beside it that one came from. */
function useLastList(list: ListName | undefined): ListName {
  const last = useRef<ListName>("mine");
  if (list) last.current = list;
  return last.current;
}

/** Wishes to the box, told apart by number, and gone with the chat they were meant for. */
function useAsked(openId: string | undefined) {
  const [asked, setAsked] = useState<(Asked & { openId: string | undefined }) | null>(null);
  const write = useCallback(
    (wish: Omit<Asked, "n">) => setAsked((before) => ({ ...wish, openId, n: (before?.n ?? 0) + 1 })),
    [openId],
  );
  const askedDone = useCallback(() => setAsked(null), []);
  return { asked: asked?.openId === openId ? asked : null, write, askedDone };
}

function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
}
