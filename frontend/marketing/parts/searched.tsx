import { Search } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { texts } from "../texts";
import { SearchField } from "./search_field";

interface SearchedProps<Item> {
  items: readonly Item[];
  label: string;
  /** Everything about an item that its reader might look for. */
  wordsOf: (item: Item) => string;
  children: (found: readonly Item[]) => ComponentChildren;
}

/** A list that is wholly here, narrowed while typing. */
export function Searched<Item>({ items, label, wordsOf, children }: SearchedProps<Item>) {
  const [words, setWords] = useState("");
  const wanted = words.toLowerCase().split(/\s+/);
  const found = items.filter((item) => {
    const own = wordsOf(item).toLowerCase();
    return wanted.every((word) => own.includes(word));
  });
  return (
    <>
      <SearchField
        label={label}
        icon={<Search size={16} aria-hidden="true" />}
        value={words}
        onSearch={setWords}
      />
      {found.length === 0 ? <p class="soft">{texts.searched.noMatch}</p> : children(found)}
    </>
  );
}
