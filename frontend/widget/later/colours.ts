import type { Keep } from "../../client/keep";

type Rgb = readonly number[];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** The surfaces of tokens.css that the accent must be legible on. */
const LIGHT_SURFACE: Rgb = [247, 246, 244];
const DARK_SURFACE: Rgb = [35, 33, 32];
const LEGIBLE = 4.5;
/** The one that tokens.css has its own pair of shades for. */
const FJORD_GREEN = "#1c5f52";

/** Rules that put an inbox's accent in place, moved towards black or white until it can be read. */
export function accentRules(accent: string): string {
  if (accent === FJORD_GREEN || !/^#[0-9a-f]{6}$/i.test(accent)) return "";
  const colour = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
  const light = rules(colour, LIGHT_SURFACE, BLACK, WHITE);
  const dark = rules(colour, DARK_SURFACE, WHITE, DARK_SURFACE);
  return `:host{${light}}:host([data-theme=dark]){${dark}}`;
}

/** The loader's button has it before the chat is there. */
export function keepAccent(host: HTMLElement, keep: Keep): void {
  const style = getComputedStyle(host);
  const [under, on] = ["--accent", "--on-accent"].map((name) => style.getPropertyValue(name));
  keep.set("accent", `${under};--on-accent:${on}`);
}

function rules(colour: Rgb, surface: Rgb, towards: Rgb, on: Rgb): string {
  let accent = colour;
  for (let part = 0; contrast(accent, surface) < LEGIBLE; part += 0.05) accent = mixed(colour, towards, part);
  return (
    `--accent:${css(accent)};--on-accent:${css(on)};` +
    `--accent-soft:${css(mixed(accent, surface, 0.85))};--accent-hover:${css(mixed(accent, towards, 0.15))}`
  );
}

/** As WCAG counts it. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function mixed(one: Rgb, other: Rgb, part: number): Rgb {
  return one.map((value, index) => Math.round(value + ((other[index] ?? 0) - value) * part));
}

function css(colour: Rgb): string {
  return `rgb(${colour.join(" ")})`;
}

function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
