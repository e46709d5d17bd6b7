import type { ProductView } from "../../wire/rest.gen";
import { stored } from "./stored";

/** One line of the cart; the goods themselves come from the catalogue. */
export interface Line {
  sku: string;
  size: string;
  colour: string;
  quantity: number;
}

export interface PricedLine extends Line {
  product: ProductView;
  cents: number;
}

export const MOST_OF_ONE = 9;
const FREE_FROM_CENTS = 10_000;
const DELIVERY_CENTS = 590;

export const cart = stored<Line[]>("hraun:cart", (kept) => (Array.isArray(kept) ? kept.filter(isLine) : []));

export function add(lines: Line[], fresh: Omit<Line, "quantity">): Line[] {
  const known = lines.some((line) => sameThing(line, fresh));
  if (!known) return [...lines, { ...fresh, quantity: 1 }];
  return lines.map((line) =>
    sameThing(line, fresh) ? { ...line, quantity: Math.min(line.quantity + 1, MOST_OF_ONE) } : line,
  );
}

/** A quantity of none takes the line out. */
export function setQuantity(lines: Line[], which: Omit<Line, "quantity">, quantity: number): Line[] {
  return lines
    .map((line) => (sameThing(line, which) ? { ...line, quantity: Math.min(quantity, MOST_OF_ONE) } : line))
    .filter((line) => line.quantity > 0);
}

export function pieces(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** Lines whose product the shop still has, with today's prices. */
export function priced(lines: Line[], products: ProductView[]): PricedLine[] {
  return lines.flatMap((line) => {
    const product = products.find((each) => each.sku === line.sku);
    return product ? [{ ...line, product, cents: product.price_cents * line.quantity }] : [];
  });
}

/** All in cents; `toFree` is what is missing for free delivery. */
export function totals(lines: PricedLine[]): {
  goods: number;
  delivery: number;
  total: number;
  toFree: number;
} {
  const goods = lines.reduce((sum, line) => sum + line.cents, 0);
  const delivery = goods >= FREE_FROM_CENTS || goods === 0 ? 0 : DELIVERY_CENTS;
  return { goods, delivery, total: goods + delivery, toFree: Math.max(0, FREE_FROM_CENTS - goods) };
}

function sameThing(one: Omit<Line, "quantity">, other: Omit<Line, "quantity">): boolean {
  return one.sku === other.sku && one.size === other.size && one.colour === other.colour;
}

function isLine(kept: unknown): kept is Line {
  const line = kept as Partial<Line> | null;
  return (
    typeof line?.sku === "string" &&
    typeof line.size === "string" &&
    typeof line.colour === "string" &&
    Number.isInteger(line.quantity) &&
    Number(line.quantity) > 0 &&
    Number(line.quantity) <= MOST_OF_ONE
  );
}
