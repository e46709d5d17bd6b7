import { expect, it } from "vitest";
import { contactCode, languageName, readable, valueName } from "./names";

it("makes Rasa's names readable", () => {
  expect(readable("ask_order_status")).toBe("Ask order status");
  expect(readable("faq/shipping-cost")).toBe("Faq shipping cost");
  expect(readable("_")).toBe("_");
});

it("names languages and leaves what is none", () => {
  expect(languageName("is")).toBe("Icelandic");
  expect(languageName("zh_TW")).toBe("Chinese (Taiwan)");
  expect(languageName("!")).toBe("!");
});

it("names known values and shows new ones readably", () => {
  expect(valueName("handoff_reason", "visitor_asked")).toBe("The visitor asked");
  expect(valueName("handoff_reason", "new_reason")).toBe("New reason");
  expect(valueName("element", "FLYER-7")).toBe("FLYER-7");
});

it("calls a contact by the end of its id", () => {
  expect(contactCode("019a9d2e-3b4c-7def-8123-456789abcdef")).toBe("abcdef");
});
