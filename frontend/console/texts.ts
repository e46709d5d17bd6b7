/** Every word the console says, in English; another language is another object of this shape. */

import type { Content } from "../client/content";
import type { FactView } from "../wire/rest.gen";
import type { Refusal } from "./state/model";
import type { Standing } from "./state/rights";
import { cardTexts } from "./texts/card";
import { factTexts } from "./texts/facts";
import { fileTexts } from "./texts/files";
import { giveTexts } from "./texts/give";
import { historyTexts } from "./texts/history";
import { learnedTexts } from "./texts/learned";
import { many } from "./texts/many";
import { offerTexts } from "./texts/offers";
import { recallTexts } from "./texts/recall";
import { routingTexts } from "./texts/routing";
import { settingsTexts } from "./texts/settings";

const REASONS: Readonly<Record<string, string>> = {
  visitor_asked: "asked for a person",
  not_understood: "the bot did not understand",
  needs_human: "needs a person",
  complaint: "complaint",
  bot_starting: "the bot was still starting",
  bot_unavailable: "the bot cannot be reached",
  bot_timeout: "the bot took too long",
  bot_empty: "the bot had no answer",
  bot_failed: "the bot failed",
  bot_busy: "the bot was too busy",
  bot_lost: "the bot's answer was lost",
  anger: "the visitor is angry",
  transfer: "passed on by a colleague",
  agent_gone: "whoever answered is gone",
  not_answered: "not answered in time",
};

export const REASON_CODES: readonly string[] = Object.keys(REASONS);

