import { useEffect, useId, useRef, useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import { reasonOf } from "../../parts/states";
import { useSignIn } from "../../session";
import { texts } from "../../texts";

export function SignInPage() {
  const signIn = useSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const problem = useId();
  useEffect(() => {
    document.title = `${texts.signIn.title} · ${texts.product}`;
    field.current?.focus();
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (email !== "" && password !== "") signIn.mutate({ email: email.trim(), password });
  };
  return (
    <main class="entry">
      <form class="entry-card" onSubmit={submit}>
        <p class="brand">{texts.product}</p>
        <h1>{texts.signIn.title}</h1>
        <p class="soft">{texts.signIn.lead}</p>
        <label class="field">
          {texts.signIn.email}
          <input
            ref={field}
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            aria-describedby={problem}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {texts.signIn.password}
          <input
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            aria-describedby={problem}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <div id={problem} role="alert">
          {signIn.isError && <p class="field-error">{refusal(signIn.error)}</p>}
        </div>
        <button type="submit" class="button primary" disabled={signIn.isPending}>
          {signIn.isPending ? texts.signIn.busy : texts.signIn.submit}
        </button>
      </form>
    </main>
  );
}

function refusal(error: Error): string {
  const wrong = error instanceof SamtalError && ["not_allowed", "invalid", "not_found"].includes(error.code);
  return wrong ? texts.signIn.wrong : reasonOf(error);
}
