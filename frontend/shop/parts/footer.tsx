import { Link } from "wouter-preact";
import { texts } from "../texts";
import { Mark } from "./mark";

const words = texts.footer;

export function Footer() {
  return (
    <footer class="footer">
      <div class="footer-row">
        <div class="footer-brand">
          <Mark />
          <p>{words.note}</p>
        </div>
        <nav aria-label={words.service}>
          <h2>{words.service}</h2>
          <ul>
            <li>
              <Link href="/shipping">{words.shipping}</Link>
            </li>
            <li>
              <Link href="/returns">{words.returns}</Link>
            </li>
            <li>
              <Link href="/sizes">{words.sizes}</Link>
            </li>
            <li>
              <a href="/help">{words.help}</a>
            </li>
            <li>
              <Link href="/about">{words.about}</Link>
            </li>
            <li>
              <Link href="/account">{words.account}</Link>
            </li>
          </ul>
        </nav>
        <nav aria-label={words.demo}>
          <h2>{words.demo}</h2>
          <ul>
            <li>
              <a href="/console">{words.console}</a>
            </li>
            <li>
              <a href="/marketing">{words.marketing}</a>
            </li>
            <li>
              <a href="/api/docs">{words.api}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
