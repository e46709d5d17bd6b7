import { Search, ShoppingBag, User } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { Link, useLocation, useRoute, useSearchParams } from "wouter-preact";
import { cart, pieces } from "../state/cart";
import { signedIn } from "../state/customer";
import { useStored } from "../state/stored";
import { type Category, texts } from "../texts";
import { Mark } from "./mark";

export function Header() {
  const count = pieces(useStored(cart));
  const customer = useStored(signedIn);
  return (
    <header class="header">
      <div class="header-row">
        <Link class="brand" href="/">
          <Mark />
          <span>{texts.shop}</span>
        </Link>
        <SearchField />
        <div class="header-links">
          <Link class="icon-link" href="/account" aria-label={texts.accountLink(customer?.name)}>
            <User aria-hidden="true" size={22} />
            {customer && <span class="account-dot" />}
          </Link>
          <Link class="icon-link" href="/cart" aria-label={texts.cartLink(count)}>
            <ShoppingBag aria-hidden="true" size={22} />
            {count > 0 && (
              <span class="count" aria-hidden="true">
                {count}
              </span>
            )}
          </Link>
        </div>
      </div>
      <Categories />
    </header>
  );
}

function SearchField() {
  const [, go] = useLocation();
  const [params] = useSearchParams();
  const words = params.get("q") ?? "";
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = words;
  }, [words]);
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = field.current?.value.trim();
    go(asked ? `/shop/all?q=${encodeURIComponent(asked)}` : "/shop/all");
  };
  return (
    <search class="search">
      <form onSubmit={search}>
        <input
          ref={field}
          type="search"
          name="q"
          maxLength={80}
          placeholder={texts.search.placeholder}
          aria-label={texts.search.label}
          defaultValue={words}
        />
        <button type="submit" aria-label={texts.search.submit}>
          <Search aria-hidden="true" size={18} />
        </button>
      </form>
    </search>
  );
}

function Categories() {
  const [, params] = useRoute("/shop/:category");
  return (
    <nav class="categories" aria-label={texts.menu}>
      <ul>
        {(Object.keys(texts.categories) as Category[]).map((category) => (
          <li key={category}>
            <Link
              href={`/shop/${category}`}
              aria-current={params?.category === category ? "page" : undefined}
            >
              {texts.categories[category]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
