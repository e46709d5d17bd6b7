import { elapsedDays } from "../../measures/period";
import type { Place } from "../../places/use_place";
import { texts } from "../../texts";
import { FigureCard } from "./figure_card";
import type { Figure } from "./figures";

/** Cards side by side; each has the way to its dialogues. */
export function Figures({ figures, place: { period, today } }: { figures: readonly Figure[]; place: Place }) {
  const elapsed = elapsedDays(period, today);
  return (
    <section aria-label={texts.overview.figures} class="figures">
      {figures.map((figure) => (
        <FigureCard key={figure.key} figure={figure} period={period} elapsed={elapsed} />
      ))}
    </section>
  );
}
