import { useEffect, useState } from "preact/hooks";
import { SamtalError } from "../client/ack";
import type { AgentClient } from "../client/agent_client";
import { Rest } from "../client/rest";
import type { AccountView, SessionView, SignedIn as SignedInBody } from "../wire/rest.gen";
import { SignedIn } from "./signed_in";
import { wishAvailability } from "./state/availability_wish";
import { forgetDrafts } from "./state/drafts";
import { forgetOutbox } from "./state/kept_outbox";
import { t } from "./texts";
import { SignIn, type WhySignIn } from "./views/sign_in";
import { Failed, Skeleton } from "./views/states";

type Session =
  | { state: "asking" }
  | { state: "unknown"; why: string }
  | { state: "out"; why?: WhySignIn }
  | { state: "in"; account: AccountView };

/** Who is here? The console for those who may use it, the sign-in form for everybody else. */
export function App({ newClient }: { newClient: () => AgentClient }) {
  const [session, setSession] = useState<Session>({ state: "asking" });
  const [rest] = useState(
    () =>
      new Rest({
        onSignedOut: () =>
          setSession((now) => (now.state === "in" ? { state: "out", why: "session_ended" } : now)),
      }),
  );

  async function ask(why?: WhySignIn) {
    setSession({ state: "asking" });
    try {
      const { account } = await rest.get<SessionView>("session");
      enter(account);
    } catch (error) {
      if (error instanceof SamtalError && error.passing) setSession({ state: "unknown", why: error.message });
      else setSession(why ? { state: "out", why } : { state: "out" });
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => void ask(), []);

  function enter(account: AccountView) {
    const mayAnswer = account.role === "agent" || account.role === "admin";
    setSession(mayAnswer ? { state: "in", account } : { state: "out", why: "no_right" });
  }

  async function signIn(email: string, password: string) {
    const { account } = await rest.post<SignedInBody>("session", { email, password });
    wishAvailability("online");
    enter(account);
  }

  async function signOut() {
    forgetDrafts();
    forgetOutbox();
    try {
      await rest.delete("session");
      setSession({ state: "out", why: "signed_out" });
    } catch (error) {
      // A session the hub still knows must not look ended.
      const why = error instanceof Error ? error.message : String(error);
      setSession({ state: "unknown", why });
    }
  }

  switch (session.state) {
    case "asking":
      return <Skeleton lines={4} label={t.loading} />;
    case "unknown":
      return <Failed what={t.hubUnreachable} why={session.why} onRetry={() => void ask()} />;
    case "out":
      return <SignIn onSignIn={signIn} why={session.why} />;
    case "in":
      return (
        <SignedIn
          key={session.account.id}
          account={session.account}
          rest={rest}
          newClient={newClient}
          onSignOut={() => void signOut()}
          onRefused={() => void ask("session_ended")}
        />
      );
  }
}
