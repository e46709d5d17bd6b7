import { useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import type { MessageView, SampleView } from "../../../wire/rest.gen";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Loaded, reasonOf } from "../../parts/states";
import { Line } from "../dialogues/transcript";
import { useGiveCode, useReveal, useSampled } from "./queries";
import { words } from "./texts";

interface ReadingProps {
  sample: SampleView;
  conversation: string;
  title: string;
  /** Whether the reader still codes. */
  open: boolean;
  mayReveal: boolean;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** A dialogue with masks, and the code it is given. */
export function Reading(props: ReadingProps) {
  const { sample, conversation, title, open, mayReveal, onPrevious, onNext } = props;
  const query = useSampled(sample.id, conversation);
  const [plain, setPlain] = useState<readonly MessageView[] | null>(null);
  return (
    <section class="desk-reading" aria-label={title}>
      <div class="row">
        <h2>{title}</h2>
        <Step label={words.previous} onGo={onPrevious} />
        <Step label={words.next} onGo={onNext} />
      </div>
      <Loaded query={query} rows={6}>
        {({ contact, messages, code }) => (
          <>
            <div class="row">
              <bdi class="soft">{words.contact(contact)}</bdi>
              {plain ? (
                <button type="button" class="link-button" onClick={() => setPlain(null)}>
                  {words.hide}
                </button>
              ) : (
                mayReveal && <Reveal conversation={conversation} onShown={setPlain} />
              )}
            </div>
            {plain && (
              <p class="notice" role="status">
                {words.revealed}
              </p>
            )}
            <ol class="transcript">
              {(plain ?? messages).map((message, at, all) => (
                <Line key={message.id} message={message} before={all[at - 1]} />
              ))}
            </ol>
            {open && <Codes sample={sample} conversation={conversation} code={code} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Step({ label, onGo }: { label: string; onGo: (() => void) | null }) {
  return (
    <button type="button" class="button" disabled={onGo === null} onClick={() => onGo?.()}>
      {label}
    </button>
  );
}

interface CodesProps {
  sample: SampleView;
  conversation: string;
  code: string | null;
}

function Codes({ sample, conversation, code }: CodesProps) {
  const give = useGiveCode(sample.id, conversation);
  return (
    <fieldset class="desk-choice">
      <legend>{words.yourCode}</legend>
      {sample.codes.map(({ name, definition }) => (
        <label key={name}>
          <input
            type="radio"
            name={`code-${conversation}`}
            checked={(give.variables ?? code) === name}
            disabled={give.isPending}
            onChange={() => give.mutate(name)}
          />
          <span>
            <bdi>{name}</bdi>
            <bdi class="faint">{definition}</bdi>
          </span>
        </label>
      ))}
      {give.error && (
        <p class="field-error" role="alert">
          {reasonOf(give.error)}
        </p>
      )}
    </fieldset>
  );
}

interface RevealProps {
  conversation: string;
  onShown: (messages: readonly MessageView[]) => void;
}

function Reveal({ conversation, onShown }: RevealProps) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const reveal = useReveal(conversation);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    reveal.mutate(reason, {
      onSuccess: ({ messages }) => {
        setAsking(false);
        onShown(messages);
      },
    });
  };
  const tooShort = reveal.error instanceof SamtalError && reveal.error.code === "invalid";
  return (
    <>
      <button type="button" class="link-button" onClick={() => setAsking(true)}>
        {words.reveal}
      </button>
      {asking && (
        <Dialog title={words.reveal} onClose={() => setAsking(false)}>
          <form onSubmit={submit} noValidate>
            <p>{words.revealLead}</p>
            <Field label={words.reason} problem={tooShort ? words.reasonShort : undefined}>
              {(attributes) => (
                <input
                  {...attributes}
                  dir="auto"
                  maxLength={500}
                  value={reason}
                  onInput={(event) => setReason(event.currentTarget.value)}
                />
              )}
            </Field>
            {reveal.error && !tooShort && (
              <p class="field-error" role="alert">
                {reasonOf(reveal.error)}
              </p>
            )}
            <div class="row end">
              <button type="button" class="button" onClick={() => setAsking(false)}>
                {words.cancel}
              </button>
              <button type="submit" class="button primary" disabled={reveal.isPending}>
                {words.show}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
