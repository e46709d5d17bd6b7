import type { FactView, Purpose, VisitorCommands, VisitorEvents } from "../wire/events.gen";
import type { HubSocket } from "./socket";
import type { VisitorStore } from "./visitor_store";

/** What is remembered about the visitor, and what they allow; made anew wherever it is shown. */
export class VisitorMemory {
  readonly #hub: HubSocket<VisitorCommands, VisitorEvents>;
  readonly #store: VisitorStore;

  constructor(hub: HubSocket<VisitorCommands, VisitorEvents>, store: VisitorStore) {
    this.#hub = hub;
    this.#store = store;
  }

  /** What is known, and what waits to be confirmed. */
  async facts(): Promise<{ facts: readonly FactView[]; unconfirmed: readonly FactView[] }> {
    const { facts, unconfirmed = [], consent } = await this.#hub.command("list_facts", {});
    this.#store.set({ consent });
    return { facts, unconfirmed };
  }

  async confirmFact(factId: string, right: boolean): Promise<void> {
    await this.#hub.command("confirm_fact", { fact_id: factId, right });
    this.#changed();
  }

  async correctFact(factId: string, value: string): Promise<void> {
    await this.#hub.command("correct_fact", { fact_id: factId, value });
    this.#changed();
  }

  async forgetFact(factId: string): Promise<void> {
    await this.#hub.command("forget_fact", { fact_id: factId });
    this.#changed();
  }

  async setConsent(purpose: Purpose, granted: boolean): Promise<void> {
    const { consent } = await this.#hub.command("set_consent", { purpose, granted });
    const asks = this.#store.state.asks.filter((asked) => asked !== purpose);
    this.#store.set({ consent, asks });
    this.#changed();
  }

  #changed(): void {
    this.#store.set({ factsVersion: this.#store.state.factsVersion + 1 });
  }
}
