/** What the palette leads to. */

export interface Offer {
  readonly id: string;
  readonly kind: "chat" | "action" | "canned";
  readonly title: string;
  readonly hint?: string;
  readonly act: () => void;
}

/** Offers that contain every word typed; those whose title begins with them come first. */
export function fitting(offers: readonly Offer[], words: string): Offer[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const [first = ""] = wanted;
  const begins = (offer: Offer) => Number(!offer.title.toLowerCase().startsWith(first));
  return offers
    .filter((offer) => {
      const text = `${offer.title} ${offer.hint ?? ""}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .sort((one, other) => begins(one) - begins(other));
}
