import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import type { ProductView } from "../../wire/rest.gen";
import { ask } from "./hub";

export type Goods =
  | { state: "loading" }
  | { state: "failed"; again: () => void }
  | { state: "ready"; products: ProductView[] };

export const GoodsContext = createContext<Goods>({ state: "loading" });

export function useGoods(): Goods {
  return useContext(GoodsContext);
}

/** Fetched once a visit; the catalogue of forty fits in one answer. */
export function useLoadedGoods(): Goods {
  const [goods, setGoods] = useState<Goods>({ state: "loading" });
  const load = useCallback(() => {
    setGoods({ state: "loading" });
    ask<{ items: ProductView[] }>("/demo/products.json").then(
      (page) => setGoods({ state: "ready", products: page.items }),
      () => setGoods({ state: "failed", again: load }),
    );
  }, []);
  useEffect(load, [load]);
  return goods;
}

export type Sort = "chosen" | "cheap" | "dear" | "name";

export function inCategory(products: ProductView[], category: string): ProductView[] {
  return category === "all" ? products : products.filter((product) => product.category === category);
}

/** Every word must occur somewhere; accents do not matter, so that `vik` finds Vík. */
export function matching(products: ProductView[], words: string): ProductView[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return products.filter((product) => {
    const found = plain(
      `${product.name} ${product.category} ${product.colours.join(" ")} ${product.description}`,
    );
    return wanted.every((word) => found.includes(word));
  });
}

export function sorted(products: ProductView[], sort: Sort): ProductView[] {
  const order: Record<Sort, ((one: ProductView, other: ProductView) => number) | null> = {
    chosen: null,
    cheap: (one, other) => one.price_cents - other.price_cents,
    dear: (one, other) => other.price_cents - one.price_cents,
    name: (one, other) => one.name.localeCompare(other.name, "en"),
  };
  const compare = order[sort];
  return compare ? products.toSorted(compare) : products;
}

export function soldOut(product: ProductView): boolean {
  return Object.values(product.in_stock).every((count) => count === 0);
}

export function picture(product: Pick<ProductView, "image_url">, colour?: string): string {
  return colour ? `${product.image_url}?colour=${encodeURIComponent(colour)}` : product.image_url;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ð", "d")
    .replaceAll("þ", "th")
    .replaceAll("æ", "ae");
}
