// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import type { ResponseEventView } from "../../../wire/rest.gen";
import { between, number } from "../../measures/format";
import { Rating } from "../../parts/badges";
import { Cell } from "../../parts/cell";
import { Moment } from "../../parts/moment";
import { languageName, readable } from "../../places/names";
import type { NameOf } from "../../places/use_names";
import { texts } from "../../texts";
import { resolver } from "../dialogues/event_panel";

const words = texts.events;

interface EventRowProps {
  event: ResponseEventView;
  href: string;
  nameOf: NameOf;
  onOpen: () => void;
}

/** The time is the link; a click anywhere else in the row is a convenience for those with a pointer. */
export function EventRow({ event, href, nameOf, onOpen }: EventRowProps) {
  const { element, campaign, variant, channel, language, intents, rating } = event;
  const open = (click: MouseEvent) => {
    const inLink = click.target instanceof Element && click.target.closest("a") !== null;
    if (!inLink && window.getSelection()?.isCollapsed !== false) onOpen();
  };
  return (
    <tr role="row" onClick={open}>
      <Cell name={words.opened}>
        <Link href={href}>
          <Moment time={event.opened_at} />
        </Link>
      </Cell>
      <Cell name={words.element}>
        {element && (
          <>
            <bdi>{nameOf("element", element)}</bdi>
            <Under>{[campaign && nameOf("campaign", campaign), variant].filter(Boolean).join(" · ")}</Under>
          </>
        )}
      </Cell>
      <Cell name={words.channel}>{nameOf("channel", channel)}</Cell>
      <Cell name={words.language}>{languageName(language)}</Cell>
      <Cell name={words.intents}>{intents.map(readable).join(", ")}</Cell>
      <Cell name={words.handoff}>
        <Handoff event={event} nameOf={nameOf} />
      </Cell>
      <Cell name={words.firstReply}>
        {event.first_reply_at && between(event.opened_at, event.first_reply_at)}
      </Cell>
      <Cell name={words.resolution}>
        <Resolution event={event} />
      </Cell>
      <Cell name={words.rating}>{typeof rating === "number" && <Rating score={rating} />}</Cell>
      <Cell name={words.messages}>
        {number(event.visitor_messages)} / {number(event.bot_messages)} / {number(event.agent_messages)}
      </Cell>
    </tr>
  );
}

function Handoff({ event, nameOf }: { event: ResponseEventView; nameOf: NameOf }) {
  const { handed_off_at, handoff_reason, opened_at } = event;
  if (!handed_off_at) return <span class="faint">{texts.dialogue.no}</span>;
  return (
    <>
      {handoff_reason ? nameOf("handoff_reason", handoff_reason) : texts.overview.handedOff}
      <Under>{texts.dialogue.after(between(opened_at, handed_off_at))}</Under>
    </>
  );
}

function Resolution({ event: { opened_at, resolved_at, resolved_by } }: { event: ResponseEventView }) {
  if (!resolved_at) return <span class="faint">{texts.dialogue.notYet}</span>;
  return (
    <>
      {texts.dialogue.after(between(opened_at, resolved_at))}
      {resolved_by && <Under>{resolver(resolved_by)}</Under>}
    </>
  );
}

function Under({ children }: { children: ComponentChildren }) {
  return children ? <span class="under faint">{children}</span> : null;
}
