import { pluralsOf } from "./plurals";
import type { Texts } from "./texts";

export const plural = pluralsOf<"one" | "other">("en");

/** English, which the hub speaks too, and the model for every other language. */
export const en: Texts = {
  tag: "en",

  chat: "Chat",
  openChat: "Open chat",
  openChatUnread: (count) =>
    `Open chat, ${count} new ${plural(count, { one: "message", other: "messages" })}`,
  closeChat: "Close chat",
  chatWith: (name) => `Chat with ${name}`,

  bot: "Bot",
  person: "Person",
  botAnswers: "Bot, answers at once",
  botStarting: "The bot is still starting",
  botStartingHelp: "The bot is still starting. You can write already, or ask for a person.",
  personAnswers: (shop) => `Person, ${shop}`,
  waiting: "Waiting for a person",

  messages: "Messages",
  you: "You",
  today: "Today",
  yesterday: "Yesterday",
  earlier: "Show earlier messages",
  newBelow: "New messages",
  quickReplies: "Quick replies",
  submit: "Send",
  typing: (name) => `${name} is typing`,

  sending: "Sending…",
  waitingForLine: "Will be sent when the connection is back",
  sent: "Sent",
  read: "Read",

  handoff: "You are being connected to a person",
  queued: "Waiting for the next free person",
  joined: (name) => `${name} joined`,
  left: (name) => `${name} left`,
  botAgain: (name) => `${name} is answering again`,
  resolved: "Conversation ended",
  reopened: "Conversation opened again",
  rated: (score) => `You rated this ${score} of 5`,

  write: "Write a message…",
  writeNew: "Write to begin anew…",
  send: "Send",
  askPerson: "Talk to a person",
  askingPerson: "Asking for a person…",
  askPersonFailed: "That did not reach us. Please try again.",
  charactersLeft: (count) => `${count} ${plural(count, { one: "character", other: "characters" })} left`,

  offline: "No connection. You can go on writing; it is sent when you are back.",
  reconnecting: "Reconnecting… You can go on writing.",
  missing: "Part of the chat has not come yet. You can go on writing; we keep trying.",
  notKept: "Please leave this page open until then.",
  refused: "The chat is not available here.",
  starting: "Connecting…",

  soundOn: "Turn sound on",
  soundOff: "Turn sound off",
  back: "Back to the chat",
  memory: "What we remember about you",
};
