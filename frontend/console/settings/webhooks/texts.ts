/** What the page of webhooks says. */

import type { WebhookDeliveryView, WebhookView } from "../../../wire/rest.gen";

type EventName = WebhookView["events"][number];

export const words = {
  find: "Find a webhook",
  make: "New webhook",
  none: { title: "No webhooks yet", hint: "A webhook is a server of yours that is told what happens here." },
  url: "Address",
  urlHint: "Begins with https:// and answers with 2xx within 10 seconds.",
  events: "Told of",
  findEvent: "Find an event",
  eventNames: {
    conversation_opened: "Conversation opened",
    message_created: "Message created",
    conversation_handed_off: "Handed off to people",
    conversation_queued: "Back in the queue",
    conversation_assigned: "Assigned to an agent",
    conversation_returned_to_bot: "Returned to the bot",
    conversation_resolved: "Conversation resolved",
    conversation_reopened: "Conversation reopened",
    conversation_rated: "Conversation rated",
    fact_learned: "Fact learned, without its value",
    coupon_issued: "Coupon given",
    coupon_redeemed: "Coupon redeemed",
    points_changed: "Points changed",
    contact_unsubscribed: "Unsubscribed from newsletters",
  } satisfies Record<EventName, string>,
  words: "Words of messages",
  wordsHint: "What leaves the house leaves it for good.",
  wordsChoices: { none: "Stay here", masked: "Leave with masks", full: "Leave as they were said" },
  secretTitle: "The secret of its signatures",
  secretHint: "Copy it now: it is not shown again.",
  copy: "Copy",
  copied: "Copied.",
  done: "I have it",
  listens: "listens",
  waiting: (count: number) => `${count} waiting`,
  paused: "paused",
  failing: (since: string) => `has not answered with 2xx since ${since}`,
  pause: "Pause",
  resume: "Resume",
  test: "Send a test",
  tested: { good: "The test was taken.", bad: (why: string) => `The test was not taken: ${why}` },
  rotate: "New secret",
  rotateAsk: "Make a new secret? The present one signs nothing from then on.",
  remove: "Delete webhook",
  removeAsk: (name: string) => `Delete ${name}? What waits for it is not sent.`,
  removed: (name: string) => `${name} is deleted.`,
  deliveries: "Deliveries of the last 30 days",
  noDeliveries: "Nothing was sent yet.",
  findDelivery: "Find a delivery",
  findDeliveryHint: "message, 503, an id",
  anyState: "In any state",
  noneFound: "No delivery of the last 30 days is like that.",
  deliveriesFailed: "The deliveries could not be loaded.",
  more: "Older ones",
  again: "Send again",
  againOf: (type: string, at: string) => `Send ${type} of ${at} again`,
  willBeSent: "It will be sent again.",
  states: { waiting: "waits", delivered: "delivered", failed: "failed" } satisfies Record<
    WebhookDeliveryView["state"],
    string
  >,
  columns: { what: "Event", when: "When", state: "State", tries: "Tries", answer: "Answer" },
  ping: "Test",
  next: (at: string) => `next try ${at}`,
  took: (status: number, ms: number) => `${status}, ${ms} ms`,
};

export function eventName(type: WebhookDeliveryView["type"]): string {
  return type === "ping" ? words.ping : words.eventNames[type];
}
