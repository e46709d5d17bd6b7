import type { ComponentChildren } from "preact";
import type { ResponseEventView } from "../../../wire/rest.gen";
import { between, number } from "../../measures/format";
import { Rating } from "../../parts/badges";
import { Moment } from "../../parts/moment";
import { languageName, readable } from "../../places/names";
import { useNames } from "../../places/use_names";
import { texts } from "../../texts";

const words = texts.dialogue;

/** The dialogue as a marketer counts it. */
export function EventPanel({ event }: { event: ResponseEventView }) {
  const nameOf = useNames();
  return (
    <dl class="facts">
      <Term name={words.opened}>
        <Moment time={event.opened_at} />
      </Term>
      <Term name={words.element}>{event.element && <bdi>{nameOf("element", event.element)}</bdi>}</Term>
      <Term name={words.campaign}>{event.campaign && <bdi>{nameOf("campaign", event.campaign)}</bdi>}</Term>
      <Term name={words.variant}>{event.variant && <bdi>{event.variant}</bdi>}</Term>
      <Term name={words.channel}>{nameOf("channel", event.channel)}</Term>
      <Term name={words.language}>{languageName(event.language)}</Term>
      <Term name={words.intents}>{event.intents.length > 0 && <Intents names={event.intents} />}</Term>
      <Term name={words.misses}>{event.misses > 0 && words.times(event.misses)}</Term>
      <Term name={words.firstReply}>
        {event.first_reply_at ? words.after(between(event.opened_at, event.first_reply_at)) : words.notYet}
      </Term>
      <Handoff
        event={event}
        reason={event.handoff_reason && nameOf("handoff_reason", event.handoff_reason)}
      />
      <Term name={words.resolved}>
        <Resolution event={event} />
      </Term>
      <Term name={words.rating}>{typeof event.rating === "number" && <Rating score={event.rating} />}</Term>
      <Term name={words.agentRating}>
        {typeof event.agent_rating === "number" && <Rating score={event.agent_rating} />}
      </Term>
      <Term name={words.messages}>
        {words.bySide(
          number(event.visitor_messages),
          number(event.bot_messages),
          number(event.agent_messages),
        )}
      </Term>
      <Term name={words.facts}>
        {(event.facts_learned > 0 || event.facts_used > 0) &&
          words.factsOf(number(event.facts_learned), number(event.facts_used))}
      </Term>
    </dl>
  );
}

function Handoff({ event, reason }: { event: ResponseEventView; reason: ComponentChildren }) {
  if (!event.handed_off_at) return <Term name={words.handedOff} />;
  return (
    <>
      <Term name={words.handedOff}>
        {reason}
        {", "}
        {words.after(between(event.opened_at, event.handed_off_at))}
      </Term>
      {event.handoffs > 1 && <Term name={words.handoffs}>{number(event.handoffs)}</Term>}
      <Term name={words.agentReply}>
        {event.first_agent_reply_at
          ? words.after(between(event.handed_off_at, event.first_agent_reply_at))
          : words.notYet}
      </Term>
      <Term name={words.people}>{event.agents.length > 0 && number(event.agents.length)}</Term>
    </>
  );
}

function Resolution({ event: { opened_at, resolved_at, resolved_by } }: { event: ResponseEventView }) {
  if (!resolved_at) return <>{words.notYet}</>;
  const after = words.after(between(opened_at, resolved_at));
  return (
    <>
      {after} {resolved_by && resolver(resolved_by)}
    </>
  );
}

function Intents({ names }: { names: readonly string[] }) {
  return (
    <ul class="tags">
      {names.map((name) => (
        <li key={name}>{readable(name)}</li>
      ))}
    </ul>
  );
}

function Term({ name, children }: { name: string; children?: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <span class="faint">{words.no}</span>}</dd>
    </div>
  );
}

export function resolver(kind: string): string {
  const known: Partial<Record<string, string>> = texts.resolvedBy;
  return known[kind] ?? "";
}
