import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ProductView } from "../../wire/rest.gen";
import { useGoods } from "../state/goods";
import { texts } from "../texts";

const PATIENCE_MS = 300;

/** Shows `children` once the goods are here; until then their outline, or what went wrong. */
export function WithGoods({ children }: { children: (products: ProductView[]) => ComponentChildren }) {
  const goods = useGoods();
  if (goods.state === "ready") return <>{children(goods.products)}</>;
  if (goods.state === "loading") return <Skeleton />;
  return (
    <div class="notice" role="alert">
      <p>
        <strong>{texts.failed.title}</strong>
      </p>
      <p>{texts.failed.kept}</p>
      <button type="button" class="button" onClick={goods.again}>
        {texts.failed.again}
      </button>
    </div>
  );
}

function Skeleton() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class={`skeleton ${late ? "" : "too-early"}`} role="status">
      <span class="sr-only">{texts.loading}</span>
      {["a", "b", "c", "d"].map((place) => (
        <div key={place} class="skeleton-card" />
      ))}
    </div>
  );
}
