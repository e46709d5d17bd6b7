import { Reading } from "../parts/reading";
import { texts } from "../texts";

const words = texts.about;

export function AboutPage() {
  return (
    <Reading title={words.title} intro={words.intro} sections={words.sections}>
      <p class="aside">{words.demo}</p>
    </Reading>
  );
}
