import { type ErrorCode, SamtalError } from "./ack";

interface Options {
  headers: Record<string, string>;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a file as a request's body; `fetch` could not say how far it is. */
export function upload<Data>(address: string, file: Blob, options: Options): Promise<Data> {
  const { headers, onProgress, signal } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new SamtalError("offline", "It was taken back."));
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener("abort", stop);
    request.open("POST", address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onloadend = () => {
      signal.removeEventListener("abort", stop);
      const answer = jsonOf(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer as Data);
      else reject(refusalOf(request.status, answer));
    };
    request.send(file);
  });
}

function refusalOf(status: number, answer: { code?: ErrorCode; detail?: string }): SamtalError {
  const code = answer.code ?? (status === 0 ? "offline" : status === 413 ? "too_large" : "unavailable");
  return new SamtalError(code, answer.detail ?? "The file was not sent.");
}

function jsonOf(text: string): { code?: ErrorCode; detail?: string } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
