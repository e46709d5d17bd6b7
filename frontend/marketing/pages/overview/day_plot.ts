/** The chart's canvas: bars per day, drawn by uPlot, which is loaded only when a chart is shown. */

import { useEffect, useRef } from "preact/hooks";
import type uPlot from "uplot";
import type { DayCount } from "../../../wire/rest.gen";
import { day, number } from "../../measures/format";

const HEIGHT = 220;
const AXIS_WIDTH = 40;
const DAY_AXIS_HEIGHT = 28;
const LABEL_SPACE = 64;
/** Steps between day labels. */
const DAY_STEPS = [1, 2, 7, 14, 28, 91, 182, 364];
const COUNT_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000];
/** An axis for three dialogues should not look like one for thirty. */
const LOWEST_TOP = 4;

interface Listeners {
  onPoint: (index: number | null) => void;
  onPick: (index: number) => void;
}

export function useDayPlot(counts: readonly DayCount[], listeners: Listeners) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(listeners);
  latest.current = listeners;

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let plot: uPlot | null = null;
    let gone = false;
    const draw = (Plot: typeof uPlot) => {
      if (gone) return;
      plot?.destroy();
      plot = new Plot(options(Plot, element, counts, latest), series(counts), element);
    };
    const loaded = import("uplot").then(({ default: Plot }) => Plot);
    const redraw = () => void loaded.then(draw);
    const resizing = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height: HEIGHT }));
    const theme = window.matchMedia("(prefers-color-scheme: dark)");
    redraw();
    resizing.observe(element);
    theme.addEventListener("change", redraw);
    return () => {
      gone = true;
      resizing.disconnect();
      theme.removeEventListener("change", redraw);
      plot?.destroy();
    };
  }, [counts]);

  return place;
}

function series(counts: readonly DayCount[]): uPlot.AlignedData {
  return [
    counts.map((_, index) => index),
    counts.map((count) => count.dialogues),
    counts.map((count) => count.handed_off),
  ];
}

function options(
  Plot: typeof uPlot,
  element: HTMLElement,
  counts: readonly DayCount[],
  listeners: { readonly current: Listeners },
): uPlot.Options {
  const paint = colours(element);
  const bars = Plot.paths.bars?.({ size: [0.72, 48], align: 0 });
  const bar = (fill: string): uPlot.Series => ({
    fill,
    stroke: fill,
    width: 0,
    points: { show: false },
    ...(bars ? { paths: bars } : {}),
  });
  const axis = { stroke: paint.text, ticks: { show: false }, font: paint.font };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: [-0.6, counts.length - 0.4] },
      y: { range: (_plot, _min, max) => [0, Math.max(LOWEST_TOP, max * 1.08)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: DAY_AXIS_HEIGHT,
        incrs: DAY_STEPS,
        space: LABEL_SPACE,
        values: (_plot, splits) => splits.map((index) => dayLabel(counts, index)),
      },
      {
        ...axis,
        grid: { stroke: paint.line, width: 1 },
        incrs: COUNT_STEPS,
        size: AXIS_WIDTH,
        values: (_plot, splits) => splits.map(number),
      },
    ],
    series: [{}, bar(paint.all), bar(paint.handed)],
    hooks: {
      setCursor: [(plot) => listeners.current.onPoint(plot.cursor.idx ?? null)],
      ready: [
        (plot) =>
          plot.over.addEventListener("click", () => {
            if (typeof plot.cursor.idx === "number") listeners.current.onPick(plot.cursor.idx);
          }),
      ],
    },
  };
}

function dayLabel(counts: readonly DayCount[], index: number): string {
  const count = counts[index];
  return count === undefined ? "" : day(count.day);
}

/** Tokens may hold `light-dark()`, which only a property in use resolves, so they are read off real elements. */
function colours(element: HTMLElement) {
  const swatch = (name: string) => {
    const found = element.closest("section")?.querySelector(`.${name}`);
    return found ? getComputedStyle(found).backgroundColor : "gray";
  };
  const style = getComputedStyle(element);
  return {
    all: swatch("swatch-all"),
    handed: swatch("swatch-handed"),
    text: style.color,
    line: style.borderBlockEndColor,
    font: `12px ${style.fontFamily}`,
  };
}
