import { useState } from "preact/hooks";
import { contentOf } from "../../client/content";
import { VisitorForms } from "../../client/visitor_forms";
import type { MessageView, TextContent } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import { useTexts } from "../texts";
import { Fields } from "./fields";
import { moment } from "./moment";
import { useLaterTexts } from "./texts";

/** While somebody waits for people who are away: where the answer may go. What the log says is not said again. */
export function NobodyThere() {
  const texts = useLaterTexts();
  const { state } = useChat();
  const address = state.conversation?.reply_to ?? state.contact?.email;
  const mayMail = state.inbox?.mail ?? false;
  const told = lastTold(state.timeline.messages);
  const opening = useOpening(texts.closedUntil, texts.closed) ?? texts.nobodyHere;
  const words = [
    told ? "" : opening,
    address && mayMail && told?.asks_email !== false ? texts.answeredAt(address) : "",
  ].filter(Boolean);
  if (address && words.length === 0) return null;
  return (
    <div class="waiting" role="status">
      {words.length > 0 ? <p>{words.join(" ")}</p> : null}
      {address ? null : (
        <details open={mayMail}>
          <summary>{mayMail ? texts.leaveAddress : texts.leaveName}</summary>
          {mayMail ? <ReplyTo /> : <NameAndAddress />}
        </details>
      )}
    </div>
  );
}

/** What the hub has said about nobody being there, unless somebody was to come since. */
function lastTold(messages: readonly MessageView[]): TextContent | null {
  const contents = messages.map(contentOf).filter((content) => content.type === "text");
  const last = contents.findLast(({ code }) => code === "handoff" || code === "offline");
  return last?.reason ? last : null;
}

/** Words about when people are there again; null while they are. */
function useOpening(at: (when: string) => string, unknown: string): string | null {
  const texts = useTexts();
  const { inbox } = useChat().state;
  if (inbox?.open !== false) return null;
  return inbox.opens_at ? at(moment(new Date(inbox.opens_at), texts)) : unknown;
}

/** While the bot answers: that asking for a person would mean waiting until they are back. */
export function PeopleFrom() {
  const texts = useLaterTexts();
  const words = useOpening(texts.peopleFrom, texts.closed);
  return words ? <small class="people-from">{words}</small> : null;
}

function ReplyTo() {
  const texts = useLaterTexts();
  const { client } = useChat();
  const [failed, setFailed] = useState(false);
  const [tried, setTried] = useState(0);
  return (
    <>
      <Fields
        key={tried}
        fields={[{ name: "email", label: texts.addressEmail, input: "email" }]}
        onAnswer={({ email = "" }) => {
          setFailed(false);
          new VisitorForms(...client.parts).leaveEmail(email).catch(() => {
            setFailed(true);
            setTried(tried + 1);
          });
        }}
      />
      <span role="alert">{failed ? texts.addressFailed : null}</span>
    </>
  );
}

/** A hub that cannot send e-mails: whoever answers will find it in the dialogue. */
function NameAndAddress() {
  const texts = useLaterTexts();
  const { client } = useChat();
  const [left, setLeft] = useState(false);
  if (left) return <p>{texts.keptHere}</p>;
  return (
    <Fields
      fields={[
        { name: "name", label: texts.addressName, input: "text" },
        { name: "email", label: texts.addressEmail, input: "email" },
      ]}
      onAnswer={({ name = "", email = "" }) => {
        client.send(texts.addressWords(name, email));
        setLeft(true);
      }}
    />
  );
}
