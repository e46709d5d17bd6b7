import { Link } from "wouter-preact";
import type { KeptView } from "../../../wire/rest.gen";
import { usePlace } from "../../places/use_place";
import { dayOf } from "./kept_page";
import { useKept } from "./queries";
import { words } from "./texts";

interface GoneNoteProps {
  /** Whether the page tells of people who only met an element. */
  meetings?: boolean;
}

/** Where a period begins before what is still kept, from when on dialogues behind its figures are gone. */
export function GoneNote({ meetings = false }: GoneNoteProps) {
  const { period } = usePlace();
  const kept = useKept().data?.items ?? [];
  const notes = [
    goneBefore(kept, "service", period.from, words.goneDialogues),
    meetings ? goneBefore(kept, "analytics", period.from, words.goneMeetings) : null,
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <p class="soft gone-note" role="note">
      {notes.join(" ")} <Link href="/kept">{words.more}</Link>
    </p>
  );
}

function goneBefore(
  kept: readonly KeptView[],
  purpose: KeptView["purpose"],
  from: string,
  say: (day: string) => string,
): string | null {
  const found = kept.find((one) => one.purpose === purpose);
  if (!found?.before || found.gone === 0 || from >= found.before.slice(0, 10)) return null;
  return say(dayOf(found.before));
}
