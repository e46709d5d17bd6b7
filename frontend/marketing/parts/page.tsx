import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { texts } from "../texts";
import { Imprint, PageTools } from "./page_tools";

interface PageProps {
  title: string;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** Set once the first page stands; from then on a change of page moves the focus to its heading. */
let arrived = false;

export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${texts.product}`;
    if (arrived) heading.current?.focus();
    arrived = true;
  }, [title]);
  return (
    <>
      <header class="page-head">
        <div class="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p class="soft">{lead}</p>}
        </div>
        <div class="page-actions">
          {actions}
          <PageTools />
        </div>
      </header>
      {children}
      <Imprint />
    </>
  );
}
