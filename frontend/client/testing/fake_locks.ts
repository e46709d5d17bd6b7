type Act = (lock: Lock | null) => unknown;

interface Wanting {
  tab: string;
  act: () => void;
}

/** Web Locks shared by tabs that the test opens and ends. */
export class FakeLocks {
  readonly #held = new Map<string, string>();
  readonly #queues = new Map<string, Wanting[]>();

  /** What `navigator.locks` is in one tab. */
  of(tab: string): LockManager {
    const request = (name: string, options: LockOptions, act: Act) =>
      new Promise((resolve, reject) => this.#request(tab, name, options, act, resolve, reject));
    return { request, query: async () => ({}) } as unknown as LockManager;
  }

  /** Everything it held is free, and it waits for nothing any more. */
  end(tab: string): void {
    for (const [name, queue] of this.#queues)
      this.#queues.set(
        name,
        queue.filter((wanting) => wanting.tab !== tab),
      );
    for (const [name, holder] of this.#held) if (holder === tab) this.#free(name);
  }

  #request(
    tab: string,
    name: string,
    { ifAvailable, signal }: LockOptions,
    act: Act,
    resolve: (value: unknown) => void,
    reject: (reason: unknown) => void,
  ): void {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    if (ifAvailable && this.#held.has(name)) {
      resolve(act(null));
      return;
    }
    const wanting = {
      tab,
      act: () => {
        this.#held.set(name, tab);
        Promise.resolve(act({ name, mode: "exclusive" }))
          .then(resolve, reject)
          .finally(() => this.#free(name));
      },
    };
    if (!this.#held.has(name)) {
      queueMicrotask(wanting.act);
      this.#held.set(name, tab);
      return;
    }
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, [...queue, wanting]);
    signal?.addEventListener("abort", () => {
      const left = this.#queues.get(name) ?? [];
      if (!left.includes(wanting)) return;
      this.#queues.set(
        name,
        left.filter((other) => other !== wanting),
      );
      reject(signal.reason);
    });
  }

  #free(name: string): void {
    this.#held.delete(name);
    const [next, ...others] = this.#queues.get(name) ?? [];
    this.#queues.set(name, others);
    next?.act();
  }
}