export const t = {
  ...cardTexts,
  ...factTexts,
  ...fileTexts,
  ...giveTexts,
  ...historyTexts,
  ...learnedTexts,
  ...offerTexts,
  ...recallTexts,
  ...routingTexts,
  settings: settingsTexts,
  brand: "Samtal",
  title: "Samtal console",
  close: "Close",
  cancel: "Cancel",
  dismiss: "Dismiss",
  tryAgain: "Try again",
  loading: "Loading",
  on: "on",
  off: "off",
  days: (count: number) => many(count, "day", "days"),
  hoursMinutes: (hours: number, minutes: number) => `${hours} h ${minutes} min`,

  signInTitle: "Samtal console",
  signInLead: "Sign in to answer your visitors.",
  email: "E-mail",
  password: "Password",
  signIn: "Sign in",
  signingIn: "Signing in…",
  signInWrong: "This e-mail and password do not belong together.",
  signInTooOften: "Too many tries. Wait a minute, then try again.",
  signInUnreachable: "The hub cannot be reached. Check your connection, then try again.",
  signInFailed: "Signing in failed on our side. Try again.",
  whySignIn: {
    session_ended: "Your session has ended. Sign in again; your drafts are kept.",
    signed_out: "You are signed out.",
    no_right: "This account cannot answer chats.",
  },
  toMarketing: "Go to the marketing pages",
  signOut: "Sign out",
  hubUnreachable: "The hub cannot be reached.",
  reconnectingStrip: "Reconnecting. You can go on writing: it is sent as soon as the connection is back.",
  offlineStrip: "No connection. You can go on writing: it is sent as soon as the connection is back.",

  lists: "Lists",
  listNames: { mine: "Mine", waiting: "Waiting", all: "All" },
  goTo: "Go to…",
  goToList: (list: string) => `Go to ${list}`,
  keyboard: "Keyboard",
  sound: "Sound",
  notifications: "Notifications",
  notificationsMissing: "This browser has no desktop notifications.",
  notificationsRefused: "The browser does not allow notifications for this page. Allow them in its settings.",
  availability: "Availability",
  more: "More",
  availabilities: { online: "Online", away: "Away", offline: "Offline" },
  roles: { agent: "Agent", marketer: "Marketer", admin: "Administrator", bot: "Bot" },
  unreadCount: (count: number) => `${count} unread`,
  waitingCount: (count: number) => many(count, "visitor waits for a person", "visitors wait for a person"),

  emptyLists: {
    mine: {
      title: "No chats of yours",
      hint: "Accept one that waits: press a. It stays here until it is resolved.",
    },
    waiting: { title: "Nobody waits", hint: "Chats the bot hands over appear here, longest waiting first." },
    all: {
      title: "No chats here",
      hint: "Every dialogue with a visitor appears here, also those the bot answers.",
    },
  },
  nothingFound: { title: "Nothing found", hint: "Try fewer words, or any status and anyone." },
  listFailed: "The list could not be loaded.",
  listFailedWhy: "Nothing is lost; the hub keeps every chat.",
  showMore: "Show more",
  placeInLine: (position: number) => `Place ${position} in line`,
  noWordsYet: "No words yet",
  reason: (code: string) => REASONS[code] ?? code.replaceAll("_", " "),
  searchLabel: "Search all chats",
  searchPlaceholder: "Search names and words",
  filterStatus: "Status",
  filterOwner: "Who answers",
  anyStatus: "Any status",
  anyOwner: "Anyone",
  ownedByBot: "The bot",
  ownedByAgent: "A person",
  open: "Open",
  snoozed: "Set aside",
  resolved: "Resolved",
  waiting: "Waiting",
  bot: "Bot",
  you: "You",
  colleague: "A colleague",

  dialogue: "Dialogue",
  messages: "Messages",
  noChatOpen: "No chat is open",
  noChatHint: "Choose one from the list. New ones announce themselves.",
  acceptNext: "Accept the next one",
  keysMove: "move,",
  keysOpen: "opens,",
  keysAll: "shows every key.",
  noSuchChat: "There is no such chat",
  noSuchChatHint: "The address may be mistyped, or the chat was erased.",
  dialogueFailed: "The dialogue could not be loaded.",
  backToList: "Back to the list",
  backToDialogue: "Back to the dialogue",
  rated: (score: number) => `rated ${score} of 5`,
  toNewest: "To the newest",
  isTyping: "is typing",
  readByVisitor: "Read",
  authors: { visitor: "Visitor", bot: "Bot", agent: "Agent", system: "Samtal" },
  noteKind: "private note",
  visitorNumber: (number: string) => `Visitor ${number}`,
  choicesOffered: "Answers offered",
  fieldsAsked: "Fields asked for",
  understoodAs: (intent: string) => `Understood: ${intent}`,
  notUnderstood: "Not understood",
  intent: "Intent",
  confidence: "Confidence",
  entity: "Detail",
  usedFacts: (count: number) => `Used ${many(count, "remembered fact", "remembered facts")}`,
  fact: "Fact",
  factGone: "no longer kept",

  actions: "Actions",
  accept: "Accept",
  resolve: "Resolve",
  transfer: "Transfer",
  toBot: "To the bot",
  toBotLong: "Return to the bot",
  toQueue: "To the queue",
  toQueueLong: "Back to the queue",
  theQueue: "the queue",
  snooze: "Set aside",
  reopen: "Reopen",
  tags: "Tags",
  nobodyWaits: "Nobody waits now.",
  notNow: {
    accept: "There is nothing to accept here.",
    transfer: "A resolved chat cannot be passed on.",
    give: "Accept the chat first: a coupon is given by who answers.",
    return: "This chat is not with a person of yours.",
    resolve: "This chat cannot be resolved now: reopen it, or let its owner resolve it.",
  },

  writeWhat: "What to write",
  reply: "Reply",
  note: "Note",
  noteHint: "Only colleagues see it.",
  replyLabel: "Reply to the visitor",
  noteLabel: "Private note",
  placeholder: { message: "Write a reply, / for a canned one", note: "Write a note for colleagues" },
  send: "Send",
  keepNote: "Add note",
  cannedReplies: "Canned replies",
  noCannedReply: "No canned reply fits.",
  whyNotReply: (standing: Standing, owner: string) => {
    switch (standing) {
      case "waiting":
        return "Accept to reply.";
      case "bot":
        return `${owner} is answering. Accept to take over.`;
      case "colleague":
        return `${owner} is answering. You can still leave a note.`;
      case "resolved":
        return "This chat is resolved. Reopen it to write.";
      default:
        return "";
    }
  },
  sending: "Sending…",
  sendsWhenBack: "Waiting for the connection",
  notSent: "Not sent.",
  changedHands: (standing: Standing, owner: string) => {
    switch (standing) {
      case "colleague":
        return `${owner} took over this chat before your words arrived. They are kept here.`;
      case "bot":
        return `${owner} was answering again before your words arrived. They are kept here.`;
      case "waiting":
        return "The chat went back to the queue before your words arrived. Accept it to send them.";
      case "resolved":
        return "The chat was resolved before your words arrived. Reopen it to send them.";
      default:
        return "The chat changed hands and is yours again. Look at what was said, then try again.";
    }
  },
  backToBox: "Edit",
  discard: "Discard",

  contact: "Contact",
  whoIsIt: "Who it is",
  identified: "Identified",
  identifiedHint: "The shop has signed who this is.",
  notIdentified: "Not identified",
  phone: "Phone",
  language: "Language",
  knownSince: "Known since",
  contactFailed: "The contact could not be loaded.",
  remembered: "Remembered",
  nothingRemembered: "Nothing yet. What the visitor says about themselves appears here with their words.",
  notConfirmed: "Not confirmed yet",
  rememberedOnce: (count: number) => `${many(count, "earlier statement", "earlier statements")}`,
  addFact: "Add",
  factKind: "What",
  factValue: "Value",
  keep: "Keep",
  factKept: "Kept. The bot knows it from now on.",
  factRefused: "This could not be kept. Try again.",
  factSources: {
    visitor: "said by them",
    form: "filled in by them",
    agent: "added by a colleague",
    identity: "from the shop's sign-in",
    shop: "from the shop",
  },
  factStates: { current: "holds", unconfirmed: "not confirmed", superseded: "replaced", ended: "over" },
  showMessage: "Show",
  orders: "Orders",
  noOrders: "No orders.",
  ordersUnknown: "Orders appear once the shop has identified the visitor.",
  ordersDone: (count: number) => `${many(count, "finished order", "finished orders")}`,
  orderStatuses: {
    placed: "Placed",
    packed: "Packed",
    shipped: "Shipped",
    delivered: "Delivered",
    cancelled: "Cancelled",
    returned: "Returned",
  },
  orderedOn: (day: string) => `ordered ${day}`,
  expectedOn: (day: string) => `expected ${day}`,
  deliveredOn: (day: string) => `delivered ${day}`,
  track: (carrier: string) => `track ${carrier}`.trim(),
  earlier: "Earlier dialogues",
  noEarlier: "This is the first one.",
  earlierDialogue: "Earlier dialogue",
  backToContact: "Back to the contact",
  openIt: "Open",

  transferTitle: (name: string) => `Pass on ${name}`,
  colleaguesFailed: "Colleagues could not be loaded.",
  noColleagues: "There are no other agents.",
  toMe: (name: string) => `${name} (you)`,
  passedOn: (to: string) => `Passed on to ${to}.`,
  resolveTitle: (name: string) => `Resolve ${name}`,
  resolveAsk: "Is their problem solved? What is not solved is remembered as open.",
  solved: "Yes, solved",
  notSolved: "No, still open",
  resolvedSolved: "Resolved. The problem is not open any more.",
  resolvedOpen: "Resolved. The problem stays remembered as open.",
  newTag: "New tag",
  addTag: "Add",
  noTags: "No tags yet.",
  removeTag: (tag: string) => `Remove tag ${tag}`,
  paletteLabel: "Go to a chat, an action or a canned reply",
  palettePlaceholder: "A name, an action, a canned reply…",
  offerKinds: { chat: "Chat", action: "Action", canned: "Canned reply" },
  nothingFits: "Nothing fits.",
  keyboardHint: "These keys work while you are not writing. Escape leaves the box.",
  keyboardTable: [
    { keys: ["j", "k"], does: "Next, previous chat in the list" },
    { keys: ["Enter"], does: "Open the chat; in the box: send" },
    { keys: ["Shift+Enter"], does: "New line" },
    { keys: ["a"], does: "Accept this chat, or the one that has waited longest" },
    { keys: ["r"], does: "Reply" },
    { keys: ["n"], does: "Private note" },
    { keys: ["/"], does: "Canned reply" },
    { keys: ["c"], does: "Give a coupon, or points" },
    { keys: ["t"], does: "Transfer to a colleague" },
    { keys: ["b"], does: "Return to the bot" },
    { keys: ["e"], does: "Resolve" },
    { keys: ["m"], does: "Remember the marked words" },
    { keys: ["Ctrl+K"], does: "Go to any chat, action or canned reply" },
    { keys: ["?"], does: "This list" },
  ],

  newsWaiting: (name: string) => `${name} waits for a person`,
  newsAssigned: (name: string) => `${name} was given to you`,
  newsMessage: (name: string) => `New message from ${name}`,
  newsLine: (name: string, text: string) => `${name}: ${text}`,
};

