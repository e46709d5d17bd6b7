import { isOpen } from "../../client/visitor_state";
import type { QueueView } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import { ConsentQuestion } from "./consent_question";
import { GreetingSeen } from "./greeting_seen";
import type { LaterTexts } from "./locales/texts";
import { NobodyThere } from "./nobody_there";
import { useLaterTexts } from "./texts";

/** What stands between the dialogue and the words being written. */
export function Waiting() {
  return (
    <>
      <GreetingSeen />
      <Place />
      <ConsentQuestion />
    </>
  );
}

/** Place and an honest time; and when nobody is there, when somebody will be and where to answer. */
function Place() {
  const texts = useLaterTexts();
  const { conversation, inbox } = useChat().state;
  if (!isOpen(conversation) || conversation.owner.kind !== "queue" || !inbox) return null;

  const { queue, offline } = conversation;
  if (offline || !(queue?.agents_online ?? inbox.agents_online)) return <NobodyThere />;
  if (!queue) return null;
  return (
    <div class="waiting" role="status">
      {texts.waitingPlace(queue.position)} {estimate(queue, texts)}
    </div>
  );
}

/** Without figures to go by there is a place in line and no promise. */
function estimate({ eta_seconds, eta_low_seconds, eta_high_seconds }: QueueView, texts: LaterTexts) {
  if (eta_seconds == null) return null;
  const least = Math.floor((eta_low_seconds ?? eta_seconds) / 60);
  const most = Math.max(1, Math.ceil((eta_high_seconds ?? eta_seconds) / 60));
  if (least < 1) return texts.waitingWithin(most);
  return least === most ? texts.waitingAbout(most) : texts.waitingBetween(least, most);
}
