import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { App } from "./app";
import { overview } from "./fixtures/overview";
import { page, stage } from "./fixtures/stage";

afterEach(cleanup);

const NOTHING = {
  "GET campaigns": page([]),
  "GET elements": page([]),
  "GET conversations": page([]),
  "GET reports/overview": overview({ dialogues: 0 }),
};

function account(role: string) {
  return { account: { id: "a", email: "k@hraun.example", name: "Katrín", role, availability: "offline" } };
}

describe("who may come in", () => {
  it("nobody is asked to sign in, and stays at the address they came for", async () => {
    stage(<App />, { "GET session": 401 }, "/marketing/dialogues?q=boots");
    expect(await screen.findByLabelText("E-mail")).toBeTruthy();
    expect(window.location.search).toBe("?q=boots");
  });

  it("a marketer sees the pages", async () => {
    stage(<App />, { ...NOTHING, "GET session": account("marketer") });
    expect(await screen.findByRole("heading", { level: 1, name: "Overview" })).toBeTruthy();
  });

  it("an agent is told in a sentence why not, and nothing is fetched for them", async () => {
    const { asked } = stage(<App />, { ...NOTHING, "GET session": account("agent") });
    expect(await screen.findByText(/role has no right to the marketing pages/)).toBeTruthy();
    expect(asked.map(({ path }) => path)).toEqual(["session"]);
  });

  it("a wrong password is said plainly and the e-mail is kept", async () => {
    stage(<App />, { "GET session": 401, "POST session": 403 });
    const email = await screen.findByLabelText<HTMLInputElement>("E-mail");
    fireEvent.input(email, { target: { value: "k@hraun.example" } });
    fireEvent.input(screen.getByLabelText("Password"), { target: { value: "wrong" } });
    fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByText(/do not belong together/)).toBeTruthy();
    expect(email.value).toBe("k@hraun.example");
  });

  it("signing out leads to the sign-in form", async () => {
    stage(<App />, { ...NOTHING, "GET session": account("admin"), "DELETE session": {} });
    fireEvent.click(await screen.findByRole("button", { name: "Sign out" }));
    expect(await screen.findByLabelText("Password")).toBeTruthy();
  });

  it("a session that ends meanwhile leads to the sign-in form", async () => {
    stage(<App />, { ...NOTHING, "GET session": account("marketer"), "GET reports/overview": 401 });
    expect(await screen.findByLabelText("Password")).toBeTruthy();
  });
});

describe("the overview", () => {
  it("teaches how to begin while there are no dialogues", async () => {
    stage(<App />, { ...NOTHING, "GET session": account("marketer") });
    expect(await screen.findByText(/widget\.js/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Make an element" }).getAttribute("href")).toBe(
      "/marketing/campaigns",
    );
  });

  it("asks the hub for the period in the address and the one before", async () => {
    const { asked } = stage(
      <App />,
      { ...NOTHING, "GET session": account("marketer") },
      "/marketing?from=2026-11-01&until=2026-11-07",
    );
    await screen.findByText("No dialogues in this period");
    const periods = asked.filter(({ path }) => path === "reports/overview").map(({ query }) => String(query));
    expect(periods.sort()).toEqual(["from=2026-10-25&to=2026-11-01", "from=2026-11-01&to=2026-11-08"]);
  });

  it("is compared with 52 weeks earlier when the address says so, and says that", async () => {
    const { asked } = stage(
      <App />,
      { ...NOTHING, "GET session": account("marketer"), "GET reports/overview": overview() },
      "/marketing?from=2026-11-01&until=2026-11-07&against=year",
    );
    expect(await screen.findByText(/against 200 in the same weeks a year earlier/)).toBeTruthy();
    const periods = asked.filter(({ path }) => path === "reports/overview").map(({ query }) => String(query));
    expect(periods.sort()).toEqual(["from=2025-11-02&to=2025-11-09", "from=2026-11-01&to=2026-11-08"]);
  });

  it("gives every figure the way to its dialogues, in the same period", async () => {
    stage(
      <App />,
      { ...NOTHING, "GET session": account("marketer"), "GET reports/overview": overview() },
      "/marketing?days=7",
    );
    const link = await screen.findByRole("link", { name: "See the dialogues: Handed to a person" });
    expect(link.getAttribute("href")).toBe("/marketing/dialogues?days=7&outcome=handed_off");
    expect(screen.getByText("60 of 200")).toBeTruthy();
    expect(screen.getByRole("link", { name: /Complain|The visitor asked/ }).getAttribute("href")).toBe(
      "/marketing/dialogues?days=7&handoff_reason=visitor_asked",
    );
  });

  it("says what went wrong and offers to try again", async () => {
    stage(<App />, { ...NOTHING, "GET session": account("marketer"), "GET reports/overview": 403 });
    expect(await screen.findByText(/Your role may not see this/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});
