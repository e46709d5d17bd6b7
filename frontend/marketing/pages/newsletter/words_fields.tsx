import { Plus, Trash2 } from "lucide-preact";
import { Field } from "../../parts/field";
import { nextLanguage, type Wording } from "./plan_draft";
import { LANGUAGES, texts } from "./texts";

interface WordsFieldsProps {
  words: readonly Wording[];
  onChange: (words: readonly Wording[]) => void;
}

/** Subject and text, once a language. */
export function WordsFields({ words, onChange }: WordsFieldsProps) {
  const next = nextLanguage(words);
  const edit = (at: number, part: Partial<Wording>) =>
    onChange(words.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <>
      {words.map(({ language, subject, text }, at) => (
        <fieldset key={language} class="plan-words" lang={language}>
          <legend lang="en">{texts.wordsIn(LANGUAGES[language])}</legend>
          <Field label={texts.subject}>
            {(attributes) => (
              <input
                {...attributes}
                dir="auto"
                maxLength={200}
                value={subject}
                onInput={(event) => edit(at, { subject: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={texts.text} hint={texts.textHint}>
            {(attributes) => (
              <textarea
                {...attributes}
                dir="auto"
                rows={8}
                maxLength={4000}
                value={text}
                onInput={(event) => edit(at, { text: event.currentTarget.value })}
              />
            )}
          </Field>
          {words.length > 1 && (
            <button
              type="button"
              class="button small"
              onClick={() => onChange(words.filter((_, index) => index !== at))}
            >
              <Trash2 size={14} aria-hidden="true" /> {texts.removeLanguage(LANGUAGES[language])}
            </button>
          )}
        </fieldset>
      ))}
      {next && (
        <p>
          <button
            type="button"
            class="button small"
            onClick={() => onChange([...words, { language: next, subject: "", text: "" }])}
          >
            <Plus size={14} aria-hidden="true" /> {texts.addLanguage}: {LANGUAGES[next]}
          </button>
        </p>
      )}
    </>
  );
}
