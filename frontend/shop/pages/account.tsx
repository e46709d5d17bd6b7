import { MessageCircle } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Page } from "../parts/page";
import { type Customer, customers, signedIn, signInAs, signOut } from "../state/customer";
import { useStored } from "../state/stored";
import { texts } from "../texts";

const words = texts.account;

export function AccountPage() {
  const customer = useStored(signedIn);
  return (
    <Page title={words.title} heading={customer ? words.hello(customer.name) : words.title}>
      {customer ? <SignedIn customer={customer} /> : <SignIn />}
    </Page>
  );
}

function SignIn() {
  const [people, setPeople] = useState<Customer[]>([]);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    customers().then(setPeople, () => setFailed(true));
  };
  useEffect(load, []);
  const choose = (id: string) => {
    setFailed(false);
    signInAs(id).catch(() => setFailed(true));
  };
  return (
    <section class="sign-in">
      <h2>{words.who}</h2>
      <p class="soft">{words.why}</p>
      <ul class="people">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" class="person" onClick={() => choose(person.id)}>
              <span class="initial" aria-hidden="true">
                {person.name.at(0)}
              </span>
              <span>
                <span class="sr-only">{words.signIn("")}</span>
                <strong>
                  <bdi>{person.name}</bdi>
                </strong>
                <span class="soft">
                  <bdi>{person.city}</bdi> · {person.orders.join(", ")}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">
        {failed && (
          <div class="notice">
            <p>{words.failed}</p>
            {people.length === 0 && (
              <button type="button" class="button" onClick={load}>
                {texts.failed.again}
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function SignedIn({ customer }: { customer: Customer }) {
  const leave = () => {
    signOut();
    // The widget has gone with its session; a fresh page brings a fresh one.
    location.reload();
  };
  return (
    <section class="signed-in">
      <p class="soft">
        <bdi>{customer.email}</bdi>
        {customer.city && (
          <>
            {", "}
            <bdi>{words.from(customer.city)}</bdi>
          </>
        )}
      </p>
      <h2>{words.orders}</h2>
      <ul class="orders">
        {customer.orders.map((number) => (
          <li key={number}>
            <strong>{words.order(number)}</strong>
            <button type="button" class="button quiet" onClick={() => ask(number)}>
              <MessageCircle aria-hidden="true" size={18} />
              {words.askOrder}
              <span class="sr-only">, {words.order(number)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button quiet" onClick={leave}>
        {words.signOut}
      </button>
    </section>
  );
}

function ask(number: string): void {
  window.samtal?.open();
  window.samtal?.send(words.question(number));
}
