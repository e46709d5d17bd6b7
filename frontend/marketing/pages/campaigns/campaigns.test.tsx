import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ElementView } from "../../../wire/rest.gen";
import { page, stage } from "../../fixtures/stage";
import { CampaignsPage } from "./campaigns_page";
import { bodyOf, EMPTY, problemsOf } from "./element_draft";
import { sinceAddress } from "./since";

afterEach(cleanup);

function element(changes: Partial<ElementView> = {}): ElementView {
  return {
    code: "FLYER",
    kind: "qr",
    name: "Flyer in mountain huts",
    target_url: "/shop/jackets",
    campaign_id: "spring",
    campaign: "Spring in the hills",
    utm: {},
    created_at: "2026-10-01T08:00:00.000Z",
    opened: 100,
    dialogues: 25,
    ...changes,
  };
}

const EMPTY_HOUSE = { "GET campaigns": page([]), "GET elements": page([]), "GET do-not-contact": page([]) };

describe("the lists", () => {
  it("teach what to make when there is nothing", async () => {
    stage(<CampaignsPage />, EMPTY_HOUSE);
    expect(await screen.findByText("No campaigns yet")).toBeTruthy();
    expect(await screen.findByText("No response elements yet")).toBeTruthy();
  });

  it("give dialogues per opening with their interval, or say that it is too early", async () => {
    const few = element({ code: "NEW", name: "Poster", opened: 3, dialogues: 1 });
    stage(<CampaignsPage />, { ...EMPTY_HOUSE, "GET elements": page([element(), few]) });
    expect(await screen.findByText("25% (18%–34%)")).toBeTruthy();
    expect(screen.getByText("Not enough yet")).toBeTruthy();
  });

  it("have the orders owed to them as the first and the last touch, which open what was before", async () => {
    const touches = [
      { which: "first", orders: 7, people: 5 },
      { which: "last", orders: 0, people: 0 },
    ];
    stage(
      <CampaignsPage />,
      {
        ...EMPTY_HOUSE,
        "GET elements": page([element()]),
        "GET reports/elements": { window: 30, items: [{ code: "FLYER", touches }] },
      },
      "/marketing/campaigns?days=7",
    );
    const first = await screen.findByRole("link", { name: "7" });
    expect(first.getAttribute("href")).toBe("/marketing/dialogues?days=7&credit=first.30.FLYER");
    expect(screen.getByText("of 5 people")).toBeTruthy();
  });

  it("are narrowed by what is typed", async () => {
    const other = element({ code: "LETTER", name: "Newsletter about wool" });
    stage(<CampaignsPage />, { ...EMPTY_HOUSE, "GET elements": page([element(), other]) });
    await screen.findByText("Newsletter about wool");
    fireEvent.input(screen.getByLabelText("Find an element"), { target: { value: "huts fly" } });
    await waitFor(() => expect(screen.queryByText("Newsletter about wool")).toBeNull());
    expect(screen.getByText("Flyer in mountain huts")).toBeTruthy();
  });

  it("copy the public link", async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
    stage(<CampaignsPage />, { ...EMPTY_HOUSE, "GET elements": page([element()]) });
    fireEvent.click(await screen.findByRole("button", { name: /Copy link\s*of Flyer/ }));
    await waitFor(() => expect(writeText).toHaveBeenCalledWith(`${window.location.origin}/r/FLYER`));
    vi.unstubAllGlobals();
  });

  it("open the dialogues since creation", () => {
    expect(sinceAddress("2026-10-01T08:00:00.000Z", { element: "FLYER" }, "2026-11-21")).toBe(
      "/dialogues?from=2026-10-01&until=2026-11-21&element=FLYER",
    );
  });
});

describe("the do-not-contact list", () => {
  const held = {
    digest: "a1b2c3d4e5f6a7b8",
    why: "bounced",
    since: "2026-10-01T08:00:00.000Z",
    bounces: 1,
    soft_bounces: 0,
  };

  it("is searched by a whole address, and says where there is nothing", async () => {
    const { asked } = stage(<CampaignsPage />, EMPTY_HOUSE);
    expect(await screen.findByText("Nobody is on the list")).toBeTruthy();
    fireEvent.input(screen.getByLabelText("Find an address"), { target: { value: " una@mail.test " } });
    fireEvent.click(screen.getByRole("button", { name: "Look" }));
    expect(await screen.findByText("This address is not on the list.")).toBeTruthy();
    expect(asked.at(-1)?.query.get("q")).toBe("una@mail.test");
  });

  it("is lifted and added to with a reason", async () => {
    const answers = {
      ...EMPTY_HOUSE,
      "GET do-not-contact": page([held]),
      "POST do-not-contact/a1b2c3d4e5f6a7b8/lift": {},
      "POST do-not-contact": 409,
    };
    const { asked } = stage(<CampaignsPage />, answers);
    expect(await screen.findByText("Mails come back")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /Lift…/ }));
    fireEvent.input(screen.getByLabelText("Reason"), { target: { value: "New mailbox" } });
    fireEvent.click(screen.getByRole("button", { name: "Lift…" }));
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/lift"))).toBe(true));
    expect(asked.find(({ path }) => path.endsWith("/lift"))?.body).toEqual({ reason: "New mailbox" });
    fireEvent.click(await screen.findByRole("button", { name: "Add an address…" }));
    fireEvent.input(screen.getByLabelText("E-mail address"), { target: { value: "una@mail.test" } });
    fireEvent.input(screen.getByLabelText("Reason"), { target: { value: "Called us" } });
    fireEvent.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("Refused: conflict.")).toBeTruthy();
  });
});

describe("a new element", () => {
  it("is checked before it is sent", () => {
    expect(Object.keys(problemsOf(EMPTY))).toEqual(["name", "target_url"]);
    const draft = { ...EMPTY, name: "Poster", target_url: "/shop" };
    expect(problemsOf(draft)).toEqual({});
    for (const target_url of ["shop", "//evil.example", "/\\evil.example", "javascript:alert(1)", "https://"])
      expect(problemsOf({ ...draft, target_url })).toHaveProperty("target_url");
    expect(problemsOf({ ...draft, code: "a b" })).toHaveProperty("code");
  });

  it("is sent without what was left empty", () => {
    const draft = { ...EMPTY, name: " Poster ", target_url: "https://hraun.example/ ", variant: " " };
    expect(bodyOf(draft)).toEqual({ name: "Poster", kind: "link", target_url: "https://hraun.example/" });
  });

  it("shows its link, or what the hub has against it with the form as it was", async () => {
    const answers: Record<string, unknown> = { ...EMPTY_HOUSE, "POST elements": 409 };
    stage(<CampaignsPage />, answers);
    fireEvent.click((await screen.findAllByRole("button", { name: "New element" }))[0] as Element);
    const name = screen.getByLabelText<HTMLInputElement>("Name, for yourself");
    fireEvent.input(name, { target: { value: "Poster" } });
    fireEvent.input(screen.getByLabelText("Where the link leads"), { target: { value: "/shop" } });
    fireEvent.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("Refused: conflict.")).toBeTruthy();
    expect(name.value).toBe("Poster");
    answers["POST elements"] = element({ code: "k7m2x9q", name: "Poster" });
    fireEvent.click(screen.getByRole("button", { name: "Create" }));
    expect(await screen.findByText("/r/k7m2x9q")).toBeTruthy();
  });
});
