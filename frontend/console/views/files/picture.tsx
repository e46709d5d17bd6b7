import { useState } from "preact/hooks";
import type { FileContent } from "../../../wire/events.gen";
import { t } from "../../texts";
import { Modal } from "../modal";

/** A picture in the thread; pressed, it is shown as large as the screen. */
export function Picture({ file }: { file: FileContent }) {
  const [isLarge, setLarge] = useState(false);
  const [isGone, setGone] = useState(false);
  const { name, url, width, height } = file;
  if (isGone)
    return (
      <p class="soft">
        {t.pictureGone} <bdi>{name}</bdi>
      </p>
    );
  // Room for it before it is there, so that nothing moves when it comes.
  const room = width && height ? { width, height, style: { aspectRatio: `${width} / ${height}` } } : {};
  return (
    <>
      <button type="button" class="picture" aria-label={t.enlarge(name)} onClick={() => setLarge(true)}>
        <img src={url} alt={name} loading="lazy" {...room} onError={() => setGone(true)} />
      </button>
      {isLarge && (
        <Modal title={name} className="modal-picture" onClose={() => setLarge(false)}>
          <img src={url} alt={name} />
          <p>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {t.openFile}
            </a>
          </p>
        </Modal>
      )}
    </>
  );
}
