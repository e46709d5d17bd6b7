import type { Pending } from "./model";
import { keep, kept } from "./settings";
import type { Store } from "./store";

const KEY = "samtal.console.outbox";

/** Keeps what is on its way in this tab, so that a reload neither loses nor doubles it. */
export function keepOutbox(store: Store): () => void {
  for (const pending of loadOutbox()) store.dispatch({ type: "written", pending });
  return store.listen((_change, before, now) => {
    if (before.outbox !== now.outbox) keep(KEY, { items: now.outbox }, sessionStorage);
  });
}

export function forgetOutbox(): void {
  sessionStorage.removeItem(KEY);
}

function loadOutbox(): Pending[] {
  const { items } = kept(KEY, sessionStorage);
  return Array.isArray(items) ? (items as Pending[]) : [];
}
