import type { OwnGreeting, OwnGreetings } from "../wire/rest.gen";
import css from "./watch.css?inline";

/** What the hub says of an inbox's pages; whose greetings go by what is known of them is asked with their token. */
export interface Watched {
  readonly inbox: string;
  readonly items: readonly OwnGreeting[];
}

const EVERY_MS = 1_000;
const DAY_MS = 86_400_000;
/** Seen once is enough for a while; sent away, for long. */
const QUIET_DAYS = { seen: 7, closed: 90 };
const CLOSE: Record<string, string> = {
  ar: "إغلاق",
  is: "Loka",
  ru: "Закрыть",
  th: "ปิด",
  zh: "關閉",
};

/** What happened on this page so far. */
export interface Moment {
  readonly address: string;
  readonly seconds: number;
  readonly scrolled: number;
  readonly leaving: boolean;
  readonly again: boolean;
}

/** Whether everything that a greeting asks for holds. */
export function isTimeFor(greeting: OwnGreeting, moment: Moment): boolean {
  return (
    (!greeting.page || moment.address.includes(greeting.page)) &&
    moment.seconds >= greeting.after_seconds &&
    moment.scrolled >= greeting.scroll_percent &&
    (!greeting.leaving || moment.leaving) &&
    (greeting.visits === "any" || (greeting.visits === "again") === moment.again)
  );
}

/** Waits for the time of one of them, shows it beside the chat's button, and is done: one in a visit. */
export function watch({ inbox, items: everyones }: Watched): void {
  const base = new URL("..", import.meta.url).href;
  const kept = (key: string) => `samtal:${inbox}:${key}`;
  const host = document.querySelector<HTMLElement>("samtal-chat");
  let quiet: Record<string, number>;
  let again: boolean;
  try {
    if (!host || sessionStorage.getItem("samtal:greeted")) return;
    quiet = JSON.parse(localStorage.getItem(kept("greeted")) ?? "{}");
    again = isBackAgain(kept("been"));
  } catch {
    // Where nothing can be kept, nobody could be spared the second time.
    return;
  }
  let items = everyones;
  let asked: string | null = null;
  let address = location.href;
  let seconds = 0;
  let leaving = false;
  let bubble: HTMLElement | undefined;

  const look = () => {
    if (!host.isConnected) return stop();
    if (location.href !== address) {
      address = location.href;
      seconds = 0;
    }
    const token = localStorage.getItem(kept("token"));
    if (token && token !== asked) {
      asked = token;
      items = [];
      own(base, token).then((found) => {
        items = found;
      });
    }
    const moment = { address, seconds, scrolled: scrolled(), leaving, again };
    leaving = false;
    const found = items.find((one) => (quiet[one.code] ?? 0) < Date.now() && isTimeFor(one, moment));
    if (found && !isOpen(host)) appear(found);
  };
  const second = () => {
    if (document.hidden) return;
    seconds += 1;
    look();
  };
  const left = (event: MouseEvent) => {
    if (event.relatedTarget || event.clientY > 0) return;
    leaving = true;
    look();
  };
  const timer = setInterval(second, EVERY_MS);
  document.addEventListener("mouseout", left);
  window.samtal?.on("open", () => {
    stop();
    bubble?.remove();
  });
  look();

  function stop(): void {
    clearInterval(timer);
    document.removeEventListener("mouseout", left);
  }

  function remember(code: string, days: number): void {
    quiet[code] = Date.now() + days * DAY_MS;
    localStorage.setItem(kept("greeted"), JSON.stringify(quiet));
  }

  function appear(greeting: OwnGreeting): void {
    if (!host) return;
    stop();
    sessionStorage.setItem("samtal:greeted", "1");
    remember(greeting.code, QUIET_DAYS.seen);
    navigator.sendBeacon?.(`${base}r/${greeting.code}`);
    bubble = drawn(
      host,
      inLanguage(greeting, host.lang),
      () => {
        // The chat begins with it, and what comes of it counts for it.
        sessionStorage.setItem("samtal:element", greeting.code);
        host.dispatchEvent(new Event("greet"));
        window.samtal?.open();
        bubble?.remove();
      },
      () => {
        remember(greeting.code, QUIET_DAYS.closed);
        bubble?.remove();
      },
    );
    document.body.append(bubble);
  }
}

/** As the hub begins the chat: who reads none of the languages it serves is spoken to in English, or as it was written first. */
export function inLanguage({ text, texts }: OwnGreeting, tag: string): string {
  const main = tag.slice(0, 2);
  return texts[{ zh: "zh-TW", ar: "en" }[main] ?? main] ?? text;
}

function drawn(host: HTMLElement, text: string, take: () => void, close: () => void): HTMLElement {
  const made = document.createElement("samtal-greeting");
  made.dir = host.dir;
  made.lang = host.lang;
  if (host.dataset.position) made.dataset.position = host.dataset.position;
  const root = made.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const section = document.createElement("section");
  section.setAttribute("role", "status");
  const words = document.createElement("button");
  words.dir = "auto";
  words.textContent = text;
  words.onclick = take;
  const cross = document.createElement("button");
  cross.textContent = "×";
  cross.setAttribute("aria-label", CLOSE[host.lang.slice(0, 2)] ?? "Close");
  cross.onclick = close;
  section.append(words, cross);
  section.onkeydown = (event) => event.key === "Escape" && close();
  root.append(section);
  return made;
}

/** Those for this visitor; while the hub cannot be asked there are none. */
async function own(base: string, token: string): Promise<readonly OwnGreeting[]> {
  try {
    const answer = await fetch(`${base}api/v1/visitor/greetings`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    return answer.ok ? ((await answer.json()) as OwnGreetings).items : [];
  } catch {
    return [];
  }
}

/** Whether this browser was here in an earlier visit, which lasts as long as its tab. */
function isBackAgain(key: string): boolean {
  const here = sessionStorage.getItem("samtal:visit") ?? (localStorage.getItem(key) ? "again" : "first");
  sessionStorage.setItem("samtal:visit", here);
  localStorage.setItem(key, "1");
  return here === "again";
}

function isOpen(host: HTMLElement): boolean {
  return host.shadowRoot?.querySelector("[role=dialog], .panel") != null;
}

/** How much of the page has been on the screen, in per cent of its height. */
function scrolled(): number {
  const { scrollHeight } = document.documentElement;
  return scrollHeight ? (100 * (scrollY + innerHeight)) / scrollHeight : 100;
}
