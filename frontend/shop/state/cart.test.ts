import { beforeEach, describe, expect, it } from "vitest";
import type { ProductView } from "../../wire/rest.gen";
import { add, type Line, MOST_OF_ONE, pieces, priced, setQuantity, totals } from "./cart";
import { stored } from "./stored";

const hat = { sku: "HAT", size: "one size", colour: "red" };
const product = (sku: string, price_cents: number) =>
  ({ sku, price_cents, name: sku, currency: "EUR" }) as ProductView;

describe("the cart", () => {
  it("counts the same thing twice and keeps another colour apart", () => {
    const lines = add(add(add([], hat), hat), { ...hat, colour: "grey" });
    expect(lines.map((line) => line.quantity)).toEqual([2, 1]);
    expect(pieces(lines)).toBe(3);
  });

  it("holds no more than nine of one thing", () => {
    let lines: Line[] = [];
    for (let time = 0; time < 12; time += 1) lines = add(lines, hat);
    expect(lines[0]?.quantity).toBe(MOST_OF_ONE);
  });

  it("lets a line go when its quantity becomes none", () => {
    const lines = add(add([], hat), { ...hat, colour: "grey" });
    expect(setQuantity(lines, hat, 0)).toEqual([{ ...hat, colour: "grey", quantity: 1 }]);
  });

  it("leaves out what the shop no longer has", () => {
    const lines = add(add([], hat), { ...hat, sku: "GONE" });
    expect(priced(lines, [product("HAT", 3500)]).map((line) => line.sku)).toEqual(["HAT"]);
  });

  it("delivers free from 100 euros and for a price below", () => {
    const below = priced([{ ...hat, quantity: 1 }], [product("HAT", 9_999)]);
    const above = priced([{ ...hat, quantity: 1 }], [product("HAT", 10_000)]);
    expect(totals(below)).toEqual({ goods: 9_999, delivery: 590, total: 10_589, toFree: 1 });
    expect(totals(above)).toEqual({ goods: 10_000, delivery: 0, total: 10_000, toFree: 0 });
  });
});

describe("what is kept in the browser", () => {
  beforeEach(() => localStorage.clear());

  it("comes back after a reload", () => {
    const accept = (kept: unknown) => (typeof kept === "string" ? kept : "nothing");
    stored("word", accept).set("snow");
    expect(stored("word", accept).get()).toBe("snow");
  });

  it("is not believed when somebody has edited it", () => {
    localStorage.setItem("list", "{broken");
    expect(stored("list", (kept) => (Array.isArray(kept) ? kept : [])).get()).toEqual([]);
  });

  it("tells this tab's listeners and those of other tabs", () => {
    const first = stored("word", String);
    let told = 0;
    const stop = first.subscribe(() => {
      told += 1;
    });
    first.set("rain");
    localStorage.setItem("word", '"wind"');
    dispatchEvent(new StorageEvent("storage", { key: "word" }));
    expect([told, first.get()]).toEqual([2, "wind"]);
    stop();
    first.set("sun");
    expect(told).toBe(2);
  });
});
