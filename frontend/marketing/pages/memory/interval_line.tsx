import type { IntervalView } from "../../../wire/rest.gen";

interface IntervalLineProps {
  interval: IntervalView;
  from: number;
  to: number;
  kind: "treated" | "held-out" | "lift";
  /** Where a mark stands, as zero does. */
  mark?: number;
}

const WIDTH = 200;
const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;

/** An estimate as a dot on its interval; what it says is in words beside it. */
export function IntervalLine({ interval, from, to, kind, mark }: IntervalLineProps) {
  const place = (value: number) => (WIDTH * (Math.min(Math.max(value, from), to) - from)) / (to - from);
  return (
    <svg class={`interval interval-${kind}`} viewBox={`-4 0 ${WIDTH + 8} ${HEIGHT}`} aria-hidden="true">
      <line class="interval-axis" x1={0} x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      {mark !== undefined && (
        <line class="interval-mark" x1={place(mark)} x2={place(mark)} y1={0} y2={HEIGHT} />
      )}
      <line
        class="interval-span"
        x1={place(interval.low)}
        x2={place(interval.high)}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      <circle class="interval-dot" cx={place(interval.value)} cy={MIDDLE} r={4} />
    </svg>
  );
}
