import { useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import type { IntentView } from "../../../wire/rest.gen";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { reasonOf } from "../../parts/states";
import { languageName, readable } from "../../places/names";
import { useAddIntent } from "./queries";
import { words } from "./texts";

const texts = words.intents;
const ENGLISH = "en";
const NAME = /^[a-z][a-z0-9_]{1,60}$/;

interface IntentFormProps {
  intents: readonly IntentView[];
  onClose: () => void;
}

/** A name, a topic and what the bot answers, in the languages it has examples in. */
export function IntentForm({ intents, onClose }: IntentFormProps) {
  const add = useAddIntent();
  const topics = [...new Set(intents.map(({ topic }) => topic))].sort();
  const [name, setName] = useState("");
  const [topic, setTopic] = useState(topics[0] ?? "");
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [checked, setChecked] = useState(false);
  const nameProblem = checked && !NAME.test(name) ? texts.nameWrong : undefined;
  const answerProblem = checked && !answers[ENGLISH]?.trim() ? texts.answerMissing : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!NAME.test(name) || !answers[ENGLISH]?.trim()) return;
    add.mutate({ name, topic, answers }, { onSuccess: onClose });
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field label={texts.name} hint={texts.nameHint} problem={nameProblem}>
          {(attributes) => (
            <input
              {...attributes}
              maxLength={60}
              autocomplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value.trim())}
            />
          )}
        </Field>
        <Field label={texts.topic}>
          {(attributes) => (
            <select {...attributes} value={topic} onChange={(event) => setTopic(event.currentTarget.value)}>
              {topics.map((one) => (
                <option key={one} value={one}>
                  {readable(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {languagesOf(intents).map((language) => (
          <Field
            key={language}
            label={texts.answer(languageName(language))}
            {...(language === ENGLISH ? { hint: texts.answerHint, problem: answerProblem } : {})}
          >
            {(attributes) => (
              <input
                {...attributes}
                dir="auto"
                lang={language}
                maxLength={1000}
                value={answers[language] ?? ""}
                onInput={(event) => setAnswers({ ...answers, [language]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <p class="field-hint">{texts.least}</p>
        <div role="alert">{add.error && <p class="field-error">{sentenceOf(add.error)}</p>}</div>
        <div class="row end">
          <button type="button" class="button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" class="button primary" disabled={add.isPending}>
            {texts.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** English first. */
function languagesOf(intents: readonly IntentView[]): string[] {
  const found = new Set(intents.flatMap(({ examples }) => Object.keys(examples)));
  found.delete(ENGLISH);
  return [ENGLISH, ...[...found].sort()];
}

function sentenceOf(error: Error): string {
  return error instanceof SamtalError && !error.passing ? error.message : reasonOf(error);
}
