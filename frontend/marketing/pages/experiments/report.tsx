import { CircleAlert, Equal, TrendingDown, TrendingUp } from "lucide-preact";
import { Link } from "wouter-preact";
import type { ArmView, ComparedView, ExperimentReport, OutcomeFigureView } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { todayUtc } from "../../measures/period";
import { Cell } from "../../parts/cell";
import { Moment } from "../../parts/moment";
import { address } from "../../places/filters";
import { IntervalLine } from "../memory/interval_line";
import { Asking } from "./asking";
import { useMove } from "./queries";
import { sentenceOf } from "./refusal";
import { words } from "./texts";
import { behind, liftText, percent, sentence, sideOf, valueText } from "./verdicts";

const said = words.report;

interface ReportProps {
  report: ExperimentReport;
  again: () => void;
}

/** What is known so far, words before figures. */
export function Report({ report, again }: ReportProps) {
  return (
    <>
      <p class="summary" aria-live="polite">
        {sentence(report)}
      </p>
      <Progress report={report} again={again} />
      {report.ratio.alarm && (
        <p class="notice experiment-alarm" role="alert">
          <CircleAlert size={16} aria-hidden="true" />
          <span>{said.uneven(percent(report.ratio.chance))}</span>
        </p>
      )}
      <section class="panel">
        <h2>{said.compared}</h2>
        <div class="experiment-differences">
          {report.compared.map((one) => (
            <Difference key={`${one.element} ${one.other}`} report={report} one={one} />
          ))}
        </div>
      </section>
      <section class="panel">
        <h2>{said.variants}</h2>
        <Arms report={report} />
        {!report.ratio.alarm && <p class="soft">{said.even}</p>}
      </section>
      <section class="panel">
        <h2>{said.texts}</h2>
        <dl class="experiment-texts">
          {report.experiment.variants.map((variant) => (
            <div key={variant.name}>
              <dt>{variant.name}</dt>
              <dd dir="auto">{variant.greeting}</dd>
              {(variant.replies ?? []).length > 0 && (
                <dd>
                  <ul class="tags">
                    {variant.replies?.map((reply) => (
                      <li key={reply} dir="auto">
                        {reply}
                      </li>
                    ))}
                  </ul>
                </dd>
              )}
            </div>
          ))}
        </dl>
      </section>
      <details class="how">
        <summary>{said.howTitle}</summary>
        <p class="soft">{said.how}</p>
      </details>
    </>
  );
}

function Progress({ report, again }: ReportProps) {
  const { experiment, arms, needed, days_left } = report;
  const waiting = experiment.people - arms.reduce((sum, { counted }) => sum + counted, 0);
  const end = useMove(experiment.id, "end");
  return (
    <div class="experiment-progress">
      <p>
        {said.seen(experiment.people, number(experiment.people), number(needed))}{" "}
        {waiting > 0 && said.waiting(waiting, number(waiting))}{" "}
        {experiment.state === "running" && days_left !== null && days_left > 0 && said.left(days_left)}
      </p>
      <p class="soft">
        {said.started} <Moment time={experiment.started_at ?? experiment.created_at} />
        {experiment.ended_at && (
          <>
            , {said.ended.toLowerCase()} <Moment time={experiment.ended_at} />
          </>
        )}
        . {said.asOf} <Moment time={report.as_of} />.
      </p>
      <div class="row">
        <button type="button" class="button" onClick={again}>
          {said.again}
        </button>
        {experiment.state === "running" && (
          <Asking
            label={said.end}
            title={said.endTitle}
            sure={said.endSure}
            yes={said.endNow}
            no={said.keep}
            pending={end.isPending}
            problem={end.error && sentenceOf(end.error)}
            onYes={() => end.mutate()}
          />
        )}
      </div>
    </div>
  );
}

