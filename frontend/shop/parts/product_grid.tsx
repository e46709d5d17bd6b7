import { Link } from "wouter-preact";
import type { ProductView } from "../../wire/rest.gen";
import { picture, soldOut } from "../state/goods";
import { money } from "../state/money";
import { texts } from "../texts";

export function ProductGrid({ products, level = 2 }: { products: ProductView[]; level?: 2 | 3 }) {
  return (
    <ul class="grid">
      {products.map((product) => (
        <li key={product.sku}>
          <ProductCard product={product} level={level} />
        </li>
      ))}
    </ul>
  );
}

function ProductCard({ product, level }: { product: ProductView; level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article class="card">
      <div class="card-picture">
        <img src={picture(product)} alt="" width={400} height={400} loading="lazy" />
        {soldOut(product) && <span class="tag">{texts.list.soldOut}</span>}
      </div>
      <Heading>
        {/* The link's reach is the whole card; its name stays the product's. */}
        <Link class="card-link" href={product.url}>
          {product.name}
        </Link>
      </Heading>
      <p class="card-facts">
        <span class="price">{money(product.price_cents, product.currency)}</span>
        <span class="swatches">
          <span class="sr-only">{texts.list.colours(product.colours.length)}</span>
          {product.colours.map((colour) => (
            <span key={colour} class="swatch" data-colour={colour} aria-hidden="true" />
          ))}
        </span>
      </p>
    </article>
  );
}
