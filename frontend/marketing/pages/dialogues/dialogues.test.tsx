import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { ID, message, responseEvent, row } from "../../fixtures/dialogues";
import { overview } from "../../fixtures/overview";
import { page, stage } from "../../fixtures/stage";
import { DialoguePage } from "./dialogue_page";
import { DialoguesPage } from "./dialogues_page";

afterEach(cleanup);

const NAMES = {
  "GET campaigns": page([]),
  "GET elements": page([{ code: "FLYER", name: "Flyer in mountain huts" }]),
  "GET reports/overview": overview(),
};

function other(id: string) {
  return row({ conversation: { ...row().conversation, id } });
}

describe("the list of dialogues", () => {
  it("shows hits as marks and markup as text", async () => {
    const found = row({ snippet: "is the [Katla] <img src=x onerror=alert(1)> there" });
    const { container } = stage(<DialoguesPage />, { ...NAMES, "GET conversations": page([found]) });
    expect((await screen.findByText("Katla")).tagName).toBe("MARK");
    expect(container.querySelector("img")).toBeNull();
    expect(screen.getByText(/onerror/)).toBeTruthy();
  });

  it("never shows who the contact is", async () => {
    const { container } = stage(<DialoguesPage />, { ...NAMES, "GET conversations": page([row()]) });
    expect(await screen.findByText("Contact ffee42")).toBeTruthy();
    expect(container.textContent).not.toContain("Secret");
    expect(container.textContent).not.toContain("example.com");
  });

  it("asks for what the address says", async () => {
    const { asked } = stage(
      <DialoguesPage />,
      { ...NAMES, "GET conversations": page([row()]) },
      "/marketing/dialogues?q=boots&rating=2&from=2026-11-01&until=2026-11-02",
    );
    await screen.findByText("Contact ffee42");
    const query = asked.find(({ path }) => path === "conversations")?.query;
    expect(Object.fromEntries(query ?? [])).toEqual({
      from: "2026-11-01",
      to: "2026-11-03",
      q: "boots",
      rating: "2",
      limit: "50",
    });
  });

  it("asks once the typing pauses and keeps the words in the address", async () => {
    const { asked } = stage(<DialoguesPage />, { ...NAMES, "GET conversations": page([row()]) });
    const field = await screen.findByLabelText("Search what was said");
    for (const value of ["b", "bo", "boots"]) fireEvent.input(field, { target: { value } });
    await waitFor(() => expect(window.location.search).toBe("?q=boots"));
    const words = () =>
      asked.filter(({ path }) => path === "conversations").map(({ query }) => query.get("q"));
    await waitFor(() => expect(words()).toEqual([null, "boots"]));
  });

  it("brings the next page when asked for more", async () => {
    const answers: Record<string, unknown> = { ...NAMES, "GET conversations": page([row()], "CURSOR") };
    const { asked } = stage(<DialoguesPage />, answers);
    const more = await screen.findByRole("button", { name: "More" });
    answers["GET conversations"] = page([other("second")]);
    fireEvent.click(more);
    expect(await screen.findByText("All 2 shown")).toBeTruthy();
    const pages = asked.filter(({ path }) => path === "conversations");
    expect(pages.at(-1)?.query.get("cursor")).toBe("CURSOR");
  });

  it("is walked with the arrow keys", async () => {
    const rows = [other("first"), other("second"), other("third")];
    stage(<DialoguesPage />, { ...NAMES, "GET conversations": page(rows) });
    const [first, second] = await screen.findAllByRole("link", { name: /Contact/ });
    fireEvent.keyDown(screen.getByLabelText("Search what was said"), { key: "ArrowDown" });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first as Element, { key: "ArrowDown" });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second as Element, { key: "ArrowUp" });
    expect(document.activeElement).toBe(first);
  });

  it("offers to clear filters that leave nothing", async () => {
    stage(
      <DialoguesPage />,
      { ...NAMES, "GET conversations": page([]) },
      "/marketing/dialogues?days=7&owner=queue",
    );
    await screen.findByText("Nothing matches");
    fireEvent.click(screen.getAllByRole("button", { name: "Clear all filters" })[0] as Element);
    await waitFor(() => expect(window.location.search).toBe("?days=7"));
  });

  it("keeps a filter choosable that nothing in the period has", async () => {
    stage(
      <DialoguesPage />,
      { ...NAMES, "GET conversations": page([]) },
      "/marketing/dialogues?intent=long_gone",
    );
    await screen.findByText("Nothing matches");
    expect(screen.getByLabelText<HTMLSelectElement>("Intent").value).toBe("long_gone");
  });
});

