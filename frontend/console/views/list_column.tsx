import { useEffect } from "preact/hooks";
import { useDesk, useDeskState } from "../desk";
import { mine, waiting } from "../state/lists";
import type { ListName } from "../state/model";
import { t } from "../texts";
import { AllList } from "./all_list";
import { ConversationList } from "./conversation_list";

interface Props {
  list: ListName;
  openId: string | undefined;
}

export function ListColumn({ list, openId }: Props) {
  return (
    <section class="list" aria-labelledby="list-title">
      <h1 id="list-title" class="column-title">
        {t.listNames[list]}
      </h1>
      {list === "all" ? <AllList openId={openId} /> : <LiveList list={list} openId={openId} />}
    </section>
  );
}

/** Mine or waiting: kept by live events alone. */
function LiveList({ list, openId }: { list: "mine" | "waiting"; openId: string | undefined }) {
  const { live } = useDesk();
  const view = list === "mine" ? "mine" : "queue";
  const ids = useDeskState((state) => (list === "mine" ? mine(state) : waiting(state)).map(({ id }) => id));
  const loading = useDeskState((state) => state.conversations.loading[view]);

  useEffect(() => {
    if (loading === "failed") return;
    if (!live.isWatching(view)) void live.watch(view);
  }, [live, view, loading]);

  return (
    <ConversationList
      list={list}
      ids={ids}
      loading={loading}
      openId={openId}
      empty={t.emptyLists[list]}
      onRetry={() => void live.watch(view)}
    />
  );
}
