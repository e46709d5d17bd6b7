import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Rest } from "../../client/rest";
import type { ContactHistoryView } from "../../wire/rest.gen";
import { deskOf, renderAt } from "../testing/desk";
import { ContactHistory } from "./contact_history";

const PAGE: ContactHistoryView = {
  items: [
    { kind: "call_note", id: "n1", at: "2026-05-03T09:15:00.000Z", by: "Anna", text: "Calls back on Monday" },
    { kind: "dialogue", id: "c1", at: "2026-05-02T09:15:00.000Z", conversation_id: "c1", state: "resolved" },
    {
      kind: "order",
      id: "10001",
      at: "2026-05-01T09:15:00.000Z",
      number: "10001",
      name: "Hekla jacket",
      cents: 9900,
      currency: "EUR",
      state: "shipped",
    },
  ],
  next: "more",
  kinds: ["call_note", "dialogue", "order"],
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** A hub that answers each request from the table, and what it was asked. */
function hub(answer: (address: string, body: unknown) => unknown) {
  const asked: string[] = [];
  const { desk } = deskOf([]);
  const rest = new Rest({
    fetch: async (address, init) => {
      asked.push(String(address).replace("/api/v1/", ""));
      const found = answer(asked.at(-1) ?? "", init?.body ? JSON.parse(String(init.body)) : null);
      return found === null
        ? Response.json({ code: "unavailable", title: "Away", detail: "Away" }, { status: 503 })
        : Response.json(found);
    },
  });
  const onOpen = vi.fn();
  renderAt({ ...desk, rest }, <ContactHistory contactId="k1" onOpen={onOpen} />);
  return { asked, onOpen };
}

test("everything stands in one list with its zone, and a dialogue opens", async () => {
  const { onOpen, asked } = hub((address) =>
    address.includes("cursor") ? { ...PAGE, items: [], next: null } : PAGE,
  );
  expect(await screen.findByText("Calls back on Monday")).toBeTruthy();
  expect(screen.getByText(/#10001 · Hekla jacket · .*99\.00 · on its way/)).toBeTruthy();
  expect(document.querySelector("time")?.textContent).toMatch(/2026.*(GMT|UTC|[A-Z]{3,4})/);
  fireEvent.click(screen.getByRole("button", { name: "Dialogue" }));
  expect(onOpen).toHaveBeenCalledWith("c1");
  fireEvent.click(screen.getByRole("button", { name: "Earlier" }));
  await waitFor(() => expect(asked.at(-1)).toMatch(/cursor=more/));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Earlier" })).toBeNull());
});

test("one kind can be asked for alone", async () => {
  const { asked } = hub((address) =>
    address.includes("kind=order") ? { ...PAGE, items: [], next: null } : PAGE,
  );
  await screen.findByText("Calls back on Monday");
  const select = screen.getByLabelText("Show") as HTMLSelectElement;
  select.value = "order";
  // Beside preact/compat `fireEvent.change` would send an input event.
  fireEvent(select, new Event("change", { bubbles: true }));
  expect(await screen.findByText("Nothing of this kind.")).toBeTruthy();
  expect(asked.at(-1)).toMatch(/kind=order/);
});

test("a note that was refused keeps its words and its id", async () => {
  let isAway = true;
  const bodies: { client_id: string; text: string }[] = [];
  hub((address, body) => {
    if (!address.includes("call-notes")) return { items: [], next: null, kinds: [] };
    bodies.push(body as { client_id: string; text: string });
    return isAway ? null : { id: "n2", at: "2026-05-03T09:15:00.000Z", by: "Anna", text: "Later" };
  });
  expect(await screen.findByText(/Nothing yet/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Call note" }));
  const field = screen.getByLabelText("What was said in the call");
  fireEvent.input(field, { target: { value: " Later " } });
  fireEvent.submit(field.closest("form") as HTMLFormElement);
  await waitFor(() => expect(screen.getByRole("alert").textContent).not.toBe(""));
  expect((field as HTMLTextAreaElement).value).toBe(" Later ");
  isAway = false;
  fireEvent.submit(field.closest("form") as HTMLFormElement);
  await waitFor(() => expect(screen.queryByLabelText("What was said in the call")).toBeNull());
  expect(bodies.map(({ text }) => text)).toEqual(["Later", "Later"]);
  expect(new Set(bodies.map(({ client_id }) => client_id)).size).toBe(1);
});

test("says that it failed, and offers to try again", async () => {
  hub(() => null);
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
});
