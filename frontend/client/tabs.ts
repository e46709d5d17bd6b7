/** Web Locks where the browser has them: only pages fetched over a safe line do. */
function locksOf(): LockManager | undefined {
  try {
    return navigator.locks;
  } catch {
    return undefined;
  }
}

/** Tabs of one site know each other by locks, which a tab cannot leave behind when it ends. */
export class Tabs {
  readonly #prefix: string;
  readonly #locks: LockManager | undefined;
  #held = false;
  readonly id = Math.random().toString(36).slice(2);

  constructor(inbox: string, locks = locksOf()) {
    this.#prefix = `samtal:${inbox}:`;
    this.#locks = locks;
  }

  /** From now until this tab ends others wait for it. */
  hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.#request(this.id, {}, () => new Promise(() => {}));
  }

  /** At once if that tab has ended, else when it does. */
  whenGone(tab: string, act: () => void): void {
    this.#request(tab, {}, async () => act());
  }

  /** One tab at a time, but nobody waits longer than `withinMs` for the others. */
  inTurn(name: string, withinMs: number, act: () => Promise<void>): void {
    this.#request(name, { signal: AbortSignal.timeout(withinMs) }, act);
  }

  #request(name: string, options: LockOptions, act: () => Promise<void>): void {
    let acted = false;
    const once = () => {
      if (acted) return;
      acted = true;
      return act();
    };
    if (this.#locks) this.#locks.request(this.#prefix + name, options, once).catch(once);
    else void once();
  }
}
