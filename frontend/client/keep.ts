/** A small store that outlives the page, shared by the tabs of one site. */
export interface Keep {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** Everything of one inbox lies under its own prefix; where storage is forbidden it lives as long as the page. */
export function keepOf(inbox: string, storage: () => Storage = () => window.localStorage): Keep {
  const prefix = `samtal:${inbox}:`;
  const lasting = usable(storage, prefix);
  if (!lasting) return fleeting();
  return {
    get: (key) => lasting.getItem(prefix + key),
    set(key, value) {
      try {
        lasting.setItem(prefix + key, value);
      } catch {
        // A full store must not stop a message: it is still held in memory until it is acknowledged.
      }
    },
    remove: (key) => lasting.removeItem(prefix + key),
    keys: () =>
      Array.from({ length: lasting.length }, (_, index) => lasting.key(index) ?? "")
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}

function usable(storage: () => Storage, prefix: string): Storage | null {
  try {
    const found = storage();
    found.setItem(`${prefix}probe`, "1");
    found.removeItem(`${prefix}probe`);
    return found;
  } catch {
    return null;
  }
}

function fleeting(): Keep {
  const held = new Map<string, string>();
  return {
    get: (key) => held.get(key) ?? null,
    set: (key, value) => void held.set(key, value),
    remove: (key) => void held.delete(key),
    keys: () => [...held.keys()],
  };
}
