/** What a view shows when there is nothing, nothing yet, or no way to get it. */

import { onlineManager } from "@tanstack/preact-query";
import { CircleAlert, CloudOff, Inbox } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { SamtalError } from "../../client/ack";
import { texts } from "../texts";
import { AsOf } from "./as_of";
import { Moment } from "./moment";

interface Fetched<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly isError: boolean;
  readonly isPlaceholderData?: boolean;
  readonly fetchStatus: "fetching" | "paused" | "idle";
  readonly dataUpdatedAt: number;
  refetch(): unknown;
}

interface LoadedProps<Data> {
  query: Fetched<Data>;
  rows?: number;
  children: (data: Data) => ComponentChildren;
}

/** Old data stays readable while new is fetched or cannot be. */
export function Loaded<Data>({ query, rows = 6, children }: LoadedProps<Data>) {
  const again = () => void query.refetch();
  // The rows of another period or filter may bridge a moment, but not stand for what cannot be fetched.
  const bridging = query.isPlaceholderData === true;
  if (bridging && query.fetchStatus === "paused") return <Offline />;
  if (query.data === undefined) {
    if (query.isError) return <Failure error={query.error} again={again} />;
    if (query.fetchStatus === "paused") return <Offline />;
    return <Skeleton rows={rows} />;
  }
  return (
    <div class={bridging ? "refreshing" : undefined} aria-busy={bridging}>
      {query.isError && <Stale since={query.dataUpdatedAt} again={again} />}
      {children(query.data)}
      <AsOf data={query.data} since={query.dataUpdatedAt} />
    </div>
  );
}

/** Appears after 300 ms, by style alone, so that quick answers do not flicker. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="sr-only">{texts.states.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton-row" />
      ))}
    </div>
  );
}

export function Failure({ error, again }: { error: Error | null; again: () => void }) {
  const gone = error instanceof SamtalError && error.code === "not_found";
  return (
    <section class="state" role="alert">
      <CircleAlert class="state-icon" aria-hidden="true" />
      <h2>{texts.states.errorTitle}</h2>
      <p>
        {reasonOf(error)} {!gone && texts.states.errorKept}
      </p>
      {!gone && (
        <button type="button" class="button" onClick={again}>
          {texts.states.tryAgain}
        </button>
      )}
    </section>
  );
}

function Offline() {
  return (
    <section class="state" role="status">
      <CloudOff class="state-icon" aria-hidden="true" />
      <h2>{texts.states.offlineTitle}</h2>
      <p>{texts.states.offlineEmpty}</p>
    </section>
  );
}

function Stale({ since, again }: { since: number; again: () => void }) {
  return (
    <p class="notice" role="status">
      {texts.states.stale} <Moment time={new Date(since).toISOString()} />.{" "}
      <button type="button" class="link-button" onClick={again}>
        {texts.states.tryAgain}
      </button>
    </p>
  );
}

interface EmptyProps {
  title: string;
  children?: ComponentChildren;
}

export function Empty({ title, children }: EmptyProps) {
  return (
    <section class="state">
      <Inbox class="state-icon" aria-hidden="true" />
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function OfflineBanner() {
  const [online, setOnline] = useState(onlineManager.isOnline());
  useEffect(() => onlineManager.subscribe(setOnline), []);
  return (
    <div role="status">
      {!online && (
        <p class="banner">
          <CloudOff size={16} aria-hidden="true" /> {texts.states.offline}
        </p>
      )}
    </div>
  );
}

interface MoreProps {
  shown: number;
  query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    fetchNextPage(): unknown;
  };
  label?: string;
}

/** The next page of a list; what is shown stays where it is. */
export function More({ shown, query, label = texts.states.more }: MoreProps) {
  if (!query.hasNextPage) return <p class="list-end">{texts.states.allShown(shown)}</p>;
  return (
    <div class="list-end">
      {query.isFetchNextPageError && <p role="alert">{texts.states.errorTitle}.</p>}
      <button
        type="button"
        class="button"
        disabled={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {query.isFetchingNextPage ? texts.states.loadingMore : label}
      </button>
    </div>
  );
}

export function reasonOf(error: Error | null): string {
  const { reasons } = texts.states;
  if (!(error instanceof SamtalError)) return reasons.other;
  const known: Partial<Record<SamtalError["code"], string>> = reasons;
  return known[error.code] ?? reasons.other;
}
