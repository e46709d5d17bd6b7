import { useState } from "preact/hooks";
import { useChat } from "../chat_context";
import { PeopleFrom } from "../later";
import { useTexts } from "../texts";
import { PersonIcon } from "./icons";

/** Always one tap away while a bot answers. */
export function AskPerson() {
  const texts = useTexts();
  const { client, state } = useChat();
  const [asking, setAsking] = useState<"no" | "yes" | "failed">("no");
  if (!state.inbox) return null;

  function ask() {
    setAsking("yes");
    client.requestAgent().then(
      () => setAsking("no"),
      () => setAsking("failed"),
    );
  }

  return (
    <div class="ask">
      <button type="button" class="choice quiet" disabled={asking === "yes"} onClick={ask}>
        <PersonIcon />
        {asking === "yes" ? texts.askingPerson : texts.askPerson}
      </button>
      <PeopleFrom />
      <span role="status">{asking === "failed" ? texts.askPersonFailed : null}</span>
    </div>
  );
}
