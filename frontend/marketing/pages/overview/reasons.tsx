import type { Share } from "../../../wire/rest.gen";
import { number } from "../../measures/format";
import type { Period } from "../../measures/period";
import { address } from "../../places/filters";
import { useNames } from "../../places/use_names";
import { texts } from "../../texts";
import { Bars } from "./bars";

interface ReasonsProps {
  title: string;
  handedOff: number;
  reasons: readonly Share[];
  period: Period;
}

/** Why people were needed; every row opens its dialogues. */
export function Reasons({ title, handedOff, reasons, period }: ReasonsProps) {
  const nameOf = useNames();
  return (
    <Bars
      title={title}
      base={handedOff}
      baseText={texts.overview.ofHandedOff(number(handedOff))}
      rows={reasons.map(({ key, count }) => ({
        key,
        label: nameOf("handoff_reason", key),
        count,
        href: address("/dialogues", period, { handoff_reason: key }),
      }))}
      empty={texts.overview.noReasons}
    />
  );
}
