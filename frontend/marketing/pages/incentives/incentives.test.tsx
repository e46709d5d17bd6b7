import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { stateOf } from "../../../client/incentive_state";
import type { IncentiveView, OfferReport, OffersTaken } from "../../../wire/rest.gen";
import { page, stage } from "../../fixtures/stage";
import { bodyOf, EMPTY, problemsOf, refusedOf } from "./incentive_draft";
import { IncentivesPage } from "./incentives_page";
import { codeBody, codeProblems, codeRefusals, NO_CODE } from "./published_draft";

afterEach(cleanup);

const TEN: IncentiveView = {
  id: "ten",
  name: "Ten percent",
  kind: "percent",
  unit: "percent",
  value: 10,
  currency: "EUR",
  created_at: "2026-10-01T08:00:00.000Z",
  min_total_cents: 0,
  minted: 0,
  points: 0,
  bot_offers: false,
};
const USES = {
  given: 0,
  people: 0,
  dialogues: 0,
  used: 0,
  used_dialogues: 0,
  discount_cents: 0,
  total_cents: 0,
  codes: 0,
  codes_left: 0,
  codes_used_apart: 0,
  published: [],
};
const DRAFT = { ...EMPTY, name: "Ten", value: "10" };

function taken(key: string, name: string, made: number, ordered = 0): OffersTaken {
  return { key, name, made, accepted: 0, declined: 0, known: made, ordered };
}

function offers(made = 0): OfferReport {
  const found = (key: string, name = key) => (made ? [taken(key, name, made, 1)] : []);
  return {
    from: "2026-10-01T00:00:00.000Z",
    to: "2026-11-01T00:00:00.000Z",
    within_days: 14,
    every: taken("", "", made, made && 1),
    by: found("bot"),
    why: found("goes_with"),
    products: found("HEK", "Hekla rain jacket"),
  };
}

function house(...incentives: IncentiveView[]) {
  return {
    "GET campaigns": page([]),
    "GET reports/offers": offers(),
    "GET reports/incentives": {
      from: "2026-10-01T00:00:00.000Z",
      to: "2026-11-01T00:00:00.000Z",
      incentives: incentives.map((incentive) => ({ incentive, ...USES })),
      guarantees: [],
      troubled: [],
    },
  };
}

