import { CircleHelp, Hourglass, Inbox, Layers, LogOut, Search, Settings } from "lucide-preact";
import { Link } from "wouter-preact";
import { useDeskState } from "../desk";
import { mine, unreadIn, waiting } from "../state/lists";
import type { ListName } from "../state/model";
import { pathToList, pathToSettings } from "../state/place";
import { t } from "../texts";
import { AvailabilitySwitch } from "./availability_switch";
import { Switches } from "./switches";

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
  const account = useDeskState((state) => state.account);
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
      <div class="nav-foot">
        <button
          type="button"
          class="nav-link"
          onClick={onPalette}
          title={t.goTo}
          aria-keyshortcuts="Control+K"
        >
          <Search size={18} aria-hidden="true" />
          <span class="nav-word">{t.goTo}</span>
          <kbd class="nav-word">Ctrl K</kbd>
        </button>
        <button type="button" class="nav-link" onClick={onHelp} title={t.keyboard} aria-keyshortcuts="?">
          <CircleHelp size={18} aria-hidden="true" />
          <span class="nav-word">{t.keyboard}</span>
          <kbd class="nav-word">?</kbd>
        </button>
        {account?.role === "admin" && (
          <Link
            href={pathToSettings()}
            class="nav-link nav-settings"
            aria-current={list ? undefined : "page"}
            title={t.settings.title}
          >
            <Settings size={18} aria-hidden="true" />
            <span class="nav-word">{t.settings.title}</span>
          </Link>
        )}
        <Switches />
        <AvailabilitySwitch />
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
    </header>
  );
}
