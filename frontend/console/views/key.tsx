import type { ComponentChildren } from "preact";

/** The key beside a button's word; screen readers are told by `aria-keyshortcuts` and the help instead. */
export function Key({ children }: { children: ComponentChildren }) {
  return (
    <span aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  );
}
