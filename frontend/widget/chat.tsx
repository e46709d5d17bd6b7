import { render } from "preact";
import { Manager } from "socket.io-client";
import { type Keep, keepOf } from "../client/keep";
import { VisitorClient } from "../client/visitor_client";
import { unreadOf, type VisitorState } from "../client/visitor_state";
import tokensCss from "../ui/tokens.css?inline";
import type { VisitorHandshake } from "../wire/events.gen";
import { App } from "./app";
import { Doors } from "./doors";
import { fetchLaterParts } from "./later";
import { en } from "./locales/en";
import { forgetDraft } from "./parts/composer";
import { followHostScheme } from "./scheme";
import { PHONE, type Settings, type Start } from "./settings";
import chatCss from "./widget.css?inline";

/** Takes over the loader's element and everything that was called before. */
export const start: Start = (host, settings, ready, given) => {
  const root = host.shadowRoot;
  if (!root) return;
  const keep = keepOf(settings.inbox);
  // A line that another version of the file does not have yet is said in English.
  const texts = { ...en, ...given, tag: host.lang || en.tag };
  const client = visitorClient(settings, keep);
  const doors = new Doors(keep);

  const stopFollowing = followHostScheme(host);
  const base = new CSSStyleSheet();
  base.replaceSync(tokensCss + chatCss);
  const accent = new CSSStyleSheet();
  // After the loader's own sheet, which stays.
  root.adoptedStyleSheets.push(base, accent);

  const wasFocused = root.activeElement !== null;
  root.replaceChildren();
  render(
    <App client={client} keep={keep} doors={doors} texts={texts} base={settings.base} root={root} />,
    root,
  );
  if (wasFocused) root.querySelector("button")?.focus();

  client.subscribe((state, before) => {
    const colour = state.inbox?.accent;
    if (colour && colour !== before.inbox?.accent) {
      fetchLaterParts(root).then(({ accentRules, keepAccent }) => {
        accent.replaceSync(accentRules(colour));
        keepAccent(host, keep);
      });
    }
    announce(root, doors, keep, state, before);
  });
  client.connect();
  // A greeting that came up was taken: the chat begins with it.
  host.addEventListener("greet", () => client.parts[0].renew());

  ready((name, ...args) => {
    if (name === "open") open(args[0] === "by itself");
    else if (name === "close") doors.close();
    else if (name === "toggle") doors.isOpen ? doors.close() : open(false);
    else if (name === "identify") identify(client, doors, String(args[0] ?? ""));
    else if (name === "send") send(String(args[0] ?? "").trim());
    else if (name === "on") doors.on(String(args[0]), args[1] as (detail: unknown) => void);
    else if (name === "shutdown") shutdown();
  });

  function open(byItself: boolean): void {
    if (byItself && matchMedia(PHONE).matches) return;
    doors.open(!byItself);
  }

  function send(text: string): void {
    if (text) client.send(text);
  }

  function shutdown(): void {
    client.close();
    // The site calls this when somebody signs out: the next person must not find their dialogue.
    for (const key of keep.keys()) keep.remove(key);
    forgetDraft();
    stopFollowing();
    if (root) render(null, root);
    host.remove();
    delete window.samtal;
  }
};

function visitorClient(settings: Settings, keep: Keep): VisitorClient {
  const hub = new URL(settings.base);
  return new VisitorClient({
    inbox: settings.inbox,
    keep,
    locale: settings.locale,
    identity: settings.identity,
    get element() {
      return element();
    },
    page: () => ({
      url: location.href.slice(0, 2_000),
      title: document.title.slice(0, 200),
      ...(document.referrer ? { referrer: document.referrer.slice(0, 2_000) } : {}),
    }),
    socket: (auth: () => VisitorHandshake) =>
      new Manager(hub.origin, {
        path: `${hub.pathname}socket.io/`,
        // Polling only where a network forbids the other, which takes both words.
        transports: ["websocket", "polling"],
        tryAllTransports: true,
        autoConnect: false,
        reconnectionDelay: 500,
        reconnectionDelayMax: 5_000,
      }).socket("/visitor", { auth: (answer: (auth: VisitorHandshake) => void) => answer(auth()) }),
  });
}

/** The code that brought the visitor; the loader keeps it while they look around. */
function element(): string | undefined {
  try {
    return sessionStorage.getItem("samtal:element") ?? undefined;
  } catch {
    return new URLSearchParams(location.search).get("samtal") ?? undefined;
  }
}

function identify(client: VisitorClient, doors: Doors, token: string): void {
  client.identify(token).then(
    () => doors.tell("identified", {}),
    (error: unknown) => doors.tell("error", { command: "identify", error }),
  );
}

/** Tells the site and, when nobody is looking, the visitor's ear. */
function announce(
  root: ShadowRoot,
  doors: Doors,
  keep: Keep,
  state: VisitorState,
  before: VisitorState,
): void {
  const unread = unreadOf(state);
  if (unread !== unreadOf(before)) doors.tell("unread", { count: unread });
  const last = state.timeline.messages.at(-1);
  const isNews = last && last.seq > (before.timeline.messages.at(-1)?.seq ?? 0) && before.inbox !== null;
  if (!isNews || last.kind !== "message" || last.author.kind === "visitor") return;
  doors.tell("message", { message: last });
  if (keep.get("sound") === "on" && (!doors.isOpen || document.hidden)) {
    fetchLaterParts(root).then(({ beep }) => beep());
  }
}
