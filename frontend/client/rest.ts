import { type ErrorCode, SamtalError } from "./ack";

/** One page of a list; pass `next` back as `cursor`. */
export interface PageOf<Item> {
  items: Item[];
  next: string | null;
}

/** Values left out, empty or null are not sent. */
export type Query = Record<string, string | number | boolean | null | undefined>;

/** Figures that take long may have been counted some minutes ago. */
export interface Counted {
  counted_at?: string;
}

const COUNTED_AT = "Counted-At";

interface Problem {
  code?: ErrorCode;
  detail?: string;
  title?: string;
  fields?: Record<string, string> | null;
}

interface RestOptions {
  /** Called on every 401 except the one of signing in, so that the page can show its sign-in form. */
  onSignedOut?: () => void;
  fetch?: typeof fetch;
  base?: string;
}

/** The hub's REST API with the session cookie; failures are `SamtalError`s with the hub's code. */
export class Rest {
  readonly #base: string;
  readonly #fetch: typeof fetch;
  readonly #onSignedOut: () => void;

  constructor({ onSignedOut, fetch: fetcher, base = "/api/v1/" }: RestOptions = {}) {
    this.#base = base;
    this.#fetch = fetcher ?? ((...args) => fetch(...args));
    this.#onSignedOut = onSignedOut ?? (() => {});
  }

  get<Data>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Data> {
    return this.#ask<Data>("GET", this.address(path, query), undefined, signal);
  }

  post<Data>(path: string, body: unknown = {}): Promise<Data> {
    return this.#ask<Data>("POST", this.address(path), body);
  }

  put<Data>(path: string, body: unknown): Promise<Data> {
    return this.#ask<Data>("PUT", this.address(path), body);
  }

  patch<Data>(path: string, body: unknown): Promise<Data> {
    return this.#ask<Data>("PATCH", this.address(path), body);
  }

  delete<Data = void>(path: string): Promise<Data> {
    return this.#ask<Data>("DELETE", this.address(path));
  }

  /** For links too, such as downloads. */
  address(path: string, query: Query = {}): string {
    const given = Object.entries(query).filter(
      ([, value]) => value !== undefined && value !== null && value !== "",
    );
    const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
    return this.#base + path + (search ? `?${search}` : "");
  }

  async #ask<Data>(method: string, address: string, body?: unknown, signal?: AbortSignal): Promise<Data> {
    const response = await this.#send(method, address, body, signal);
    if (response.status === 401 && !(method === "POST" && address === this.address("session")))
      this.#onSignedOut();
    if (!response.ok) throw await errorOf(response);
    if (response.status === 204) return undefined as Data;
    return dated((await response.json()) as Data, response.headers.get(COUNTED_AT));
  }

  async #send(method: string, address: string, body: unknown, signal?: AbortSignal): Promise<Response> {
    // The hub refuses unsafe methods without this header, which a foreign page cannot set.
    const headers: Record<string, string> = { Accept: "application/json", "X-Samtal": "1" };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    try {
      return await this.#fetch(address, {
        method,
        headers,
        credentials: "same-origin",
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
      throw new SamtalError("offline", "The hub cannot be reached.");
    }
  }
}

function dated<Data>(data: Data, at: string | null): Data {
  return at === null ? data : { ...data, counted_at: at };
}

async function errorOf(response: Response): Promise<SamtalError> {
  const problem = await problemOf(response);
  const code = problem.code ?? (response.status >= 500 ? "unavailable" : "invalid");
  return new SamtalError(code, problem.detail ?? problem.title ?? response.statusText, problem.fields);
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return {};
  }
}
