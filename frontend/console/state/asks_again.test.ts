import { describe, expect, it } from "vitest";
import { askedAgain } from "./asks_again";

const KNOWN = [
  { key: "email", question: "What is your e-mail address?", answer: "ana@example.com" },
  { key: "order_number", question: "What is your order number?", answer: "10042" },
  { key: "open_problem", question: "What went wrong?", answer: "late" },
];

describe("asking again", () => {
  it.each([
    ["What is your order number?", "order_number"],
    ["Hi! Please give me your order number.", "order_number"],
    ["Could you send me your email", "email"],
  ])("is seen in %j", (draft, key) => {
    expect(askedAgain(draft, KNOWN)?.key).toBe(key);
  });

  it.each([
    "I look into your order number 10042 now.",
    "Is 10042 still the order number you mean?",
    "We will send an e-mail tomorrow.",
    "Which size do you need?",
    "",
  ])("is not seen in %j", (draft) => {
    expect(askedAgain(draft, KNOWN)).toBeUndefined();
  });
});
