import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { IntentView, LineView } from "../../../wire/rest.gen";
import { share } from "../../measures/format";
import { Moment } from "../../parts/moment";
import { readable } from "../../places/names";
import { periodQuery, usePlace } from "../../places/use_place";
import { ReviewForm } from "./review_form";
import { words } from "./texts";

export const MISSES: readonly string[] = ["nlu_fallback", "out_of_scope"];

interface LineGroupProps {
  lines: readonly LineView[];
  intents: readonly IntentView[];
  mayTeach: boolean;
}

/** Lines that mean the same: all are chosen until some are not. */
export function LineGroup({ lines, intents, mayTeach }: LineGroupProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = lines.filter((line) => !left.has(line.message_id));
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <li class="line-group panel">
      <h3>{lines.length > 1 ? words.group(lines.length) : words.alone}</h3>
      <ul class="group-lines">
        {lines.map((line) => (
          <li key={line.message_id}>
            {mayTeach && lines.length > 1 && (
              <input
                type="checkbox"
                aria-label={words.choose(line.text)}
                checked={!left.has(line.message_id)}
                onChange={() => toggle(line.message_id)}
              />
            )}
            <Words line={line} />
          </li>
        ))}
      </ul>
      {mayTeach && <ReviewForm lines={chosen} intents={intents} />}
    </li>
  );
}

function Words({ line }: { line: LineView }) {
  const { period } = usePlace();
  const { text, intent, confidence, conversation_id, language, at } = line;
  const missed = MISSES.includes(intent);
  return (
    <div class="line-words">
      <p class="words" dir="auto" lang={language}>
        {text}
      </p>
      <p class="under faint">
        {missed ? words.missed : words.takenAs(readable(intent), share(confidence))} · <Moment time={at} /> ·{" "}
        <Link href={`/dialogues/${encodeURIComponent(conversation_id)}${periodQuery(period)}`}>
          {words.toDialogue}
        </Link>
      </p>
    </div>
  );
}
