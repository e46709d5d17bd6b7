import { useSearchParams } from "wouter-preact";

export const CERTAINTIES = ["missed", "unsure", "sure"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Which lines are looked at. It lives in the address, so that it can be linked, reloaded and gone back to. */
export interface View {
  readonly certainty: Certainty;
  readonly language: string;
  readonly q: string;
}

export function useView(): [View, (changes: Partial<View>) => void] {
  const [params, setParams] = useSearchParams();
  const certainty = CERTAINTIES.find((one) => one === params.get("certainty")) ?? "missed";
  const view = { certainty, language: params.get("language") ?? "", q: params.get("words") ?? "" };
  const change = (changes: Partial<View>) => {
    const { certainty, language, q } = { ...view, ...changes };
    const replace = changes.q !== undefined;
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [name, value] of [
          ["certainty", certainty === "missed" ? "" : certainty],
          ["language", language],
          ["words", q],
        ] as const) {
          if (value === "") next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace },
    );
  };
  return [view, change];
}
