// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import type { LessonView } from "../../../wire/rest.gen";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Moment } from "../../parts/moment";
import { Searched } from "../../parts/searched";
import { reasonOf } from "../../parts/states";
import { languageName, readable } from "../../places/names";
import { useHub } from "../../session";
import { MISSES } from "./line_group";
import { useUndoReview } from "./queries";
import { words } from "./texts";

interface LessonListProps {
  lessons: readonly LessonView[];
  mayTeach: boolean;
}

/** What was reviewed, and what comes of it. */
export function LessonList({ lessons, mayTeach }: LessonListProps) {
  const hub = useHub();
  const undo = useUndoReview();
  if (lessons.length === 0) return <p class="soft">{words.noLessons}</p>;
  return (
    <>
      <p class="soft">{summary(lessons)}</p>
      <p>
        <a class="button" href={hub.changesAddress()} download="reviewed-examples.diff">
          {words.changes}
        </a>
      </p>
      <div role="alert">{undo.error && <p class="field-error">{reasonOf(undo.error)}</p>}</div>
      <Searched items={lessons} label={words.findLesson} wordsOf={searchable}>
        {(found) => (
          <table class="table stacking" role="table" aria-label={words.lessonsTitle}>
            <thead role="rowgroup">
              <tr role="row">
                <ColumnHead name={words.example} />
                <ColumnHead name={words.language} />
                <ColumnHead name={words.was} />
                <ColumnHead name={words.becomes} />
                <ColumnHead name={words.by} />
                {mayTeach && <ColumnHead name={words.undo} />}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {found.map((lesson) => (
                <LessonRow
                  key={lesson.id}
                  lesson={lesson}
                  {...(mayTeach ? { onUndo: () => undo.mutate(lesson.id) } : {})}
                />
              ))}
            </tbody>
          </table>
        )}
      </Searched>
    </>
  );
}

function LessonRow({ lesson, onUndo }: { lesson: LessonView; onUndo?: () => void }) {
  const { example, language, heard_intent, intent, held_out, reviewed_at } = lesson;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <span dir="auto" lang={language}>
          {example}
        </span>
        {intent && held_out && <span class="under faint">{words.heldOut}</span>}
      </th>
      <Cell name={words.language}>{languageName(language)}</Cell>
      <Cell name={words.was}>{MISSES.includes(heard_intent) ? words.missed : readable(heard_intent)}</Cell>
      <Cell name={words.becomes}>{intent ? readable(intent) : words.nothing}</Cell>
      <Cell name={words.by}>
        <Moment time={reviewed_at} />
      </Cell>
      {onUndo && (
        <Cell name={words.undo}>
          <button
            type="button"
            class="button small"
            aria-label={words.undoOf(lesson.example)}
            onClick={onUndo}
          >
            {words.undo}
          </button>
        </Cell>
      )}
    </tr>
  );
}

/** How many the bot learns, how many it is judged by, and how many have nothing to learn from. */
export function summary(lessons: readonly LessonView[]): string {
  const meant = lessons.filter((lesson) => lesson.intent);
  const heldOut = meant.filter((lesson) => lesson.held_out).length;
  return words.summary(meant.length - heldOut, heldOut, lessons.length - meant.length);
}

function searchable({ example, text, language, heard_intent, intent }: LessonView): string {
  return [example, text, languageName(language), heard_intent, intent ?? words.nothing].join(" ");
}
