import { SamtalError } from "../../../client/ack";
import { reasonOf } from "../../parts/states";

/** The hub words its refusals for the person who caused them; failures of the way there are ours to word. */
export function sentenceOf(error: Error): string {
  return error instanceof SamtalError && !error.passing ? error.message : reasonOf(error);
}
