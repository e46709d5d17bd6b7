const REACHABLE = "a[href], button:not([disabled]), input:not([disabled]), textarea, [tabindex='0']";

/** Tab goes round inside; for the sheet that covers the page. */
export function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  const reachable = [...panel.querySelectorAll<HTMLElement>(REACHABLE)];
  const first = reachable[0];
  const last = reachable.at(-1);
  const focused = (panel.getRootNode() as ShadowRoot).activeElement;
  if (event.shiftKey && focused === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && focused === last) {
    event.preventDefault();
    first?.focus();
  }
}
