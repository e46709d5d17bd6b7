import type { TextContent } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import type { AllTexts } from "../locales/texts";
import { useTexts } from "../texts";
import { moment } from "./moment";

/** What the hub says in words of its own, which are English, in the visitor's language. */
export function Told({ content }: { content: TextContent }) {
  const texts = useTexts() as AllTexts;
  const { conversation, contact } = useChat().state;
  return <>{told(content, conversation?.reply_to ?? contact?.email, texts) ?? content.text}</>;
}

function told(content: TextContent, address: string | null | undefined, texts: AllTexts) {
  switch (content.code) {
    case "handoff":
    case "offline":
      return `${absence(content, texts)} ${answer(content, address, texts)}`;
    case "reply_to":
      return texts.addressNoted;
    case "idle_notice":
      return texts.stillThere(content.minutes ?? 0);
    case "bot_starting":
      return texts.botStartingHelp;
  }
}

/** With the shop's own note, which is in the language of the shop. */
function absence({ reason, opens_at, note }: TextContent, texts: AllTexts): string {
  const closed = opens_at ? texts.closedUntil(moment(new Date(opens_at), texts)) : texts.closed;
  return [reason === "closed" ? closed : texts.nobodyHere, note].filter(Boolean).join(" ");
}

function answer({ asks_email }: TextContent, address: string | null | undefined, texts: AllTexts) {
  if (asks_email) return texts.answeredByMail;
  return address ? texts.answeredAt(address) : texts.answeredHere;
}
