import { useEffect, useState } from "preact/hooks";
import { texts } from "../texts";

export function Offline() {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return <div role="status">{offline && <p class="offline">{texts.offline}</p>}</div>;
}
