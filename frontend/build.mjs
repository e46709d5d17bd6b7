// Builds every part into dist/: the widget's loader and chat code, and the three pages.
// `node build.mjs [widget|help|console|marketing|shop|reference …]` builds only what is named.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { minify } from "terser";
import { build } from "vite";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
const PAGES = ["console", "marketing", "shop", "reference"];
const COMPRESSIBLE = /\.(js|css|html|svg|json|map|txt|webmanifest)$/;
const WORTH_COMPRESSING = 512;

const common = {
  root,
  configFile: false,
  publicDir: false,
  // The shop embeds the widget as any site does, by a classic script, which Vite warns about.
  logLevel: "error",
  build: {
    outDir: dist,
    emptyOutDir: false,
    // The pages' CSP allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
};

async function buildPage(name) {
  await build({
    ...common,
    build: {
      ...common.build,
      rolldownOptions: {
        input: join(root, name, "index.html"),
        output: {
          entryFileNames: `assets/${name}/[name]-[hash].js`,
          chunkFileNames: `assets/${name}/[name]-[hash].js`,
          assetFileNames: `assets/${name}/[name]-[hash][extname]`,
        },
      },
    },
  });
  const statics = join(root, name, "public");
  if (existsSync(statics)) cpSync(statics, join(dist, "assets", name), { recursive: true });
}

/** Parts of socket.io that the widget's protocol never uses give way to smaller ones: docs/decisions/0031. */
const REPLACED = [
  [/engine\.io-client\/build\/esm\/transports\/index\.js$/, "transports.ts"],
  [/engine\.io-client\/build\/esm\/contrib\/parseuri\.js$/, "address.ts"],
  [/engine\.io-parser\/build\/esm\/index\.js$/, "packets.ts"],
  [/socket\.io-parser\/build\/esm\/index\.js$/, "socket_packets.ts"],
];

const smallerSocket = {
  name: "smaller-socket",
  enforce: "pre",
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const replaced = found && REPLACED.find(([pattern]) => pattern.test(found.id));
    return replaced ? join(root, "widget/line", replaced[1]) : found;
  },
};

/** The widget carries only the tokens it uses. */
const onlyUsedTokens = {
  name: "only-used-tokens",
  enforce: "pre",
  transform(css, id) {
    if (!id.includes("/ui/tokens.css")) return null;
    const sheets = [
      "widget/widget.css",
      "widget/launcher.css",
      "widget/later/later.css",
      "widget/later/memory/memory.css",
      "widget/later/files/files.css",
    ];
    const used = css + sheets.map((sheet) => readFileSync(join(root, sheet), "utf8")).join("");
    return css.replace(/^\s*(--[\w-]+):[^;]+;\n/gm, (line, name) =>
      used.includes(`var(${name})`) ? line : "",
    );
  },
};

/** Names that only the socket's client, with the options we give it, or Preact itself uses; no string says them. */
const OF_THE_LIBRARIES = new RegExp(
  `^(${[
    "_[a-zA-Z]{2,}",
    "(set|clear)TimeoutFn",
    "emit(Reserved|Buffered|Event)",
    "on(Handshake|Transport)",
    "do(Open|Write|Close)",
    "(create|set)Transport",
    "(write|send|receive)Buffer",
    "priorWebsocketSuccess|reconnectionDelay(Max)?|tryAllTransports|randomizationFactor|reconnectionAttempts|rememberUpgrade",
    "closeOnBeforeunload|timestamp(Param|Requests)|addTrailingSlash|transportOptions|supportsBinary|extraHeaders",
    "autoUnref|maybeReconnectOnOpen|notifyOutgoingListeners|skipReconnect|useNativeTimers|withError",
    // Of Preact, for components that are classes, of which we have none.
    "component(Did|Will)[a-zA-Z]+|get(DerivedState|Snapshot|ChildContext)[a-zA-Z]*|shouldComponentUpdate|debounceRendering",
  ].join("|")})$`,
);

/** English is in the chat's own files; each of these is one more, fetched beside them. */
const LANGUAGES = readdirSync(join(root, "widget/locales"))
  .map((name) => name.match(/^([a-z]{2})\.ts$/)?.[1])
  .filter((language) => language && language !== "en");

async function buildWidget() {
  await buildScript("widget/loader.ts", "iife", { entryFileNames: "widget.js" });
  await buildScript("widget/chat.tsx", "es", {
    entryFileNames: "widget/chat.js",
    chunkFileNames: "widget/[name]-[hash].js",
  });
  await buildScript("widget/watch.ts", "es", { entryFileNames: "widget/watch.js" });
  for (const language of LANGUAGES) {
    const names = { entryFileNames: `widget/texts-${language}.js` };
    await buildScript(`widget/locales/${language}.ts`, "es", names);
  }
  const scripts = ["widget.js", ...readdirSync(join(dist, "widget")).map((name) => `widget/${name}`)];
  // One after the other: what comes later must call things as the chat does.
  const nameCache = {};
  for (const name of scripts.filter((script) => script.endsWith(".js")))
    await squeeze(join(dist, name), nameCache);
}

/** Every visitor loads these, so a second, slower minifier is worth its 2 %. */
async function squeeze(path, nameCache) {
  const { code } = await minify(readFileSync(path, "utf8"), {
    module: path.includes("/widget/"),
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    mangle: { properties: { regex: OF_THE_LIBRARIES } },
    nameCache,
  });
  writeFileSync(path, code);
}

async function buildScript(entry, format, names) {
  await build({
    ...common,
    // Only the page's own build knows whether it is production; a library build must be told.
    plugins: [smallerSocket, onlyUsedTokens],
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      ...common.build,
      lib: { entry: join(root, entry), formats: [format], name: "samtal", fileName: "unused" },
      rolldownOptions: {
        // The packages do not say so themselves: what of socket.io is not used does nothing either.
        treeshake: { moduleSideEffects: (id) => !/(socket|engine)\.io-client/.test(id) },
        // What comes later takes shared code from the chat's own file rather than from a third one.
        preserveEntrySignatures: "allow-extension",
        output: { ...names, minify: true },
      },
    },
  });
}

/** The hub writes these pages itself and asks for their style by a fixed name. */
async function buildHelp() {
  await build({
    ...common,
    build: {
      ...common.build,
      rolldownOptions: {
        input: join(root, "help/help.css"),
        output: { assetFileNames: "help[extname]" },
      },
    },
  });
}

const BUILDS = { widget: buildWidget, help: buildHelp };

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** The hub's static handler serves `.br` and `.gz` siblings by itself. */
async function compress() {
  const shrinkGzip = promisify(gzip);
  const shrinkBrotli = promisify(brotliCompress);
  const work = [...filesBelow(dist)]
    .filter((path) => COMPRESSIBLE.test(path))
    .map(async (path) => {
      const content = readFileSync(path);
      if (content.length < WORTH_COMPRESSING) return;
      writeFileSync(`${path}.gz`, await shrinkGzip(content, { level: 9 }));
      const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      writeFileSync(`${path}.br`, await shrinkBrotli(content, { params: quality }));
    });
  await Promise.all(work);
}

const asked = process.argv.slice(2);
const parts = asked.length > 0 ? asked : ["widget", "help", ...PAGES];
if (asked.length === 0) rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
for (const part of parts) {
  const started = performance.now();
  rmSync(join(dist, part === "widget" ? part : `assets/${part}`), { recursive: true, force: true });
  await (BUILDS[part]?.() ?? buildPage(part));
  console.log(`frontend: built ${part} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
await compress();
