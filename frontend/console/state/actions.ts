import { SamtalError } from "../../client/ack";
import type { AgentClient } from "../../client/agent_client";
import type { AgentCommands, ConversationView, LearnedFact } from "../../wire/events.gen";
import { wishAvailability } from "./availability_wish";
import { refusalOf } from "./live";
import type { Availability } from "./model";
import type { Store } from "./store";

/** The commands whose answer is the conversation as it stands after them. */
type Move = {
  [Name in keyof AgentCommands]: AgentCommands[Name]["data"] extends {
    conversation: unknown;
    messages?: never;
  }
    ? Name
    : never;
}[keyof AgentCommands];

export interface Receiver {
  readonly agentId?: string;
  readonly teamId?: string;
  readonly note?: string;
}

/** A short interruption is waited for; then the agent is told. */
const WAITS_MS = 10_000;
/** Arriving twice changes nothing more; the others are sent once. */
const REPEATABLE: ReadonlySet<keyof AgentCommands> = new Set(["accept", "snooze", "tag"]);

/** What an agent does with a conversation; a refusal is told in the hub's words and changes nothing. */
export class Actions {
  readonly #store: Store;
  readonly #client: AgentClient;
  readonly #newId: () => string;

  constructor(store: Store, client: AgentClient, newId: () => string) {
    this.#store = store;
    this.#client = client;
    this.#newId = newId;
  }

  accept(conversation_id: string): Promise<boolean> {
    return this.#move("accept", { conversation_id });
  }

  /** To a colleague, to a team's queue, or back to the queue; with a note for who comes next. */
  assign(conversation_id: string, to: Receiver = {}): Promise<boolean> {
    return this.#move("assign", {
      conversation_id,
      agent_id: to.agentId ?? null,
      ...(to.teamId ? { team: to.teamId } : {}),
      ...(to.note ? { note: to.note } : {}),
    });
  }

  /** As long as the colleague still answers whom the supervisor saw answering. */
  takeOver({ id, owner }: ConversationView): Promise<boolean> {
    return this.#move("take_over", { conversation_id: id, epoch: owner.epoch });
  }

  /** With a note and what was learned; a fact that cannot be one is not told here but returned, to be put right. */
  async returnToBot(
    conversation_id: string,
    note: string,
    facts: LearnedFact[],
  ): Promise<SamtalError | null> {
    try {
      await this.#commit("return_to_bot", { conversation_id, note: note || null, facts });
      return null;
    } catch (error) {
      const refused = error instanceof SamtalError ? error : new SamtalError("internal", String(error));
      if (Object.keys(refused.fields).length === 0) this.say(refusalOf(refused).message, "danger");
      return refused;
    }
  }

  resolve(conversation_id: string, solved: boolean): Promise<boolean> {
    return this.#move("resolve", { conversation_id, solved });
  }

  /** Without a time, until they write. */
  snooze(conversation_id: string, until: Date | null = null): Promise<boolean> {
    return this.#move("snooze", { conversation_id, ...(until ? { until: until.toISOString() } : {}) });
  }

  reopen(conversation_id: string): Promise<boolean> {
    return this.#move("reopen", { conversation_id });
  }

  tag(conversation_id: string, tags: string[]): Promise<boolean> {
    return this.#move("tag", { conversation_id, tags });
  }

  setAvailability(state: Availability): Promise<boolean> {
    wishAvailability(state);
    return this.#tellingRefusal(async () => {
      const presence = await this.#client.request("set_availability", { state }, { withinMs: WAITS_MS });
      this.#store.dispatch({ type: "presence_changed", agent_id: presence.agent_id, state: presence.state });
    });
  }

  /** Nothing more is given to somebody who leaves; leaving goes on even if that cannot be said. */
  async leave(): Promise<void> {
    await this.#client.command("set_availability", { state: "offline" }).catch(() => {});
  }

  say(text: string, tone: "plain" | "danger" = "plain"): void {
    this.#store.dispatch({ type: "noticed", notice: { id: this.#newId(), tone, text } });
  }

  #move<Name extends Move>(name: Name, payload: AgentCommands[Name]["payload"]): Promise<boolean> {
    return this.#tellingRefusal(() => this.#commit(name, payload));
  }

  async #commit<Name extends Move>(name: Name, payload: AgentCommands[Name]["payload"]): Promise<void> {
    const persistence = { withinMs: WAITS_MS, once: !REPEATABLE.has(name) };
    const { conversation } = await this.#client.request(name, payload, persistence);
    this.#store.dispatch({ type: "conversation_updated", conversation });
  }

  async #tellingRefusal(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      this.say(refusalOf(error).message, "danger");
      return false;
    }
  }
}
