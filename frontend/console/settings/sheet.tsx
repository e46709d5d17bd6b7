import type { UseQueryResult } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { fits } from "../dialogs/receivers";
import { t } from "../texts";
import { Failed, Skeleton } from "../views/states";

interface LoadedProps {
  queries: readonly UseQueryResult<unknown>[];
  children: () => ComponentChildren;
}

/** Shown once everything it needs is there. */
export function Loaded({ queries, children }: LoadedProps) {
  const failed = queries.filter(({ isError, data }) => isError && !data);
  if (failed.length > 0) {
    return (
      <Failed
        what={t.settings.loadFailed}
        why={failed[0]?.error?.message}
        onRetry={() => {
          for (const query of failed) void query.refetch();
        }}
      />
    );
  }
  if (queries.some(({ isPending }) => isPending)) return <Skeleton lines={5} label={t.loading} />;
  return <>{children()}</>;
}

interface SheetsProps<Item> {
  find: string;
  items: readonly Item[];
  textsOf: (item: Item) => readonly string[];
  children: (item: Item) => ComponentChildren;
}

/** A searchable list of things that unfold to be changed. What is unfolded and changed stays while one searches. */
export function Sheets<Item extends { id: string }>({ find, items, textsOf, children }: SheetsProps<Item>) {
  const [words, setWords] = useState("");
  const shown = new Set(items.filter((item) => fits(words, ...textsOf(item))).map(({ id }) => id));
  return (
    <>
      {items.length > 1 && (
        <input
          type="search"
          class="settings-search"
          aria-label={find}
          placeholder={find}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <ul class="sheets">
        {items.map((item) => (
          <li key={item.id} hidden={!shown.has(item.id)}>
            {children(item)}
          </li>
        ))}
      </ul>
      {items.length > 0 && shown.size === 0 && <p class="soft">{t.settings.noneFits}</p>}
    </>
  );
}
