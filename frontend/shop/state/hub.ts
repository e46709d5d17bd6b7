/** Asks the hub and gives back its JSON; anything but a good answer is an error. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const request: RequestInit =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "Content-Type": "application/json", "X-Samtal": "1" },
          body: JSON.stringify(body),
        };
  const answer = await fetch(path, request);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}
