import { useRef } from "preact/hooks";
import { ExportMenu } from "../../parts/export_menu";
import { FilterBar } from "../../parts/filter_bar";
import { Nothing } from "../../parts/nothing";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Loaded, More } from "../../parts/states";
import { usePlace } from "../../places/use_place";
import { useDialogues } from "../../queries";
import { texts } from "../../texts";
import { GoneNote } from "../kept/gone_note";
import { ResultList } from "./result_list";

export function DialoguesPage() {
  const place = usePlace();
  const query = useDialogues(place.period, place.filters);
  const results = useRef<HTMLOListElement>(null);
  return (
    <Page
      title={texts.dialogues.title}
      actions={
        <>
          <PeriodPicker period={place.period} today={place.today} onPick={place.setPeriod} />
          <ExportMenu period={place.period} />
        </>
      }
    >
      <FilterBar
        place={place}
        label={texts.filters.search}
        onDown={() => results.current?.querySelector("a")?.focus()}
      />
      <GoneNote />
      <Loaded query={query} rows={8}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            const { emptyTitle, empty } = texts.dialogues;
            return <Nothing place={place} title={emptyTitle} lead={empty} />;
          }
          return (
            <>
              <ResultList ref={results} rows={rows} />
              <More shown={rows.length} query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
