/**
 * Light or dark as the host page is: a page that says it can do both follows the system, one that says
 * nothing is light. Returns what stops following.
 */
export function followHostScheme(host: HTMLElement): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    host.dataset.theme = themeOf(declaredScheme(), system.matches);
  };
  apply();
  system.addEventListener("change", apply);
  return () => system.removeEventListener("change", apply);
}

export function themeOf(declared: string, systemIsDark: boolean): "light" | "dark" {
  const dark = declared.includes("dark");
  if (dark && declared.includes("light")) return systemIsDark ? "dark" : "light";
  return dark ? "dark" : "light";
}

function declaredScheme(): string {
  const style = getComputedStyle(document.documentElement).colorScheme;
  if (style && style !== "normal") return style;
  return document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? "";
}
