import { keepOf } from "../../../client/keep";
import { useChat } from "../../chat_context";
import { useMemoryTexts } from "./texts";

/** Everything we hold about the visitor, as a file to read and to keep. */
export function Download({ attempt }: { attempt: (change: Promise<unknown>) => void }) {
  const texts = useMemoryTexts();
  const { base, state } = useChat();

  async function download() {
    const token = keepOf(state.inbox?.key ?? "").get("token");
    const response = await fetch(new URL("/api/v1/visitor/export", base), {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(String(response.status));
    const words = JSON.stringify(await response.json(), null, 2);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([words], { type: "application/json" }));
    link.download = texts.memoryFileName;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <button type="button" class="link" onClick={() => attempt(download())}>
      {texts.memoryDownload}
    </button>
  );
}
