import { Hourglass, Inbox, Layers } from "lucide-preact";
import { Link } from "wouter-preact";
import { useDeskState } from "../desk";
import { mine, unreadIn, waiting } from "../state/lists";
import type { ListName } from "../state/model";
import { pathToList } from "../state/place";
import { t } from "../texts";
import { NavFoot } from "./nav_foot";

interface Props {
  /** None while one is in the settings. */
  list: ListName | undefined;
  onHelp: () => void;
  onPalette: () => void;
  onSignOut: () => void;
}

const ICONS = { mine: Inbox, waiting: Hourglass, all: Layers };

export function Nav({ list, onHelp, onPalette, onSignOut }: Props) {
  const unread = useDeskState((state) => unreadIn(mine(state)));
  const waitingCount = useDeskState((state) => waiting(state).length);
  const counts = {
    mine: { count: unread, label: t.unreadCount(unread) },
    waiting: { count: waitingCount, label: t.waitingCount(waitingCount) },
    all: { count: 0, label: "" },
  };

  return (
    <header class="nav">
      <p class="brand">{t.brand}</p>
      <nav aria-label={t.lists}>
        <ul class="nav-list">
          {(["mine", "waiting", "all"] as const).map((name) => {
            const Icon = ICONS[name];
            const { count, label } = counts[name];
            return (
              <li key={name}>
                <Link
                  href={pathToList(name)}
                  class="nav-link"
                  aria-current={name === list ? "page" : undefined}
                  title={t.listNames[name]}
                >
                  <Icon size={18} aria-hidden="true" />
                  <span class="nav-word">{t.listNames[name]}</span>
                  {count > 0 && (
                    <span class={`badge badge-${name}`}>
                      <span aria-hidden="true">{count}</span>
                      <span class="sr-only">{label}</span>
                    </span>
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <NavFoot onHelp={onHelp} onPalette={onPalette} onSignOut={onSignOut} isInSettings={!list} />
    </header>
  );
}
