import type { AccountView } from "../../../wire/rest.gen";
import { useSignOut } from "../../session";
import { texts } from "../../texts";

export function NotAllowed({ account }: { account: AccountView }) {
  const signOut = useSignOut();
  return (
    <main class="entry">
      <section class="entry-card">
        <h1>{texts.nav.label}</h1>
        <p>{texts.signIn.notMarketer(account.name)}</p>
        <div class="row">
          <a class="button primary" href="/console">
            {texts.signIn.toConsole}
          </a>
          <button type="button" class="button" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
            {texts.signIn.other}
          </button>
        </div>
      </section>
    </main>
  );
}
