import { Link } from "wouter-preact";
import type { HelpReport, MissedQuestionView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Moment } from "../../parts/moment";
import { Searched } from "../../parts/searched";
import { languageName } from "../../places/names";
import { periodQuery, usePlace } from "../../places/use_place";
import { texts } from "../../texts";

const words = texts.help;

/** What visitors asked and no page answers: the pages still to be written. */
export function MissedQuestions({ report }: { report: HelpReport }) {
  const { missed, questions } = report;
  if (missed === 0) return <p class="soft">{words.noneMissed}</p>;
  return (
    <>
      {missed > questions.length && (
        <p class="soft">{words.newest(number(questions.length), number(missed))}</p>
      )}
      <Searched items={questions} label={words.findQuestion} wordsOf={searchable}>
        {(found) => (
          <ul class="missed">
            {found.map((question) => (
              <MissedQuestion key={`${question.conversation_id} ${question.seq}`} question={question} />
            ))}
          </ul>
        )}
      </Searched>
    </>
  );
}

function MissedQuestion({ question }: { question: MissedQuestionView }) {
  const { period } = usePlace();
  const { conversation_id, language, at, text } = question;
  return (
    <li>
      <Link href={`/dialogues/${encodeURIComponent(conversation_id)}${periodQuery(period)}`} dir="auto">
        {text ?? words.forgotten}
      </Link>
      <span class="under faint">
        {languageName(language)} · <Moment time={at} />
      </span>
    </li>
  );
}

function searchable({ text, language }: MissedQuestionView): string {
  return [text ?? words.forgotten, languageName(language)].join(" ");
}
