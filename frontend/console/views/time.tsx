import { useNow } from "../now";
import { clockTime, fullTime, shortTime, waitFor } from "../words";

/** The local time of day; the title has the date and the zone. */
export function Clock({ at }: { at: string }) {
  return (
    <time dateTime={at} title={fullTime(at)}>
      {clockTime(at)}
    </time>
  );
}

export function ShortTime({ at }: { at: string }) {
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={fullTime(at)}>
      {shortTime(at, now)}
    </time>
  );
}

/** How long it has been since then, told every second. */
export function Waiting({ since }: { since: string }) {
  const now = useNow(1000);
  return (
    <time dateTime={since} title={fullTime(since)} class="ticking">
      {waitFor(since, now)}
    </time>
  );
}
