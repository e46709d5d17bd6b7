import { CircleHelp, Ellipsis, LogOut, Search, Settings } from "lucide-preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { useDeskState } from "../desk";
import { pathToSettings } from "../state/place";
import { t } from "../texts";
import { AvailabilitySwitch } from "./availability_switch";
import { Switches } from "./switches";

interface Props {
  onHelp: () => void;
  onPalette: () => void;
  onSignOut: () => void;
  isInSettings: boolean;
}

/** Availability, and what is needed seldom; on a phone the latter opens from a button, for a bar has no room. */
export function NavFoot({ onHelp, onPalette, onSignOut, isInSettings }: Props) {
  const account = useDeskState((state) => state.account);
  const { isOpen, setOpen, foot, button, onKeyDown } = useSheet();
  const sheetId = useId();

  /** What leads elsewhere puts the sheet away; switches leave it. */
  function away(act?: () => void) {
    return () => {
      setOpen(false);
      act?.();
    };
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape only repeats the button
    <div ref={foot} class="nav-foot" onKeyDown={onKeyDown}>
      <AvailabilitySwitch />
      <button
        ref={button}
        type="button"
        class="nav-link nav-more"
        aria-expanded={isOpen}
        aria-controls={sheetId}
        aria-label={t.more}
        title={t.more}
        onClick={() => setOpen(!isOpen)}
      >
        <Ellipsis size={18} aria-hidden="true" />
      </button>
      <div id={sheetId} class={isOpen ? "nav-rest nav-rest-open" : "nav-rest"}>
        <button
          type="button"
          class="nav-link"
          onClick={away(onPalette)}
          title={t.goTo}
          aria-keyshortcuts="Control+K"
        >
          <Search size={18} aria-hidden="true" />
          <span class="nav-word">{t.goTo}</span>
          <kbd class="nav-word">Ctrl K</kbd>
        </button>
        <button
          type="button"
          class="nav-link"
          onClick={away(onHelp)}
          title={t.keyboard}
          aria-keyshortcuts="?"
        >
          <CircleHelp size={18} aria-hidden="true" />
          <span class="nav-word">{t.keyboard}</span>
          <kbd class="nav-word">?</kbd>
        </button>
        {account?.role === "admin" && (
          <Link
            href={pathToSettings()}
            class="nav-link"
            aria-current={isInSettings ? "page" : undefined}
            title={t.settings.title}
            onClick={away()}
          >
            <Settings size={18} aria-hidden="true" />
            <span class="nav-word">{t.settings.title}</span>
          </Link>
        )}
        <Switches />
        <div class="who">
          <span class="nav-word who-name">
            <bdi>{account?.name}</bdi>
            <small>{account && t.roles[account.role]}</small>
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label={t.signOut}
            title={t.signOut}
            onClick={onSignOut}
          >
            <LogOut size={18} aria-hidden="true" />
          </button>
        </div>
      </div>
    </div>
  );
}

/** Open until one presses elsewhere or Escape, which gives the focus back. */
function useSheet() {
  const [isOpen, setOpen] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !foot.current?.contains(event.target)) setOpen(false);
    };
    const events = ["pointerdown", "focusin"] as const;
    for (const name of events) document.addEventListener(name, leave);
    return () => {
      for (const name of events) document.removeEventListener(name, leave);
    };
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || !isOpen) return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  }

  return { isOpen, setOpen, foot, button, onKeyDown };
}
