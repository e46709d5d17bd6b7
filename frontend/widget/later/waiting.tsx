import { useState } from "preact/hooks";
import { isOpen } from "../../client/visitor_state";
import { useChat } from "../chat_context";
import { useTexts } from "../texts";
import { Fields } from "./fields";

/** Place and an honest time; and when nobody is there, two fields for an address. */
export function Waiting() {
  const texts = useTexts();
  const { client, state } = useChat();
  const [left, setLeft] = useState(false);
  const { conversation, inbox, contact } = state;
  if (!isOpen(conversation) || conversation.owner.kind !== "queue" || !inbox) return null;

  const queue = conversation.queue;
  if (queue?.agents_online ?? inbox.agents_online) {
    return (
      <div class="waiting" role="status">
        {queue ? `${texts.waitingPlace(queue.position)} ` : null}
        {queue?.eta_seconds == null ? texts.waitingUnknown : texts.waitingTime(queue.eta_seconds)}
      </div>
    );
  }
  return (
    <div class="waiting" role="status">
      <p>{texts.nobodyHere}</p>
      {left || contact?.email ? null : (
        <>
          <p>{texts.leaveAddress}</p>
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
        </>
      )}
    </div>
  );
}
