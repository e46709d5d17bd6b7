import { expect, test } from "vitest";
import { fitting, type Offer } from "./offers";

const offers: Offer[] = [
  { id: "1", kind: "chat", title: "Jón Sigurðsson", hint: "Waiting · where is my return", act: () => {} },
  { id: "2", kind: "action", title: "Return to the bot", act: () => {} },
  { id: "3", kind: "canned", title: "/returns", hint: "Send it back within 30 days", act: () => {} },
];

const ids = (found: Offer[]) => found.map(({ id }) => id);

test("nothing typed offers everything", () => {
  expect(ids(fitting(offers, ""))).toEqual(["1", "2", "3"]);
});

test("titles that begin with the word come first", () => {
  expect(ids(fitting(offers, "return"))).toEqual(["2", "1", "3"]);
});

test("every word must be there", () => {
  expect(ids(fitting(offers, "return bot"))).toEqual(["2"]);
  expect(fitting(offers, "return nobody")).toEqual([]);
});
