import type { FaultView } from "../../../wire/rest.gen";
import { languageName } from "../../places/names";
import { words } from "./texts";

/** Why a model may not come into service, in a sentence. */
export function faultText({ fault, language }: FaultView): string {
  const { fault: texts } = words.model;
  return fault === "language_worse" ? texts.language_worse(languageName(language ?? "")) : texts[fault];
}
