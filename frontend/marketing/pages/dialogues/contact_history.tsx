import { useInfiniteQuery } from "@tanstack/preact-query";
import { useId, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { type HistoryKind, historyKinds, historyLine } from "../../../client/contact_history";
import type { HistoryEntryView } from "../../../wire/rest.gen";
import { money } from "../../measures/amount";
import { Moment } from "../../parts/moment";
import { Loaded, More } from "../../parts/states";
import { useHub } from "../../session";
import { words } from "./texts";

/** All that the contact behind a dialogue and the shop had to do with each other, without who they are; fetched when it is opened. */
export function ContactHistory({ contactId }: { contactId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="contact-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.history}</summary>
      {isOpen && <Entries contactId={contactId} />}
    </details>
  );
}

function Entries({ contactId }: { contactId: string }) {
  const hub = useHub();
  const id = useId();
  const [kind, setKind] = useState<HistoryKind | "">("");
  const query = useInfiniteQuery({
    queryKey: ["history", contactId, kind],
    queryFn: ({ pageParam, signal }) => hub.history(contactId, kind, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  return (
    <>
      <p class="theme-kind">
        <label for={id}>{words.show}</label>
        <select
          id={id}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as HistoryKind | "")}
        >
          <option value="">{words.all}</option>
          {Object.entries(historyKinds).map(
            ([one, name]) =>
              one !== "reveal" && (
                <option key={one} value={one}>
                  {name}
                </option>
              ),
          )}
        </select>
      </p>
      <Loaded query={query} rows={4}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.items);
          if (entries.length === 0) return <p class="soft">{words.none}</p>;
          return (
            <>
              <ol class="missed">
                {entries.map((entry) => (
                  <Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
                ))}
              </ol>
              <More shown={entries.length} query={query} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Entry({ entry }: { entry: HistoryEntryView }) {
  const name = historyKinds[entry.kind];
  return (
    <li>
      {entry.conversation_id ? (
        <Link href={`/dialogues/${entry.conversation_id}`}>{name}</Link>
      ) : (
        <strong>{name}</strong>
      )}{" "}
      <span class="faint">
        <Moment time={entry.at} />
      </span>
      <span class="under soft">
        <bdi>{historyLine(entry, money)}</bdi>
      </span>
      {entry.text && (
        <span class="under" dir="auto">
          {entry.text}
        </span>
      )}
    </li>
  );
}
