// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { ArrowDown, ArrowUp } from "lucide-preact";
import { useLocation } from "wouter-preact";
import type { ResponseEventView } from "../../../wire/rest.gen";
import type { Order } from "../../hub";
import type { Period } from "../../measures/period";
import { address } from "../../places/filters";
import { useNames } from "../../places/use_names";
import { texts } from "../../texts";
import { EventRow } from "./event_row";

const words = texts.events;
const COLUMNS = [
  words.element,
  words.channel,
  words.language,
  words.intents,
  words.handoff,
  words.firstReply,
  words.resolution,
  words.rating,
  words.messages,
];

interface EventTableProps {
  rows: readonly ResponseEventView[];
  order: Order;
  period: Period;
  onOrder: (order: Order) => void;
}

/**
 * On a phone the rows become cards by style; the roles are spelt out because `display` would otherwise take
 * the table away from screen readers.
 */
export function EventTable({ rows, order, period, onOrder }: EventTableProps) {
  const nameOf = useNames();
  const [, navigate] = useLocation();
  const addressOf = (id: string) => address(`/dialogues/${id}`, period);
  return (
    <table class="table stacking events" role="table" aria-label={words.table}>
      <thead role="rowgroup">
        <tr role="row">
          <th
            class="sortable"
            role="columnheader"
            scope="col"
            aria-sort={order === "newest" ? "descending" : "ascending"}
          >
            <button
              type="button"
              class="sort"
              onClick={() => onOrder(order === "newest" ? "oldest" : "newest")}
            >
              {words.opened}
              {order === "newest" ? (
                <ArrowDown size={14} aria-hidden="true" />
              ) : (
                <ArrowUp size={14} aria-hidden="true" />
              )}
              <span class="sr-only">{order === "newest" ? words.newest : words.oldest}</span>
            </button>
          </th>
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
              {column === words.messages && <span class="column-hint">{words.messagesHint}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((event) => (
          <EventRow
            key={event.conversation_id}
            event={event}
            href={addressOf(event.conversation_id)}
            nameOf={nameOf}
            onOpen={() => navigate(addressOf(event.conversation_id))}
          />
        ))}
      </tbody>
    </table>
  );
}
