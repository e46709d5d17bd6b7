// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import type { AddressView } from "../../../wire/rest.gen";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Moment } from "../../parts/moment";
import { Empty, Loaded, reasonOf } from "../../parts/states";
import { useHub } from "../../session";
import { texts } from "./do_not_contact_texts";
import { FormEnd } from "./form_end";

const LIST = "do-not-contact";

/** Addresses that no campaign writes to: found by whoever knows one, added and lifted for a reason. */
export function DoNotContact() {
  const hub = useHub();
  const [asked, setAsked] = useState("");
  const [typed, setTyped] = useState("");
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<AddressView | null>(null);
  const query = useQuery({
    queryKey: [LIST, asked],
    queryFn: ({ signal }) => hub.doNotContact(asked, signal),
  });
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  const notAnAddress = query.error instanceof SamtalError && query.error.code === "invalid";
  return (
    <section class="panel" aria-labelledby={LIST}>
      <h2 id={LIST}>{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      <form class="address-find" onSubmit={search} noValidate>
        <Field label={texts.find} problem={notAnAddress ? texts.notAnAddress : undefined}>
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              dir="ltr"
              maxLength={200}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button">
          {texts.search}
        </button>
        <button type="button" class="button" onClick={() => setAdding(true)}>
          {texts.add}
        </button>
      </form>
      {!notAnAddress && (
        <Loaded query={query} rows={3}>
          {({ items }) => <List items={items} isSearch={asked !== ""} onLift={setLifting} />}
        </Loaded>
      )}
      {adding && <AddForm onClose={() => setAdding(false)} />}
      {lifting && <LiftForm address={lifting} onClose={() => setLifting(null)} />}
    </section>
  );
}

interface ListProps {
  items: readonly AddressView[];
  isSearch: boolean;
  onLift: (address: AddressView) => void;
}

function List({ items, isSearch, onLift }: ListProps) {
  if (items.length === 0)
    return isSearch ? (
      <p role="status">{texts.notThere}</p>
    ) : (
      <Empty title={texts.emptyTitle}>
        <p>{texts.empty}</p>
      </Empty>
    );
  return (
    <table class="table stacking" role="table" aria-label={texts.title}>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHead name={texts.address} />
          <ColumnHead name={texts.why} />
          <ColumnHead name={texts.since} />
          <ColumnHead name={texts.acts} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((one) => (
          <tr key={one.digest} role="row">
            <th role="rowheader" scope="row">
              <code>{mark(one)}</code>
            </th>
            <Cell name={texts.why}>{texts.whyOf[one.why]}</Cell>
            <Cell name={texts.since}>{one.since && <Moment time={one.since} />}</Cell>
            <Cell name={texts.acts}>
              <button type="button" class="button small" onClick={() => onLift(one)}>
                {texts.lift} <span class="sr-only">{mark(one)}</span>
              </button>
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As the audit names it. */
function mark({ digest }: AddressView): string {
  return digest.slice(0, 12);
}

function useDone<Body>(act: (body: Body) => Promise<unknown>, onClose: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [LIST] });
      onClose();
    },
  });
}

function AddForm({ onClose }: { onClose: () => void }) {
  const hub = useHub();
  const add = useDone((body: { email: string; reason: string }) => hub.keepAway(body), onClose);
  const [email, setEmail] = useState("");
  const [reason, setReason] = useState("");
  const refused = add.error instanceof SamtalError ? add.error.fields : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate({ email: email.trim(), reason: reason.trim() });
  };
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field
          label={texts.email}
          problem={refused.email && (texts.refused[refused.email] ?? texts.notAnAddress)}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              dir="ltr"
              maxLength={200}
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <Reason value={reason} onInput={setReason} problem={refused.reason} />
        <FormEnd pending={add.isPending} error={add.error} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function LiftForm({ address, onClose }: { address: AddressView; onClose: () => void }) {
  const hub = useHub();
  const lift = useDone((reason: string) => hub.liftAddress(address.digest, reason), onClose);
  const [reason, setReason] = useState("");
  const problem = lift.error instanceof SamtalError ? lift.error.fields.reason : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    lift.mutate(reason.trim());
  };
  return (
    <Dialog title={texts.liftTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{texts.liftHint}</p>
        <Reason value={reason} onInput={setReason} problem={problem} />
        <p role="status" class="field-error">
          {lift.isError && !problem && reasonOf(lift.error)}
        </p>
        <div class="row end">
          <button type="button" class="button" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" class="button primary" disabled={lift.isPending}>
            {texts.lift}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface ReasonProps {
  value: string;
  onInput: (value: string) => void;
  problem: string | undefined;
}

function Reason({ value, onInput, problem }: ReasonProps) {
  return (
    <Field label={texts.reason} hint={texts.reasonHint} problem={problem && texts.tooShort}>
      {(attributes) => (
        <input
          {...attributes}
          dir="auto"
          maxLength={200}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
