import { Download } from "lucide-preact";
import type { ElementView } from "../../../wire/rest.gen";
import { CopyLink, publicLink } from "../campaigns/copy_link";
import { texts } from "./texts";

/** The link, its QR code as it is printed, and how to say it. */
export function QrPanel({ element: { code, name } }: { element: ElementView }) {
  const file = (kind: "svg" | "png") => `/q/${encodeURIComponent(code)}.${kind}`;
  return (
    <section class="panel" aria-labelledby="element-qr">
      <h2 id="element-qr">{texts.qr}</h2>
      <p>
        <CopyLink code={code} name={name} />
      </p>
      <img class="qr" src={file("svg")} alt={texts.qrAlt(publicLink(code))} width={180} height={180} />
      <p class="soft">{texts.qrHint}</p>
      <div class="row">
        <a class="button" href={file("svg")} download={`${code}.svg`}>
          <Download size={16} aria-hidden="true" /> {texts.svg}
        </a>
        <a class="button" href={file("png")} download={`${code}.png`}>
          <Download size={16} aria-hidden="true" /> {texts.png}
        </a>
      </div>
      <h3>{texts.spoken}</h3>
      <p class="soft">
        <bdi>{texts.spokenHint(code)}</bdi>
      </p>
    </section>
  );
}
