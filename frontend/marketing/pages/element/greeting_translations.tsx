import { Plus, Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { Field } from "../../parts/field";
import { LANGUAGES } from "../newsletter/texts";
import type { Said } from "./greeting_draft";
import { texts } from "./greeting_texts";

interface GreetingTranslationsProps {
  said: readonly Said[];
  problem: string | undefined;
  onChange: (said: readonly Said[]) => void;
}

type Language = Said["language"];
const EVERY = Object.keys(LANGUAGES) as Language[];

/** The greeting in further languages: each visitor is told theirs, and all others what is written above. */
export function GreetingTranslations({ said, problem, onChange }: GreetingTranslationsProps) {
  const free = EVERY.filter((language) => !said.some((one) => one.language === language));
  const [next, setNext] = useState<Language>("en");
  const chosen = free.includes(next) ? next : free[0];
  const edit = (at: number, part: Partial<Said>) =>
    onChange(said.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <>
      <h3>{texts.translations}</h3>
      <p class="soft">{texts.translationsHint}</p>
      {problem && <p class="field-error">{problem}</p>}
      {said.map(({ language, text, replies }, at) => (
        <fieldset key={language} class="plan-words" lang={language}>
          <legend lang="en">{texts.saidIn(LANGUAGES[language])}</legend>
          <Field label={texts.text}>
            {(attributes) => (
              <textarea
                {...attributes}
                dir="auto"
                rows={2}
                maxLength={300}
                value={text}
                onInput={(event) => edit(at, { text: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={texts.replies} hint={texts.repliesHint}>
            {(attributes) => (
              <textarea
                {...attributes}
                dir="auto"
                rows={2}
                maxLength={400}
                value={replies}
                onInput={(event) => edit(at, { replies: event.currentTarget.value })}
              />
            )}
          </Field>
          <button
            type="button"
            class="button small"
            lang="en"
            onClick={() => onChange(said.filter((_, index) => index !== at))}
          >
            <Trash2 size={14} aria-hidden="true" /> {texts.removeLanguage(LANGUAGES[language])}
          </button>
        </fieldset>
      ))}
      {chosen && (
        <div class="row">
          <select
            aria-label={texts.language}
            value={chosen}
            onChange={(event) => setNext(event.currentTarget.value as Language)}
          >
            {free.map((language) => (
              <option key={language} value={language}>
                {LANGUAGES[language]}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="button small"
            onClick={() => onChange([...said, { language: chosen, text: "", replies: "" }])}
          >
            <Plus size={14} aria-hidden="true" /> {texts.addLanguage}
          </button>
        </div>
      )}
    </>
  );
}
