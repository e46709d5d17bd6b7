import type { AroundNavHandler } from "wouter-preact";
import { t } from "../texts";

const unsaved = new Set<string>();

/** Forms say here what they hold that the hub does not know yet. */
export function holdsUnsaved(form: string, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(form);
  else unsaved.delete(form);
}

/** Links and keys lead away from unsaved words only after a yes. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  if (unsaved.size > 0 && !window.confirm(t.settings.leaveAnyway)) return;
  unsaved.clear();
  navigate(to, options);
};

window.addEventListener("beforeunload", (event) => {
  if (unsaved.size > 0) event.preventDefault();
});
