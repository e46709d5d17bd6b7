import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  document.head.replaceChildren();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  delete window.samtal;
});

/** Runs the loader as the page's own script would. */
async function embed(attributes: Record<string, string> = {}): Promise<void> {
  const script = document.createElement("script");
  script.type = "text/plain";
  script.setAttribute("src", "https://hub.example/widget.js");
  for (const [name, value] of Object.entries({ "data-inbox": "demo", ...attributes }))
    script.setAttribute(name, value);
  document.head.append(script);
  await import("./loader");
}

const hosts = () => document.querySelectorAll("samtal-chat");

test("it adds one element with a button and an address for the site's calls", async () => {
  await embed();
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]?.shadowRoot?.querySelector("button")?.getAttribute("aria-label")).toBe("Chat");
  expect(Object.keys(window.samtal ?? {})).toEqual([
    "open",
    "close",
    "toggle",
    "identify",
    "send",
    "on",
    "shutdown",
  ]);
});

test("included twice it is there once", async () => {
  await embed();
  vi.resetModules();
  await embed();
  expect(hosts()).toHaveLength(1);
});

test("the code of a link is kept while the visitor looks around", async () => {
  window.history.replaceState(null, "", "?samtal=flyer-24");
  await embed();
  expect(sessionStorage.getItem("samtal:element")).toBe("flyer-24");
  window.history.replaceState(null, "", "?");
});

test("the side it stands on is the page's to choose", async () => {
  await embed({ "data-position": "left" });
  expect((hosts()[0] as HTMLElement).dataset.position).toBe("left");
});

test("button, language and direction are the page's from the first moment", async () => {
  document.documentElement.lang = "ar-EG";
  await embed();
  const host = hosts()[0] as HTMLElement;
  expect([host.lang, host.dir]).toEqual(["ar-EG", "rtl"]);
  expect(host.shadowRoot?.querySelector("button")?.getAttribute("aria-label")).toBe("الدردشة");
  document.documentElement.lang = "";
});

test("the embedding line's language comes before the page's", async () => {
  document.documentElement.lang = "en";
  await embed({ "data-locale": "is-IS" });
  expect((hosts()[0] as HTMLElement).lang).toBe("is-IS");
  document.documentElement.lang = "";
});
