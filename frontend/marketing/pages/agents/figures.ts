import type { AgentsReport } from "../../../wire/rest.gen";
import { beside, type Figure } from "../overview/figures";

const BEHIND = {
  handed_off: { outcome: "handed_off" },
  taken: { outcome: "taken" },
  agent_reply: { outcome: "waited" },
};

export function figuresOf(now: AgentsReport, before: AgentsReport | null): Figure[] {
  return beside(BEHIND, readings(now), before === null ? null : readings(before));
}

function readings({ handed_off, taken, waits, wait_median_seconds }: AgentsReport) {
  return {
    handed_off: { kind: "count", base: handed_off },
    taken: { kind: "count", base: taken },
    agent_reply: { kind: "seconds", value: wait_median_seconds, base: waits },
  } as const;
}
