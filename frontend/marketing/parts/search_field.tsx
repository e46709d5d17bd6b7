import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

const PAUSE_MS = 250;

interface SearchFieldProps {
  label: string;
  value: string;
  icon?: ComponentChildren;
  onSearch: (words: string) => void;
  onDown?: () => void;
}

/** Asks once the typing pauses, at once on Enter, and never in the middle of a composed character. */
export function SearchField({ label, value, icon, onSearch, onDown }: SearchFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);
  const search = useRef(onSearch);
  search.current = onSearch;

  const ask = (words: string) => {
    if (words.trim() === asked.current) return;
    asked.current = words.trim();
    search.current(words.trim());
  };

  // The address may change without this field: back, a link, "clear".
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setTyped(value);
  }, [value]);

  useEffect(() => {
    const timer = setTimeout(() => ask(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter") ask(typed);
    if (event.key === "ArrowDown" && onDown) {
      event.preventDefault();
      onDown();
    }
  };

  return (
    <div class="search-field">
      <label for={id} class="sr-only">
        {label}
      </label>
      {icon}
      <input
        id={id}
        type="search"
        placeholder={label}
        maxLength={200}
        dir="auto"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
