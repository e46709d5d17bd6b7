import type { ComponentChildren } from "preact";

const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi;
/** Belongs to the sentence rather than to the address. */
const TRAILING = /[.,;:!?)\]}…。，！？]+$/;

/** Words with their web addresses made links; nothing else in them means anything. */
export function Linked({ text }: { text: string }) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    parts.push(text.slice(from, match.index), <Outward href={address}>{address}</Outward>);
    from = match.index + address.length;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}

/** Only http(s) leads anywhere; pages of the same site open in place. */
export function Outward({ href, children }: { href: string; children: ComponentChildren }) {
  const url = webAddress(href);
  if (!url) return <>{children}</>;
  const own = url.origin === location.origin;
  return (
    <a href={url.href} {...(own ? {} : { target: "_blank", rel: "noopener noreferrer nofollow" })}>
      {children}
    </a>
  );
}

/** Paths are the hub's. */
export function webAddress(href: string, base: string = location.href): URL | null {
  try {
    const url = new URL(href, base);
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}
