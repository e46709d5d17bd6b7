/** The parts of JSON Schema that pydantic writes. */
export interface Schema {
  $ref?: string;
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  additionalProperties?: boolean | Schema;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

export type Definitions = Record<string, Schema>;

/** The last part of a reference: the model's name. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** A type in a few words: `string, up to 200`, `list of MessageView`, `"open" or "resolved"`. */
export function inWords(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(inWords).join(" or ");
  if (schema.type === "array") return `list of ${schema.items ? inWords(schema.items) : "anything"}`;
  if (schema.type === "object" && typeof schema.additionalProperties === "object") {
    return `map to ${inWords(schema.additionalProperties)}`;
  }
  return [schema.type ?? "anything", ...bounds(schema)].join(", ");
}

function bounds(schema: Schema): string[] {
  const found = [];
  if (schema.maxLength !== undefined) found.push(`up to ${schema.maxLength} characters`);
  if (schema.minimum !== undefined) found.push(`from ${schema.minimum}`);
  if (schema.maximum !== undefined) found.push(`to ${schema.maximum}`);
  return found;
}

/** Every model a schema speaks of, itself included, each once, in the order of reading. */
export function modelsOf(schema: Schema, definitions: Definitions, seen: string[] = []): string[] {
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    const model = definitions[name];
    if (model && !seen.includes(name)) {
      seen.push(name);
      modelsOf(model, definitions, seen);
    }
  }
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === "object" ? [schema.additionalProperties] : []),
  ];
  for (const part of parts) modelsOf(part, definitions, seen);
  return seen;
}
