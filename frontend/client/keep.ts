/** A small store that outlives the page, shared by the tabs of one site. */
export interface Keep {
  /** Whether what is put in will still be there after a reload. */
  readonly lasting: boolean;
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** Everything of one inbox lies under its own prefix; what storage refuses lives as long as the page. */
export function keepOf(inbox: string, storage: () => Storage = () => window.localStorage): Keep {
  const prefix = `samtal:${inbox}:`;
  const held = new Map<string, string>();
  let lasting = true;
  const attempt = <T>(use: (found: Storage) => T, otherwise: T): T => {
    try {
      return use(storage());
    } catch {
      lasting = false;
      return otherwise;
    }
  };
  attempt((found) => {
    found.setItem(`${prefix}probe`, "1");
    found.removeItem(`${prefix}probe`);
  }, undefined);
  return {
    get lasting() {
      return lasting;
    },
    get: (key) => held.get(key) ?? attempt((found) => found.getItem(prefix + key), null),
    set(key, value) {
      held.set(key, value);
      attempt((found) => {
        found.setItem(prefix + key, value);
        held.delete(key);
      }, undefined);
    },
    remove(key) {
      held.delete(key);
      attempt((found) => found.removeItem(prefix + key), undefined);
    },
    keys: () => [
      ...held.keys(),
      ...attempt(
        (found) =>
          Array.from({ length: found.length }, (_, index) => found.key(index) ?? "")
            .filter((key) => key.startsWith(prefix))
            .map((key) => key.slice(prefix.length)),
        [],
      ),
    ],
  };
}
