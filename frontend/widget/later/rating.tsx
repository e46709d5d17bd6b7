import { useId, useState } from "preact/hooks";
import { VisitorForms } from "../../client/visitor_forms";
import { useChat } from "../chat_context";
import { useLaterTexts } from "./texts";

/** Asked once, when the dialogue has ended. */
export function Rating() {
  const texts = useLaterTexts();
  const { client, state } = useChat();
  const id = useId();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState("");
  const [sending, setSending] = useState<"no" | "yes" | "failed">("no");
  const { conversation } = state;
  if (conversation?.status !== "resolved") return null;
  if (conversation.rating) {
    return (
      <p class="rating" role="status">
        {texts.rateThanks}
      </p>
    );
  }

  function send(event: SubmitEvent) {
    event.preventDefault();
    setSending("yes");
    new VisitorForms(...client.parts).rate(score, comment.trim()).catch(() => setSending("failed"));
  }

  return (
    <form class="rating" onSubmit={send}>
      <fieldset>
        <legend>{texts.rateTitle}</legend>
        <div class="scores">
          {texts.rateScores.map((name, index) => (
            <label key={name} title={name}>
              <input
                type="radio"
                name={id}
                aria-label={`${index + 1}: ${name}`}
                checked={score === index + 1}
                onChange={() => setScore(index + 1)}
              />
              <span aria-hidden="true">{index + 1}</span>
            </label>
          ))}
        </div>
        <small aria-hidden="true">{score ? texts.rateScores[score - 1] : " "}</small>
      </fieldset>
      {score ? (
        <>
          <textarea
            rows={2}
            dir={comment ? "auto" : undefined}
            maxLength={1_000}
            aria-label={texts.rateComment}
            placeholder={texts.rateComment}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="primary" disabled={sending === "yes"}>
            {texts.rateSend}
          </button>
        </>
      ) : null}
      <span role="status">{sending === "failed" ? texts.rateFailed : null}</span>
    </form>
  );
}
