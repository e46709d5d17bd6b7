// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards

interface ColumnHeadProps {
  name: string;
  numeric?: boolean;
}

/** What stands above a column of a table that stacks. */
export function ColumnHead({ name, numeric = false }: ColumnHeadProps) {
  return (
    <th role="columnheader" scope="col" class={numeric ? "numeric" : undefined}>
      {name}
    </th>
  );
}
