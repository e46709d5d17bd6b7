// Unpacks the Chromium that comes as a package: the browser, its libraries and its fonts.
// The package's own unpacking writes to the system's temporary folder and brings its own launch
// options, which switch web security off; tests want neither.
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";

const here = dirname(fileURLToPath(import.meta.url));
const packed = join(here, "node_modules", "@sparticuz", "chromium", "bin");
const target = join(here, "..", "..", ".tools", "chromium");
// Built beside and renamed, so that an interrupted run leaves no half browser.
const draft = `${target}.new`;

const fontsConfig = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(target, "font-cache")}</cachedir>
</fontconfig>
`;

async function unpack(name, to) {
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), to);
}

await rm(draft, { recursive: true, force: true });
await mkdir(draft, { recursive: true });
await Promise.all([
  unpack("chromium.br", createWriteStream(join(draft, "chromium"))),
  unpack("al2023.tar.br", extract(join(draft, "al2023"))),
  unpack("fonts.tar.br", extract(join(draft, "fonts"))),
  unpack("swiftshader.tar.br", extract(draft)),
]);
await chmod(join(draft, "chromium"), 0o755);
await writeFile(join(draft, "fonts.conf"), fontsConfig(join(target, "fonts")));
await rm(target, { recursive: true, force: true });
await rename(draft, target);
console.log(`unpacked into ${target}`);
