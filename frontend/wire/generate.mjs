// Turns the hub's JSON Schemas into the types that the clients are checked against.
// `--check` writes nothing and fails when the committed types are not the schemas' own.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const folder = dirname(fileURLToPath(import.meta.url));
const check = process.argv.includes("--check");
const BANNER = "// Generated from the hub's schema by `npm run types`; do not edit.\n";

/** A title per property would become a named type per property. */
function withoutPropertyTitles(node) {
  if (Array.isArray(node)) return node.map(withoutPropertyTitles);
  if (node === null || typeof node !== "object") return node;
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "title" && typeof value === "string") continue;
    copy[key] = withoutPropertyTitles(value);
  }
  return copy;
}

/** Defaults that the hub fills in are always there in what it sends. */
async function typesOf(name) {
  const schema = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), "utf8"));
  const $defs = Object.fromEntries(
    Object.entries(schema.$defs).map(([key, value]) => [key, withoutPropertyTitles(value)]),
  );
  const everything = {
    $schema: schema.$schema,
    type: "object",
    additionalProperties: false,
    required: Object.keys($defs),
    properties: Object.fromEntries(Object.keys($defs).map((key) => [key, { $ref: `#/$defs/${key}` }])),
    $defs,
  };
  const root = name === "events" ? "SocketProtocol" : "RestBodies";
  return compile(everything, root, {
    bannerComment: BANNER,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    style: { printWidth: 110 },
  });
}

const stale = [];
for (const name of ["events", "rest"]) {
  const path = join(folder, `${name}.gen.ts`);
  const types = await typesOf(name);
  const committed = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (types === committed) continue;
  if (check) stale.push(path);
  else writeFileSync(path, types);
}
if (stale.length > 0) {
  console.error(`Not current, run \`npm run types\`: ${stale.join(", ")}`);
  process.exit(1);
}
