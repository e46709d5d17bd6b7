// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import type { ComponentChildren } from "preact";
import { texts } from "../texts";

interface CellProps {
  name: string;
  numeric?: boolean;
  children?: ComponentChildren;
}

/** A cell of a table that stacks; `name` is what it is called once there is no column above it. */
export function Cell({ name, numeric = false, children }: CellProps) {
  const empty = children === "" || children === null || children === undefined || children === false;
  return (
    <td role="cell" data-name={name} class={`${numeric ? "numeric" : ""} ${empty ? "empty" : ""}`}>
      <span>{empty ? <span class="faint">{texts.dialogue.no}</span> : children}</span>
    </td>
  );
}
