import { Link } from "wouter-preact";
import { isEnough } from "../../measures/evidence";
import { bounds, number, share } from "../../measures/format";
import { wilson } from "../../measures/interval";
import { Cell } from "../../parts/cell";

interface ShareCellProps {
  name: string;
  count: number;
  base: number;
  href: string;
}

/** A count that opens its dialogues, and its share with the interval where there is enough for one. */
export function ShareCell({ name, count, base, href }: ShareCellProps) {
  const estimate = isEnough(base) ? wilson(count, base) : null;
  return (
    <Cell name={name} numeric>
      <Link href={href}>{number(count)}</Link>{" "}
      {estimate && (
        <span class="faint">
          {share(estimate.value)} {bounds(estimate)}
        </span>
      )}
    </Cell>
  );
}
