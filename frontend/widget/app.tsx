import { useEffect, useRef, useState } from "preact/hooks";
import type { Keep } from "../client/keep";
import type { VisitorClient } from "../client/visitor_client";
import { unreadOf } from "../client/visitor_state";
import { ChatProvider } from "./chat_context";
import type { Doors } from "./doors";
import type { SomeTexts } from "./locales/texts";
import { Launcher } from "./parts/launcher";
import { Panel } from "./parts/panel";
import { TextsProvider } from "./texts";

interface AppProps {
  client: VisitorClient;
  keep: Keep;
  doors: Doors;
  texts: SomeTexts;
  base: string;
  root: ShadowRoot;
}

/** The button, and above it the chat when it is open. */
export function App({ client, keep, doors, texts, base, root }: AppProps) {
  const [state, setState] = useState(client.state);
  const [open, setOpen] = useState(doors.isOpen);
  const launcher = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    setState(client.state);
    return client.subscribe(setState);
  }, [client]);

  useEffect(() => {
    const stops = [doors.on("open", () => setOpen(true)), doors.on("close", () => setOpen(false))];
    setOpen(doors.isOpen);
    return () => {
      for (const stop of stops) stop();
    };
  }, [doors]);

  function close() {
    doors.close();
    launcher.current?.focus();
  }

  return (
    <TextsProvider value={texts}>
      <ChatProvider value={{ client, state, base, root }}>
        {open ? <Panel keep={keep} mayTakeFocus={doors.asked} onClose={close} /> : null}
        <Launcher
          button={launcher}
          open={open}
          unread={unreadOf(state)}
          onClick={() => (open ? close() : doors.open(true))}
        />
      </ChatProvider>
    </TextsProvider>
  );
}
