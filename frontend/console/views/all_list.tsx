import { useInfiniteQuery } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import type { PageOf } from "../../client/rest";
import type { TranscriptRow } from "../../wire/rest.gen";
import { useDesk, useDeskState } from "../desk";
import { ANY, all, type Wanted } from "../state/lists";
import type { Loading } from "../state/model";
import { t } from "../texts";
import { AllFilter } from "./all_filter";
import { ConversationList } from "./conversation_list";

const PAGE = 50;

/** Everything there is: found by search, and kept fresh by live events. */
export function AllList({ openId }: { openId: string | undefined }) {
  const { live, rest, store } = useDesk();
  const [wanted, setWanted] = useState<Wanted>(ANY);

  useEffect(() => {
    void live.watch("all");
  }, [live]);

  const found = useInfiniteQuery({
    queryKey: ["conversations", wanted],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...wanted, cursor: pageParam, limit: PAGE };
      const page = await rest.get<PageOf<TranscriptRow>>("conversations", query, signal);
      store.dispatch({ type: "found", conversations: page.items.map((row) => row.conversation) });
      return page;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const foundIds = rows.map((row) => row.conversation.id);
  const ids = useDeskState((state) => all(state, wanted, foundIds).map(({ id }) => id));
  const snippets = Object.fromEntries(
    rows.flatMap((row) => (wanted.q && row.snippet ? [[row.conversation.id, row.snippet]] : [])),
  );

  return (
    <>
      <AllFilter wanted={wanted} onChange={setWanted} />
      <ConversationList
        list="all"
        ids={ids}
        loading={loadingOf(found)}
        openId={openId}
        empty={wanted.q ? t.nothingFound : t.emptyLists.all}
        onRetry={() => void found.refetch()}
        snippets={snippets}
      >
        {found.hasNextPage && (
          <li class="rows-more">
            <button
              type="button"
              class="button"
              disabled={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {t.showMore}
            </button>
          </li>
        )}
      </ConversationList>
    </>
  );
}

function loadingOf({ isError, isPending }: { isError: boolean; isPending: boolean }): Loading {
  if (isError) return "failed";
  return isPending ? "loading" : "ready";
}
