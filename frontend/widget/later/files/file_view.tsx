import { useEffect, useState } from "preact/hooks";
import { sizeOf } from "../../../ui/file_size";
import type { FileContent } from "../../../wire/events.gen";
import { useChat } from "../../chat_context";
import { Words } from "../../contents/words";
import { Outward, webAddress } from "../../links";
import { useTexts } from "../../texts";
import { FileIcon } from "./icons";
import { useLink } from "./links";
import { useFileTexts } from "./texts";

/** A picture is shown, any other file is offered by name and size. */
export function FileView({ file }: { file: FileContent }) {
  const { base } = useChat();
  const url = webAddress(file.url, base);
  if (!url) return <Words text={file.name} />;
  const isOurs = /^\/api\/v1\/files\/[\w-]+$/.test(file.url);
  return (
    <>
      {file.text ? <Words text={file.text} /> : null}
      <div class="file">
        {isOurs ? (
          <Kept file={file} />
        ) : (
          <Outward href={url.href}>
            <Shown file={file} src={url.href} />
          </Outward>
        )}
      </div>
    </>
  );
}

/** What was sent here is opened with a link that lasts for some minutes, made anew for each opening. */
function Kept({ file }: { file: FileContent }) {
  const texts = useFileTexts();
  const link = useLink(file);
  const [src, setSrc] = useState<string>();
  const [failed, setFailed] = useState(false);
  const isImage = file.type === "image";

  // biome-ignore lint/correctness/useExhaustiveDependencies: again only for another file
  useEffect(() => {
    if (isImage)
      link().then(setSrc, () => {
        // Its name is there, and opening it tries again.
      });
  }, [file.url]);

  async function open(event: MouseEvent) {
    event.preventDefault();
    try {
      setFailed(false);
      const way = document.createElement("a");
      way.href = await link();
      if (isImage) way.target = "_blank";
      way.rel = "noopener noreferrer";
      way.click();
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      <button type="button" class="opens" aria-label={texts.fileOpen(file.name)} onClick={open}>
        <Shown file={file} src={src} />
      </button>
      {failed ? <small role="alert">{texts.fileGone}</small> : null}
    </>
  );
}

function Shown({ file, src }: { file: FileContent; src: string | undefined }) {
  const { tag } = useTexts();
  const { width, height } = file;
  if (file.type === "image")
    // Room for it before it is there, so that nothing moves when it comes.
    return (
      <img
        src={src}
        alt={file.name}
        loading="lazy"
        {...(width && height ? { width, height, style: { aspectRatio: `${width} / ${height}` } } : {})}
      />
    );
  return (
    <>
      <FileIcon />
      <span>
        <bdi>{file.name}</bdi> <small>{sizeOf(file.size ?? 0, tag)}</small>
      </span>
    </>
  );
}
