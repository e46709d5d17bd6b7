import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import type { InboxSettings, TeamView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { ChoiceField, Field, NumberField, SaveBar, TeamField } from "./fields";
import { HoursEditor } from "./hours_editor";
import { InboxActs } from "./inbox_acts";
import { inboxWords } from "./inbox_words";
import { hoursOf } from "./opening_hours";
import { useInboxes, useTeams } from "./queries";
import { rulesOf } from "./rules";
import { RulesEditor } from "./rules_editor";
import { Loaded } from "./sheet";
import { useForm } from "./use_form";

const ROUTINGS = ["manual", "automatic"] as const;
const A_WEEK_IN_MINUTES = 10_080;
const A_DAY_IN_MINUTES = 1440;
const A_DAY_IN_SECONDS = 86_400;
const MOST_HELD_OUT = 50;

/** One inbox at a time; most have only one. */
export function InboxPart() {
  const inboxes = useInboxes();
  const teams = useTeams();
  const [chosen, setChosen] = useState<string>();
  const items = inboxes.data?.items ?? [];
  const inbox = items.find(({ id }) => id === chosen) ?? items[0];
  return (
    <Loaded queries={[inboxes, teams]}>
      {() => (
        <>
          {items.length > 1 && (
            <ChoiceField
              label={t.settings.which}
              value={inbox?.id ?? ""}
              options={items.map(({ id, name, archived_at }) => ({
                id,
                name: archived_at ? inboxWords.inArchive(name) : name,
              }))}
              onChange={setChosen}
            />
          )}
          {inbox && <InboxForm key={inbox.id} inbox={inbox} teams={teams.data?.items ?? []} />}
          {inbox && <InboxActs key={`${inbox.id} acts`} inbox={inbox} />}
        </>
      )}
    </Loaded>
  );
}

function valuesOf(inbox: InboxSettings) {
  const { routing, answer_seconds, reply_seconds, relax_seconds, team_id, timezone } = inbox;
  const seconds = { answer_seconds, reply_seconds, relax_seconds };
  const routing_rules = rulesOf(inbox.routing_rules);
  const hours = hoursOf(inbox.hours);
  const { idle_minutes, idle_agent_minutes, idle_close_minutes, memory_holdout } = inbox;
  const words = { offline_message: inbox.offline_message ?? "", reply_email: inbox.reply_email ?? "" };
  const idle = { idle_minutes, idle_agent_minutes, idle_close_minutes };
  return { routing, ...seconds, team_id, routing_rules, timezone, hours, ...words, ...idle, memory_holdout };
}

function InboxForm({ inbox, teams }: { inbox: InboxSettings; teams: readonly TeamView[] }) {
  const { rest } = useDesk();
  const queries = useQueryClient();
  const form = useForm(valuesOf(inbox), async (values) => {
    await rest.patch(`inboxes/${inbox.id}`, {
      ...values,
      offline_message: values.offline_message.trim() || null,
      reply_email: values.reply_email.trim() || null,
    });
    await queries.invalidateQueries({ queryKey: ["inboxes"] });
  });
  const { values, set, errorOf } = form;
  return (
    <form class="inbox-form" onSubmit={form.submit} aria-label={inbox.name}>
      <fieldset class="checks">
        <legend>{t.settings.routing}</legend>
        {ROUTINGS.map((routing) => (
          <label key={routing} class="check">
            <input
              type="radio"
              name="routing"
              checked={values.routing === routing}
              onChange={() => set({ routing })}
            />
            {t.settings.routings[routing]}
          </label>
        ))}
      </fieldset>
      {values.routing === "automatic" && (
        <>
          <NumberField
            label={t.settings.answerSeconds}
            hint={t.settings.answerHint}
            error={errorOf("answer_seconds")}
            value={values.answer_seconds}
            min={5}
            max={3600}
            onChange={(answer_seconds) => set({ answer_seconds })}
          />
          <NumberField
            label={t.settings.replySeconds}
            hint={t.settings.replyHint}
            error={errorOf("reply_seconds")}
            value={values.reply_seconds}
            min={0}
            max={A_DAY_IN_SECONDS}
            onChange={(reply_seconds) => set({ reply_seconds })}
          />
          <NumberField
            label={t.settings.relaxSeconds}
            hint={t.settings.relaxHint}
            error={errorOf("relax_seconds")}
            value={values.relax_seconds}
            min={0}
            max={A_DAY_IN_SECONDS}
            onChange={(relax_seconds) => set({ relax_seconds })}
          />
        </>
      )}
      <TeamField
        label={t.settings.fallbackTeam}
        none={t.settings.noTeam}
        error={errorOf("team_id")}
        teams={teams}
        value={values.team_id ?? null}
        onChange={(team_id) => set({ team_id })}
      />
      <RulesEditor
        rules={values.routing_rules}
        teams={teams}
        errorOf={errorOf}
        onChange={(routing_rules) => set({ routing_rules })}
      />
      <HoursEditor
        hours={values.hours}
        timezone={values.timezone}
        errorOf={errorOf}
        onHours={(hours) => set({ hours })}
        onTimezone={(timezone) => set({ timezone })}
      />
      <Field label={t.settings.offlineMessage} error={errorOf("offline_message")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            maxLength={500}
            dir="auto"
            value={values.offline_message}
            onInput={(event) => set({ offline_message: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={t.settings.replyEmail}
        error={errorOf("reply_email")}
        {...(inbox.mail ? {} : { hint: t.settings.noMailServer })}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            value={values.reply_email}
            onInput={(event) => set({ reply_email: event.currentTarget.value })}
          />
        )}
      </Field>
      <NumberField
        label={t.settings.idleMinutes}
        hint={t.settings.never}
        error={errorOf("idle_minutes")}
        value={values.idle_minutes}
        min={0}
        max={A_WEEK_IN_MINUTES}
        onChange={(idle_minutes) => set({ idle_minutes })}
      />
      <NumberField
        label={t.settings.idleAgentMinutes}
        hint={t.settings.never}
        error={errorOf("idle_agent_minutes")}
        value={values.idle_agent_minutes}
        min={0}
        max={A_WEEK_IN_MINUTES}
        onChange={(idle_agent_minutes) => set({ idle_agent_minutes })}
      />
      <NumberField
        label={t.settings.idleCloseMinutes}
        error={errorOf("idle_close_minutes")}
        value={values.idle_close_minutes}
        min={1}
        max={A_DAY_IN_MINUTES}
        onChange={(idle_close_minutes) => set({ idle_close_minutes })}
      />
      <NumberField
        label={t.settings.memoryHoldout}
        hint={t.settings.memoryHoldoutHint}
        error={errorOf("memory_holdout")}
        value={values.memory_holdout}
        min={0}
        max={MOST_HELD_OUT}
        onChange={(memory_holdout) => set({ memory_holdout })}
      />
      <SaveBar {...form} onReset={form.reset} />
    </form>
  );
}
