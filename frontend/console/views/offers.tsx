import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import type { PageOf } from "../../client/rest";
import type { OfferStepBody, OfferView } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { t } from "../texts";
import { money } from "../words";
import { Failed, Skeleton } from "./states";

interface Props {
  contactId: string;
  conversationId: string;
}

type Step = OfferStepBody["step"];

/** What to offer this customer, with the reason; what was offered and what came of it goes on record. */
export function Offers({ contactId, conversationId }: Props) {
  const { rest } = useDesk();
  const found = useQuery({
    queryKey: ["offers", contactId],
    queryFn: ({ signal }) => rest.get<PageOf<OfferView>>("offers", { contact_id: contactId }, signal),
  });
  return (
    <section class="panel-part" aria-labelledby="offers-title">
      <h3 id="offers-title">{t.offersTitle}</h3>
      {found.isPending && <Skeleton lines={3} label={t.loading} />}
      {found.isError && !found.data && (
        <Failed what={t.offersFailed} why={found.error.message} onRetry={() => void found.refetch()} />
      )}
      {found.data?.items.length === 0 && <p class="soft">{t.offersNone}</p>}
      <ul class="orders">
        {found.data?.items.map((offer) => (
          <Offer key={offer.product.sku} offer={offer} conversationId={conversationId} />
        ))}
      </ul>
    </section>
  );
}

function Offer({ offer, conversationId }: { offer: OfferView; conversationId: string }) {
  const { rest, actions } = useDesk();
  const [step, setStep] = useState<Step>();
  const { product, because } = offer;

  async function note(next: Step) {
    const body: OfferStepBody = { sku: product.sku, step: next };
    try {
      await rest.post(`conversations/${conversationId}/offers`, body);
    } catch {
      return actions.say(t.offerRefused);
    }
    setStep(next);
    actions.say(next === "declined" ? t.offerRested : t.offerNoted);
  }

  return (
    <li class="order">
      <p class="order-head">
        <strong>
          <bdi>{product.name}</bdi>
        </strong>
        <span class="order-total">{money(product.price_cents, product.currency)}</span>
      </p>
      <p class="soft">{because ? t.offerBecause(because) : t.offerPopular}</p>
      {step === undefined && (
        <button type="button" class="button button-small" onClick={() => void note("made")}>
          {t.offerMade}
        </button>
      )}
      {step === "made" && (
        <p class="buttons">
          <button type="button" class="button button-small" onClick={() => void note("accepted")}>
            {t.offerAccepted}
          </button>
          <button type="button" class="button button-small" onClick={() => void note("declined")}>
            {t.offerDeclined}
          </button>
        </p>
      )}
    </li>
  );
}
