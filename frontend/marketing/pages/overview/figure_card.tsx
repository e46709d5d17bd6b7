import { ArrowDownRight, ArrowUpRight, Equal } from "lucide-preact";
import { Link } from "wouter-preact";
import { daysUntilEnough } from "../../measures/evidence";
import { number, oneDecimal, share } from "../../measures/format";
import type { Period } from "../../measures/period";
import { address } from "../../places/filters";
import { texts } from "../../texts";
import { readingText } from "./change";
import { type Change, canTell, type Figure, type Reading } from "./figures";

interface FigureCardProps {
  figure: Figure;
  period: Period;
  elapsed: number;
}

/** A figure with its count, its uncertainty, what it was before, and the way to its dialogues. */
export function FigureCard({ figure, period, elapsed }: FigureCardProps) {
  const { key, reading, before, change, behind } = figure;
  const enough = canTell(reading);
  return (
    <article class="figure">
      <h2 class="figure-label">{texts.figures[key]}</h2>
      <p class={enough ? "figure-value" : "figure-value few"}>
        {enough ? readingText(reading) : texts.figure.notEnough}
      </p>
      <Line kind="base" text={baseOf(reading)} />
      <Line kind="detail" text={enough ? intervalOf(reading) : soonEnough(reading, elapsed)} />
      <Comparison before={before} change={change} />
      <p class="figure-meaning">{texts.meanings[key]}</p>
      <Link
        class="figure-link"
        href={address("/dialogues", period, behind)}
        aria-label={`${texts.figure.open}: ${texts.figures[key]}`}
      >
        {texts.figure.open}
      </Link>
    </article>
  );
}

function Comparison({ before, change }: { before: Reading | null; change: Change }) {
  if (before === null) return <Line kind="change" text="" />;
  if (before.base === 0) return <p class="figure-change faint">{texts.figure.nothingBefore}</p>;
  const told = canTell(before)
    ? texts.figure.before(readingText(before))
    : texts.figure.tooFewBefore(baseOf(before));
  return (
    <p class="figure-change">
      {told}
      <Verdict change={change} />
    </p>
  );
}

function Verdict({ change }: { change: Change }) {
  if (change === "few" || change === "untested") return null;
  const Icon = { up: ArrowUpRight, down: ArrowDownRight, unclear: Equal }[change];
  return (
    <span class={`verdict verdict-${change}`}>
      <Icon size={14} aria-hidden="true" /> {texts.figure[change]}
    </span>
  );
}

/** An empty line keeps its height, so that the lines of neighbouring cards stay level. */
function Line({ kind, text }: { kind: "base" | "detail" | "change"; text: string }) {
  return <p class={`figure-${kind} ${text === "" ? "blank" : ""}`}>{text || "\u00a0"}</p>;
}

/** How many it stands on. */
function baseOf(reading: Reading): string {
  switch (reading.kind) {
    case "count":
      return "";
    case "share":
      return texts.figure.of(number(reading.count), number(reading.base));
    case "part":
      return texts.figure.within(
        texts.figure.of(number(reading.count), number(reading.base)),
        texts.change.dialogues(reading.dialogues, number(reading.dialogues)),
      );
    case "mean":
      return texts.figure.fromRatings(reading.base, number(reading.base));
    case "seconds":
      return texts.figure.fromReplies(reading.base, number(reading.base));
  }
}

function intervalOf(reading: Reading): string {
  if (reading.kind === "share" && reading.estimate)
    return texts.figure.interval(share(reading.estimate.low), share(reading.estimate.high));
  if (reading.kind === "mean" && reading.interval)
    return texts.figure.interval(oneDecimal(reading.interval.low), oneDecimal(reading.interval.high));
  return "";
}

function soonEnough(reading: Reading, elapsed: number): string {
  const days = daysUntilEnough(reading.base, elapsed);
  return days === null || days === 0 ? "" : texts.figure.inDays(days);
}
