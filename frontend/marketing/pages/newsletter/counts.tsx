import { number } from "../../measures/format";

interface CountsProps {
  label: string;
  head: string;
  count: string;
  counts: Readonly<Record<string, number>>;
  nameOf: (key: string) => string;
}

/** Counts by name, most first. */
export function Counts({ label, head, count, counts, nameOf }: CountsProps) {
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return (
    <table class="table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" class="numeric">
            {count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, people]) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            <td class="numeric">{number(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