/** Activities carry a code, so that every client can say them in its own language. */
export function activityText(content: Content): string {
  const { code, name, score } = content.type === "text" ? content : {};
  switch (code) {
    case "handoff":
      return content.type === "text" && content.reason
        ? "Handed over to a person. The visitor was told that nobody is here"
        : "Handed over to a person";
    case "offline":
      return "The visitor was told that nobody is here";
    case "queued":
      return "Back in the queue";
    case "agent_joined":
      return `${name ?? t.colleague} joined`;
    case "agent_left":
      return `${name ?? t.colleague} left`;
    case "returned_to_bot":
      return `${name ?? t.bot} is answering again`;
    case "resolved":
      return content.type === "text" && "reason" in content && content.reason === "idle"
        ? "Resolved, because nobody wrote"
        : "Resolved";
    case "reply_to":
      return "The visitor left an address for the answer";
    case "reopened":
      return "Reopened";
    case "rated":
      return score ? `The visitor rated ${score} of 5` : "The visitor rated";
    default:
      return content.text ?? "";
  }
}

export function factValue(fact: Pick<FactView, "key" | "value">): string {
  return t.factOptions[fact.key]?.[fact.value] ?? fact.value;
}

/** Why something was not sent, as a sentence of ours where the code says enough. */
export function refusalText({ code, message }: Refusal): string {
  switch (code) {
    case "timeout":
    case "unavailable":
      return "The hub did not answer in time.";
    case "rate_limited":
      return "That was too much at once. Wait a moment, then try again.";
    case "too_large":
      return "This is too long. Shorten it.";
    case "internal":
      return "Something went wrong on our side.";
    default:
      return message;
  }
}
