import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { RecentRises } from "../../../wire/rest.gen";
import { stage } from "../../fixtures/stage";
import { Rises } from "./rises_section";

afterEach(cleanup);

const RISES: RecentRises = {
  since: "2026-11-15",
  items: [
    {
      theme: { kind: "told", key: "complaint", about: "HEKLA-JKT", about_name: "Hekla jacket" },
      day: "2026-11-20",
      days: 3,
      count: 9,
      expected: 1.25,
    },
  ],
  mails: false,
  can_mail: true,
};

it("opens the dialogues of a rise on its own days", async () => {
  stage(<Rises />, { "GET rises": RISES }, "/marketing?days=90");
  const rise = await screen.findByText("Complaint, Hekla jacket: 9 dialogues in 3 days, usually 1.3");
  expect(rise.getAttribute("href")).toBe(
    "/marketing/dialogues?from=2026-11-18&until=2026-11-20&told=complaint&about=HEKLA-JKT",
  );
});

it("asks for mails, and says when that was not saved", async () => {
  const { asked } = stage(<Rises />, { "GET rises": { ...RISES, items: [] }, "PUT rises/mails": 409 });
  expect(await screen.findByText(/Nothing rose in the last seven days/)).toBeTruthy();
  fireEvent.click(screen.getByRole("checkbox", { name: "Write to me when something rises" }));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/not saved/));
  expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({ wanted: true });
});

it("says that nobody is written to without a mail server", async () => {
  stage(<Rises />, { "GET rises": { ...RISES, can_mail: false } });
  expect(await screen.findByText(/has no mail server/)).toBeTruthy();
});
