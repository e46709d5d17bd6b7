import { useState } from "preact/hooks";
import { SamtalError } from "../../client/ack";
import { t } from "../texts";

interface Props {
  onSignIn: (email: string, password: string) => Promise<void>;
  why: WhySignIn | undefined;
}

/** Why the form is shown to somebody who was signed in, or still is. */
export type WhySignIn = "session_ended" | "signed_out" | "no_right";

export function SignIn({ onSignIn, why }: Props) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setError(undefined);
    try {
      await onSignIn(String(form.get("email")).trim(), String(form.get("password")));
    } catch (refused) {
      setError(reasonOf(refused));
    } finally {
      setBusy(false);
    }
  }

  return (
    <main class="sign-in">
      <form class="sign-in-form" onSubmit={submit}>
        <h1>{t.signInTitle}</h1>
        <p class="soft">{t.signInLead}</p>
        {why && !error && (
          <p class="strip">
            <span>{t.whySignIn[why]}</span>
            {why === "no_right" && <a href="/marketing">{t.toMarketing}</a>}
          </p>
        )}
        {error && (
          <p class="strip strip-danger" role="alert" id="sign-in-error">
            {error}
          </p>
        )}
        <label class="field">
          <span>{t.email}</span>
          <input name="email" type="email" autocomplete="username" required maxLength={254} autofocus />
        </label>
        <label class="field">
          <span>{t.password}</span>
          <input name="password" type="password" autocomplete="current-password" required maxLength={200} />
        </label>
        <button type="submit" class="button button-primary" disabled={busy}>
          {busy ? t.signingIn : t.signIn}
        </button>
      </form>
    </main>
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof SamtalError)) return t.signInFailed;
  switch (error.code) {
    case "rate_limited":
      return t.signInTooOften;
    case "offline":
    case "unavailable":
      return t.signInUnreachable;
    case "internal":
      return t.signInFailed;
    default:
      return t.signInWrong;
  }
}
