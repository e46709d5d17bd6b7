import { useState } from "preact/hooks";
import type { AccountView, SampledView, SampleSheet, SampleView } from "../../../wire/rest.gen";
import { Page } from "../../parts/page";
import { Loaded, reasonOf } from "../../parts/states";
import { AgreementPanel } from "./agreement_panel";
import { Coders } from "./desk_page";
import { useFinish, useSample } from "./queries";
import { Reading } from "./reading";
import { words } from "./texts";

interface SamplePageProps {
  id: string;
  account: AccountView;
}

/** One sample: its dialogues beside the one that is read, and in the end how far its coders agree. */
export function SamplePage({ id, account }: SamplePageProps) {
  const query = useSample(id);
  const sample = query.data?.sample;
  return (
    <Page
      title={sample?.name ?? words.title}
      lead={sample && words.drawn(sample.size, words.strata[sample.by], sample.seed)}
    >
      <Loaded query={query} rows={8}>
        {(sheet) => <Sheet sheet={sheet} account={account} />}
      </Loaded>
    </Page>
  );
}

function Sheet({ sheet, account }: { sheet: SampleSheet; account: AccountView }) {
  const { sample, dialogues } = sheet;
  const mine = sample.coders.find((coder) => coder.id === account.id);
  const open = mine !== undefined && !mine.done_at;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      dialogues.findIndex(({ codes }) => !codes[account.id]),
    ),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const place = chosen ? dialogues.findIndex((one) => one.conversation_id === chosen) : at;
  const shown = dialogues[place];
  const go = (next: number) => {
    setChosen(null);
    setAt(next);
  };
  return (
    <>
      <p role="status">
        <Coders sample={sample} />
      </p>
      {sample.done ? (
        <AgreementPanel sample={sample} onOpen={setChosen} />
      ) : (
        <p class="soft">{open ? words.waits : mine ? words.finished : words.notYours}</p>
      )}
      <div class="desk-columns">
        <Dialogues sample={sample} dialogues={dialogues} reader={account.id} at={place} onGo={go} />
        {shown && (
          <Reading
            key={shown.conversation_id}
            sample={sample}
            conversation={shown.conversation_id}
            title={words.place(place + 1, dialogues.length)}
            open={open}
            mayReveal={account.role === "admin" || account.role === "marketer"}
            onPrevious={place > 0 ? () => go(place - 1) : null}
            onNext={place + 1 < dialogues.length ? () => go(place + 1) : null}
          />
        )}
      </div>
      {open && <Finish id={sample.id} ready={mine.coded === dialogues.length} />}
    </>
  );
}

interface DialoguesProps {
  sample: SampleView;
  dialogues: readonly SampledView[];
  reader: string;
  at: number;
  onGo: (at: number) => void;
}

function Dialogues({ sample, dialogues, reader, at, onGo }: DialoguesProps) {
  return (
    <nav aria-label={words.dialogues}>
      <ol class="desk-list">
        {dialogues.map(({ conversation_id, stratum, codes }, place) => (
          <li key={conversation_id}>
            <button
              type="button"
              class="desk-item"
              aria-current={place === at ? "true" : undefined}
              onClick={() => onGo(place)}
            >
              <span>{place + 1}</span>
              <span class="faint">{sample.by === "none" ? "" : words.stratum(stratum)}</span>
              <bdi>
                {sample.done
                  ? sample.coders.map(({ id }) => codes[id]).join(" · ")
                  : (codes[reader] ?? words.uncoded)}
              </bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Finish({ id, ready }: { id: string; ready: boolean }) {
  const finish = useFinish(id);
  return (
    <div class="row">
      <button
        type="button"
        class="button primary"
        disabled={!ready || finish.isPending}
        onClick={() => finish.mutate()}
      >
        {words.finish}
      </button>
      <span class="soft">{words.finishSure}</span>
      {finish.error && (
        <p class="field-error" role="alert">
          {reasonOf(finish.error)}
        </p>
      )}
    </div>
  );
}
