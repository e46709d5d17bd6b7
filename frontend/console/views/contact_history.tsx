import { useInfiniteQuery } from "@tanstack/preact-query";
import { Phone } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { type HistoryKind, historyKinds, historyLine } from "../../client/contact_history";
import type { ContactHistoryView, HistoryEntryView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { money, timeWithZone } from "../words";
import { CallNoteForm } from "./call_note_form";
import { Failed, Skeleton } from "./states";

interface Props {
  contactId: string;
  onOpen: (conversationId: string) => void;
}

const PAGE = 20;

/** Everything the contact and the shop had to do with each other, newest first. */
export function ContactHistory({ contactId, onOpen }: Props) {
  const { rest } = useDesk();
  const [kind, setKind] = useState<HistoryKind | "">("");
  const [isNoting, setNoting] = useState(false);
  const id = useId();
  const found = useInfiniteQuery({
    // Below the contact's own key, so that what changes there is fetched again here.
    queryKey: ["contact", contactId, "history", kind],
    queryFn: ({ pageParam, signal }) =>
      rest.get<ContactHistoryView>(
        `contacts/${contactId}/history`,
        { limit: PAGE, ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const pages = found.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.items);
  return (
    <section class="panel-part" aria-labelledby={`${id}-title`}>
      <header class="part-head">
        <h3 id={`${id}-title`}>{t.historyTitle}</h3>
        {!isNoting && (
          <button type="button" class="button button-small" onClick={() => setNoting(true)}>
            <Phone size={14} aria-hidden="true" /> {t.callNoteAdd}
          </button>
        )}
      </header>
      {isNoting && <CallNoteForm contactId={contactId} onDone={() => setNoting(false)} />}
      <label class="history-kind">
        <span class="soft">{t.historyShow}</span>
        <select value={kind} onChange={(event) => setKind(event.currentTarget.value as HistoryKind | "")}>
          <option value="">{t.historyAll}</option>
          {(pages[0]?.kinds ?? (Object.keys(historyKinds) as HistoryKind[])).map((one) => (
            <option key={one} value={one}>
              {historyKinds[one]}
            </option>
          ))}
        </select>
      </label>
      {found.isPending && <Skeleton lines={4} label={t.loading} />}
      {found.isError && entries.length === 0 && (
        <Failed what={t.historyFailed} why={found.error.message} onRetry={() => void found.refetch()} />
      )}
      {found.data && entries.length === 0 && <p class="soft">{kind ? t.historyNone : t.historyEmpty}</p>}
      {entries.length > 0 && (
        <ol class="history">
          {entries.map((entry) => (
            <Entry key={`${entry.kind} ${entry.id}`} entry={entry} onOpen={onOpen} />
          ))}
        </ol>
      )}
      {found.hasNextPage && (
        <button
          type="button"
          class="button button-small"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t.historyEarlier}
        </button>
      )}
    </section>
  );
}

function Entry({ entry, onOpen }: { entry: HistoryEntryView; onOpen: (conversationId: string) => void }) {
  const { kind, at, text, conversation_id } = entry;
  return (
    <li class="history-entry">
      <p class="row-head">
        {conversation_id ? (
          <button type="button" class="link" onClick={() => onOpen(conversation_id)}>
            {historyKinds[kind]}
          </button>
        ) : (
          <strong>{historyKinds[kind]}</strong>
        )}
        <time class="row-time" dateTime={at}>
          {timeWithZone(at)}
        </time>
      </p>
      <p class="soft">
        <bdi>{historyLine(entry, money)}</bdi>
      </p>
      {text && (
        <p class="quote" dir="auto">
          {text}
        </p>
      )}
    </li>
  );
}
