type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** The surfaces of tokens.css that the accent must be legible on. */
const LIGHT_SURFACE: Rgb = [247, 246, 244];
const DARK_SURFACE: Rgb = [35, 33, 32];
const LEGIBLE = 4.5;

/** Rules that put an inbox's accent in place, moved towards black or white until it can be read. */
export function accentRules(accent: string): string {
  const colour = parsed(accent);
  if (!colour) return "";
  const light = rules(legible(colour, LIGHT_SURFACE, BLACK), WHITE);
  const dark = rules(legible(colour, DARK_SURFACE, WHITE), DARK_SURFACE);
  return (
    `:host{${light}}` +
    `@media(prefers-color-scheme:dark){:host(:not([data-theme=light])){${dark}}}` +
    `:host([data-theme=dark]){${dark}}`
  );
}

export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export function parsed(hex: string): Rgb | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) return null;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function legible(colour: Rgb, surface: Rgb, towards: Rgb): Rgb {
  for (let part = 0; part <= 1; part += 0.05) {
    const tried = mixed(colour, towards, part);
    if (contrast(tried, surface) >= LEGIBLE) return tried;
  }
  return towards;
}

function rules(accent: Rgb, on: Rgb): string {
  const soft = on === WHITE ? mixed(accent, WHITE, 0.88) : mixed(accent, DARK_SURFACE, 0.78);
  return (
    `--accent:${css(accent)};--on-accent:${css(on)};--accent-soft:${css(soft)};` +
    `--accent-hover:${css(mixed(accent, on === WHITE ? BLACK : WHITE, 0.15))};`
  );
}

function mixed(one: Rgb, other: Rgb, part: number): Rgb {
  const [r, g, b] = one.map((value, index) => Math.round(value + ((other[index] ?? 0) - value) * part));
  return [r ?? 0, g ?? 0, b ?? 0];
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
