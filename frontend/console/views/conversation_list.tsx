import type { ComponentChildren } from "preact";
import { useDeskState } from "../desk";
import type { ListName, Loading } from "../state/model";
import { t } from "../texts";
import { useRestingOrder } from "./frozen_order";
import { ListRow } from "./list_row";
import { Empty, Failed, Skeleton } from "./states";

interface Props {
  list: ListName;
  ids: readonly string[];
  loading: Loading;
  openId: string | undefined;
  empty: { title: string; hint: string };
  onRetry: () => void;
  snippets?: Readonly<Record<string, string>>;
  children?: ComponentChildren;
}

/** Rows of one list, or why there are none. */
export function ConversationList({ list, ids, loading, openId, empty, onRetry, snippets, children }: Props) {
  const byId = useDeskState((state) => state.conversations.byId);
  const order = useRestingOrder(ids, list);
  const rows = order.ids.map((id) => byId[id]).filter((conversation) => conversation !== undefined);

  if (rows.length === 0) {
    if (loading === "failed") return <Failed what={t.listFailed} why={t.listFailedWhy} onRetry={onRetry} />;
    if (loading !== "ready") return <Skeleton lines={6} label={t.loading} />;
    return <Empty title={empty.title}>{empty.hint}</Empty>;
  }
  return (
    <ul class="rows" aria-label={t.listNames[list]} {...order.resting}>
      {rows.map((conversation) => (
        <ListRow
          key={conversation.id}
          conversation={conversation}
          list={list}
          isOpen={conversation.id === openId}
          snippet={snippets?.[conversation.id]}
        />
      ))}
      {children}
    </ul>
  );
}
