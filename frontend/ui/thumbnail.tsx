import { useEffect, useRef } from "preact/hooks";

const SIDE = 88;

/** Drawn rather than linked to: a site's policy may forbid pictures from anywhere but the hub. */
export function Thumbnail({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    createImageBitmap(file).then(
      (picture) => {
        const side = Math.min(picture.width, picture.height);
        const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
        canvas.current?.getContext("2d")?.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
        picture.close();
      },
      () => {
        // What the browser cannot draw may still be sent; its name is beside it.
      },
    );
  }, [file]);
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} width={SIDE} height={SIDE} />
    </span>
  );
}
