import type { IntentView } from "../../../wire/rest.gen";
import type { FieldAttributes } from "../../parts/field";
import { readable } from "../../places/names";
import { words } from "./texts";

interface IntentSelectProps {
  attributes: FieldAttributes;
  intents: readonly IntentView[];
  value: string;
  onPick: (intent: string) => void;
}

/** Everything the bot knows, by topic. */
export function IntentSelect({ attributes, intents, value, onPick }: IntentSelectProps) {
  const topics = [...new Set(intents.map((intent) => intent.topic))].sort();
  return (
    <select {...attributes} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
      <option value="">{words.pick}</option>
      {topics.map((topic) => (
        <optgroup key={topic} label={readable(topic)}>
          {intents
            .filter((intent) => intent.topic === topic)
            .map(({ name }) => (
              <option key={name} value={name}>
                {readable(name)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