/** The goal on a line with zero in its middle; the guardrails below it in words. */
function Difference({ report, one }: { report: ExperimentReport; one: ComparedView }) {
  const { goal } = report.experiment;
  const lift = one.lifts.find(({ key }) => key === goal)?.estimate ?? null;
  return (
    <article class="experiment-difference">
      <header>
        <h3>
          <bdi>{said.against(sideOf(report, one, "other"), sideOf(report, one, "base"))}</bdi>
        </h3>
        {!report.ratio.alarm && <Verdict verdict={one.verdict} />}
      </header>
      <p class="soft">{words.goals[goal]}</p>
      {lift ? (
        <>
          <IntervalLine interval={lift} kind="lift" mark={0} {...around(lift)} />
          <p class="arm-value">{liftText(goal, lift)}</p>
          <p class="faint">{said.axis}</p>
        </>
      ) : (
        <>
          <p class="arm-value soft">{said.few}</p>
          <p class="faint">{said.fewHint(report.enough)}</p>
        </>
      )}
      <ul class="experiment-guards">
        {one.lifts
          .filter(({ key }) => key === "handoff" || key === "rating")
          .map(({ key, estimate, harmed }) => (
            <li key={key} class={harmed ? "experiment-harm" : ""}>
              {harmed && <CircleAlert size={14} aria-hidden="true" />}
              {harmed ? said.harmed(words.goals[key]) : words.goals[key]}:{" "}
              {estimate ? liftText(key, estimate) : said.few}
              {estimate && !harmed && `, ${said.unharmed}`}
            </li>
          ))}
      </ul>
    </article>
  );
}

function Verdict({ verdict }: { verdict: ComparedView["verdict"] }) {
  const Icon = verdict === "better" ? TrendingUp : verdict === "worse" ? TrendingDown : Equal;
  const moved = verdict === "better" || verdict === "worse";
  return (
    <p class={`verdict verdict-${moved ? "up" : "unclear"} verdict-${verdict}`}>
      <Icon size={14} aria-hidden="true" /> {words.verdicts[verdict]}
    </p>
  );
}

function Arms({ report }: { report: ExperimentReport }) {
  const keys = report.arms[0]?.figures.map(({ key }) => key) ?? [];
  return (
    <div class="scroll experiment-arms">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards */}
      <table class="table stacking" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {["", said.deal.weight, said.deal.seen, said.deal.counted].map((name) => (
              <th key={name} role="columnheader" scope="col" class={name ? "numeric" : ""}>
                {name || <span class="sr-only">{words.columns.name}</span>}
              </th>
            ))}
            {keys.map((key) => (
              <th key={key} role="columnheader" scope="col" class="numeric" title={words.goalHints[key]}>
                {words.goals[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {report.arms.map((arm, place) => (
            <tr key={arm.name} role="row">
              <th role="rowheader" scope="row">
                {arm.name}
              </th>
              <Cell name={said.deal.weight} numeric>
                {percent(arm.weight)}
              </Cell>
              <Cell name={said.deal.seen} numeric>
                {number(arm.seen)}
              </Cell>
              <Cell name={said.deal.counted} numeric>
                {number(arm.counted)}
              </Cell>
              {arm.figures.map((figure) => (
                <Cell key={figure.key} name={words.goals[figure.key]} numeric>
                  <Figure report={report} arm={arm} place={place} figure={figure} />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: as above */}
    </div>
  );
}

interface FigureProps {
  report: ExperimentReport;
  arm: ArmView;
  place: number;
  figure: OutcomeFigureView;
}

/** Never without its count, its uncertainty and the way to the dialogues behind it. */
function Figure({ report, arm, place, figure: { key, people, count, estimate } }: FigureProps) {
  const counted = key === "rating" ? said.raters(number(people)) : said.of(number(count), number(people));
  const period = {
    from: (report.experiment.started_at ?? report.experiment.created_at).slice(0, 10),
    until: todayUtc(),
    preset: null,
  };
  return (
    <span class="experiment-figure">
      <span>{estimate ? valueText(key, estimate.value) : said.few}</span>
      {estimate && (
        <span class="faint">{said.bounds(valueText(key, estimate.low), valueText(key, estimate.high))}</span>
      )}
      {count > 0 ? (
        <Link
          href={address("/dialogues", period, behind(report, place, key))}
          aria-label={`${said.see(words.goals[key], arm.name)}, ${counted}`}
        >
          {counted}
        </Link>
      ) : (
        <span class="faint">{counted}</span>
      )}
    </span>
  );
}

function around({ low, high }: { low: number; high: number }) {
  const reach = 1.15 * Math.max(Math.abs(low), Math.abs(high), Number.EPSILON);
  return { from: -reach, to: reach };
}
