import type { AccountView, LineQueue } from "../../../wire/rest.gen";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Empty, Loaded } from "../../parts/states";
import { usePlace } from "../../places/use_place";
import { LessonList } from "./lesson_list";
import { LineFilters } from "./line_filters";
import { LineGroup } from "./line_group";
import { ModelPanel } from "./model_panel";
import { OwnIntents } from "./own_intents";
import { useBotJobs, useIntents, useLessons, useLines } from "./queries";
import { words } from "./texts";
import { useView, type View } from "./view";

/** What the bot did not understand, and what people say it should have been. */
export function LearningPage({ account }: { account: AccountView }) {
  const { period, today, setPeriod } = usePlace();
  const [view, setView] = useView();
  const lessons = useLessons();
  const jobs = useBotJobs();
  const mayTeach = account.role === "admin" || account.role === "marketer";
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<PeriodPicker period={period} today={today} onPick={setPeriod} />}
    >
      <section class="part learning" aria-labelledby="learning-lines">
        <h2 id="learning-lines">{words.queueTitle}</h2>
        <Loaded query={useLines(period, view)} rows={6}>
          {(queue) => (
            <>
              <LineFilters queue={queue} view={view} onChange={setView} />
              <Lines queue={queue} view={view} mayTeach={mayTeach} />
            </>
          )}
        </Loaded>
      </section>
      <section class="part learning" aria-labelledby="learning-lessons">
        <h2 id="learning-lessons">{words.lessonsTitle}</h2>
        <Loaded query={lessons} rows={3}>
          {({ items }) => <LessonList lessons={items} mayTeach={mayTeach} />}
        </Loaded>
      </section>
      <section class="part learning" aria-labelledby="learning-model">
        <h2 id="learning-model">{words.model.title}</h2>
        <Loaded query={jobs} rows={3}>
          {(found) => <ModelPanel account={account} found={found} lessons={lessons.data?.items ?? []} />}
        </Loaded>
      </section>
    </Page>
  );
}

interface LinesProps {
  queue: LineQueue;
  view: View;
  mayTeach: boolean;
}

function Lines({ queue, view, mayTeach }: LinesProps) {
  const intents = useIntents().data?.items ?? [];
  const shown = queue.groups.reduce((sum, group) => sum + group.length, 0);
  if (queue.languages.length === 0)
    return (
      <Empty title={words.emptyTitle}>
        <p>{words.empty}</p>
      </Empty>
    );
  if (shown === 0) return <p class="soft">{view.q ? words.noneFit : words.empty}</p>;
  return (
    <>
      <div class="soft" role="status">
        {queue.total > shown && <p>{words.newest(shown, queue.total)}</p>}
        {queue.capped && <p>{words.capped}</p>}
        {queue.ungrouped > 0 && <p>{words.grouping(queue.ungrouped)}</p>}
        {!mayTeach && <p>{words.forReaders}</p>}
      </div>
      {mayTeach && <OwnIntents intents={intents} />}
      <ul class="line-groups">
        {queue.groups.map((group) => (
          <LineGroup
            key={group.map((line) => line.message_id).join(" ")}
            lines={group}
            intents={intents}
            mayTeach={mayTeach}
          />
        ))}
      </ul>
    </>
  );
}
