import { Route, Switch } from "wouter-preact";
import { AboutPage } from "./pages/about";
import { AccountPage } from "./pages/account";
import { CartPage } from "./pages/cart";
import { HomePage } from "./pages/home";
import { ListPage } from "./pages/list";
import { NotFoundPage } from "./pages/not_found";
import { ProductPage } from "./pages/product";
import { ReturnsPage } from "./pages/returns";
import { ShippingPage } from "./pages/shipping";
import { SizesPage } from "./pages/sizes";
import { Footer } from "./parts/footer";
import { Header } from "./parts/header";
import { Offline } from "./parts/offline";
import { GoodsContext, useLoadedGoods } from "./state/goods";
import { texts } from "./texts";

export function App() {
  return (
    <GoodsContext.Provider value={useLoadedGoods()}>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <Header />
      <Offline />
      <main id="content" tabIndex={-1}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/shop/:category">
            {({ category }) => <ListPage key={category} category={category} />}
          </Route>
          <Route path="/product/:sku">{({ sku }) => <ProductPage key={sku} sku={sku} />}</Route>
          <Route path="/cart" component={CartPage} />
          <Route path="/account" component={AccountPage} />
          <Route path="/shipping" component={ShippingPage} />
          <Route path="/returns" component={ReturnsPage} />
          <Route path="/sizes" component={SizesPage} />
          <Route path="/about" component={AboutPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </main>
      <Footer />
    </GoodsContext.Provider>
  );
}
