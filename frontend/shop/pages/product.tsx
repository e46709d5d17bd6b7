import { MessageCircle, RotateCcw, Truck } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { ProductView } from "../../wire/rest.gen";
import { Options } from "../parts/options";
import { Page } from "../parts/page";
import { ProductGrid } from "../parts/product_grid";
import { WithGoods } from "../parts/with_goods";
import { add, cart } from "../state/cart";
import { picture } from "../state/goods";
import { money } from "../state/money";
import { type Category, texts } from "../texts";
import { NotFoundPage } from "./not_found";

const words = texts.product;
const FEW = 3;

export function ProductPage({ sku }: { sku: string }) {
  return (
    <WithGoods>
      {(products) => {
        const product = products.find((each) => each.sku === sku);
        return product ? <Found product={product} products={products} /> : <NotFoundPage />;
      }}
    </WithGoods>
  );
}

function Found({ product, products }: { product: ProductView; products: ProductView[] }) {
  const [colour, setColour] = useState(product.colours[0] ?? "");
  const more = products.filter((each) => each.category === product.category && each.sku !== product.sku);
  const category = product.category as Category;
  return (
    <Page title={product.name} heading={null} kind="product-page">
      <div class="product">
        <figure class="product-picture">
          <img src={picture(product, colour)} alt={`${product.name}, ${colour}`} width={400} height={400} />
        </figure>
        <div class="product-words">
          <Link class="up" href={`/shop/${category}`}>
            {texts.categories[category] ?? category}
          </Link>
          <h1>{product.name}</h1>
          <p class="price">{money(product.price_cents, product.currency)}</p>
          <p class="description">{product.description}</p>
          <Order product={product} colour={colour} setColour={setColour} />
        </div>
      </div>
      {more.length > 0 && (
        <section class="shelf">
          <h2>{words.more}</h2>
          <ProductGrid level={3} products={more.slice(0, 4)} />
        </section>
      )}
    </Page>
  );
}

function Order({
  product,
  colour,
  setColour,
}: {
  product: ProductView;
  colour: string;
  setColour: (colour: string) => void;
}) {
  const only = product.sizes.length === 1 ? product.sizes[0] : undefined;
  const [size, setSize] = useState(only && product.in_stock[only] ? only : "");
  const [said, setSaid] = useState<"nothing" | "added" | "choose">("nothing");
  const put = (event: SubmitEvent) => {
    event.preventDefault();
    if (!size) {
      setSaid("choose");
      return;
    }
    cart.set(add(cart.get(), { sku: product.sku, size, colour }));
    setSaid("added");
  };
  return (
    <form class="order" onSubmit={put}>
      <Options
        name="colour"
        label={words.colour}
        values={product.colours}
        chosen={colour}
        choose={setColour}
        swatch
      />
      <Options
        name="size"
        label={words.size}
        values={product.sizes}
        chosen={size}
        choose={(value) => {
          setSize(value);
          setSaid("nothing");
        }}
        gone={(value) => !product.in_stock[value]}
      />
      <p class="stock">
        <span>{size ? stock(product, size) : words.choose}</span>
        <Link href="/sizes">{words.sizeGuide}</Link>
      </p>
      <div class="order-buttons">
        <button type="submit" class="button wide">
          {words.add}
        </button>
        <button type="button" class="button quiet" onClick={() => window.samtal?.open()}>
          <MessageCircle aria-hidden="true" size={18} />
          {words.ask}
        </button>
      </div>
      <p class="said" role="status">
        {said === "choose" && <span class="said-choose">{words.chooseFirst}</span>}
        {said === "added" && (
          <>
            {words.added(product.name)} <Link href="/cart">{words.seeCart}</Link>
          </>
        )}
      </p>
      <ul class="assurances">
        <li>
          <Truck aria-hidden="true" size={18} />
          {words.delivery}
        </li>
        <li>
          <RotateCcw aria-hidden="true" size={18} />
          {words.returns}
        </li>
      </ul>
    </form>
  );
}

function stock(product: ProductView, size: string): string {
  const left = product.in_stock[size] ?? 0;
  return left <= FEW ? words.left(left) : words.inStock;
}
