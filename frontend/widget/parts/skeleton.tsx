import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../texts";

const SHOWN_AFTER_MS = 300;

/** Where lines will be; not at all when they come at once. */
export function Skeleton() {
  const texts = useTexts();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="log" aria-busy="true">
      {shown ? (
        <>
          <span class="sr-only">{texts.starting}</span>
          <div class="bone" />
          <div class="bone short" />
        </>
      ) : null}
    </div>
  );
}
