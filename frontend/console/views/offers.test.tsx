import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { Rest } from "../../client/rest";
import { deskOf, renderAt } from "../testing/desk";
import { Offers } from "./offers";

afterEach(cleanup);

const OFFER = { because: "Hekla jacket", because_sku: "HEK", lift: 2.1 };
const PRODUCT = { sku: "KATLA", name: "Katla hat", price_cents: 3900, currency: "EUR" };

function hub(items: unknown[]) {
  const noted: unknown[] = [];
  const { desk } = deskOf([]);
  const rest = new Rest({
    fetch: async (_, init) => {
      if (!init?.body) return Response.json({ items, next: null });
      noted.push(JSON.parse(String(init.body)));
      return new Response(null, { status: 204 });
    },
  });
  renderAt({ ...desk, rest }, <Offers contactId="k1" conversationId="c1" />);
  return noted;
}

test("an offer says why, and what came of it is noted", async () => {
  const noted = hub([{ product: PRODUCT, ...OFFER }]);
  expect(await screen.findByText("Goes with what they have: Hekla jacket")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "I offered it" }));
  fireEvent.click(await screen.findByRole("button", { name: "They want it" }));
  await waitFor(() => expect(screen.queryByRole("button")).toBeNull());
  expect(noted).toEqual([
    { sku: "KATLA", step: "made" },
    { sku: "KATLA", step: "accepted" },
  ]);
});

test("says that there is nothing to offer", async () => {
  hub([]);
  expect(await screen.findByText(/Nothing to offer/)).toBeTruthy();
});
