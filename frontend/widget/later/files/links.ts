import { useCallback } from "preact/hooks";
import { keepOf } from "../../../client/keep";
import type { FileContent } from "../../../wire/events.gen";
import { useChat } from "../../chat_context";

/** The visitor's proof, as the client keeps it. */
export function useToken(): () => string {
  const { state } = useChat();
  const key = state.inbox?.key ?? "";
  return useCallback(() => keepOf(key).get("token") ?? "", [key]);
}

/** Asks the hub for a link to a file of this visitor's. */
export function useLink({ url }: FileContent): () => Promise<string> {
  const { base } = useChat();
  const token = useToken();
  return async () => {
    const id = url.split("/").at(-1);
    const response = await fetch(new URL(`/api/v1/visitor/files/${id}`, base), {
      headers: { Authorization: `Bearer ${token()}` },
    });
    if (!response.ok) throw new Error(String(response.status));
    return new URL((await response.json()).url, base).href;
  };
}
