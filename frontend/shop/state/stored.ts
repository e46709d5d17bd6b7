import { useEffect, useState } from "preact/hooks";

/** A value that outlives the page, in this browser only; other tabs hear of changes. */
export interface Stored<T> {
  get(): T;
  set(value: T): void;
  subscribe(listen: () => void): () => void;
}

/** `accept` gives back what is usable of what lay in the browser's storage, which anybody may have edited. */
export function stored<T>(key: string, accept: (kept: unknown) => T): Stored<T> {
  const listeners = new Set<() => void>();
  let value = accept(read(key));
  const tell = () => {
    for (const listen of listeners) listen();
  };
  addEventListener("storage", (event) => {
    if (event.key !== key && event.key !== null) return;
    value = accept(read(key));
    tell();
  });
  return {
    get: () => value,
    set(next) {
      value = next;
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Private windows may refuse; the value then lives as long as the page.
      }
      tell();
    },
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

export function useStored<T>(source: Stored<T>): T {
  const [value, setValue] = useState(source.get);
  useEffect(() => {
    const update = () => setValue(() => source.get());
    update();
    return source.subscribe(update);
  }, [source]);
  return value;
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
