import { useState } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import type { ProductView } from "../../wire/rest.gen";
import { Page } from "../parts/page";
import { ProductGrid } from "../parts/product_grid";
import { WithGoods } from "../parts/with_goods";
import { inCategory, matching, type Sort, sorted } from "../state/goods";
import { type Category, texts } from "../texts";
import { NotFoundPage } from "./not_found";

const words = texts.list;

/** A category, or what a search found. */
export function ListPage({ category }: { category: string }) {
  const [params] = useSearchParams();
  const asked = params.get("q")?.trim() ?? "";
  if (!isCategory(category)) return <NotFoundPage />;
  const title = asked ? words.results(asked) : texts.categories[category];
  return (
    <Page title={title}>
      <WithGoods>
        {(products) => <Found products={matching(inCategory(products, category), asked)} />}
      </WithGoods>
    </Page>
  );
}

function Found({ products }: { products: ProductView[] }) {
  const [sort, setSort] = useState<Sort>("chosen");
  if (products.length === 0) {
    return (
      <div class="notice" role="status">
        <p>
          <strong>{texts.search.none}</strong>
        </p>
        <p>{words.empty}</p>
      </div>
    );
  }
  return (
    <>
      <div class="list-head">
        <p role="status">{words.count(products.length)}</p>
        <label>
          {words.sort}
          <select value={sort} onChange={(event) => setSort(event.currentTarget.value as Sort)}>
            {(Object.keys(words.sorts) as Sort[]).map((key) => (
              <option key={key} value={key}>
                {words.sorts[key]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ProductGrid products={sorted(products, sort)} />
    </>
  );
}

function isCategory(name: string): name is Category {
  return Object.hasOwn(texts.categories, name);
}
