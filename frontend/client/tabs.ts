/** A tab that only loads its page anew is back by then. */
const BACK_WITHIN_MS = 3_000;
const ID = "samtal:tab";

/** Tabs of one site know each other by Web Locks, which a tab cannot leave behind when it ends. */
export class Tabs {
  readonly #prefix: string;
  /** Only pages fetched over a safe line have them. */
  readonly #locks: LockManager | undefined;
  #held = false;
  /** The same before and after a reload. */
  readonly id = tabId();

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

  /** At once if that tab has ended, else when it does and does not come back. */
  whenGone(tab: string, act: () => void): void {
    this.#request(tab, { ifAvailable: true }, async (lock) => {
      if (lock !== null) act();
      else
        this.#request(tab, {}, async () => {
          setTimeout(() => this.whenGone(tab, act), BACK_WITHIN_MS);
        });
    });
  }

  /** One tab at a time, but nobody waits longer than `withinMs` for the others. */
  inTurn(name: string, withinMs: number, act: () => Promise<void>): void {
    this.#request(name, { signal: AbortSignal.timeout(withinMs) }, act);
  }

  /** Where there are no locks, or none in time, it goes on as if there were no other tabs. */
  #request(name: string, options: LockOptions, act: (lock?: Lock | null) => Promise<void>): void {
    let acted = false;
    const once = (lock?: Lock | null) => {
      if (acted) return;
      acted = true;
      return act(lock);
    };
    if (this.#locks) this.#locks.request(this.#prefix + name, options, once).catch(() => once());
    else void once();
  }
}

function locksOf(): LockManager | undefined {
  try {
    return navigator.locks;
  } catch {
    return undefined;
  }
}

/** The same after a reload; another one in another tab, and on another visit. */
export function tabId(): string {
  const made = Math.random().toString(36).slice(2);
  try {
    const known = sessionStorage.getItem(ID);
    if (!known) sessionStorage.setItem(ID, made);
    return known ?? made;
  } catch {
    return made;
  }
}
