import { fullMoment, moment } from "../measures/format";

/** A time in the reader's zone, named; in full when pointed at. */
export function Moment({ time }: { time: string }) {
  return (
    <time dateTime={time} title={fullMoment(time)}>
      {moment(time)}
    </time>
  );
}
