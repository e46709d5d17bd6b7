export {};

declare module "../wire/events.gen" {
  interface HeadView {
    conversation_id: string;
    last_seq: number;
    epoch: number;
    status: "open" | "snoozed" | "resolved";
  }
  interface VisitorCommands {
    heads: { payload: { conversation_ids: string[] }; data: { heads: HeadView[] } };
  }
  interface AgentCommands {
    heads: { payload: { conversation_ids: string[] }; data: { heads: HeadView[] } };
  }
}
