import type { Entry } from "./entries";
import { inWords, modelsOf, type Schema } from "./schema";
import { texts } from "./texts";

/** One entry, with every model it speaks of. */
export function EntryCard({ entry }: { entry: Entry }) {
  const heading = `${entry.id}-heading`;
  return (
    <article class="entry" id={entry.id} aria-labelledby={heading}>
      <h3 id={heading}>
        <span class="method">{entry.method}</span> <code>{entry.name}</code>
      </h3>
      <p>{entry.summary}</p>
      <p class="access">{texts.access(entry.access)}</p>
      {entry.parameters.length > 0 && <Parameters entry={entry} />}
      <Body title={texts.sends} schema={entry.sends} entry={entry} />
      <Body title={texts.gets} schema={entry.gets} entry={entry} />
    </article>
  );
}

function Parameters({ entry }: { entry: Entry }) {
  return (
    <table>
      <caption>{texts.parameters}</caption>
      <tbody>
        {entry.parameters.map((parameter) => (
          <tr key={parameter.name}>
            <th scope="row">
              <code>{parameter.name}</code>
            </th>
            <td>{parameter.place}</td>
            <td>{inWords(parameter.schema)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Body({ title, schema, entry }: { title: string; schema: Schema | null; entry: Entry }) {
  if (!schema) return null;
  const models = modelsOf(schema, entry.definitions);
  return (
    <details>
      <summary>
        {title}: <code>{inWords(schema)}</code>
      </summary>
      {models.map((name) => (
        <Model key={name} name={name} model={entry.definitions[name] ?? {}} />
      ))}
    </details>
  );
}

function Model({ name, model }: { name: string; model: Schema }) {
  const required = model.required ?? [];
  const fields = Object.entries(model.properties ?? {});
  return (
    <table>
      <caption>
        <code>{name}</code> {model.description}
      </caption>
      <tbody>
        {fields.map(([field, schema]) => (
          <tr key={field}>
            <th scope="row">
              <code>{field}</code>
            </th>
            <td>{required.includes(field) ? texts.required : texts.optional}</td>
            <td>{inWords(schema)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
