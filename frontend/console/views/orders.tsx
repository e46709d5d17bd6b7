import type { OrderView } from "../../wire/rest.gen";
import { t } from "../texts";
import { dateOf, money } from "../words";
import { SafeLink } from "./content";

const OPEN: readonly OrderView["status"][] = ["placed", "packed", "shipped"];

/** What was ordered; what is still under way comes first. */
export function Orders({ orders, isIdentified }: { orders: readonly OrderView[]; isIdentified: boolean }) {
  const open = orders.filter((order) => OPEN.includes(order.status));
  const closed = orders.filter((order) => !OPEN.includes(order.status));
  return (
    <section class="panel-part" aria-labelledby="orders-title">
      <h3 id="orders-title">{t.orders}</h3>
      {orders.length === 0 && <p class="soft">{isIdentified ? t.noOrders : t.ordersUnknown}</p>}
      <ul class="orders">
        {open.map((order) => (
          <Order key={order.number} order={order} />
        ))}
      </ul>
      {closed.length > 0 && (
        <details class="insight" open={open.length === 0}>
          <summary>{t.ordersDone(closed.length)}</summary>
          <ul class="orders">
            {closed.map((order) => (
              <Order key={order.number} order={order} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Order({ order }: { order: OrderView }) {
  return (
    <li class="order">
      <p class="order-head">
        <bdi>#{order.number}</bdi>
        <span class={`order-status order-${order.status}`}>{t.orderStatuses[order.status]}</span>
        <span class="order-total">{money(order.total_cents, order.currency)}</span>
      </p>
      <p class="soft">{order.items.map((item) => itemLine(item)).join(", ")}</p>
      <p class="soft">
        {whenOf(order)}
        {order.tracking_url && (
          <>
            {" · "}
            <SafeLink url={order.tracking_url}>{t.track(order.carrier ?? "")}</SafeLink>
          </>
        )}
      </p>
    </li>
  );
}

function itemLine({ quantity, name, size }: OrderView["items"][number]): string {
  const many = quantity > 1 ? `${quantity} × ` : "";
  return `${many}${name}${size ? ` ${size}` : ""}`;
}

function whenOf(order: OrderView): string {
  if (order.delivered_at) return t.deliveredOn(dateOf(order.delivered_at));
  if (order.eta) return t.expectedOn(dateOf(order.eta));
  return t.orderedOn(dateOf(order.placed_at));
}
