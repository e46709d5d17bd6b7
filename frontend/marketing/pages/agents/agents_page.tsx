import { ComparePicker, useComparison } from "../../parts/compare_picker";
import { ExportMenu } from "../../parts/export_menu";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Empty, Loaded } from "../../parts/states";
import { usePlace } from "../../places/use_place";
import { Figures } from "../overview/figures_section";
import { Reasons } from "../overview/reasons";
import { figuresOf } from "./figures";
import { PeopleTable } from "./people_table";
import { useAgents } from "./queries";
import { words } from "./texts";

/** What people took over from the bot, how fast, and how it was rated. */
export function AgentsPage() {
  const place = usePlace();
  const comparison = useComparison();
  const now = useAgents(place.period);
  const before = useAgents(comparison.period);
  return (
    <Page
      title={words.title}
      lead={<ComparePicker {...comparison} />}
      actions={
        <>
          <PeriodPicker period={place.period} today={place.today} onPick={place.setPeriod} />
          <ExportMenu period={place.period} />
        </>
      }
    >
      <Loaded query={now} rows={6}>
        {(report) =>
          report.handed_off === 0 && report.taken === 0 ? (
            <Empty title={words.emptyTitle}>
              <p>{words.empty}</p>
            </Empty>
          ) : (
            <>
              <Figures
                figures={figuresOf(report, before.isPlaceholderData ? null : (before.data ?? null))}
                place={place}
              />
              <section class="part" aria-labelledby="people">
                <h2 id="people">{words.peopleTitle}</h2>
                <p class="soft">{words.peopleLead}</p>
                <PeopleTable agents={report.agents} />
              </section>
              <div class="part">
                <Reasons
                  title={words.reasonsTitle}
                  handedOff={report.handed_off}
                  reasons={report.handoff_reasons}
                  period={place.period}
                />
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
