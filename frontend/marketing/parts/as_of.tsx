import type { Counted } from "../../client/rest";
import { words } from "./as_of_texts";
import { Moment } from "./moment";

const WORTH_SAYING_MS = 60_000;

interface AsOfProps {
  data: unknown;
  /** When it came, in milliseconds. */
  since: number;
}

/** Below figures that were counted a while before they were asked for. */
export function AsOf({ data, since }: AsOfProps) {
  const at = (data as Counted | null)?.counted_at;
  if (at === undefined || since - Date.parse(at) < WORTH_SAYING_MS) return null;
  return (
    <p class="faint as-of">
      {words.asOf} <Moment time={at} />.
    </p>
  );
}
