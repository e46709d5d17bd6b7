import { languageOf } from "./languages";
import launcherCss from "./launcher.css?inline";
import type { AllTexts } from "./locales/texts";
import { type Call, type Perform, PHONE, type Settings, type Start } from "./settings";

/** The site's side of the widget: a button, and a door that holds calls until the chat code is there. */
interface Samtal {
  open(): void;
  close(): void;
  toggle(): void;
  identify(token: string): void;
  send(text: string): void;
  on(event: string, listen: (detail: unknown) => void): void;
  shutdown(): void;
}

declare global {
  interface Window {
    samtal?: Samtal;
  }
}

const NAMES = "open close toggle identify send on shutdown".split(" ");
/** These need the chat code; the others wait for it. */
const WAKING = /open|toggle|identify|send/;

function load(script: HTMLScriptElement): void {
  const { inbox = "", locale, identity, position = "end", open } = script.dataset;
  const language = languageOf(locale, document.documentElement.lang, ...navigator.languages);
  const settings: Settings = {
    inbox,
    locale: language.locale,
    identity,
    open: open !== undefined && open !== "false",
    base: new URL(".", script.src).href,
  };
  const stored = (key: string) => remembered(() => localStorage.getItem(`samtal:${inbox}:${key}`));

  const calls: Call[] = [];
  let perform: Perform = (...call) => {
    calls.push(call);
    if (WAKING.test(call[0])) wake();
  };
  let waking = false;

  const part = <Part>(name: string): Promise<Part> =>
    import(/* @vite-ignore */ `${settings.base}widget/${name}.js`);
  /** A file that does not come is no reason to stay silent: English is always there. */
  const textsIn = async (spoken: string) =>
    spoken === "en"
      ? undefined
      : part<{ texts: AllTexts }>(`texts-${spoken}`).then(
          ({ texts }) => texts,
          () => undefined,
        );

  const wake = () => {
    if (waking) return;
    waking = true;
    Promise.all([part<{ start: Start }>("chat"), textsIn(language.spoken)]).then(
      ([{ start }, texts]) => {
        const ready = (chat: Perform) => {
          perform = chat;
          for (const call of calls.splice(0)) chat(...call);
        };
        start(host, settings, ready, texts);
      },
      () => {
        waking = false;
      },
    );
  };

  const host = document.createElement("samtal-chat");
  host.dataset.position = position;
  host.lang = language.tag;
  host.dir = language.dir;
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  const accent = stored("accent");
  sheet.replaceSync(launcherCss + (accent ? `:host{--accent:${accent}}` : ""));
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement("button");
  button.setAttribute("aria-label", language.chat);
  button.className = "launcher";
  // The press counts, not only the release: the chat code may take the button away between the two.
  button.onpointerdown = (event) => event.button === 0 && perform("open");
  button.onclick = () => perform("open");
  button.onpointerenter = wake;
  const face = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  face.setAttribute("viewBox", "0 0 24 24");
  const line = document.createElementNS(face.namespaceURI, "path") as SVGPathElement;
  line.setAttribute("d", "M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5z");
  face.append(line);
  button.append(face);
  root.append(button);

  window.samtal = Object.fromEntries(
    NAMES.map((name) => [name, (...args: unknown[]) => perform(name, ...args)]),
  ) as unknown as Samtal;

  const appear = () => {
    document.body.append(host);
    const mayOpen = !matchMedia(PHONE).matches && stored("open") !== "0";
    if (mayOpen && (settings.open || stored("open"))) perform("open", "by itself");
    // Somebody who has talked before may have an answer waiting.
    else if (stored("token") || identity) wake();
    // Greetings that come up by themselves; nothing where the inbox has none.
    part(`greet-${inbox}`).catch(() => {});
  };
  if (document.body) appear();
  else addEventListener("DOMContentLoaded", appear);

  const code = new URLSearchParams(location.search).get("samtal");
  if (code) remembered(() => sessionStorage.setItem("samtal:element", code));
}

/** Browsers may forbid storage altogether. */
function remembered<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const own = document.currentScript ?? document.querySelector("script[data-inbox]");
if (own && !window.samtal) load(own as HTMLScriptElement);
