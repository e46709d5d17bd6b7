import { useLocation } from "wouter-preact";
import { useDesk, useDeskState } from "../desk";
import { waiting } from "../state/lists";
import { pathToConversation } from "../state/place";
import { t } from "../texts";
import { Key } from "./key";

/** Before a chat is open: what there is to do, and the keys for it. */
export function NoChat() {
  const { actions } = useDesk();
  const [, navigate] = useLocation();
  const count = useDeskState((state) => waiting(state).length);
  const next = useDeskState((state) => waiting(state)[0]?.id);

  async function acceptNext() {
    if (next && (await actions.accept(next))) navigate(pathToConversation(next));
  }

  return (
    <div class="empty no-chat">
      <p class="empty-title">{count > 0 ? t.waitingCount(count) : t.noChatOpen}</p>
      {next ? (
        <button type="button" class="button button-primary" onClick={() => void acceptNext()}>
          {t.acceptNext} <Key>a</Key>
        </button>
      ) : (
        <p>{t.noChatHint}</p>
      )}
      <p class="soft">
        <kbd>j</kbd> <kbd>k</kbd> {t.keysMove} <kbd>Enter</kbd> {t.keysOpen} <kbd>?</kbd> {t.keysAll}
      </p>
    </div>
  );
}
