import { Link } from "wouter-preact";
import { useAccount } from "../desk";
import { pathToSettings, SETTINGS_PARTS, type SettingsPart } from "../state/place";
import { t } from "../texts";
import { Empty } from "../views/states";
import { AgentSettings } from "./agents";
import { InboxPart } from "./inbox";
import { TeamSettings } from "./teams";
import { WebhookSettings } from "./webhooks/page";

/** What administrators set: who answers, in which teams, and how chats reach them. */
export function SettingsPage({ part }: { part: SettingsPart }) {
  const account = useAccount();
  return (
    <main class="settings" aria-labelledby="settings-title">
      <header class="settings-head">
        <h1 id="settings-title" class="column-title">
          {t.settings.title}
        </h1>
        <nav aria-label={t.settings.partsLabel} class="settings-parts">
          {SETTINGS_PARTS.map((name) => (
            <Link key={name} href={pathToSettings(name)} aria-current={name === part ? "page" : undefined}>
              {t.settings.parts[name]}
            </Link>
          ))}
        </nav>
      </header>
      <div class="settings-body">
        {account?.role === "admin" ? <Part part={part} /> : <Empty title={t.settings.notAllowed} />}
      </div>
    </main>
  );
}

function Part({ part }: { part: SettingsPart }) {
  switch (part) {
    case "teams":
      return <TeamSettings />;
    case "agents":
      return <AgentSettings />;
    case "webhooks":
      return <WebhookSettings />;
    default:
      return <InboxPart />;
  }
}
