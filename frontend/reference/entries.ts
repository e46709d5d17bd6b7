import { type Definitions, nameOf, type Schema } from "./schema";

/** One thing to look up: a REST operation, a socket command or a live event. */
export interface Entry {
  id: string;
  group: string;
  method: string;
  name: string;
  summary: string;
  access: string;
  parameters: { name: string; place: string; schema: Schema }[];
  sends: Schema | null;
  gets: Schema | null;
  definitions: Definitions;
}

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: { name: string; in: string; schema: Schema }[];
  security?: Record<string, unknown>[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Definitions };
}

export interface EventsSchema {
  $defs: Definitions;
}

/** Every operation, in the order of the document. */
export function restEntries(document: OpenApi): Entry[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      id: operation.operationId,
      group: `REST: ${operation.tags[0] ?? "other"}`,
      method: method.toUpperCase(),
      name: path,
      summary: operation.summary,
      access: Object.keys(operation.security?.[0] ?? {})[0] ?? "anyone",
      parameters: operation.parameters.map((each) => ({
        name: each.name,
        place: each.in,
        schema: each.schema,
      })),
      sends: bodyOf(operation.requestBody),
      gets: bodyOf(Object.entries(operation.responses).find(([status]) => status !== "default")?.[1]),
      definitions: document.components.schemas,
    })),
  );
}

/** Commands and live events of both namespaces. */
export function socketEntries(document: EventsSchema): Entry[] {
  const side = (commands: string, events: string, namespace: string, access: string): Entry[] => [
    ...Object.entries(document.$defs[commands]?.properties ?? {}).map(([name, command]) =>
      entry(name, "command", namespace, access, command.properties?.payload, command.properties?.data),
    ),
    ...Object.entries(document.$defs[events]?.properties ?? {}).map(([name, payload]) =>
      entry(name, "event", namespace, access, undefined, payload),
    ),
  ];
  const entry = (
    name: string,
    method: string,
    namespace: string,
    access: string,
    sends: Schema | undefined,
    gets: Schema | undefined,
  ): Entry => ({
    id: `${namespace.slice(1)}-${method}-${name}`,
    group: `Socket.IO: ${namespace}`,
    method,
    name,
    summary: summaryOf(sends ?? gets, document.$defs),
    access,
    parameters: [],
    sends: sends ?? null,
    gets: gets ?? null,
    definitions: document.$defs,
  });
  return [
    ...side("VisitorCommands", "VisitorEvents", "/visitor", "visitor"),
    ...side("AgentCommands", "AgentEvents", "/agent", "account"),
  ];
}

/** Those whose name or summary has every word. */
export function search(entries: Entry[], words: string): Entry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((each) => {
    const text = `${each.method} ${each.name} ${each.summary}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function bodyOf(holder: { content?: Record<string, { schema: Schema }> } | undefined): Schema | null {
  return Object.values(holder?.content ?? {})[0]?.schema ?? null;
}

function summaryOf(schema: Schema | undefined, definitions: Definitions): string {
  const model = schema?.$ref ? definitions[nameOf(schema.$ref)] : schema;
  return (model?.description ?? "").split("\n")[0] ?? "";
}
