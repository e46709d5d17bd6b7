import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import type { ElementReport } from "../../../wire/rest.gen";
import { stage } from "../../fixtures/stage";
import { readCents, writeCents } from "../../measures/amount";
import { ElementPage } from "./element_page";

afterEach(cleanup);

const ELEMENT: ElementReport["element"] = {
  code: "FLYER",
  kind: "qr",
  name: "Flyer in mountain huts",
  target_url: "/shop/jackets",
  campaign_id: "spring",
  campaign: "Spring in the hills",
  created_at: "2026-10-01T08:00:00.000Z",
  opened: 210,
  dialogues: 25,
  cost_cents: 32_000,
  currency: "EUR",
  utm: { source: "huts" },
};

function report(changes: Partial<ElementReport> = {}): ElementReport {
  return {
    element: ELEMENT,
    from: "2026-10-01T00:00:00.000Z",
    to: "2026-10-31T00:00:00.000Z",
    steps: [
      { name: "opened", people: 180 },
      { name: "seen", people: 50, out_of: 60, share: { value: 0.8, low: 0.7, high: 0.9 } },
      { name: "dialogue", people: 20, dialogues: 25, out_of: 50, share: { value: 0.4, low: 0.3, high: 0.5 } },
      { name: "handoff", people: 4, dialogues: 5, out_of: 12 },
    ],
    robots: 7,
    cost_each: { value: 1280, low: 867, high: 1978 },
    order_days: 14,
    ...changes,
  };
}

const AT = "/marketing/campaigns/FLYER?days=7";

describe("orders by first and last touch", () => {
  const credit = (orders: number) => ({
    from: "2026-10-01T00:00:00.000Z",
    to: "2026-10-31T00:00:00.000Z",
    window: 30,
    touches: [
      { which: "first", orders, people: orders, dialogues: 3 * orders },
      { which: "last", orders: 0, people: 0, dialogues: 0 },
    ],
  });

  it("open the dialogues before them, and the window is asked for and kept in the address", async () => {
    const { asked } = stage(
      <ElementPage code="FLYER" />,
      { "GET elements/FLYER": report(), "GET elements/FLYER/orders": credit(4) },
      AT,
    );
    const link = await screen.findByRole("link", { name: "12" });
    expect(link.getAttribute("href")).toBe("/marketing/dialogues?days=7&credit=first.30.FLYER");
    // Of this period and of the one it is compared with.
    const windows = () =>
      asked.filter(({ path }) => path.endsWith("/orders")).map(({ query }) => query.get("window"));
    expect(windows()).toEqual(["30", "30"]);
    const before = screen.getByRole("link", { name: "before: 12" }).getAttribute("href");
    expect(before).toMatch(/from=.*&until=.*&credit=first.30.FLYER/);
    fireEvent.change(screen.getByLabelText("How long before the order"), { target: { value: "90" } });
    await waitFor(() => expect(windows()).toEqual(["30", "30", "90", "90"]));
    expect(window.location.search).toBe("?days=7&window=90");
  });

  it("say why there is none", async () => {
    stage(
      <ElementPage code="FLYER" />,
      { "GET elements/FLYER": report(), "GET elements/FLYER/orders": credit(0) },
      `${AT}&window=nonsense`,
    );
    expect(await screen.findByText(/No order of this period followed it/)).toBeTruthy();
  });
});

describe("the page of an element", () => {
  it("says what it brought and cost, how sure that is, and opens the dialogues behind each figure", async () => {
    stage(<ElementPage code="FLYER" />, { "GET elements/FLYER": report() }, AT);
    expect(
      await screen.findByText(/180 people opened the link and 20 people talked, in 25 dialogues/),
    ).toBeTruthy();
    expect(screen.getByText(/A dialogue cost €12.80 \(95% sure: €8.67 to €19.78\)/)).toBeTruthy();
    expect(screen.getByText("40% (30%–50%) of 50")).toBeTruthy();
    expect(screen.getByText(/of 12\. Not enough yet/)).toBeTruthy();
    expect(screen.getByText(/7 robots/)).toBeTruthy();
    const link = screen.getByRole("link", { name: "5" });
    expect(link.getAttribute("href")).toBe("/marketing/dialogues?days=7&outcome=handed_off&element=FLYER");
  });

  it("shows its QR code for print where nobody came yet", async () => {
    const none = report({
      steps: [{ name: "opened", people: 0 }],
    });
    stage(<ElementPage code="FLYER" />, { "GET elements/FLYER": none }, AT);
    expect(await screen.findByText("Nobody came in this period")).toBeTruthy();
    expect(screen.getByRole("img", { name: /QR code of .*\/r\/FLYER/ }).getAttribute("src")).toBe(
      "/q/FLYER.svg",
    );
    expect(screen.getByRole("link", { name: /SVG/ }).getAttribute("download")).toBe("FLYER.svg");
  });

  it("keeps what it cost, and says what is wrong with it", async () => {
    const { asked } = stage(
      <ElementPage code="FLYER" />,
      { "GET elements/FLYER": report(), "PATCH elements/FLYER": ELEMENT },
      AT,
    );
    const cost = await screen.findByLabelText("What it cost in all");
    fireEvent.input(cost, { target: { value: "much" } });
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(screen.getByText("Write an amount such as 320 or 320.50")).toBeTruthy();
    fireEvent.input(cost, { target: { value: "410,5" } });
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.getByText("Saved.")).toBeTruthy());
    const sent = asked.find(({ method }) => method === "PATCH");
    expect(sent?.body).toEqual({ cost: { cents: 41_050, currency: "EUR" }, utm: { source: "huts" } });
  });
});

it("amounts are read as they are written", () => {
  for (const cents of [0, 5, 50, 320, 32_000, 41_050]) expect(readCents(writeCents(cents))).toBe(cents);
  for (const text of ["", "-1", "1.234", "1e3", "abc"]) expect(readCents(text)).toBeNull();
});
