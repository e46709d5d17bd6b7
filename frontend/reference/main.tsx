import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import "../ui/tokens.css";
import "../ui/base.css";
import "./reference.css";
import { type Entry, type EventsSchema, type OpenApi, restEntries, search, socketEntries } from "./entries";
import { EntryCard } from "./entry_card";
import { texts } from "./texts";

const REST = "/api/v1/openapi.json";
const SOCKETS = "/api/v1/events.schema.json";

type State = { entries: Entry[] } | "loading" | "failed";

async function fetchJson<Data>(address: string): Promise<Data> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function Reference() {
  const [state, setState] = useState<State>("loading");
  const load = () => {
    setState("loading");
    Promise.all([fetchJson<OpenApi>(REST), fetchJson<EventsSchema>(SOCKETS)]).then(
      ([rest, sockets]) => setState({ entries: [...restEntries(rest), ...socketEntries(sockets)] }),
      () => setState("failed"),
    );
  };
  useEffect(load, []);
  return (
    <main>
      <h1>
        Samtal <span>{texts.title}</span>
      </h1>
      <p>{texts.intro}</p>
      <p>
        {texts.documents}: <a href={REST}>OpenAPI</a>, <a href={SOCKETS}>JSON Schema</a>
      </p>
      {state === "loading" && <p role="status">{texts.loading}</p>}
      {state === "failed" && (
        <p role="alert">
          {texts.failed}{" "}
          <button type="button" onClick={load}>
            {texts.again}
          </button>
        </p>
      )}
      {typeof state === "object" && <Entries entries={state.entries} />}
    </main>
  );
}

function Entries({ entries }: { entries: Entry[] }) {
  const [words, setWords] = useState("");
  const found = useMemo(() => search(entries, words), [entries, words]);
  const groups = [...new Set(found.map((entry) => entry.group))];
  return (
    <>
      <label class="find">
        {texts.find}
        <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <p role="status">{found.length === 0 ? texts.nothing : texts.count(found.length, entries.length)}</p>
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          {found
            .filter((entry) => entry.group === group)
            .map((entry) => (
              <EntryCard key={entry.id} entry={entry} />
            ))}
        </section>
      ))}
    </>
  );
}

const root = document.getElementById("app");
if (root) render(<Reference />, root);
