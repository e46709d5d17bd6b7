import { useId, useState } from "preact/hooks";
import { t } from "../texts";
import { Modal } from "../views/modal";
import { fitting, type Offer } from "./offers";

interface Props {
  offers: readonly Offer[];
  onClose: () => void;
}

const MOST_SHOWN = 40;

/** One box that leads to any chat, action or canned reply. */
export function Palette({ offers, onClose }: Props) {
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const shown = fitting(offers, words).slice(0, MOST_SHOWN);
  const listId = useId();

  function take(offer: Offer | undefined) {
    if (!offer) return;
    onClose();
    offer.act();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length > 0) {
      event.preventDefault();
      const next = (active + step + shown.length) % shown.length;
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(shown[active]);
    }
  }

  return (
    <Modal title={t.goTo} onClose={onClose} className="palette">
      <input
        type="text"
        role="combobox"
        autofocus
        value={words}
        aria-label={t.paletteLabel}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={t.palettePlaceholder}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t.goTo} class="offers">
        {shown.map((offer, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the box, which has the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box
          <div
            key={offer.id}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === active}
            onClick={() => take(offer)}
          >
            <span class="offer-kind">{t.offerKinds[offer.kind]}</span>
            <bdi class="offer-title">{offer.title}</bdi>
            {offer.hint && <span class="soft offer-hint">{offer.hint}</span>}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p class="soft">{t.nothingFits}</p>}
    </Modal>
  );
}
