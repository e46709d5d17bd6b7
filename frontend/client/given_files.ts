/** What a folder is passed on as, for it cannot be sent and somebody should be told. */
export const FOLDER = "inode/directory";

const bringsFiles = (given: DataTransfer | null): given is DataTransfer =>
  given?.types.includes("Files") ?? false;

/** Takes files that are pasted or dropped on `place`, which is `data-dropping` while they hang over it; returns what ends it. */
export function takeFiles(place: HTMLElement, take: (files: File[]) => void): () => void {
  const mark = (isOver: boolean) => place.toggleAttribute("data-dropping", isOver);

  function took(event: Event, given: DataTransfer | null) {
    mark(false);
    if (!bringsFiles(given) || isPictureOfWords(given)) return;
    // Also for what is not taken: a browser would leave the page for it.
    event.preventDefault();
    const files = filesIn(given);
    if (files.length) take(files);
  }

  function over(event: DragEvent) {
    if (!bringsFiles(event.dataTransfer)) return;
    event.preventDefault();
    mark(true);
  }

  function left({ relatedTarget }: DragEvent) {
    if (!place.contains(relatedTarget as Node | null)) mark(false);
  }

  place.onpaste = (event) => took(event, event.clipboardData);
  place.ondrop = (event) => took(event, event.dataTransfer);
  place.ondragover = over;
  place.ondragleave = left;
  return () => {
    place.onpaste = place.ondrop = place.ondragover = place.ondragleave = null;
    mark(false);
  };
}

/** Whoever drops a file beside the place for it stays on the page; returns what ends it. */
export function stayOnDrop(): () => void {
  const stay = (event: DragEvent) => {
    const { dataTransfer, target } = event;
    const isField = target instanceof HTMLInputElement && target.type === "file";
    if (event.defaultPrevented || isField || !bringsFiles(dataTransfer)) return;
    event.preventDefault();
    dataTransfer.dropEffect = "none";
  };
  addEventListener("dragover", stay);
  addEventListener("drop", stay);
  return () => {
    removeEventListener("dragover", stay);
    removeEventListener("drop", stay);
  };
}

/** Word and Excel put a drawing of the copied words beside them; the words are what was meant. */
function isPictureOfWords({ types }: DataTransfer): boolean {
  return types.includes("text/plain") && types.includes("text/html");
}

function filesIn({ items }: DataTransfer): File[] {
  return [...items].flatMap((item) => {
    const file = item.kind === "file" ? item.getAsFile() : null;
    if (!file) return [];
    return item.webkitGetAsEntry()?.isDirectory ? [new File([], file.name, { type: FOLDER })] : [file];
  });
}
