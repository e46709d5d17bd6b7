import css from "./files.css?inline";
import { fetchFileTexts } from "./texts";

/** What shows and sends pictures and files; comes with the first of them. */
export { FileView } from "./file_view";
export { Tray } from "./tray";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Before anything of it is shown. */
export async function begin(tag: string, root: ShadowRoot): Promise<void> {
  await fetchFileTexts(tag);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