describe("one dialogue", () => {
  const lines = [
    message(),
    message({ id: "m2", seq: 2, author: { kind: "bot", name: "Sóley" }, used_facts: ["f1"] }),
    message({
      id: "m3",
      seq: 3,
      content: { type: "text", text: "<script>alert(1)</script>" },
      understood: { intent: "track_order", confidence: 0.93 },
    }),
  ];
  const answers = {
    ...NAMES,
    [`GET conversations/${ID}`]: row().conversation,
    [`GET conversations/${ID}/messages`]: page(lines),
    [`GET response-events/${ID}`]: responseEvent(),
  };

  it("is shown in full with the visitor unnamed", async () => {
    const { container } = stage(<DialoguePage id={ID} />, answers);
    expect(await screen.findByText("<script>alert(1)</script>")).toBeTruthy();
    expect(screen.getByText("Sóley · Bot")).toBeTruthy();
    expect(screen.getByText("Used a memory")).toBeTruthy();
    expect(screen.getByText("Understood as “Track order”, 93% sure")).toBeTruthy();
    expect(container.querySelector("script")).toBeNull();
    expect(container.textContent).not.toContain("Secret");
  });

  it("stands beside its response event", async () => {
    stage(<DialoguePage id={ID} />, answers);
    expect(await screen.findByText("Flyer in mountain huts")).toBeTruthy();
    expect(screen.getByText(/The visitor asked, after.1.min.5.s/)).toBeTruthy();
    expect(screen.getByText(/after.15.min by a person/)).toBeTruthy();
    expect(screen.getByText("visitor 3 · bot 2 · person 1")).toBeTruthy();
  });

  it("leads back to the list it was found in", async () => {
    stage(<DialoguePage id={ID} />, answers, `/marketing/dialogues/${ID}?days=7&q=boots`);
    const back = await screen.findByRole("link", { name: "Back to the list" });
    expect(back.getAttribute("href")).toBe("/marketing/dialogues?days=7&q=boots");
  });

  it("says so when it does not exist", async () => {
    stage(<DialoguePage id="gone" />, NAMES);
    expect(await screen.findByText(/does not exist, or was erased/)).toBeTruthy();
  });

  it("tells the contact's history when it is asked for, kind by kind", async () => {
    const entry = {
      kind: "call_note",
      id: "n1",
      at: "2026-11-20T10:00:00.000Z",
      by: "Anna",
      text: "‹name K7Q2› called",
    };
    const { asked } = stage(<DialoguePage id={ID} />, {
      ...NAMES,
      [`GET conversations/${ID}`]: row().conversation,
      [`GET response-events/${ID}`]: responseEvent(),
      [`GET conversations/${ID}/messages`]: page([message()]),
      [`GET contacts/${row().conversation.contact.id}/history`]: { items: [entry], next: null, kinds: [] },
    });
    const summary = await screen.findByText("History of this contact");
    const isHistory = ({ path }: { path: string }) => path.endsWith("/history");
    expect(asked.some(isHistory)).toBe(false);
    const details = summary.closest("details") as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event("toggle"));
    expect(await screen.findByText("‹name K7Q2› called")).toBeTruthy();
    const select = screen.getByLabelText("Show") as HTMLSelectElement;
    select.value = "order";
    // Beside preact/compat `fireEvent.change` would send an input event.
    fireEvent(select, new Event("change", { bubbles: true }));
    await waitFor(() => expect(asked.filter(isHistory).at(-1)?.query.get("kind")).toBe("order"));
  });
});
