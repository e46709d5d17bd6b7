import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import { texts } from "../texts";
import { ComparePicker, type Comparison } from "./compare_picker";

interface BeforeProps {
  /** What it was; null while that is not known yet, undefined where there is nothing to compare with. */
  value: string | null | undefined;
  href?: string | undefined;
}

/** Under a figure: what it was in the period that the page is compared with, and the way to its dialogues. */
export function Before({ value, href }: BeforeProps) {
  if (value === null) return null;
  return (
    <span class="under faint before">
      {value === undefined ? (
        texts.figure.nothingBefore
      ) : href === undefined ? (
        texts.figure.before(value)
      ) : (
        <Link href={href}>{texts.figure.before(value)}</Link>
      )}
    </span>
  );
}

interface ComparedLeadProps {
  comparison: Comparison;
  children?: ComponentChildren;
}

/** What a page is about, and below it what its figures stand beside. */
export function ComparedLead({ comparison, children }: ComparedLeadProps) {
  return (
    <>
      {children}
      <ComparePicker {...comparison} />
    </>
  );
}

/** The other period's report once it is here; a report of yet another period would be a lie. */
export function comparedData<Data>(query: {
  data: Data | undefined;
  isPlaceholderData: boolean;
}): Data | null {
  return query.isPlaceholderData ? null : (query.data ?? null);
}
