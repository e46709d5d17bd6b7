import { render, within } from "@testing-library/preact";
import { type Keep, keepOf } from "../../client/keep";
import { MemorySocket } from "../../client/testing/memory_socket";
import { welcomeView } from "../../client/testing/views";
import { VisitorClient } from "../../client/visitor_client";
import type { Welcome } from "../../wire/events.gen";
import { App } from "../app";
import { Doors } from "../doors";
import { fetchLaterParts } from "../later";
import { en } from "../locales/en";
import type { SomeTexts } from "../locales/texts";

/** The element on a page that was never here before, with everything that comes later already there. */
export async function newRoot(): Promise<ShadowRoot> {
  localStorage.clear();
  sessionStorage.clear();
  const host = document.createElement("samtal-chat");
  document.body.append(host);
  const root = host.attachShadow({ mode: "open" });
  await fetchLaterParts(root);
  return root;
}

interface Opened {
  open?: boolean;
  keep?: Keep;
  texts?: SomeTexts;
  /** Whether there is a hub at all. */
  welcomed?: boolean;
}

/** The chat in its shadow root, as a visitor who has just opened it; the test is the hub. */
export function openChat(
  root: ShadowRoot,
  change: Partial<Welcome> = {},
  { open = true, keep = keepOf("demo"), texts = en, welcomed = true }: Opened = {},
) {
  const socket = new MemorySocket();
  const client = new VisitorClient({
    inbox: "demo",
    keep,
    page: () => ({ url: "https://shop.example/" }),
    socket: () => socket,
  });
  const doors = new Doors(keep);
  if (open) doors.open(true);
  const container = document.createElement("div");
  root.append(container);
  render(
    <App client={client} keep={keep} doors={doors} texts={texts} base="https://hub.example/" root={root} />,
    { container },
  );
  client.connect();
  if (welcomed) {
    socket.comeUp();
    socket.deliver("welcome", welcomeView(change));
  }
  return { view: within(container), socket, client };
}
