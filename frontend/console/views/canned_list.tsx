import { useQuery } from "@tanstack/preact-query";
import type { PageOf } from "../../client/rest";
import type { CannedReplyView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { t } from "../texts";

const NONE: readonly CannedReplyView[] = [];

export function useCannedReplies(): readonly CannedReplyView[] {
  const { rest } = useDesk();
  const { data } = useQuery({
    queryKey: ["canned-replies"],
    queryFn: ({ signal }) => rest.get<PageOf<CannedReplyView>>("canned-replies", {}, signal),
    staleTime: 5 * 60_000,
  });
  return data?.items ?? NONE;
}

interface Props {
  id: string;
  replies: readonly CannedReplyView[];
  active: number;
  onChoose: (reply: CannedReplyView) => void;
}

/** The list that opens above the box when one types `/`; the focus stays in the box. */
export function CannedList({ id, replies, active, onChoose }: Props) {
  return (
    <div class="canned">
      {replies.length === 0 && <p class="soft canned-none">{t.noCannedReply}</p>}
      <div id={id} role="listbox" aria-label={t.cannedReplies}>
        {replies.map((reply, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the box, which has the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box
          <div
            key={reply.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(reply)}
          >
            <code>/{reply.shortcut}</code> <span dir="auto">{reply.text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
