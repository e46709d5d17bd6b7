import { stateOf } from "../../../client/incentive_state";
import type { IncentiveView, PublishedCodeView } from "../../../wire/rest.gen";
import { Moment } from "../../parts/moment";
import { Asking } from "../experiments/asking";
import { sentenceOf } from "../experiments/refusal";
import { ImportCodes } from "./import_codes";
import { PublishedCodes } from "./published_codes";
import { useChangeIncentive } from "./queries";
import { texts } from "./texts";

/** Whether it can be had now, and since or until when. */
export function IncentiveState({ incentive }: { incentive: IncentiveView }) {
  const state = stateOf(incentive, new Date());
  const day =
    state === "closed"
      ? incentive.closed_at
      : state === "waiting"
        ? incentive.valid_from
        : incentive.valid_until;
  return (
    <>
      {texts.state[state]}
      {day && (
        <span class="under faint">
          {state === "running" && `${texts.ends} `}
          <Moment time={day} />
        </span>
      )}
    </>
  );
}

interface IncentiveActsProps {
  incentive: IncentiveView;
  published: readonly PublishedCodeView[];
}

/** Ending it asks first; what was promised to people holds all the same. */
export function IncentiveActs({ incentive, published }: IncentiveActsProps) {
  const change = useChangeIncentive(incentive.id);
  const problem = change.error ? sentenceOf(change.error) : null;
  const closed = incentive.closed_at !== null && incentive.closed_at !== undefined;
  return (
    <div class="row incentive-acts">
      {closed ? (
        <button
          type="button"
          class="button small"
          disabled={change.isPending}
          onClick={() => change.mutate({ closed: false })}
        >
          {texts.reopen}
          <span class="sr-only"> {incentive.name}</span>
        </button>
      ) : (
        <Asking
          label={texts.end}
          title={texts.endTitle(incentive.name)}
          sure={texts.endSure}
          yes={texts.end}
          no={texts.keep}
          pending={change.isPending}
          problem={problem}
          onYes={() => change.mutate({ closed: true })}
        />
      )}
      {incentive.kind !== "refer_friend" && (
        <>
          <ImportCodes incentive={incentive} />
          <PublishedCodes incentive={incentive} codes={published} />
        </>
      )}
      <label class="incentive-check">
        <input
          type="checkbox"
          aria-label={`${texts.botOffers}: ${incentive.name}`}
          checked={incentive.bot_offers}
          disabled={change.isPending}
          onChange={(event) => change.mutate({ bot_offers: event.currentTarget.checked })}
        />
        <span>{texts.botOffers}</span>
      </label>
      <div role="alert">{problem && <p class="field-error">{problem}</p>}</div>
    </div>
  );
}
