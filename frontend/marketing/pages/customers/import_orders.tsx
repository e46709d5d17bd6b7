// biome-ignore-all lint/a11y/noRedundantRoles: `display` takes table roles away in some browsers; on a phone rows are cards
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { useId, useState } from "preact/hooks";
import { SamtalError } from "../../../client/ack";
import type { OrderImportView, RefusedLine } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import { Cell } from "../../parts/cell";
import { ColumnHead } from "../../parts/column_head";
import { Searched } from "../../parts/searched";
import { useHub } from "../../session";
import { words } from "./import_texts";

const LARGEST = 240_000;

/** Orders of a file, for who has no shop that tells them by itself. */
export function ImportOrders() {
  const hub = useHub();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const id = useId();
  const taking = useMutation({
    mutationFn: async (chosen: File) => hub.importOrders(await chosen.text()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["customers"] }),
  });
  const large = file !== null && file.size > LARGEST;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (file !== null && !large) taking.mutate(file);
  };
  return (
    <section class="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <p class="soft">{words.columns}</p>
      <form class="import" onSubmit={submit}>
        <label for={id}>{words.file}</label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          required
          onChange={(event) => {
            taking.reset();
            setFile(event.currentTarget.files?.[0] ?? null);
          }}
        />
        <button type="submit" class="button primary" disabled={file === null || large || taking.isPending}>
          {taking.isPending ? words.busy : words.submit}
        </button>
      </form>
      <div role="status">
        {large && <p class="field-error">{words.tooLarge}</p>}
        {taking.isError && <p class="field-error">{whyNot(taking.error)}</p>}
        {taking.data && <Outcome made={taking.data} />}
      </div>
    </section>
  );
}

function Outcome({ made: { added, changed, same, refused } }: { made: OrderImportView }) {
  return (
    <>
      <p>{words.done(number(added), number(changed), number(same))}</p>
      {refused.length > 0 && (
        <>
          <p>{words.refused(refused.length, number(refused.length))}</p>
          <Searched items={refused} label={words.find} wordsOf={searchable}>
            {(found) => (
              <table class="table stacking" role="table" aria-label={words.refused(refused.length, "")}>
                <thead role="rowgroup">
                  <tr role="row">
                    <ColumnHead name={words.line} numeric />
                    <ColumnHead name={words.column} />
                    <ColumnHead name={words.reason} />
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  {found.map((one) => (
                    <tr role="row" key={one.line}>
                      <Cell name={words.line} numeric>
                        {number(one.line)}
                      </Cell>
                      <Cell name={words.column}>
                        <bdi>{one.column || words.wholeLine}</bdi>
                      </Cell>
                      <Cell name={words.reason}>{words.codes[one.code]}</Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Searched>
        </>
      )}
    </>
  );
}

function searchable({ line, column, code }: RefusedLine): string {
  return `${line} ${column} ${words.codes[code]}`;
}

export function whyNot(error: unknown): string {
  if (!(error instanceof SamtalError)) return words.failed;
  if (error.code === "too_large") return `${words.failed} ${words.tooLarge}`;
  const columns = Object.keys(error.fields).filter((name) => name !== "csv");
  return columns.length > 0
    ? `${words.failed} ${words.missing(columns.join(", "))}`
    : `${words.failed} ${error.message}`;
}
