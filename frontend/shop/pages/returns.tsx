import { Reading } from "../parts/reading";
import { texts } from "../texts";

const words = texts.returns;

export function ReturnsPage() {
  return (
    <Reading title={words.title} intro={words.intro} sections={words.sections}>
      <section>
        <h2>{words.steps}</h2>
        <ol>
          {words.list.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </Reading>
  );
}
