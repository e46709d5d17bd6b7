import { describe, expect, test } from "vitest";
import { KEYS, shortcutOf } from "./keys";

function press(key: string, change: Partial<KeyboardEvent> = {}) {
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    target: document.body,
    ...change,
  };
}

function inside(html: string, selector: string): HTMLElement {
  document.body.innerHTML = html;
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

describe("keys", () => {
  test("every letter asks for what it promises", () => {
    for (const [key, shortcut] of Object.entries(KEYS)) expect(shortcutOf(press(key))).toBe(shortcut);
  });

  test("letters are letters while one writes", () => {
    for (const tag of ["input", "textarea", "select"]) {
      const target = inside(`<${tag}></${tag}>`, tag);
      expect(shortcutOf(press("a", { target }))).toBeNull();
      expect(shortcutOf(press("/", { target }))).toBeNull();
    }
  });

  test("letters are a dialog's own while it is open", () => {
    const target = inside("<dialog open><button>Yes</button></dialog>", "button");
    expect(shortcutOf(press("n", { target }))).toBeNull();
  });

  test("the palette opens from anywhere, also while one writes", () => {
    const target = inside("<textarea></textarea>", "textarea");
    expect(shortcutOf(press("k", { ctrlKey: true, target }))).toBe("palette");
    expect(shortcutOf(press("K", { metaKey: true }))).toBe("palette");
  });

  test("the browser's own combinations stay the browser's", () => {
    expect(shortcutOf(press("r", { ctrlKey: true }))).toBeNull();
    expect(shortcutOf(press("a", { metaKey: true }))).toBeNull();
    expect(shortcutOf(press("e", { altKey: true }))).toBeNull();
  });

  test("a word being composed is not a shortcut", () => {
    expect(shortcutOf(press("a", { isComposing: true }))).toBeNull();
  });
});
