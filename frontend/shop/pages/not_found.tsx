import { Link } from "wouter-preact";
import { Page } from "../parts/page";
import { texts } from "../texts";

const words = texts.notFound;

export function NotFoundPage() {
  return (
    <Page title={words.title}>
      <div class="notice">
        <p>{words.text}</p>
        <Link class="button" href="/">
          {words.home}
        </Link>
      </div>
    </Page>
  );
}
