const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 256_000;

/** Chromium never asks again for what failed once; with something added, the address is another one to it. */
export function again<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let address: string | undefined;
  return () =>
    (address ? import(/* @vite-ignore */ `${address}?${Date.now()}`) : load()).catch((error) => {
      address = String(error).match(/http\S+\.js/)?.[0];
      throw error;
    });
}

/** Tries until it comes, waiting longer each time; whoever asks meanwhile has it tried at once. */
export function untilHere<Part>(load: () => Promise<Part>, missing: () => void): () => Promise<Part> {
  let coming: Promise<Part> | undefined;
  let hurry = () => {};
  const attempt = (wait: number): Promise<Part> =>
    load().catch(async () => {
      missing();
      await new Promise<void>((go) => {
        hurry = go;
        setTimeout(go, wait);
      });
      return attempt(Math.min(wait * 2, LONGEST_WAIT));
    });
  return () => {
    hurry();
    coming ??= attempt(FIRST_WAIT);
    return coming;
  };
}
