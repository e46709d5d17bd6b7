import { useState } from "preact/hooks";
import type { ConversationView } from "../../wire/events.gen";
import { t } from "../texts";
import { FactForm } from "../views/fact_form";
import { Modal } from "../views/modal";
import { selectedWords } from "../views/selected_words";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

/** Keeps the words that are marked in the dialogue, or what the agent learned elsewhere, as a fact. */
export function RememberDialog({ conversation, onClose }: Props) {
  // As they were when it opened: the form takes the marks away.
  const [words] = useState(() => selectedWords());
  return (
    <Modal title={t.rememberTitle} onClose={onClose}>
      {words ? (
        <blockquote class="quote" dir="auto">
          {words.quote}
        </blockquote>
      ) : (
        <p class="soft">{t.rememberHint}</p>
      )}
      <FactForm
        contactId={conversation.contact.id}
        conversationId={conversation.id}
        words={words}
        onDone={onClose}
      />
    </Modal>
  );
}