describe("a draft", () => {
  it("is judged as the hub would", () => {
    expect(Object.keys(problemsOf(EMPTY))).toEqual(["name", "value"]);
    expect(problemsOf(DRAFT)).toEqual({});
    for (const value of ["0", "101", "1.5", "-3", "ten"])
      expect(problemsOf({ ...DRAFT, value })).toHaveProperty("value");
    expect(problemsOf({ ...DRAFT, kind: "amount", value: "12,50" })).toEqual({});
    expect(problemsOf({ ...DRAFT, kind: "amount", value: "0" })).toHaveProperty("value");
    const early = { ...DRAFT, kind: "early_bird" } as const;
    expect(problemsOf(early)).toHaveProperty("valid_until");
    expect(problemsOf({ ...early, most: "50" })).toEqual({});
    expect(problemsOf({ ...early, valid_until: "2031-01-01T00:00" })).toEqual({});
    const backwards = { ...DRAFT, valid_from: "2031-01-02T00:00", valid_until: "2031-01-01T00:00" };
    expect(problemsOf(backwards)).toHaveProperty("valid_until");
    const friend = { ...DRAFT, kind: "refer_friend" } as const;
    expect(problemsOf(friend)).toHaveProperty("reward_value");
    expect(problemsOf({ ...friend, reward_value: "20" })).toEqual({});
    expect(problemsOf({ ...DRAFT, days: "4000", most: "0", points: "x", currency: "eur" })).toMatchObject({
      days: expect.any(String),
      most: expect.any(String),
      points: expect.any(String),
      currency: expect.any(String),
    });
  });

  it("is sent in cents, with its unit, without what was left empty", () => {
    expect(bodyOf({ ...DRAFT, kind: "amount", value: "12.5" })).toEqual({
      name: "Ten",
      kind: "amount",
      unit: "amount",
      value: 1250,
      currency: "EUR",
      bot_offers: false,
    });
    // A reward that was written before the kind was changed is not sent.
    expect(bodyOf({ ...DRAFT, reward_value: "20" })).not.toHaveProperty("reward_value");
    const until = bodyOf({ ...DRAFT, valid_until: "2031-01-01T00:00" }).valid_until;
    expect(until).toBe(new Date("2031-01-01T00:00").toISOString());
  });

  it("takes the shop's own codes, and says which lines are none", async () => {
    const report = {
      incentives: [{ incentive: TEN, ...USES, codes: 9, codes_left: 7 }],
      guarantees: [],
      troubled: [],
    };
    const made = { added: 2, same: 1, refused: [{ line: 3, column: "code", code: "taken" }] };
    const { asked } = stage(<IncentivesPage />, {
      "GET reports/incentives": report,
      "GET reports/offers": offers(),
      "GET campaigns": page([]),
      "POST incentives/ten/codes": made,
    });
    expect(await screen.findByText(/7 of 9 own codes left/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Codes… Ten percent" }));
    fireEvent.input(screen.getByLabelText("Codes"), { target: { value: "WOOL-1\nWOOL-2" } });
    fireEvent.click(screen.getByRole("button", { name: "Add codes" }));
    expect(await screen.findByText("Line 3: belongs to something else")).toBeTruthy();
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ csv: "WOOL-1\nWOOL-2" });
  });

  it("publishes a code for everybody, counts its uses and ends it", async () => {
    const poster = {
      code: "WELCOME10",
      incentive_id: "ten",
      uses: 3,
      most: 50,
      per_customer: 1,
      active: true,
    };
    const report = {
      incentives: [{ incentive: TEN, ...USES, published: [poster] }],
      guarantees: [],
      troubled: [],
    };
    const { asked } = stage(<IncentivesPage />, {
      "GET reports/incentives": report,
      "GET reports/offers": offers(),
      "GET campaigns": page([]),
      "POST incentives/ten/published-codes": { ...poster, code: "FLYER-2", uses: 0 },
      "PATCH incentives/ten/published-codes/WELCOME10": poster,
    });
    expect(await screen.findByText("3 of 50 uses · once a customer")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Published… Ten percent" }));
    const dialog = within(screen.getByRole("dialog"));
    const code = dialog.getByLabelText<HTMLInputElement>("Code");
    fireEvent.input(code, { target: { value: "=1" } });
    fireEvent.click(dialog.getByRole("button", { name: "Publish" }));
    await waitFor(() => expect(code.getAttribute("aria-invalid")).toBe("true"));
    fireEvent.input(code, { target: { value: "flyer-2" } });
    fireEvent.input(dialog.getByLabelText("Uses in all"), { target: { value: "500" } });
    fireEvent.click(dialog.getByRole("button", { name: "Publish" }));
    expect(await dialog.findByText("FLYER-2 is published.")).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "End WELCOME10" }));
    await waitFor(() => expect(asked.some(({ method }) => method === "PATCH")).toBe(true));
    const sent = asked.filter(({ method }) => method !== "GET").map(({ body }) => body);
    expect(sent).toEqual([{ code: "FLYER-2", most: 500, per_customer: 1 }, { closed: true }]);
  });

  it("knows what a code for everybody cannot be", () => {
    const now = new Date("2026-11-01T00:00:00Z");
    const wrong = { ...NO_CODE, code: "A", most: "0", per_customer: "x", valid_until: "2026-10-01T00:00" };
    expect(Object.keys(codeProblems(wrong, now))).toEqual(["code", "most", "per_customer", "valid_until"]);
    expect(codeProblems({ ...NO_CODE, code: " poster-1 " }, now)).toEqual({});
    expect(codeBody({ ...NO_CODE, code: " poster-1 ", per_customer: "" })).toEqual({
      code: "POSTER-1",
      most: null,
      per_customer: null,
    });
    expect(codeRefusals({ code: "taken", incentive: "odd" })).toEqual({
      code: "There is such a code already.",
      incentive: "odd",
    });
  });

  it("words what the hub refuses, and repeats what it has no words for", () => {
    expect(refusedOf({ value: "over_100", name: "Too odd" })).toEqual({
      value: "100 percent at most.",
      name: "Too odd",
    });
  });
});

