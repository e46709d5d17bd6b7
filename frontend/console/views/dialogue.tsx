import { useEffect } from "preact/hooks";
import type { ConversationView, FactView } from "../../wire/events.gen";
import { useDesk, useDeskState } from "../desk";
import { NO_DIALOGUE } from "../state/dialogues";
import { loadDraft, saveDraft } from "../state/drafts";
import type { ListName, Pending } from "../state/model";
import { t } from "../texts";
import { AnswerClock } from "./answer_clock";
import { type Asked, Composer } from "./composer";
import { type Asking, DialogueHeader } from "./dialogue_header";
import { HandoffCard } from "./handoff_card";
import { type Found, MessageList } from "./message_list";
import { RememberMarked } from "./remember_marked";
import { Empty, Failed, Skeleton } from "./states";

interface Props {
  id: string;
  list: ListName;
  facts: readonly FactView[];
  found: Found | undefined;
  asked: Asked | null;
  onAsk: (asking: Asking) => void;
  onRemember: () => void;
  onLeave: () => void;
  onWrite: (asked: Omit<Asked, "n">) => void;
  onAskedDone: () => void;
}

/** One chat: who, why, what was said, and the box to answer in. */
export function Dialogue(props: Props) {
  const { id } = props;
  const { live } = useDesk();
  const conversation = useDeskState((state) => state.conversations.byId[id]);
  const dialogue = useDeskState((state) => state.dialogues[id] ?? NO_DIALOGUE);

  useEffect(() => {
    void live.open(id);
  }, [live, id]);
  useWatchingForeign(conversation);

  if (conversation) return <Known {...props} conversation={conversation} />;
  if (dialogue.refusal?.code === "not_found") {
    return <Empty title={t.noSuchChat}>{t.noSuchChatHint}</Empty>;
  }
  if (dialogue.loading === "failed") {
    return (
      <Failed what={t.dialogueFailed} why={dialogue.refusal?.message} onRetry={() => void live.open(id)} />
    );
  }
  return <Skeleton lines={6} label={t.loading} />;
}

function Known({
  conversation,
  list,
  facts,
  found,
  asked,
  onAsk,
  onRemember,
  onLeave,
  onWrite,
  onAskedDone,
}: Props & { conversation: ConversationView }) {
  const { sender } = useDesk();

  function takeBack(pending: Pending) {
    sender.withdraw(pending.clientId);
    const since = loadDraft(pending.conversationId, pending.writing);
    const text = since ? `${pending.text}\n${since}` : pending.text;
    saveDraft(pending.conversationId, pending.writing, text);
    onWrite({ for: pending.writing === "note" ? "note" : "reply" });
  }

  return (
    <>
      <DialogueHeader conversation={conversation} list={list} onAsk={onAsk} />
      <AnswerClock conversation={conversation} />
      <HandoffCard conversation={conversation} />
      <MessageList conversation={conversation} facts={facts} found={found} onTakeBack={takeBack} />
      <RememberMarked onRemember={onRemember} />
      <Composer conversation={conversation} asked={asked} onAskedDone={onAskedDone} onLeave={onLeave} />
    </>
  );
}

/** Live events come for the lists one follows; a chat outside mine and the queue is in "all" only. */
function useWatchingForeign(conversation: ConversationView | undefined) {
  const { live } = useDesk();
  const me = useDeskState((state) => state.account?.id);
  const isForeign =
    conversation !== undefined && conversation.owner.kind !== "queue" && conversation.owner.agent_id !== me;
  useEffect(() => {
    if (isForeign && !live.isWatching("all")) void live.watch("all");
  }, [live, isForeign]);
}
