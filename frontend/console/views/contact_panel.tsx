import type { UseQueryResult } from "@tanstack/preact-query";
import { ArrowLeft, BadgeCheck } from "lucide-preact";
import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import type { ContactDetail, ConversationView, FactView, RecallItem } from "../../wire/rest.gen";
import { useDesk } from "../desk";
import { pathToConversation } from "../state/place";
import { t } from "../texts";
import { dateOf, languageName, nameOf } from "../words";
import { ContactHistory } from "./contact_history";
import { EarlierDialogue } from "./earlier_dialogue";
import { EarlierList } from "./earlier_list";
import { Facts } from "./facts";
import { Offers } from "./offers";
import { Orders } from "./orders";
import { Recall } from "./recall";
import { Failed, Skeleton } from "./states";

interface Props {
  conversation: ConversationView;
  contact: UseQueryResult<ContactDetail>;
  onFind: (messageId: string) => void;
}

interface Earlier {
  conversation: ConversationView;
  foundId: string | undefined;
}

/** Who this is and what is remembered, so that nobody has to ask again. */
export function ContactPanel({ conversation, contact, onFind }: Props) {
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const { data } = contact;
  const { rest } = useDesk();
  const [, goTo] = useLocation();

  if (earlier) {
    return (
      <EarlierDialogue
        conversation={earlier.conversation}
        foundId={earlier.foundId}
        facts={data?.facts ?? []}
        onBack={() => setEarlier(null)}
      />
    );
  }

  function jump(fact: FactView) {
    if (!fact.message_id) return;
    if (fact.conversation_id === conversation.id) return onFind(fact.message_id);
    const source = data?.conversations.find(({ id }) => id === fact.conversation_id);
    if (source) setEarlier({ conversation: source, foundId: fact.message_id });
  }

  function open({ conversation_id, message_id }: RecallItem) {
    if (conversation_id === conversation.id) onFind(message_id);
    else void openDialogue(conversation_id, message_id);
  }

  async function openDialogue(conversationId: string, foundId?: string) {
    if (conversationId === conversation.id) return goTo(pathToConversation(conversationId));
    const known = data?.conversations.find(({ id }) => id === conversationId);
    const asked = known ? known : rest.get<ConversationView>(`conversations/${conversationId}`);
    const source = await Promise.resolve(asked).catch(() => null);
    // There its own page says what is wrong, and offers to try again.
    if (source) setEarlier({ conversation: source, foundId });
    else goTo(pathToConversation(conversationId));
  }

  return (
    <>
      <header class="panel-head">
        <Link
          href={pathToConversation(conversation.id)}
          class="icon-button step-back"
          aria-label={t.backToDialogue}
        >
          <ArrowLeft size={20} aria-hidden="true" class="points" />
        </Link>
        <h2 class="column-title">{t.contact}</h2>
      </header>
      <Who conversation={conversation} detail={data} />
      {contact.isError && !data && (
        <Failed what={t.contactFailed} why={contact.error.message} onRetry={() => void contact.refetch()} />
      )}
      {contact.isPending && <Skeleton lines={6} label={t.loading} />}
      {data && (
        <>
          <Recall contactId={data.contact.id} onOpen={open} />
          <Facts detail={data} conversationId={conversation.id} onJump={jump} />
          <Offers key={conversation.id} contactId={data.contact.id} conversationId={conversation.id} />
          <Orders orders={data.orders} isIdentified={data.contact.identified ?? false} />
          <EarlierList
            conversations={data.conversations.filter(({ id }) => id !== conversation.id)}
            onOpen={(one) => setEarlier({ conversation: one, foundId: undefined })}
          />
          <ContactHistory
            key={data.contact.id}
            contactId={data.contact.id}
            onOpen={(id) => void openDialogue(id)}
          />
        </>
      )}
    </>
  );
}

function Who({
  conversation,
  detail,
}: {
  conversation: ConversationView;
  detail: ContactDetail | undefined;
}) {
  const contact = detail?.contact ?? conversation.contact;
  return (
    <section class="panel-part" aria-label={t.whoIsIt}>
      <p class="who-contact">
        <strong>
          <bdi>{nameOf({ contact })}</bdi>
        </strong>
        {contact.identified ? (
          <span class="identified" title={t.identifiedHint}>
            <BadgeCheck size={14} aria-hidden="true" /> {t.identified}
          </span>
        ) : (
          <span class="soft">{t.notIdentified}</span>
        )}
      </p>
      <dl class="pairs">
        {contact.email && (
          <>
            <dt>{t.email}</dt>
            <dd>
              <a href={`mailto:${encodeURIComponent(contact.email)}`}>
                <bdi>{contact.email}</bdi>
              </a>
            </dd>
          </>
        )}
        {contact.phone && (
          <>
            <dt>{t.phone}</dt>
            <dd>
              <bdi>{contact.phone}</bdi>
            </dd>
          </>
        )}
        <dt>{t.language}</dt>
        <dd>{languageName(contact.locale ?? conversation.locale)}</dd>
        {detail && (
          <>
            <dt>{t.knownSince}</dt>
            <dd>{dateOf(detail.created_at)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
