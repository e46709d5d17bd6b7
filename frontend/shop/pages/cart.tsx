import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { Page } from "../parts/page";
import { WithGoods } from "../parts/with_goods";
import { cart, MOST_OF_ONE, type PricedLine, priced, setQuantity, totals } from "../state/cart";
import { picture } from "../state/goods";
import { money } from "../state/money";
import { useStored } from "../state/stored";
import { texts } from "../texts";

const words = texts.cart;
const QUANTITIES = Array.from({ length: MOST_OF_ONE }, (_, place) => place + 1);

export function CartPage() {
  const lines = useStored(cart);
  return (
    <Page title={words.title}>
      {lines.length === 0 ? (
        <Empty />
      ) : (
        <WithGoods>{(products) => <Filled lines={priced(lines, products)} />}</WithGoods>
      )}
    </Page>
  );
}

function Empty() {
  return (
    <div class="notice">
      <p>
        <strong>{words.empty}</strong>
      </p>
      <Link class="button" href="/shop/jackets">
        {words.begin}
      </Link>
    </div>
  );
}

function Filled({ lines }: { lines: PricedLine[] }) {
  const first = lines[0];
  if (!first) return <Empty />;
  return (
    <div class="cart">
      <ul class="cart-lines">
        {lines.map((line) => (
          <CartLine key={`${line.sku}/${line.size}/${line.colour}`} line={line} />
        ))}
      </ul>
      <Sum lines={lines} currency={first.product.currency} />
    </div>
  );
}

function CartLine({ line }: { line: PricedLine }) {
  const { product } = line;
  const change = (quantity: number) => cart.set(setQuantity(cart.get(), line, quantity));
  return (
    <li class="cart-line">
      <img src={picture(product, line.colour)} alt="" width={96} height={96} />
      <div>
        <Link href={product.url}>{product.name}</Link>
        <p class="soft">
          {line.colour}, {line.size}
        </p>
        <div class="cart-change">
          <select
            aria-label={words.quantity(product.name)}
            value={line.quantity}
            onChange={(event) => change(Number(event.currentTarget.value))}
          >
            {QUANTITIES.map((quantity) => (
              <option key={quantity} value={quantity}>
                {quantity}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="plain"
            aria-label={words.removeName(product.name)}
            onClick={() => change(0)}
          >
            {words.remove}
          </button>
        </div>
      </div>
      <span class="price">{money(line.cents, product.currency)}</span>
    </li>
  );
}

function Sum({ lines, currency }: { lines: PricedLine[]; currency: string }) {
  const [asked, setAsked] = useState(false);
  const sum = totals(lines);
  return (
    <section class="sum" aria-label={words.total}>
      <dl>
        <dt>{words.goods}</dt>
        <dd>{money(sum.goods, currency)}</dd>
        <dt>{words.shipping}</dt>
        <dd>{sum.delivery === 0 ? words.free : money(sum.delivery, currency)}</dd>
        <dt class="sum-total">{words.total}</dt>
        <dd class="sum-total">{money(sum.total, currency)}</dd>
      </dl>
      {sum.toFree > 0 && <p class="soft">{words.toFree(money(sum.toFree, currency))}</p>}
      <button type="button" class="button wide" onClick={() => setAsked(true)}>
        {words.checkout}
      </button>
      <p class="said" role="status">
        {asked && words.done}
      </p>
    </section>
  );
}
