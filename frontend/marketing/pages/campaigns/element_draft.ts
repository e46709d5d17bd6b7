/** What is being written in the element form, and whether it can be sent. */

import type { ElementBody } from "../../../wire/rest.gen";
import { texts } from "../../texts";

export const KINDS = ["link", "newsletter", "advert", "qr", "coupon", "hotline", "greeting"] as const;
export type Kind = (typeof KINDS)[number];

export interface Draft {
  readonly name: string;
  readonly kind: Kind;
  readonly target_url: string;
  readonly campaign_id: string;
  readonly variant: string;
  readonly code: string;
}

export const EMPTY: Draft = {
  name: "",
  kind: "link",
  target_url: "",
  campaign_id: "",
  variant: "",
  code: "",
};

/** The hub's own rules, said before the way there and back. */
export function problemsOf(draft: Draft): Partial<Record<keyof Draft, string>> {
  const problems: Partial<Record<keyof Draft, string>> = {};
  if (draft.name.trim() === "") problems.name = texts.campaigns.nameMissing;
  if (!isTarget(draft.target_url.trim())) problems.target_url = texts.campaigns.targetInvalid;
  if (draft.code !== "" && !/^[A-Za-z0-9-]{3,40}$/.test(draft.code)) problems.code = texts.campaigns.codeHint;
  return problems;
}

/** Fields left empty are not sent. */
export function bodyOf({ name, kind, target_url, campaign_id, variant, code }: Draft): ElementBody {
  return {
    name: name.trim(),
    kind,
    target_url: target_url.trim(),
    ...(campaign_id ? { campaign_id } : {}),
    ...(variant.trim() ? { variant: variant.trim() } : {}),
    ...(code ? { code } : {}),
  };
}

/** `//host` is a foreign address in disguise. */
function isTarget(text: string): boolean {
  if (text.startsWith("/")) return !text.startsWith("//") && !text.includes("\\");
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
