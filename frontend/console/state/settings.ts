/** What an agent chose, kept in this browser. */

export interface Settings {
  readonly sound: boolean;
  readonly notifications: boolean;
  readonly cardFolded: boolean;
}

const KEY = "samtal.console.settings";
const DEFAULTS: Settings = { sound: true, notifications: false, cardFolded: false };

export function loadSettings(): Settings {
  return { ...DEFAULTS, ...kept(KEY) };
}

export function saveSettings(settings: Settings): void {
  keep(KEY, settings);
}

export function kept(key: string, storage: Storage = localStorage): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? "{}");
    return value && typeof value === "object" ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function keep(key: string, value: unknown, storage: Storage = localStorage): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the memory of it, not the work.
  }
}
