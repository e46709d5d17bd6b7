import { useRef, useState } from "preact/hooks";

/** While frozen, rows keep their place: newcomers go to the end, and those that left stay. */
export function orderWhile(frozen: boolean, shown: readonly string[], present: readonly string[]): string[] {
  if (!frozen) return [...present];
  const known = new Set(shown);
  return [...shown, ...present.filter((id) => !known.has(id))];
}

/** Nothing moves under the pointer: the order rests while a mouse is over the list. */
export function useRestingOrder(present: readonly string[], listName: string) {
  const [isOver, setOver] = useState(false);
  const shown = useRef<{ list: string; ids: string[] }>({ list: listName, ids: [] });
  const isSameList = shown.current.list === listName;
  const ids = orderWhile(isOver && isSameList, shown.current.ids, present);
  shown.current = { list: listName, ids };
  return {
    ids,
    resting: {
      onPointerEnter: (event: PointerEvent) => setOver(event.pointerType === "mouse"),
      onPointerLeave: () => setOver(false),
    },
  };
}
