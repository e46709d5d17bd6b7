// Fails when what a visitor's browser loads has grown over its budget (gzip, kB of 1,000 bytes).
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = join(dirname(fileURLToPath(import.meta.url)), "dist");
const gzipped = (path) => gzipSync(readFileSync(path), { level: 9 }).length;
const scripts = readdirSync(join(dist, "widget")).filter((name) => name.endsWith(".js"));
const sum = (names) => names.reduce((bytes, name) => bytes + gzipped(join(dist, "widget", name)), 0);
// Fetched by those who open what we remember, and by nobody else.
const memory = scripts.filter((name) => name.startsWith("panel-"));
// Fetched with the first picture or file in a dialogue.
const files = scripts.filter((name) => name.startsWith("part-"));
// One beside the chat, one beside what we remember and one beside files, by those who do not read English.
const languages = scripts.filter((name) => /^(texts-)?[a-z]{2}[-.]/.test(name));
// Where an inbox has greetings that come up by themselves.
const watching = scripts.filter((name) => name === "watch.js");
const apart = [...memory, ...files, ...languages, ...watching];
const open = scripts.filter((name) => !apart.includes(name));
const budgets = [
  { what: "loader, on every page", limit: 2_000, bytes: gzipped(join(dist, "widget.js")) },
  { what: "chat, on first use", limit: 30_000, bytes: gzipped(join(dist, "widget/chat.js")) },
  { what: "chat with what comes later", limit: 36_500, bytes: sum(open) },
  { what: "what we remember, when it is looked at", limit: 4_000, bytes: sum(memory) },
  { what: "pictures and files, with the first of them", limit: 4_500, bytes: sum(files) },
  { what: "greetings that come up by themselves", limit: 2_500, bytes: sum(watching) },
  ...languages.map((name) => ({ what: `a language, ${name}`, limit: 2_500, bytes: sum([name]) })),
];
let over = false;
for (const { what, limit, bytes } of budgets) {
  over ||= bytes > limit;
  console.log(`${what}: ${bytes} of ${limit} bytes gzip${bytes > limit ? " - OVER" : ""}`);
}
process.exit(over ? 1 : 0);
