import { expect, test, vi } from "vitest";
import { Rest } from "./rest";

function answering(status: number, body: unknown) {
  return vi.fn<typeof fetch>(
    async () => new Response(body === undefined ? null : JSON.stringify(body), { status }),
  );
}

test("empty filters stay out of the address", () => {
  expect(new Rest().address("conversations", { q: "red boots", status: "", owner: null, limit: 5 })).toBe(
    "/api/v1/conversations?q=red+boots&limit=5",
  );
});

test("every request carries the header that a foreign page cannot set", async () => {
  const fetch = answering(200, { id: "c1" });
  await new Rest({ fetch }).post("campaigns", { name: "Spring" });
  const [, init] = fetch.mock.calls[0] ?? [];
  expect(init?.headers).toMatchObject({ "X-Samtal": "1", "Content-Type": "application/json" });
});

test("a problem becomes an error with its code and fields", async () => {
  const fetch = answering(422, {
    code: "invalid",
    detail: "Name is missing.",
    fields: { name: "must not be empty" },
  });
  await expect(new Rest({ fetch }).post("campaigns", {})).rejects.toMatchObject({
    code: "invalid",
    message: "Name is missing.",
    fields: { name: "must not be empty" },
  });
});

test("a proxy's page instead of an answer counts as unavailable", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response("<h1>502</h1>", { status: 502 }));
  await expect(new Rest({ fetch }).get("agents")).rejects.toMatchObject({ code: "unavailable" });
});

test("no network is told apart from a refusal", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => {
    throw new TypeError("Failed to fetch");
  });
  await expect(new Rest({ fetch }).get("agents")).rejects.toMatchObject({ code: "offline" });
});

test("an ended session is reported, a wrong password is not", async () => {
  const onSignedOut = vi.fn();
  const rest = new Rest({ fetch: answering(401, { code: "not_allowed" }), onSignedOut });
  await rest.post("session", { email: "a@b.is", password: "x" }).catch(() => {});
  expect(onSignedOut).not.toHaveBeenCalled();
  await rest.get("agents").catch(() => {});
  expect(onSignedOut).toHaveBeenCalledOnce();
});

test("figures that were counted a while ago bring that time along", async () => {
  const headers = { "Counted-At": "2026-11-23T12:00:00.000Z" };
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ dialogues: 3 }, { headers }));
  expect(await new Rest({ fetch }).get("reports/overview")).toEqual({
    dialogues: 3,
    counted_at: "2026-11-23T12:00:00.000Z",
  });
});
