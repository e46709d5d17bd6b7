import { type FunctionComponent, h } from "preact";
import { again, untilHere } from "./again";

type Parts = typeof import("./later/parts");

let parts: Parts | undefined;
let tell: (state: boolean) => void = () => {};

const come = untilHere(
  again(() => import("./later/parts")),
  () => tell(false),
);

/** Whoever draws them hears whether they are here, and of each try that failed. */
export function onLaterParts(listen: (here: boolean) => void): void {
  tell = listen;
}

/** Fetched once, and again until they come. */
export async function fetchLaterParts(root: ShadowRoot): Promise<Parts> {
  parts = await come();
  if (!root.adoptedStyleSheets.includes(parts.sheet)) root.adoptedStyleSheets.push(parts.sheet);
  tell(true);
  return parts;
}

/** Stands for a part until it has come; the panel is drawn anew then. */
const later =
  <Props extends object>(pick: (parts: Parts) => FunctionComponent<Props>): FunctionComponent<Props> =>
  (props) =>
    parts ? h(pick(parts), props) : null;

export const Attach = later((all) => all.Attach);
export const Cards = later((all) => all.Cards);
export const Fields = later((all) => all.Fields);
export const FileView = later((all) => all.FileView);
export const Memory = later((all) => all.Memory);
export const PeopleFrom = later((all) => all.PeopleFrom);
export const Rating = later((all) => all.Rating);
export const Told = later((all) => all.Told);
export const Waiting = later((all) => all.Waiting);
export const WhyNotSent = later((all) => all.WhyNotSent);
