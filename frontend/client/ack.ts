import type { ErrorBody } from "../wire/events.gen";

/** What every command is answered with. */
export type Ack<Data> = { ok: true; data: Data } | { ok: false; error: ErrorBody };

/** Stable codes of the hub, one of them over REST only, and two of our own: no answer in time, no connection. */
export type ErrorCode = ErrorBody["code"] | "type_not_allowed" | "timeout" | "offline";

/** A refused or unanswered command or request. */
export class SamtalError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, message: string, fields: Record<string, string> | null = null) {
    super(message);
    this.name = "SamtalError";
    this.code = code;
    this.fields = fields ?? {};
  }

  /** Whether sending the same again may succeed without anyone changing anything. */
  get passing(): boolean {
    return ["timeout", "offline", "unavailable", "internal", "rate_limited"].includes(this.code);
  }
}
