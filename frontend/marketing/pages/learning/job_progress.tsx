import { useId } from "preact/hooks";
import type { BotJobView } from "../../../wire/rest.gen";
import { share } from "../../measures/format";
import { Moment } from "../../parts/moment";
import { words } from "./texts";

const texts = words.model;

interface JobProgressProps {
  job: BotJobView;
  onCancel?: () => void;
}

/** How far the trainer is; nothing that serves is touched by it. */
export function JobProgress({ job, onCancel }: JobProgressProps) {
  const label = useId();
  const steps: Partial<Record<string, string>> = texts.step;
  const step = job.state === "waiting" ? texts.state.waiting : (steps[job.step] ?? texts.state.running);
  return (
    <div class="job panel">
      <p id={label}>
        <strong>{texts.kind[job.kind]}</strong>: {step}
      </p>
      <progress aria-labelledby={label} max={1} value={job.share}>
        {share(job.share)}
      </progress>
      <p class="under faint" role="status">
        {share(job.share)} · {texts.asked} <Moment time={job.asked_at} />
        {job.lost && ` · ${texts.lost}`}
      </p>
      {onCancel && (
        <div class="row">
          <button type="button" class="button" onClick={onCancel}>
            {texts.cancel}
          </button>
        </div>
      )}
    </div>
  );
}