it("knows whether coupons of it can be had", () => {
  const now = new Date("2026-11-01T00:00:00Z");
  const state = (changes: Partial<IncentiveView>) => stateOf({ ...TEN, ...changes }, now);
  expect(state({})).toBe("running");
  expect(state({ most: 2, minted: 2 })).toBe("used_up");
  expect(state({ valid_from: "2026-11-02T00:00:00Z" })).toBe("waiting");
  expect(state({ valid_until: "2026-11-01T00:00:00Z" })).toBe("over");
  expect(state({ closed_at: "2026-10-30T00:00:00Z", valid_until: "2026-10-01T00:00:00Z" })).toBe("closed");
});

describe("the page", () => {
  it("teaches while there is none, and says beside the field what is missing", async () => {
    const { asked } = stage(<IncentivesPage />, { ...house(), "POST incentives": TEN });
    await screen.findByText("No incentives yet");
    fireEvent.click(screen.getAllByRole("button", { name: "New incentive" })[0] as Element);
    const form = within(screen.getByRole("dialog"));
    fireEvent.click(form.getByRole("button", { name: "Create" }));
    const name = form.getByLabelText<HTMLInputElement>("Name");
    expect(name.getAttribute("aria-invalid")).toBe("true");
    expect(form.getByText("Give it a name.")).toBeTruthy();
    fireEvent.input(name, { target: { value: "Ten percent" } });
    fireEvent.input(form.getByLabelText("Percent"), { target: { value: "10" } });
    fireEvent.click(form.getByLabelText(/The bot may give it/));
    fireEvent.click(form.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const sent = asked.find(({ method }) => method === "POST");
    expect(sent?.body).toMatchObject({ name: "Ten percent", value: 10, bot_offers: true });
  });

  it("ends one after asking, opens it again and lets the bot give it", async () => {
    const ended = { ...TEN, id: "old", name: "Old", closed_at: "2026-10-30T00:00:00Z" };
    const { asked } = stage(<IncentivesPage />, {
      ...house(TEN, ended),
      "PATCH incentives/ten": TEN,
      "PATCH incentives/old": ended,
    });
    const changes = () =>
      asked.filter(({ method }) => method === "PATCH").map(({ path, body }) => [path, body]);
    fireEvent.click(await screen.findByRole("button", { name: "End" }));
    expect(changes()).toEqual([]);
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "End" }));
    await waitFor(() => expect(changes()).toEqual([["incentives/ten", { closed: true }]]));
    fireEvent.click(screen.getByRole("button", { name: /Open again/ }));
    await waitFor(() => expect(changes()).toHaveLength(2));
    fireEvent.click(screen.getByLabelText("The bot may give it: Ten percent"));
    await waitFor(() =>
      expect(changes().slice(1)).toEqual([
        ["incentives/old", { closed: false }],
        ["incentives/ten", { bot_offers: true }],
      ]),
    );
  });
});

describe("offers made in dialogues", () => {
  it("are counted by who, why and product, and each figure opens its dialogues", async () => {
    stage(<IncentivesPage />, { ...house(TEN), "GET reports/offers": offers(3) });
    const row = (await screen.findByRole("rowheader", { name: "Hekla rain jacket" })).closest("tr");
    const links = within(row as HTMLElement).getAllByRole("link");
    const now = links.filter((link) => !link.textContent?.startsWith("before"));
    expect(now.map((link) => link.textContent)).toEqual(["3", "0", "0", "3", "1"]);
    expect(now.at(-1)?.getAttribute("href")).toContain("offer=ordered.sku.HEK");
    const before = within(row as HTMLElement).getByRole("link", { name: "before: 1" });
    expect(before.getAttribute("href")).toMatch(/from=.*&until=.*&offer=ordered.sku.HEK/);
    expect(screen.getByText("By the bot")).toBeTruthy();
    expect(screen.getByText("Goes with what they have")).toBeTruthy();
    const every = screen.getByRole("rowheader", { name: "All offers" }).closest("tr");
    expect(
      within(every as HTMLElement)
        .getAllByRole("link")[0]
        ?.getAttribute("href"),
    ).toContain("offer=made.all");
  });

  it("tell how they come about while there are none", async () => {
    stage(<IncentivesPage />, house(TEN));
    expect(await screen.findByText(/No product was offered in this time/)).toBeTruthy();
  });
});
