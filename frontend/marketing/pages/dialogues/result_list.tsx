import { forwardRef } from "preact/compat";
import { Link, useSearch } from "wouter-preact";
import type { TranscriptRow } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { snippetParts } from "../../measures/snippet";
import { Rating, StateBadge } from "../../parts/badges";
import { Moment } from "../../parts/moment";
import { contactCode, languageName } from "../../places/names";
import { type NameOf, useNames } from "../../places/use_names";
import { texts } from "../../texts";

/** Arrow keys move from result to result; everything else is a link like any other. */
export const ResultList = forwardRef<HTMLOListElement, { rows: readonly TranscriptRow[] }>(
  function ResultList({ rows }, ref) {
    const nameOf = useNames();
    const search = useSearch();
    return (
      <ol ref={ref} class="results" aria-label={texts.dialogues.results} onKeyDown={moveBetween}>
        {rows.map((row) => (
          <li key={row.conversation.id}>
            <Result row={row} search={search} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    );
  },
);

interface ResultProps {
  row: TranscriptRow;
  search: string;
  nameOf: NameOf;
}

function Result({ row: { conversation, snippet, messages }, search, nameOf }: ResultProps) {
  const { id, contact, opened_at, element, handoff_reason, rating, locale } = conversation;
  return (
    <Link class="result" href={`/dialogues/${id}${search === "" ? "" : `?${search}`}`}>
      <span class="result-head">
        <Moment time={opened_at} />
        <bdi class="faint">{texts.dialogues.contact(contactCode(contact.id))}</bdi>
        <StateBadge conversation={conversation} />
        {typeof rating === "number" && <Rating score={rating} />}
      </span>
      <span class="result-words" dir="auto">
        {snippet ? <Snippet text={snippet} /> : (conversation.last_text ?? texts.dialogues.noWords)}
      </span>
      <span class="result-foot faint">
        <span>{texts.dialogues.messages(messages, number(messages))}</span>
        <span>{languageName(locale)}</span>
        {element && <bdi>{nameOf("element", element)}</bdi>}
        {handoff_reason && <span>{nameOf("handoff_reason", handoff_reason)}</span>}
      </span>
    </Link>
  );
}

export function Snippet({ text }: { text: string }) {
  return (
    <>
      {snippetParts(text).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}
    </>
  );
}

function moveBetween(event: KeyboardEvent & { currentTarget: HTMLOListElement }) {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const here = links.findIndex((link) => link.matches(":focus"));
  const next = links[here + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
