import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { ChevronDown } from "lucide-preact";
import { useState } from "preact/hooks";
import type { PageOf } from "../../../client/rest";
import type { NewWebhook, WebhookDeliveryView, WebhookView } from "../../../wire/rest.gen";
import { useDesk } from "../../desk";
import { refusalOf } from "../../state/live";
import { t } from "../../texts";
import { Empty } from "../../views/states";
import { timeWithZone } from "../../words";
import { Checks, ChoiceField, Field, NameField, SaveBar } from "../fields";
import { Loaded, Sheets } from "../sheet";
import { type Form, told, useForm } from "../use_form";
import { Deliveries } from "./deliveries";
import { Secret } from "./secret";
import { words } from "./texts";

type Values = Pick<WebhookView, "name" | "url" | "events" | "texts">;

const NEW: Values = {
  name: "",
  url: "",
  events: ["conversation_opened", "conversation_resolved"],
  texts: "none",
};
const EVENTS = Object.entries(words.eventNames).map(([id, name]) => ({ id, name }));
const CHOICES = ["none", "masked", "full"] as const;

/** Other people's servers that are told what happens. */
export function WebhookSettings() {
  const { rest } = useDesk();
  const webhooks = useQuery({
    queryKey: ["webhooks"],
    queryFn: ({ signal }) => rest.get<PageOf<WebhookView>>("webhooks", {}, signal),
  });
  return (
    <Loaded queries={[webhooks]}>
      {() => (
        <>
          <NewOne />
          {webhooks.data?.items.length === 0 && <Empty title={words.none.title}>{words.none.hint}</Empty>}
          <Sheets
            find={words.find}
            items={webhooks.data?.items ?? []}
            textsOf={({ name, url, events }) => [name, url, ...events]}
          >
            {(webhook) => <Webhook webhook={webhook} />}
          </Sheets>
        </>
      )}
    </Loaded>
  );
}

function NewOne() {
  const { rest } = useDesk();
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState("");
  const form = useForm(NEW, async (values) => {
    setSecret((await rest.post<NewWebhook>("webhooks", values)).secret);
    await refresh();
    setOpen(false);
  });
  if (secret) return <Secret secret={secret} onDone={() => setSecret("")} />;
  if (!isOpen) {
    return (
      <button type="button" class="button settings-new" onClick={() => setOpen(true)}>
        {words.make}
      </button>
    );
  }
  return (
    <form class="sheet sheet-open" onSubmit={form.submit} aria-label={words.make}>
      <Fields form={form} />
      <SaveBar {...form} onReset={form.reset}>
        {!form.isChanged && (
          <button type="button" class="button" onClick={() => setOpen(false)}>
            {t.cancel}
          </button>
        )}
      </SaveBar>
    </form>
  );
}

function Webhook({ webhook }: { webhook: WebhookView }) {
  const { rest, actions } = useDesk();
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState("");
  const { name, url, events, texts } = webhook;
  const path = `webhooks/${webhook.id}`;
  const form = useForm({ name, url, events, texts }, async (values) => {
    await rest.patch(path, values);
    await refresh();
  });

  async function act(work: () => Promise<unknown>) {
    try {
      await work();
      await refresh();
    } catch (error) {
      actions.say(told(refusalOf(error)), "danger");
    }
  }

  async function test() {
    const came = await rest.post<WebhookDeliveryView>(`${path}/test`);
    if (came.state === "delivered") actions.say(words.tested.good);
    else actions.say(words.tested.bad(came.outcome ?? ""), "danger");
  }

  async function rotate() {
    if (window.confirm(words.rotateAsk)) setSecret((await rest.post<NewWebhook>(`${path}/secret`)).secret);
  }

  async function remove() {
    if (!window.confirm(words.removeAsk(name))) return;
    await rest.delete(path);
    actions.say(words.removed(name));
  }

  return (
    <details class="sheet" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronDown size={16} aria-hidden="true" class="turn" />
        <bdi class="sheet-name">{name}</bdi>
        <span class="soft">{stateOf(webhook)}</span>
        {form.isChanged && <span class="tag">{t.settings.unsavedMark}</span>}
      </summary>
      {secret && <Secret secret={secret} onDone={() => setSecret("")} />}
      <form onSubmit={form.submit} aria-label={name}>
        {webhook.pause_reason && <p class="field-problem">{webhook.pause_reason}</p>}
        <Fields form={form} />
        <SaveBar {...form} onReset={form.reset}>
          <button type="button" class="button button-danger" onClick={() => void act(remove)}>
            {words.remove}
          </button>
        </SaveBar>
        <div class="buttons">
          <button type="button" class="button" onClick={() => void act(test)}>
            {words.test}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => void act(() => rest.patch(path, { paused: !webhook.paused_at }))}
          >
            {webhook.paused_at ? words.resume : words.pause}
          </button>
          <button type="button" class="button" onClick={() => void act(rotate)}>
            {words.rotate}
          </button>
        </div>
        <h3>{words.deliveries}</h3>
        {isOpen && <Deliveries webhook={webhook.id} />}
      </form>
    </details>
  );
}

function Fields({ form }: { form: Form<Values> }) {
  const { values, set, errorOf } = form;
  return (
    <>
      <NameField
        label={t.settings.name}
        error={errorOf("name")}
        value={values.name}
        onChange={(name) => set({ name })}
      />
      <Field label={words.url} hint={words.urlHint} error={errorOf("url")}>
        {(attributes) => (
          <input
            {...attributes}
            type="url"
            dir="ltr"
            required
            maxLength={2000}
            value={values.url}
            onInput={(event) => set({ url: event.currentTarget.value })}
          />
        )}
      </Field>
      <Checks
        legend={words.events}
        find={words.findEvent}
        empty=""
        options={EVENTS}
        chosen={values.events}
        onChange={(events) => set({ events: events as Values["events"] })}
      />
      {errorOf("events") && <small class="field-problem">{errorOf("events")}</small>}
      <ChoiceField
        label={words.words}
        hint={words.wordsHint}
        error={errorOf("texts")}
        value={values.texts}
        options={CHOICES.map((id) => ({ id, name: words.wordsChoices[id] }))}
        onChange={(texts) => set({ texts })}
      />
    </>
  );
}

function stateOf({ paused_at, failing_since, waiting }: WebhookView): string {
  const state = paused_at
    ? words.paused
    : failing_since
      ? words.failing(timeWithZone(failing_since))
      : words.listens;
  return waiting > 0 ? `${state} · ${words.waiting(waiting)}` : state;
}

/** Also what was sent to it. */
function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["webhooks"] });
}
