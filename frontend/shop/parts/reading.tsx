import type { ComponentChildren } from "preact";
import { Page } from "./page";

/** A page to read: an introduction, what is special to it, then sections. */
export function Reading({
  title,
  intro,
  sections = [],
  children,
}: {
  title: string;
  intro: string;
  sections?: readonly { title: string; text: string }[];
  children?: ComponentChildren;
}) {
  return (
    <Page title={title} kind="reading">
      <p class="intro">{intro}</p>
      {children}
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <p>{section.text}</p>
        </section>
      ))}
    </Page>
  );
}

/** Its caption says what is in it; on a phone it scrolls within itself. */
export function Table({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {others.map((cell, place) => (
                <td key={head[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
