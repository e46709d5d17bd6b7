import { ask } from "./hub";
import { stored } from "./stored";

/** A customer one may sign in as. */
export interface Customer {
  id: string;
  name: string;
  email: string;
  locale: string;
  city: string | null;
  orders: string[];
}

export const signedIn = stored<Customer | null>("hraun:customer", (kept) => (isCustomer(kept) ? kept : null));

export async function customers(): Promise<Customer[]> {
  return (await ask<{ items: Customer[] }>("/demo/customers.json")).items;
}

export async function signInAs(id: string): Promise<void> {
  signedIn.set(await vouchFor(id));
}

/** As a shop does on every page it serves to a customer who is signed in. */
export async function vouchAgain(): Promise<void> {
  const customer = signedIn.get();
  if (customer) await vouchFor(customer.id);
}

/** The shop vouches for the customer; the widget passes the token on to the hub. */
async function vouchFor(id: string): Promise<Customer> {
  const { customer, identity } = await ask<{ customer: Customer; identity: string }>("/demo/sign-in", {
    customer_id: id,
  });
  if (window.samtal) window.samtal.identify(identity);
  // Its script is still on its way.
  else
    document
      .querySelector("script[data-inbox]")
      ?.addEventListener("load", () => window.samtal?.identify(identity));
  return customer;
}

/** The next person at this browser must not see this one's dialogue, so the widget forgets too. */
export function signOut(): void {
  signedIn.set(null);
  window.samtal?.shutdown();
}

function isCustomer(kept: unknown): kept is Customer {
  const customer = kept as Partial<Customer> | null;
  return (
    typeof customer?.id === "string" &&
    typeof customer.name === "string" &&
    typeof customer.email === "string" &&
    Array.isArray(customer.orders) &&
    customer.orders.every((number) => typeof number === "string")
  );
}
