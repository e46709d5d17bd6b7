import { Link } from "wouter-preact";
import { Page } from "../../parts/page";
import { texts } from "../../texts";

export function NotFound() {
  return (
    <Page title={texts.states.notFoundTitle} lead={texts.states.notFound}>
      <Link class="button" href="/">
        {texts.states.toOverview}
      </Link>
    </Page>
  );
}
