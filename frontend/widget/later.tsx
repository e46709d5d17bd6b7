import { type FunctionComponent, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useChat } from "./chat_context";

type Parts = typeof import("./later/parts");

let parts: Parts | undefined;

/** Fetched once; after a failure the next one who needs it tries again. */
export async function fetchLaterParts(root: ShadowRoot): Promise<Parts> {
  parts ??= await import("./later/parts");
  if (!root.adoptedStyleSheets.includes(parts.sheet)) root.adoptedStyleSheets.push(parts.sheet);
  return parts;
}

/** Stands for a part until it has come. */
function later<Props extends object>(
  pick: (parts: Parts) => FunctionComponent<Props>,
): FunctionComponent<Props> {
  return function Later(props: Props) {
    const { root } = useChat();
    const [, setHere] = useState(parts !== undefined);
    useEffect(() => {
      // They may have come since this was drawn without them.
      fetchLaterParts(root).then(
        () => setHere(true),
        (error) => reportError(error),
      );
    }, [root]);
    return parts ? h(pick(parts), props) : null;
  };
}

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
