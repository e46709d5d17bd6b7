import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ProductView } from "../wire/rest.gen";
import { App } from "./app";
import { cart } from "./state/cart";
import { type Customer, signedIn, vouchAgain } from "./state/customer";

const hekla: ProductView = {
  sku: "HEKLA-JKT",
  name: "Hekla rain jacket",
  category: "jackets",
  description: "For rain.",
  price_cents: 18_900,
  currency: "EUR",
  colours: ["moss green", "lava"],
  sizes: ["S", "M"],
  in_stock: { S: 0, M: 2 },
  image_url: "/demo/images/HEKLA-JKT.svg",
  url: "/product/HEKLA-JKT",
};
const hat: ProductView = { ...hekla, sku: "HAT", name: "Krafla hat", category: "hats", url: "/product/HAT" };
const emma: Customer = {
  id: "cus-001",
  name: "Emma Wilson",
  email: "emma.wilson@example.com",
  locale: "en",
  city: "London",
  orders: ["10432"],
};
const samtal = { open: vi.fn(), send: vi.fn(), identify: vi.fn(), shutdown: vi.fn() };
let answers: Record<string, unknown>;

beforeEach(() => {
  answers = { "/demo/products.json": { items: [hekla, hat] }, "/demo/customers.json": { items: [emma] } };
  vi.stubGlobal("fetch", async (path: string, request?: RequestInit) => {
    const answer = answers[path];
    if (answer instanceof Function) return answer(request);
    return answer ? Response.json(answer) : new Response("", { status: 503 });
  });
  vi.stubGlobal("scrollTo", vi.fn());
  Object.assign(window, { samtal });
  cart.set([]);
  signedIn.set(null);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

function visit(path: string): void {
  history.replaceState(null, "", path);
  render(<App />);
}

it("shows a category's goods only, with their number", async () => {
  visit("/shop/jackets");
  expect(await screen.findByRole("link", { name: "Hekla rain jacket" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Krafla hat" })).toBeNull();
  expect(screen.getByText("1 product")).toBeTruthy();
  expect(document.title).toBe("Jackets · Hraun");
});

it("finds goods by words in the address, and says when there are none", async () => {
  visit("/shop/all?q=zzz");
  expect(await screen.findByText("Nothing here is called that.")).toBeTruthy();
});

it("searches from the field above every page", async () => {
  visit("/about");
  const field = screen.getByRole("searchbox", { name: "Search the shop" });
  fireEvent.input(field, { target: { value: " krafla " } });
  fireEvent.click(screen.getByRole("button", { name: "Search" }));
  expect(await screen.findByRole("heading", { level: 1, name: "“krafla”" })).toBeTruthy();
  expect(await screen.findByRole("link", { name: "Krafla hat" })).toBeTruthy();
});

it("asks for a size before anything goes into the cart", async () => {
  visit("/product/HEKLA-JKT");
  fireEvent.click(await screen.findByRole("button", { name: "Add to cart" }));
  expect(await screen.findByText("Please choose a size first.")).toBeTruthy();
  expect(cart.get()).toEqual([]);
});

it("puts the chosen colour and size into the cart and counts it", async () => {
  visit("/product/HEKLA-JKT");
  fireEvent.click(await screen.findByRole("radio", { name: "lava" }));
  fireEvent.click(screen.getByRole("radio", { name: "M" }));
  expect(await screen.findByText("Only 2 left")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Add to cart" }));
  expect(await screen.findByRole("link", { name: "Cart, 1 piece" })).toBeTruthy();
  expect(cart.get()).toEqual([{ sku: "HEKLA-JKT", size: "M", colour: "lava", quantity: 1 }]);
  const image: HTMLImageElement = screen.getByRole("img", { name: "Hekla rain jacket, lava" });
  expect(image.getAttribute("src")).toBe("/demo/images/HEKLA-JKT.svg?colour=lava");
});

it("does not let a sold-out size be chosen, and says why", async () => {
  visit("/product/HEKLA-JKT");
  const gone: HTMLInputElement = await screen.findByRole("radio", { name: /^S ?, sold out$/ });
  expect(gone.disabled).toBe(true);
});

it("opens the chat from a product", async () => {
  visit("/product/HEKLA-JKT");
  fireEvent.click(await screen.findByRole("button", { name: "Ask about it" }));
  expect(samtal.open).toHaveBeenCalledOnce();
});

it("changes, sums and empties the cart, and orders nothing", async () => {
  cart.set([{ sku: "HAT", size: "M", colour: "lava", quantity: 1 }]);
  visit("/cart");
  const sum = await screen.findByRole("region", { name: "Total" });
  expect(within(sum).getAllByText("€189")).toHaveLength(2);
  fireEvent.change(screen.getByRole("combobox", { name: "Quantity of Krafla hat" }), {
    target: { value: "2" },
  });
  expect(await within(sum).findAllByText("€378")).toHaveLength(2);
  fireEvent.click(screen.getByRole("button", { name: "Check out" }));
  expect(await screen.findByText(/nothing was ordered/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Remove Krafla hat" }));
  expect(await screen.findByText("Your cart is empty.")).toBeTruthy();
});

it("says what happened when the goods do not come, and tries again", async () => {
  const page = answers["/demo/products.json"];
  delete answers["/demo/products.json"];
  visit("/shop/all");
  const again = await screen.findByRole("button", { name: "Try again" });
  answers["/demo/products.json"] = page;
  fireEvent.click(again);
  expect(await screen.findByText("2 products")).toBeTruthy();
});

it("signs in as a customer and tells the widget who it is", async () => {
  const asked: unknown[] = [];
  answers["/demo/sign-in"] = (request: RequestInit) => {
    asked.push(JSON.parse(String(request.body)));
    return Response.json({ customer: emma, identity: "signed.token" });
  };
  visit("/account");
  fireEvent.click(await screen.findByRole("button", { name: /Emma Wilson/ }));
  expect(await screen.findByRole("heading", { level: 1, name: "Hello, Emma Wilson" })).toBeTruthy();
  expect(asked).toEqual([{ customer_id: "cus-001" }]);
  expect(samtal.identify).toHaveBeenCalledWith("signed.token");
});

it("vouches again on the next page, for the one who is signed in", async () => {
  answers["/demo/sign-in"] = () => Response.json({ customer: emma, identity: "fresh.token" });
  await vouchAgain();
  expect(samtal.identify).not.toHaveBeenCalled();
  signedIn.set(emma);
  await vouchAgain();
  expect(samtal.identify).toHaveBeenCalledWith("fresh.token");
});

it("keeps nobody signed in when signing in fails", async () => {
  visit("/account");
  fireEvent.click(await screen.findByRole("button", { name: /Emma Wilson/ }));
  expect(await screen.findByText(/Signing in did not work/)).toBeTruthy();
  expect(samtal.identify).not.toHaveBeenCalled();
  expect(signedIn.get()).toBeNull();
});

it("asks about an order in the chat", async () => {
  signedIn.set(emma);
  visit("/account");
  fireEvent.click(await screen.findByRole("button", { name: /Ask about it/ }));
  expect(samtal.send).toHaveBeenCalledWith("Where is my order 10432?");
});

it("has a page for addresses that lead nowhere", async () => {
  visit("/product/NOPE");
  expect(await screen.findByRole("heading", { level: 1, name: "Off the path" })).toBeTruthy();
});
