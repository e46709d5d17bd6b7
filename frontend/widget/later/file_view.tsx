import type { FileContent } from "../../wire/events.gen";
import { useChat } from "../chat_context";
import { Words } from "../contents/words";
import { Outward, webAddress } from "../links";
import { FileIcon } from "../parts/icons";
import { useTexts } from "../texts";
import { useLaterTexts } from "./texts";

/** A picture is shown, any other file is offered by name and size. */
export function FileView({ file }: { file: FileContent }) {
  const { tag } = useTexts();
  const texts = useLaterTexts();
  const { base } = useChat();
  const url = webAddress(file.url, base);
  if (!url) return <Words text={file.name} />;
  return (
    <>
      {file.text ? <Words text={file.text} /> : null}
      <div class="file">
        <Outward href={url.href}>
          {file.type === "image" ? (
            <img src={url.href} alt={file.name} loading="lazy" />
          ) : (
            <>
              <FileIcon />
              <bdi>{texts.fileOf(file.name, sizeOf(file.size ?? 0, tag))}</bdi>
            </>
          )}
        </Outward>
      </div>
    </>
  );
}

function sizeOf(bytes: number, locale: string): string {
  if (bytes <= 0) return "";
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return value.toLocaleString(locale, { style: "unit", unit, maximumFractionDigits: 1 });
}
