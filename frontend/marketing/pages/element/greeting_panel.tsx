import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import type { GreetingBody, GreetingRuleView } from "../../../wire/rest.gen";
import { Field } from "../../parts/field";
import { Loaded, reasonOf } from "../../parts/states";
import { useSegments } from "../../queries";
import { useHub } from "../../session";
import { bodyOf, type Draft, draftOf, EMPTY, problemsOf } from "./greeting_draft";
import { texts } from "./greeting_texts";
import { GreetingTranslations } from "./greeting_translations";

const VISITS = ["any", "first", "again"] as const;
const FACT = "fact.";

/** When a greeting comes up by itself, and for whom. */
export function GreetingPanel({ code }: { code: string }) {
  const hub = useHub();
  const query = useQuery({
    queryKey: ["greeting", code],
    // None was written yet: an empty form.
    queryFn: ({ signal }) =>
      hub.greeting(code, signal).catch((error: unknown) => {
        if (error instanceof SamtalError && error.code === "not_found") return null;
        throw error;
      }),
  });
  return (
    <section class="panel" aria-labelledby="element-greeting">
      <h2 id="element-greeting">{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      <Loaded query={query} rows={5}>
        {(held) => <Form code={code} held={held} />}
      </Loaded>
    </section>
  );
}

function Form({ code, held }: { code: string; held: GreetingRuleView | null }) {
  const hub = useHub();
  const queries = useQueryClient();
  const segments = useSegments().data?.items ?? [];
  const fields = useQuery({
    queryKey: ["segment fields"],
    queryFn: ({ signal }) => hub.segmentFields(signal),
  });
  const inboxes = useQuery({
    queryKey: ["inboxes"],
    queryFn: ({ signal }) => hub.inboxes(signal),
  });
  const facts = (fields.data?.fields ?? []).map(({ name }) => name).filter((name) => name.startsWith(FACT));
  const save = useMutation({
    mutationFn: (body: GreetingBody) => hub.saveGreeting(code, body),
    onSuccess: (saved) => queries.setQueryData(["greeting", code], saved),
  });
  const [draft, setDraft] = useState<Draft>(() => (held ? draftOf(held) : EMPTY));
  const [checked, setChecked] = useState(false);
  const problems = checked ? problemsOf(draft) : {};
  const refused = save.error instanceof SamtalError ? save.error.fields : {};
  const edit = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const problem = (name: keyof Draft, field: string = name) => {
    const own = problems[name];
    if (own) return texts.problem[own];
    const said = refused[field];
    return said === undefined ? undefined : (texts.refused[said] ?? said);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problemsOf(draft)).length === 0) save.mutate(bodyOf(draft));
  };
  const line = (
    name: "page" | "after" | "scroll" | "value",
    label: string,
    hint?: string,
    field?: string,
  ) => (
    <Field label={label} problem={problem(name, field)} {...(hint ? { hint } : {})}>
      {(attributes) => (
        <input
          {...attributes}
          dir="auto"
          maxLength={200}
          inputMode={name === "after" || name === "scroll" ? "numeric" : undefined}
          value={draft[name]}
          onInput={(event) => edit({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const choice = (
    name: "fact" | "segment" | "inbox" | "visits",
    label: string,
    options: ComponentChildren,
    field?: string,
  ) => (
    <Field label={label} problem={problem(name, field)}>
      {(attributes) => (
        <select
          {...attributes}
          value={draft[name]}
          onChange={(event) => edit({ [name]: event.currentTarget.value })}
        >
          {options}
        </select>
      )}
    </Field>
  );
  const area = (name: "text" | "replies", label: string, hint: string) => (
    <Field label={label} hint={hint} problem={problem(name)}>
      {(attributes) => (
        <textarea
          {...attributes}
          dir="auto"
          rows={2}
          maxLength={name === "text" ? 300 : 400}
          value={draft[name]}
          onInput={(event) => edit({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const tick = (name: "leaving" | "active", label: string) => (
    <label class="tick">
      <input
        type="checkbox"
        checked={draft[name]}
        onChange={(event) => edit({ [name]: event.currentTarget.checked })}
      />{" "}
      {label}
    </label>
  );
  return (
    <form class="element-form" onSubmit={submit} noValidate>
      {area("text", texts.text, texts.textHint)}
      {area("replies", texts.replies, texts.repliesHint)}
      <GreetingTranslations
        said={draft.translations}
        problem={problem("translations")}
        onChange={(translations) => edit({ translations })}
      />
      {choice(
        "inbox",
        texts.inbox,
        <>
          <option value="">{texts.allInboxes}</option>
          {(inboxes.data?.items ?? []).map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </>,
      )}
      {line("page", texts.page, texts.pageHint)}
      {line("after", texts.after, undefined, "after_seconds")}
      {line("scroll", texts.scroll, undefined, "scroll_percent")}
      {tick("leaving", texts.leaving)}
      {choice(
        "visits",
        texts.visits,
        VISITS.map((name) => (
          <option key={name} value={name}>
            {texts.visitsOf[name]}
          </option>
        )),
      )}
      <h3>{texts.known}</h3>
      <p class="soft">{texts.knownHint}</p>
      {choice(
        "fact",
        texts.fact,
        <>
          <option value="">{texts.noFact}</option>
          {facts.map((name) => (
            <option key={name} value={name.slice(FACT.length)}>
              {name.slice(FACT.length).replaceAll("_", " ")}
            </option>
          ))}
        </>,
        "fact_key",
      )}
      {draft.fact !== "" && line("value", texts.value, texts.valueHint, "fact_value")}
      {choice(
        "segment",
        texts.segment,
        <>
          <option value="">{texts.everybody}</option>
          {segments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </>,
        "segment_id",
      )}
      {tick("active", texts.active)}
      <div class="row end">
        <p role="status" class={save.isError ? "field-error" : "soft"}>
          {save.isError ? reasonOf(save.error) : save.isSuccess && texts.saved}
        </p>
        <button type="submit" class="button primary" disabled={save.isPending}>
          {save.isPending ? texts.saving : texts.save}
        </button>
      </div>
    </form>
  );
}
