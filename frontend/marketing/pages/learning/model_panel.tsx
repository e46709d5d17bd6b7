import { SamtalError } from "../../../client/ack";
import type { AccountView, BotJobsView, BotJobView, LessonView } from "../../../wire/rest.gen";
import { moment } from "../../measures/format";
import { Moment } from "../../parts/moment";
import { reasonOf } from "../../parts/states";
import { faultText } from "./faults";
import { JobProgress } from "./job_progress";
import { isWorking, useWish } from "./queries";
import { ScoreTable } from "./score_table";
import { words } from "./texts";

const texts = words.model;
const BUILT = "built";

interface ModelPanelProps {
  account: AccountView;
  found: BotJobsView;
  lessons: readonly LessonView[];
}

/** Which model serves, what is being trained, what was, and the ways between them. */
export function ModelPanel({ account, found, lessons }: ModelPanelProps) {
  const wish = useWish();
  const { trainer, jobs } = found;
  const isAdmin = account.role === "admin";
  const busy = isWorking(found) || wish.isPending;
  const taught = lessons.filter(({ intent, held_out }) => intent && !held_out).length;
  const [current] = jobs.filter(({ state }) => state === "waiting" || state === "running");
  const trainings = jobs.filter(({ kind, state }) => kind === "train" && state === "done");
  const [last] = jobs;
  return (
    <>
      {trainer ? (
        <p>{texts.serving(nameOf(trainer.serving, jobs))}</p>
      ) : (
        <p class="notice">{texts.noTrainer}</p>
      )}
      {!isAdmin && <p class="soft">{texts.forAdmins}</p>}
      {isAdmin && trainer && (
        <div class="row">
          <button
            type="button"
            class="button primary"
            disabled={busy || taught === 0}
            onClick={() => wish.mutate({ do: "train" })}
          >
            {texts.train(taught)}
          </button>
          {trainer.former && (
            <button
              type="button"
              class="button"
              disabled={busy}
              onClick={() => wish.mutate({ do: "roll_back" })}
            >
              {texts.rollBack(nameOf(trainer.former, jobs))}
            </button>
          )}
        </div>
      )}
      {isAdmin && taught === 0 && <p class="soft">{texts.nothingToTrain}</p>}
      <div role="alert">{wish.error && <p class="field-error">{sentenceOf(wish.error)}</p>}</div>
      {current && (
        <JobProgress
          job={current}
          {...(isAdmin && current.kind === "train"
            ? { onCancel: () => wish.mutate({ do: "cancel", id: current.id }) }
            : {})}
        />
      )}
      <div role="status">{!current && last && <Ended job={last} />}</div>
      <h3>{texts.trainings}</h3>
      {trainings.length === 0 && <p class="soft">{texts.none}</p>}
      <ul class="trainings">
        {trainings.map((job) => (
          <Training
            key={job.id}
            job={job}
            serves={trainer?.serving === job.id}
            {...(isAdmin && trainer && !busy
              ? { onPromote: () => wish.mutate({ do: "promote", id: job.id }) }
              : {})}
          />
        ))}
      </ul>
    </>
  );
}

interface TrainingProps {
  job: BotJobView;
  serves: boolean;
  onPromote?: () => void;
}

function Training({ job, serves, onPromote }: TrainingProps) {
  const mayServe = job.faults.length === 0;
  return (
    <li class="panel">
      <p>
        <strong>
          <Moment time={job.finished_at ?? job.asked_at} />
        </strong>{" "}
        <span class="soft">{texts.of(job.lessons, job.held_out)}</span>
      </p>
      <ScoreTable scores={job.scores} />
      {serves ? (
        <p>{texts.inService}</p>
      ) : (
        <>
          <ul class="faults">
            {job.faults.map((fault) => (
              <li key={`${fault.fault} ${fault.language ?? ""}`}>{faultText(fault)}</li>
            ))}
          </ul>
          {mayServe && <p>{texts.notWorse}</p>}
          {onPromote && mayServe && (
            <div class="row">
              <button type="button" class="button primary" onClick={onPromote}>
                {texts.promote}
              </button>
            </div>
          )}
        </>
      )}
    </li>
  );
}

function Ended({ job }: { job: BotJobView }) {
  const known: Partial<Record<string, string>> = texts.failure;
  const why = job.failure ? (known[job.failure] ?? job.failure) : null;
  return (
    <p class="soft">
      {texts.kind[job.kind]}: {texts.state[job.state]}
      {job.finished_at && (
        <>
          {", "}
          <Moment time={job.finished_at} />
        </>
      )}
      . {why}
    </p>
  );
}

/** A model goes by when it was trained. */
export function nameOf(model: string, jobs: readonly BotJobView[]): string {
  const job = jobs.find(({ id, kind }) => kind === "train" && id === model);
  if (model === BUILT || job === undefined) return model === BUILT ? texts.built : model;
  return texts.trained(moment(job.finished_at ?? job.asked_at));
}

function sentenceOf(error: Error): string {
  return error instanceof SamtalError && !error.passing ? error.message : reasonOf(error);
}
