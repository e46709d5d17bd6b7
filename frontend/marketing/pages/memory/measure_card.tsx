import { ArrowDownRight, ArrowUpRight, Equal } from "lucide-preact";
import type { ArmFigure, MemoryMeasure } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Before } from "../../parts/before";
import { texts } from "../../texts";
import { IntervalLine } from "./interval_line";
import { figureText, liftText } from "./verdicts";

const SHARES = [0, 1] as const;
const RATINGS = [1, 5] as const;

interface MeasureCardProps {
  measure: MemoryMeasure;
  before: MemoryMeasure | null;
  orderDays: number;
  enough: number;
}

/** One outcome: both arms on one scale, below them the difference on one that has zero in its middle. */
export function MeasureCard({ measure, before, orderDays, enough }: MeasureCardProps) {
  const { key, lift, treated, held_out, verdict } = measure;
  return (
    <article class="panel measure">
      <header class="panel-head">
        <h2>{texts.memory.measure[key]}</h2>
        {verdict !== "few" && <Verdict measure={measure} />}
      </header>
      <p class="soft">{texts.memory.meaning(orderDays)[key]}</p>
      <dl class="arms">
        <Arm
          label={texts.memory.treated}
          figure={treated}
          before={before?.treated ?? null}
          measure={measure}
          kind="treated"
        />
        <Arm
          label={texts.memory.heldOut}
          figure={held_out}
          before={before?.held_out ?? null}
          measure={measure}
          kind="held-out"
        />
        <div class="arm arm-lift">
          <dt>{texts.memory.lift}</dt>
          {lift ? (
            <>
              <dd>
                <IntervalLine interval={lift} kind="lift" mark={0} {...around(lift)} />
              </dd>
              <dd class="arm-value">{liftText(measure, lift)}</dd>
              <dd class="faint">{texts.memory.liftAxis}</dd>
            </>
          ) : (
            <>
              <dd class="arm-value soft">{texts.memory.few}</dd>
              <dd class="faint">{texts.memory.fewHint(number(enough))}</dd>
            </>
          )}
          {before && (
            <dd>
              <Before value={before.lift ? liftText(before, before.lift) : texts.memory.few} />
            </dd>
          )}
        </div>
      </dl>
    </article>
  );
}

interface ArmProps {
  label: string;
  figure: ArmFigure;
  before: ArmFigure | null;
  measure: MemoryMeasure;
  kind: "treated" | "held-out";
}

function Arm({ label, figure, before, measure, kind }: ArmProps) {
  const [from, to] = measure.mean ? RATINGS : SHARES;
  return (
    <div class="arm">
      <dt>{label}</dt>
      {figure.interval && (
        <dd>
          <IntervalLine interval={figure.interval} from={from} to={to} kind={kind} />
        </dd>
      )}
      <dd class={figure.interval ? "arm-value" : "arm-value soft"}>
        {figure.interval ? figureText(measure, figure.interval) : texts.memory.few}
      </dd>
      <dd class="faint">{texts.memory.people(number(figure.contacts), number(figure.dialogues))}</dd>
      {before && (
        <dd>
          <Before value={before.interval ? figureText(measure, before.interval) : texts.memory.few} />
        </dd>
      )}
    </div>
  );
}

function Verdict({ measure: { verdict, lift } }: { measure: MemoryMeasure }) {
  const moved = verdict === "better" || verdict === "worse";
  const Icon = moved ? ((lift?.value ?? 0) > 0 ? ArrowUpRight : ArrowDownRight) : Equal;
  return (
    <p class={`verdict verdict-${moved ? "up" : "unclear"} verdict-${verdict}`}>
      <Icon size={14} aria-hidden="true" /> {texts.memory.verdict[verdict]}
    </p>
  );
}

function around({ low, high }: { low: number; high: number }) {
  const reach = 1.15 * Math.max(Math.abs(low), Math.abs(high), Number.EPSILON);
  return { from: -reach, to: reach };
}
