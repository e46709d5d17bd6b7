import { INITIAL_STATE, type VisitorState } from "./visitor_state";

type Listener = (state: VisitorState, before: VisitorState) => void;

/** The one place where the visitor's state lies. */
export class VisitorStore {
  readonly #listeners = new Set<Listener>();
  #state = INITIAL_STATE;

  get state(): VisitorState {
    return this.#state;
  }

  set(change: Partial<VisitorState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    for (const listen of [...this.#listeners]) listen(this.#state, before);
  }

  /** Returns what stops listening. */
  subscribe(listen: Listener): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }
}
