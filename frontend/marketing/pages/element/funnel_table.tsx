// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { Link } from "wouter-preact";
import type { ElementReport, FunnelStepView } from "../../../wire/rest.gen";
import { bounds, number, share } from "../../measures/format";
import type { Period } from "../../measures/period";
import { Before } from "../../parts/before";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import type { Comparison } from "../../parts/compare_picker";
import { address, type Filters } from "../../places/filters";
import { texts as shared } from "../../texts";
import { texts } from "./texts";

const OUTCOME: Partial<Record<FunnelStepView["name"], string>> = {
  handoff: "handed_off",
  coupon: "coupon",
  order: "ordered",
};
const WIDE = 100;

interface FunnelTableProps {
  report: ElementReport;
  before: ElementReport | null;
  period: Period;
  comparison: Comparison;
}

/** Every step with how many people, of how many, how sure, and the dialogues behind it. */
export function FunnelTable({ report, before, period, comparison }: FunnelTableProps) {
  const earlier = new Map(before?.steps.map((step) => [step.name, step]));
  const was = (name: FunnelStepView["name"]) => before && (earlier.get(name) ?? null);
  const cameUp = (name: string) => name === "opened" && report.element.kind === "greeting";
  const most = Math.max(...report.steps.map(({ people }) => people), 1);
  return (
    <table class="table stacking funnel" role="table" aria-label={texts.way}>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHead name={texts.stepName} />
          <ColumnHead name={texts.people} numeric />
          <ColumnHead name={texts.share} />
          <ColumnHead name={texts.behind} numeric />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {report.steps.map((step) => (
          <tr role="row" key={step.name}>
            <th role="rowheader" scope="row">
              {cameUp(step.name) ? texts.cameUp : texts.step[step.name]}
              <span class="under faint">
                {cameUp(step.name) ? texts.aboutCameUp : texts.about[step.name]}
                {step.name === "order" && ` ${texts.orderDays(report.order_days)}`}
              </span>
              <svg class="funnel-bar" viewBox={`0 0 ${WIDE} 4`} preserveAspectRatio="none" aria-hidden="true">
                <rect width={(WIDE * step.people) / most} height="4" />
              </svg>
            </th>
            <Cell name={texts.people} numeric>
              {number(step.people)}
              <Before value={peopleOf(was(step.name))} />
            </Cell>
            <Cell name={texts.share}>{withBefore(shareWords(step), was(step.name))}</Cell>
            <Cell name={texts.behind} numeric>
              {typeof step.dialogues === "number" && (
                <>
                  <Link href={behind(report.element.code, step.name, period)}>{number(step.dialogues)}</Link>
                  <Before
                    value={dialoguesOf(was(step.name))}
                    href={behind(report.element.code, step.name, comparison.period)}
                  />
                </>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function peopleOf(step: FunnelStepView | null): string | null {
  return step && number(step.people);
}

function dialoguesOf(step: FunnelStepView | null): string | null {
  return typeof step?.dialogues === "number" ? number(step.dialogues) : null;
}

/** A share beside none is told by its people alone. */
function withBefore(now: string, step: FunnelStepView | null) {
  if (now === "") return "";
  return (
    <>
      {now}
      {step?.share && <Before value={`${share(step.share.value)} ${bounds(step.share)}`} />}
    </>
  );
}

/** Where the people before are too few there is a base and no share. */
export function shareWords({ people, out_of, share: estimate }: FunnelStepView): string {
  if (typeof out_of !== "number") return "";
  const base = texts.of(number(out_of));
  if (!estimate) return out_of === 0 || people > out_of ? base : `${base}. ${shared.figure.notEnough}`;
  return `${share(estimate.value)} ${bounds(estimate)} ${base}`;
}

function behind(code: string, step: FunnelStepView["name"], period: Period): string {
  const outcome = OUTCOME[step];
  const filters: Filters = outcome ? { element: code, outcome } : { element: code };
  return address("/dialogues", period, filters);
}
