import { useQuery } from "@tanstack/preact-query";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PageOf } from "../../client/rest";
import type { ConversationView } from "../../wire/events.gen";
import type { IncentiveView, IssuedCouponView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { refusalOf } from "../state/live";
import { t } from "../texts";
import { Modal } from "../views/modal";
import { Failed, Skeleton } from "../views/states";
import { nameOf } from "../words";
import { messageOf, running, wordsFor, worthOf } from "./given";
import { PointsForm } from "./points_form";

const LONGEST = 500;

interface Props {
  conversation: ConversationView;
  onClose: () => void;
}

/** A coupon whose code goes into the dialogue, and points. */
export function GiveDialog({ conversation, onClose }: Props) {
  const { rest } = useDesk();
  const contactId = conversation.contact.id;
  const incentives = useQuery({
    queryKey: ["incentives"],
    queryFn: ({ signal }) => rest.get<PageOf<IncentiveView>>("incentives", {}, signal),
  });
  const held = useQuery({
    queryKey: ["coupons", contactId],
    queryFn: ({ signal }) => rest.get<PageOf<IssuedCouponView>>(`contacts/${contactId}/coupons`, {}, signal),
  });
  return (
    <Modal title={t.giveTitle(nameOf(conversation))} onClose={onClose} className="modal-wide">
      {incentives.isPending && <Skeleton lines={3} label={t.loading} />}
      {incentives.isError && <Failed what={t.giveFailed} onRetry={() => void incentives.refetch()} />}
      {incentives.data && (
        <CouponForm
          conversation={conversation}
          choices={running(incentives.data.items, new Date())}
          onClose={onClose}
        />
      )}
      {held.data && held.data.items.length > 0 && <Held coupons={held.data.items} />}
      <PointsForm contactId={contactId} />
    </Modal>
  );
}

interface CouponFormProps extends Props {
  choices: readonly IncentiveView[];
}

function CouponForm({ conversation, choices, onClose }: CouponFormProps) {
  const { rest, sender, actions } = useDesk();
  const [chosen, setChosen] = useState(choices[0]?.id ?? "");
  const [words, setWords] = useState(() => wordsFor(conversation.locale));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const form = useRef<HTMLFormElement>(null);
  // The choices come after the dialog has opened, on the button that closes it.
  useLayoutEffect(() => form.current?.querySelector("input")?.focus(), []);
  if (choices.length === 0) return <p class="soft">{t.giveNone}</p>;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      const path = `conversations/${conversation.id}/coupons`;
      const { code } = await rest.post<IssuedCouponView>(path, { incentive_id: chosen });
      // What is lost on the way from here on can be given again: it is the same code.
      sender.send(conversation.id, "message", messageOf(words, code));
      actions.say(t.given(code));
      onClose();
    } catch (error) {
      setProblem(refusalOf(error).message);
      setBusy(false);
    }
  }

  return (
    <form ref={form} class="give-form" onSubmit={submit}>
      <fieldset class="checks">
        <legend>{t.giveWhich}</legend>
        {choices.map((incentive) => (
          <label key={incentive.id} class="check">
            <input
              type="radio"
              name="incentive"
              checked={incentive.id === chosen}
              onChange={() => setChosen(incentive.id)}
            />
            <bdi>{incentive.name}</bdi>
            <span class="soft">{worthOf(incentive)}</span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{t.giveWords}</span>
        <input
          value={words}
          maxLength={LONGEST}
          dir="auto"
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <p class="soft">{t.giveHint}</p>
      <p role="alert" class="field-problem">
        {problem}
      </p>
      <div class="buttons buttons-end">
        <button type="button" class="button" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="submit" class="button button-primary" disabled={busy}>
          {t.giveSend}
        </button>
      </div>
    </form>
  );
}

function Held({ coupons }: { coupons: readonly IssuedCouponView[] }) {
  return (
    <section aria-labelledby="give-held">
      <h3 id="give-held">{t.giveHas}</h3>
      <ul class="give-held">
        {coupons.map(({ code, incentive, state }) => (
          <li key={code}>
            <code>{code}</code> <bdi>{incentive}</bdi> <span class="soft">{t.couponStates[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
