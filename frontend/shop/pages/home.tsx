import { MessageCircle, RotateCcw, Truck } from "lucide-preact";
import { Link } from "wouter-preact";
import { Landscape } from "../parts/landscape";
import { Page } from "../parts/page";
import { ProductGrid } from "../parts/product_grid";
import { WithGoods } from "../parts/with_goods";
import { picture } from "../state/goods";
import { texts } from "../texts";

const words = texts.home;
const CHOSEN = [
  "HEKLA-JKT",
  "ESJA-SWT",
  "LAKI-BTS",
  "KATLA-DWN",
  "GRIMSEY-MTN",
  "BURFELL-BPK",
  "HUSAVIK-PMP",
  "GEYSIR-MUG",
];
const ICONS = [Truck, RotateCcw, MessageCircle];

export function HomePage() {
  return (
    <Page title={words.title} heading={null} kind="home">
      <section class="hero">
        <Landscape />
        <div class="hero-words">
          <h1>{words.heading}</h1>
          <p>{words.lead}</p>
          <div class="hero-links">
            <Link class="button" href="/shop/jackets">
              {words.jackets}
            </Link>
            <Link class="button quiet" href="/shop/sweaters">
              {words.wool}
            </Link>
          </div>
        </div>
      </section>
      <ul class="promises">
        {words.promises.map((promise, place) => {
          const Icon = ICONS[place] ?? Truck;
          return (
            <li key={promise.title}>
              <Icon aria-hidden="true" size={24} />
              <div>
                <strong>{promise.title}</strong>
                <p>{promise.text}</p>
              </div>
            </li>
          );
        })}
      </ul>
      <section class="shelf">
        <div class="shelf-head">
          <h2>{words.chosen}</h2>
          <Link href="/shop/all">{words.everything}</Link>
        </div>
        <WithGoods>
          {(products) => (
            <ProductGrid level={3} products={products.filter((product) => CHOSEN.includes(product.sku))} />
          )}
        </WithGoods>
      </section>
      <section class="wool">
        <img
          src={picture({ image_url: "/demo/images/DYNGJA-BLK.svg" }, "moss green")}
          alt=""
          loading="lazy"
        />
        <div>
          <h2>{words.woolHeading}</h2>
          <p>{words.woolText}</p>
          <Link class="button quiet" href="/shop/blankets">
            {texts.categories.blankets}
          </Link>
        </div>
      </section>
    </Page>
  );
}
