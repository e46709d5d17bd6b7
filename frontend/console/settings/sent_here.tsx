import { Link } from "wouter-preact";
import type { InboxSettings } from "../../wire/rest.gen";
import { pathToSettings } from "../state/place";
import { t } from "../texts";
import { condition, rulesOf } from "./rules";

/** Which chats the inboxes send to a team. */
export function SentHere({ team, inboxes }: { team: string; inboxes: readonly InboxSettings[] }) {
  const sources = inboxes.flatMap((inbox) => [
    ...rulesOf(inbox.routing_rules)
      .filter((rule) => rule.team === team)
      .map((rule) => t.settings.ruleOfInbox(inbox.name, condition(rule))),
    ...(inbox.team_id === team ? [t.settings.ruleOfInbox(inbox.name, t.settings.allOthers)] : []),
  ]);
  return (
    <div class="sent-here">
      <p>{sources.length > 0 ? t.settings.rulesToTeam : t.settings.rulesToTeamNone}</p>
      {sources.length > 0 && (
        <ul>
          {sources.map((source) => (
            <li key={source}>
              <bdi>{source}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Link href={pathToSettings("inbox")}>{t.settings.changeRules}</Link>
    </div>
  );
}
