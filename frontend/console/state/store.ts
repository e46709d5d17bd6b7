import { useMemo, useRef, useSyncExternalStore } from "preact/compat";
import type { Change, State } from "./model";
import { INITIAL, stateAfter } from "./reducer";

type Listener = (change: Change, before: State, now: State) => void;

export interface Store {
  get(): State;
  dispatch(change: Change): void;
  /** Calls `listener` after every change, with the state on either side of it. */
  listen(listener: Listener): () => void;
}

export function createStore(initial: State = INITIAL): Store {
  let state = initial;
  const listeners = new Set<Listener>();
  return {
    get: () => state,
    dispatch(change) {
      const before = state;
      state = stateAfter(before, change);
      for (const listener of listeners) listener(change, before, state);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The selected part of the state; lists made anew with equal members count as the same. */
export function useSelected<T>(store: Store, select: (state: State) => T): T {
  const kept = useRef<{ value: T } | null>(null);
  const latest = useRef(select);
  latest.current = select;
  const snapshot = useMemo(
    () => () => {
      const value = latest.current(store.get());
      if (kept.current && isEqual(kept.current.value, value)) return kept.current.value;
      kept.current = { value };
      return value;
    },
    [store],
  );
  return useSyncExternalStore(store.listen, snapshot);
}

function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((item, index) => Object.is(item, other[index]));
}
