import { useQuery } from "@tanstack/preact-query";
import { Search } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import type { RecalledNote, RecallItem, RecallResult } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { Failed, Skeleton } from "./states";
import { ShortTime } from "./time";

interface Props {
  contactId: string;
  onOpen: (item: RecallItem) => void;
}

const MOST = 8;

/** Searches everything the contact ever said; a statement found leads to its place. */
export function Recall({ contactId, onOpen }: Props) {
  const { rest } = useDesk();
  const [asked, setAsked] = useState("");
  const id = useId();
  const found = useQuery({
    queryKey: ["recall", contactId, asked],
    queryFn: ({ signal }) =>
      rest.get<RecallResult>(`contacts/${contactId}/recall`, { q: asked, limit: MOST }, signal),
    enabled: asked !== "",
  });

  function ask(event: SubmitEvent) {
    event.preventDefault();
    const words = new FormData(event.currentTarget as HTMLFormElement).get("q");
    setAsked(String(words ?? "").trim());
  }

  return (
    <section class="panel-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t.recallTitle}</h3>
      <search>
        <form class="recall-form" onSubmit={ask}>
          <label class="search">
            <Search size={16} aria-hidden="true" />
            <span class="sr-only">{t.recallLabel}</span>
            <input type="search" name="q" maxLength={200} placeholder={t.recallHint} />
          </label>
          <button type="submit" class="button">
            {t.recallSearch}
          </button>
        </form>
      </search>
      {asked !== "" && found.isPending && <Skeleton lines={3} label={t.loading} />}
      {found.isError && (
        <Failed what={t.recallFailed} why={found.error.message} onRetry={() => void found.refetch()} />
      )}
      <div aria-live="polite">
        {found.data && <Results result={found.data} asked={asked} onOpen={onOpen} />}
      </div>
    </section>
  );
}

interface ResultsProps {
  result: RecallResult;
  asked: string;
  onOpen: (item: RecallItem) => void;
}

function Results({ result, asked, onOpen }: ResultsProps) {
  if (!result.allowed) return <p class="soft">{t.recallNotAllowed}</p>;
  const notes = result.notes ?? [];
  if (result.items.length + notes.length === 0) return <p class="soft">{t.recallNothing(asked)}</p>;
  return (
    <>
      <ul class="earlier">
        {result.items.map((item) => (
          <li key={item.message_id}>
            <button type="button" class="earlier-row recall-row" onClick={() => onOpen(item)}>
              <span class="row-head">
                {item.why === "meaning" && <span class="soft">{t.recallMeant}</span>}
                <span class="row-time">
                  <ShortTime at={item.at} />
                </span>
              </span>
              {item.before && (
                <span class="recall-before" dir="auto" title={t.recallBefore}>
                  {item.before}
                </span>
              )}
              <span class="recall-quote" dir="auto">
                {item.quote}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {notes.length > 0 && <Notes notes={notes} />}
      {!result.by_meaning && <p class="soft">{t.recallWordsOnly}</p>}
    </>
  );
}

function Notes({ notes }: { notes: readonly RecalledNote[] }) {
  const id = useId();
  return (
    <>
      <h4 id={id}>{t.recallNotes}</h4>
      <ul class="earlier" aria-labelledby={id}>
        {notes.map((note) => (
          <li key={note.id} class="earlier-row">
            <span class="row-head">
              <bdi>{note.by}</bdi>
              <span class="row-time">
                <ShortTime at={note.at} />
              </span>
            </span>
            <span class="recall-quote" dir="auto">
              {note.text}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
