import type { Overview, Share } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import type { Period } from "../../measures/period";
import { address, type FilterName } from "../../places/filters";
import { useNames } from "../../places/use_names";
import { texts } from "../../texts";
import { Bars, type Row } from "./bars";
import { Reasons } from "./reasons";

interface SharesProps {
  overview: Overview;
  period: Period;
}

/** What the period is made of; every row opens its dialogues. */
export function Shares({ overview, period }: SharesProps) {
  const nameOf = useNames();
  const rows = (filter: FilterName, shares: readonly Share[]): Row[] =>
    shares.map(({ key, count }) => ({
      key,
      label: nameOf(filter, key),
      count,
      href: address("/dialogues", period, { [filter]: key }),
    }));
  const { dialogues, handed_off } = overview;
  const all = texts.overview.ofDialogues(number(dialogues));
  return (
    <div class="bars-grid">
      <Reasons
        title={texts.overview.reasonsTitle}
        handedOff={handed_off}
        reasons={overview.handoff_reasons}
        period={period}
      />
      <Bars
        title={texts.overview.intentsTitle}
        base={dialogues}
        baseText={all}
        rows={rows("intent", overview.intents)}
        empty={texts.overview.noIntents}
      />
      <Bars
        title={texts.overview.elementsTitle}
        base={dialogues}
        baseText={all}
        rows={rows("element", overview.elements)}
        empty={texts.overview.noElements}
      />
      <Bars
        title={texts.overview.channelsTitle}
        base={dialogues}
        baseText={all}
        rows={rows("channel", overview.channels)}
        empty={texts.overview.noChannels}
      />
    </div>
  );
}
