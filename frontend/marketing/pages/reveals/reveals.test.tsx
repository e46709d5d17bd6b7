import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { AuditView } from "../../../wire/rest.gen";
import { stage } from "../../fixtures/stage";
import { RevealsPage } from "./reveals_page";

afterEach(cleanup);

const LINES: AuditView[] = [
  {
    id: "2",
    at: "2026-03-02T10:00:00.000Z",
    actor_id: "m",
    actor_name: "Markús",
    action: "transcript_revealed",
    conversation_id: "c-12345678-9",
    reason: "A threat was reported",
  },
  {
    id: "1",
    at: "2026-03-01T10:00:00.000Z",
    actor_id: "a",
    actor_name: "Ada",
    action: "reveal_granted",
    reason: "Markús",
  },
  {
    id: "0",
    at: "2026-02-01T10:00:00.000Z",
    actor_id: "m",
    actor_name: "Markús",
    action: "transcript_revealed",
    reason: "",
  },
];
const page = <Item,>(items: Item[]) => ({ items, next: null });

it("says who looked at which dialogue and why, and asks the hub for what is wanted", async () => {
  const { asked } = stage(<RevealsPage />, { "GET audit": page(LINES), "GET reviewers": page([]) });
  const dialogue = await screen.findByText("c-123456");
  expect(dialogue.getAttribute("href")).toMatch(/\/dialogues\/c-12345678-9$/);
  expect(screen.getByText("forgotten")).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Find by name, dialogue or reason"), {
    target: { value: "ada gave" },
  });
  fireEvent.change(screen.getByLabelText("What"), { target: { value: "reveal_granted" } });
  fireEvent.change(screen.getByLabelText("Until (UTC day)"), { target: { value: "2026-03-02" } });
  await waitFor(() => {
    const query = Object.fromEntries(asked.at(-1)?.query ?? []);
    expect(query).toEqual({ q: "ada gave", action: "reveal_granted", to: "2026-03-03", limit: "50" });
  });
});

it("teaches when nothing was revealed and nobody reads with masks", async () => {
  stage(<RevealsPage />, { "GET audit": page([]), "GET reviewers": page([]) });
  expect(await screen.findByText("Nothing was done yet")).toBeTruthy();
  expect(screen.getByText("Nobody reads with masks")).toBeTruthy();
});

it("gives the right and says so when it could not", async () => {
  const markus = { id: "m", name: "Markús", may_reveal: false };
  stage(<RevealsPage />, { "GET audit": page([]), "GET reviewers": page([markus]) });
  fireEvent.click(await screen.findByLabelText("Let Markús reveal transcripts"));
  expect((await screen.findByRole("alert")).textContent).toMatch(/not changed/);
});
