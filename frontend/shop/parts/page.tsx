import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { texts } from "../texts";

/** A page with its title; a page that lays out its own `h1` passes `heading={null}`. */
export function Page({
  title,
  heading,
  children,
  kind = "",
}: {
  title: string;
  heading?: string | null;
  children: ComponentChildren;
  kind?: string;
}) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = title === texts.shop ? title : `${title} · ${texts.shop}`;
    if (arrived) beginAt(page.current?.querySelector("h1"));
    arrived = true;
  }, [title]);
  return (
    <div class={`page ${kind}`} ref={page}>
      {heading !== null && <h1>{heading ?? title}</h1>}
      {children}
    </div>
  );
}

/** The first page of a visit keeps the focus and the place that the browser gave it. */
let arrived = false;

/** A link inside the shop leads to the top of the new page, and a screen reader to its heading. */
function beginAt(heading: HTMLElement | null | undefined): void {
  scrollTo({ top: 0, behavior: "instant" });
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
