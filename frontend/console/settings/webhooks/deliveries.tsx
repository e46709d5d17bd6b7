import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/preact-query";
import { Search } from "lucide-preact";
import { useState } from "preact/hooks";
import type { PageOf } from "../../../client/rest";
import type { WebhookDeliveryView } from "../../../wire/rest.gen";
import { useDesk } from "../../desk";
import { refusalOf } from "../../state/live";
import { t } from "../../texts";
import { Failed, Skeleton } from "../../views/states";
import { timeWithZone } from "../../words";
import { told } from "../use_form";
import { eventName, words } from "./texts";

const LOOK_AGAIN_MS = 5000;

/** What was sent to a webhook, newest first; looked at again while it is open. */
export function Deliveries({ webhook }: { webhook: string }) {
  const { rest } = useDesk();
  const path = `webhooks/${webhook}/deliveries`;
  const [q, setQ] = useState("");
  const [state, setState] = useState("");
  const asked = { ...(q.trim() ? { q: q.trim() } : {}), ...(state ? { state } : {}) };
  const query = useInfiniteQuery({
    queryKey: ["webhooks", webhook, "deliveries", asked],
    queryFn: ({ pageParam, signal }) =>
      rest.get<PageOf<WebhookDeliveryView>>(
        path,
        { limit: 20, ...asked, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: LOOK_AGAIN_MS,
    placeholderData: keepPreviousData,
  });
  if (query.isError && !query.data)
    return (
      <Failed what={words.deliveriesFailed} why={query.error.message} onRetry={() => void query.refetch()} />
    );
  if (!query.data) return <Skeleton lines={3} label={t.loading} />;
  const found = query.data.pages.flatMap((page) => page.items);
  const narrowed = Object.keys(asked).length > 0;
  if (found.length === 0 && !narrowed) return <p class="soft">{words.noDeliveries}</p>;
  return (
    <>
      <search class="hook-find">
        <label class="search">
          <Search size={16} aria-hidden="true" />
          <span class="sr-only">{words.findDelivery}</span>
          <input
            type="search"
            maxLength={200}
            placeholder={words.findDeliveryHint}
            value={q}
            onInput={(event) => setQ(event.currentTarget.value)}
          />
        </label>
        <select
          aria-label={words.columns.state}
          value={state}
          onChange={(event) => setState(event.currentTarget.value)}
        >
          <option value="">{words.anyState}</option>
          {Object.entries(words.states).map(([name, shown]) => (
            <option key={name} value={name}>
              {shown}
            </option>
          ))}
        </select>
      </search>
      {found.length === 0 && (
        <p class="soft" role="status">
          {words.noneFound}
        </p>
      )}
      <section class="hook-table" aria-label={words.deliveries}>
        <table>
          <thead>
            <tr>
              {Object.values(words.columns).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <Row key={one.id} one={one} path={path} webhook={webhook} />
            ))}
          </tbody>
        </table>
      </section>
      {query.hasNextPage && (
        <button
          type="button"
          class="button settings-new"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words.more}
        </button>
      )}
    </>
  );
}

function Row({ one, path, webhook }: { one: WebhookDeliveryView; path: string; webhook: string }) {
  const { rest, actions } = useDesk();
  const queries = useQueryClient();
  const name = eventName(one.type);
  const when = timeWithZone(one.created_at);

  async function again() {
    try {
      await rest.post(`${path}/${one.id}/redeliver`);
      actions.say(words.willBeSent);
      await queries.invalidateQueries({ queryKey: ["webhooks", webhook] });
    } catch (error) {
      actions.say(told(refusalOf(error)), "danger");
    }
  }

  return (
    <tr>
      <td>{name}</td>
      <td>{when}</td>
      <td>{words.states[one.state]}</td>
      <td>{one.attempts}</td>
      <td>
        <bdi>{one.outcome ?? answered(one)}</bdi>
        {one.state === "waiting" && one.attempts > 0 && (
          <small class="soft"> {words.next(timeWithZone(one.due_at))}</small>
        )}
      </td>
      <td>
        {one.type !== "ping" && (
          <button
            type="button"
            class="button"
            aria-label={words.againOf(name, when)}
            onClick={() => void again()}
          >
            {words.again}
          </button>
        )}
      </td>
    </tr>
  );
}

function answered({ status, took_ms }: WebhookDeliveryView): string {
  return status == null ? "" : words.took(status, took_ms ?? 0);
}
