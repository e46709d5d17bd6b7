import { BookmarkPlus } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../texts";
import { Key } from "./key";
import { selectedWords } from "./selected_words";

interface Place {
  top: number;
  left: number;
}

const ABOVE_PX = 40;
const ROOM_PX = 150;

/** Beside words that the agent marked in a visitor's message: keep them as a fact. */
export function RememberMarked({ onRemember }: { onRemember: () => void }) {
  const place = useMarkedPlace();
  if (!place) return null;
  return (
    <button
      type="button"
      class="button button-small remember-marked"
      style={{ top: `${place.top}px`, left: `${place.left}px` }}
      // The words stay marked: the form that opens reads them.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onRemember}
    >
      <BookmarkPlus size={14} aria-hidden="true" /> {t.rememberWords} <Key>m</Key>
    </button>
  );
}

/** Where the marked words are on the screen; gone while what they are in is scrolled. */
function useMarkedPlace(): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const look = () => setPlace(selectedWords() ? placeOf(document.getSelection()) : null);
    document.addEventListener("selectionchange", look);
    document.addEventListener("scroll", look, { capture: true, passive: true });
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("scroll", look, { capture: true });
    };
  }, []);
  return place;
}

function placeOf(selection: Selection | null): Place | null {
  const box = selection?.getRangeAt(0).getBoundingClientRect?.();
  if (!box) return null;
  const widest = Math.max(0, document.documentElement.clientWidth - ROOM_PX);
  return { top: Math.max(0, box.top - ABOVE_PX), left: Math.min(Math.max(0, box.left), widest) };
}
