/** What giving coupons and points says. */

import type { IssuedCouponView } from "../../wire/rest.gen";
import { many } from "./many";

export const giveTexts = {
  give: "Give a coupon",
  givePoints: "Give points",
  giveTitle: (name: string) => `A coupon for ${name}`,
  giveWhich: "Which one",
  giveNone: "No incentive is running. Marketers make them on the page “Incentives”.",
  giveFailed: "The incentives could not be loaded.",
  giveWords: "Words before the code",
  giveHint: "The code follows your words in one message. Who has one of it already is given the same code.",
  giveSend: "Give and send",
  given: (code: string) => `${code} was given and sent.`,
  giveOff: (worth: string) => `${worth} off`,
  giveMoneyBack: (worth: string) => `${worth} back`,
  giveHas: "They have",
  couponStates: {
    valid: "can be used",
    used: "used",
    expired: "expired",
  } satisfies Record<IssuedCouponView["state"], string>,
  pointsNow: (balance: number) => `They have ${many(balance, "point", "points")}.`,
  pointsFailed: "Their points could not be loaded.",
  pointsMany: "Points",
  pointsManyHint: "Below zero takes points away.",
  pointsWhy: "What for",
  pointsWrong: "A whole number other than 0, up to a million.",
  pointsWhyMissing: "Say what for: it is kept with the points.",
  pointsGiven: (balance: number) => `Done: they have ${many(balance, "point", "points")} now.`,
  /** Said to the visitor, in the language of the dialogue. */
  couponWords: {
    en: "Here is a code of your own, which works once:",
    is: "Hér er kóði sem er aðeins fyrir þig og gildir einu sinni:",
    ru: "Вот ваш личный промокод, он сработает один раз:",
    th: "โค้ดนี้เป็นของคุณโดยเฉพาะ ใช้ได้ครั้งเดียว:",
    zh: "這是您專屬的折扣碼，限用一次：",
  } as Readonly<Record<string, string>>,
};
