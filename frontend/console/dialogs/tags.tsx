import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ConversationView } from "../../wire/events.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { Modal } from "../views/modal";

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

const LONGEST_TAG = 40;
const MOST_TAGS = 20;

export function TagsDialog({ conversation, onClose }: Props) {
  const { actions } = useDesk();
  const [word, setWord] = useState("");
  const { id, tags } = conversation;

  async function add(event: SubmitEvent) {
    event.preventDefault();
    const tag = word.trim().toLowerCase();
    if (!tag || tags.includes(tag)) return setWord("");
    if (await actions.tag(id, [...tags, tag])) setWord("");
  }

  return (
    <Modal title={t.tags} onClose={onClose}>
      <ul class="tag-list">
        {tags.map((tag) => (
          <li key={tag} class="tag">
            <bdi>{tag}</bdi>
            <button
              type="button"
              class="icon-button"
              aria-label={t.removeTag(tag)}
              onClick={() =>
                void actions.tag(
                  id,
                  tags.filter((other) => other !== tag),
                )
              }
            >
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        ))}
        {tags.length === 0 && <li class="soft">{t.noTags}</li>}
      </ul>
      <form class="tag-form" onSubmit={add}>
        <label class="field">
          <span>{t.newTag}</span>
          <input
            value={word}
            maxLength={LONGEST_TAG}
            autofocus
            disabled={tags.length >= MOST_TAGS}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button button-primary" disabled={!word.trim()}>
          {t.addTag}
        </button>
      </form>
    </Modal>
  );
}
