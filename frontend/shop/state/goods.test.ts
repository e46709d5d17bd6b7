import { describe, expect, it } from "vitest";
import type { ProductView } from "../../wire/rest.gen";
import { inCategory, matching, picture, soldOut, sorted } from "./goods";
import { money } from "./money";

const product = (name: string, category: string, price_cents: number): ProductView => ({
  sku: name,
  name,
  category,
  description: "Warm.",
  price_cents,
  currency: "EUR",
  colours: ["moss green"],
  sizes: ["M"],
  in_stock: { M: 1 },
  image_url: `/demo/images/${name}.svg`,
  url: `/product/${name}`,
});
const goods = [
  product("Vík socks", "socks", 2200),
  product("Þjórsá tee", "shirts", 5500),
  product("Esja", "sweaters", 900),
];
const names = (found: ProductView[]) => found.map((each) => each.name);

describe("finding goods", () => {
  it("ignores accents and case, and takes th for þ", () => {
    expect(names(matching(goods, "VIK"))).toEqual(["Vík socks"]);
    expect(names(matching(goods, "thjorsa"))).toEqual(["Þjórsá tee"]);
  });

  it("wants every word, in whatever order", () => {
    expect(names(matching(goods, "socks moss"))).toEqual(["Vík socks"]);
    expect(matching(goods, "socks lava")).toEqual([]);
  });

  it("shows a category, or everything", () => {
    expect(names(inCategory(goods, "socks"))).toEqual(["Vík socks"]);
    expect(inCategory(goods, "all")).toHaveLength(3);
  });

  it("sorts by price and name and leaves our choice as it is", () => {
    expect(names(sorted(goods, "cheap"))[0]).toBe("Esja");
    expect(names(sorted(goods, "dear"))[0]).toBe("Þjórsá tee");
    expect(names(sorted(goods, "name"))).toEqual(["Esja", "Vík socks", "Þjórsá tee"]);
    expect(sorted(goods, "chosen")).toEqual(goods);
  });

  it("calls sold out what has no piece in any size", () => {
    expect(soldOut({ ...product("a", "b", 1), in_stock: { M: 0, L: 0 } })).toBe(true);
    expect(soldOut({ ...product("a", "b", 1), in_stock: { M: 0, L: 2 } })).toBe(false);
  });

  it("asks for the picture in a colour", () => {
    expect(picture({ image_url: "/x.svg" }, "moss green")).toBe("/x.svg?colour=moss%20green");
  });
});

it("writes money with cents only when there are some", () => {
  expect([money(18_900, "EUR"), money(690, "EUR")]).toEqual(["€189", "€6.90"]);
});
