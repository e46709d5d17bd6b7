import type { ConversationView, MessageView } from "../../wire/events.gen";
import type { Ack } from "../ack";
import { MemorySocket } from "./memory_socket";
import { conversationView, messageView, welcomeView } from "./views";

/** How bad the line is: shares of what is lost or comes twice, and how late things are. */
export interface Weather {
  lost: number;
  doubled: number;
  lateMs: number;
}

interface Sending {
  client_id: string;
  conversation_id?: string;
  content: { type: "text"; text: string };
}

/** A hub with one dialogue that keeps its promises, behind a line that does not: seeded, so that a run can be had again. */
export class FakeHub {
  readonly messages: MessageView[] = [];
  readonly sockets: MemorySocket[] = [];
  conversation: ConversationView | null = null;
  weather: Weather = { lost: 0, doubled: 0, lateMs: 0 };
  /** Who answers the dialogue. */
  owner: ConversationView["owner"] = { kind: "bot", name: "Embla", epoch: 1 };
  /** Agents see everything, visitors no notes. */
  hides = true;
  /** Pushes are hints: they may never come. */
  pushes = true;
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A new tab's end of the line. */
  socket(): MemorySocket {
    const socket = new MemorySocket();
    this.sockets.push(socket);
    const later = (name: string, answer: (payload: Record<string, unknown>) => Ack<unknown>) => {
      socket.answer(name, (payload) => {
        const { ack } = socket.emitted.at(-1) as (typeof socket.emitted)[number];
        // Either half of the way may lose it: the command, or the answer to what was done.
        this.#travel(socket, () => {
          const said = answer(payload);
          this.#travel(socket, () => ack(said));
        });
        return "silence";
      });
    };
    later("send_message", (payload) => this.#taken(payload as unknown as Sending));
    later("resume", ({ after }) => this.#resumed(Number(after)));
    later("subscribe", () => ({ ok: true, data: { conversations: this.#mine() } }));
    later("heads", () => ({ ok: true, data: { heads: this.#heads() } }));
    for (const name of ["typing", "mark_read"]) later(name, () => ({ ok: true, data: {} }));
    return socket;
  }

  /** The line to one tab, or to all, comes up and the hub bids welcome. */
  comeUp(socket: MemorySocket): void {
    socket.comeUp();
    this.welcome(socket);
  }

  welcome(socket: MemorySocket): void {
    const newest = this.messages.slice(-3);
    socket.deliver("welcome", welcomeView({ conversation: this.conversation, messages: newest }));
  }

  /** A backup from when there were so many messages is restored. */
  goBackTo(count: number): void {
    this.messages.length = count;
  }

  /** Somebody else says something; notes in between are not for the visitor's eyes. */
  says(text: string): void {
    this.#append("bot", `bot-${this.messages.length}`, text, this.hides && this.roll() < 0.3 ? 2 : 1);
  }

  /** The next number between 0 and 1. */
  roll(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#seed / 2 ** 32;
  }

  #mine(): ConversationView[] {
    return this.conversation ? [this.conversation] : [];
  }

  #append(kind: "visitor" | "bot", clientId: string, text: string, step = 1): MessageView {
    const before = this.messages.at(-1)?.seq ?? 0;
    const seq = before + step;
    const content = { type: "text", text };
    const id = `m${seq}-${clientId}`;
    const message = messageView(seq, kind, { id, prev_seq: before, client_id: clientId, content });
    this.messages.push(message);
    this.conversation = conversationView({ last_seq: seq, owner: this.owner, last_text: text });
    for (const socket of this.pushes ? this.sockets : [])
      for (let copies = this.roll() < this.weather.doubled ? 2 : 1; copies > 0; copies -= 1)
        this.#travel(socket, () => socket.deliver("message_created", { message }));
    return message;
  }

  #taken({ client_id, content }: Sending): Ack<unknown> {
    const known = this.messages.find((message) => message.client_id === client_id);
    const { id, seq } = known ?? this.#append("visitor", client_id, content.text);
    return { ok: true, data: { conversation_id: "c1", message_id: id, seq } };
  }

  #resumed(after: number): Ack<unknown> {
    const missing = this.messages.filter((message) => message.seq > after);
    const messages = missing.slice(0, 4);
    return {
      ok: true,
      data: { messages, conversation: this.conversation, more: missing.length > messages.length },
    };
  }

  #heads() {
    if (!this.conversation) return [];
    const { id, last_seq, owner, status } = this.conversation;
    return [{ conversation_id: id, last_seq, epoch: owner.epoch, status }];
  }

  #travel(socket: MemorySocket, arrive: () => void): void {
    if (!socket.connected || this.roll() < this.weather.lost) return;
    const connection = socket.connections;
    setTimeout(() => {
      if (socket.connected && socket.connections === connection) arrive();
    }, this.roll() * this.weather.lateMs);
  }
}
