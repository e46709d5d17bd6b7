// Generated from the hub's schema by `npm run types`; do not edit.

/**
 * Whether an agent takes new conversations.
 */
export type Availability = "online" | "away" | "offline";
/**
 * What the contact's data may be used for.
 */
export type Purpose = "memory" | "analytics" | "marketing";
/**
 * The `session_id` that the widget keeps, and nothing around it.
 */
export type SessionConfirm = string;

export interface SocketProtocol {
  AddNote: AddNote;
  AgentHandshake: AgentHandshake;
  Assign: Assign;
  AuthorView: AuthorView;
  Availability: Availability;
  BotUttered: BotUttered;
  Card: Card;
  CardAction: CardAction;
  CardContent: CardContent;
  Choice: Choice;
  ChoiceView: ChoiceView;
  ChoicesContent: ChoicesContent;
  ConfirmFact: ConfirmFact;
  ConsentResult: ConsentResult;
  ContactView: ContactView;
  ConversationAssigned: ConversationAssigned;
  ConversationResult: ConversationResult;
  ConversationUpdated: ConversationUpdated;
  ConversationView: ConversationView;
  CorrectFact: CorrectFact;
  EmailTranscript: EmailTranscript;
  Empty: Empty;
  ErrorBody: ErrorBody;
  FactResult: FactResult;
  FactView: FactView;
  FactsChanged: FactsChanged;
  FactsResult: FactsResult;
  FileContent: FileContent;
  ForgetFact: ForgetFact;
  ForgottenResult: ForgottenResult;
  FormContent: FormContent;
  FormField: FormField;
  GreetingSeen: GreetingSeen;
  GreetingView: GreetingView;
  HeadView: HeadView;
  Heads: Heads;
  HeadsResult: HeadsResult;
  Identify: Identify;
  IdentifyResult: IdentifyResult;
  InboxView: InboxView;
  LearnedFact: LearnedFact;
  LeaveEmail: LeaveEmail;
  MarkRead: MarkRead;
  MessageCreated: MessageCreated;
  MessageView: MessageView;
  MessagesRead: MessagesRead;
  Nothing: Nothing;
  OfConversation: OfConversation;
  OwnerView: OwnerView;
  Page: Page;
  Presence: Presence;
  Purpose: Purpose;
  QueueChanged: QueueChanged;
  QueueView: QueueView;
  RasaElement: RasaElement;
  RasaElements: RasaElements;
  RasaImage: RasaImage;
  RasaLink: RasaLink;
  RasaPostback: RasaPostback;
  RasaQuickReply: RasaQuickReply;
  RasaSessionRequest: RasaSessionRequest;
  RasaSource: RasaSource;
  RasaTemplate: RasaTemplate;
  RasaUserUttered: RasaUserUttered;
  RateConversation: RateConversation;
  ReceiptView: ReceiptView;
  Reconnect: Reconnect;
  RequestAgent: RequestAgent;
  Resolve: Resolve;
  Resume: Resume;
  ResumeInside: ResumeInside;
  ResumeResult: ResumeResult;
  ReturnToBot: ReturnToBot;
  SendAgentMessage: SendAgentMessage;
  SendResult: SendResult;
  SendVisitorMessage: SendVisitorMessage;
  SessionConfirm: SessionConfirm;
  SetAvailability: SetAvailability;
  SetConsent: SetConsent;
  Snooze: Snooze;
  Subscribe: Subscribe;
  SubscribeResult: SubscribeResult;
  Tag: Tag;
  TakeOver: TakeOver;
  TeamName: TeamName;
  TextContent: TextContent;
  TranscriptResult: TranscriptResult;
  Typing: Typing;
  TypingChanged: TypingChanged;
  UnderstoodView: UnderstoodView;
  VisitorHandshake: VisitorHandshake;
  VisitorText: VisitorText;
  VisitorTypingPreview: VisitorTypingPreview;
  Welcome: Welcome;
  VisitorCommands: VisitorCommands;
  AgentCommands: AgentCommands;
  VisitorEvents: VisitorEvents;
  AgentEvents: AgentEvents;
  RasaCommands: RasaCommands;
  RasaEvents: RasaEvents;
}
/**
 * A private note.
 */
export interface AddNote {
  client_id: string;
  conversation_id: string;
  content: TextContent;
}
/**
 * Words; `code` and what follows come with activities so that clients can say them in their language.
 */
export interface TextContent {
  type: "text";
  text: string;
  code?: string | null;
  name?: string | null;
  score?: number | null;
  reason?: string | null;
  opens_at?: string | null;
  asks_email?: boolean | null;
  minutes?: number | null;
  note?: string | null;
}
/**
 * Auth of `/agent`; without a token the session cookie counts.
 */
export interface AgentHandshake {
  token?: string | null;
}
/**
 * To an agent, to those waiting for a team, or back to the queue; `note` is for who comes next.
 */
export interface Assign {
  conversation_id: string;
  agent_id?: string | null;
  team?: string | null;
  note?: string | null;
}
/**
 * Who wrote a message.
 */
export interface AuthorView {
  kind: "visitor" | "bot" | "agent" | "system";
  id?: string | null;
  name?: string | null;
}
/**
 * What anybody but the visitor says; addresses are whole, for the widget stands on another site.
 */
export interface BotUttered {
  text: string;
  quick_replies?: RasaQuickReply[] | null;
  attachment?: (RasaImage | RasaTemplate) | null;
}
/**
 * `payload` is what is sent back.
 */
export interface RasaQuickReply {
  content_type?: "text";
  title: string;
  payload: string;
}
/**
 * One picture.
 */
export interface RasaImage {
  type?: "image";
  payload: RasaSource;
}
/**
 * Where a picture is.
 */
export interface RasaSource {
  src: string;
}
/**
 * Around them.
 */
export interface RasaTemplate {
  type?: "template";
  payload: RasaElements;
}
/**
 * Cards in a row.
 */
export interface RasaElements {
  template_type?: "generic";
  elements: RasaElement[];
}
/**
 * A card.
 */
export interface RasaElement {
  title: string;
  subtitle?: string | null;
  image_url?: string | null;
  buttons: (RasaLink | RasaPostback)[];
}
/**
 * Opens an address.
 */
export interface RasaLink {
  type?: "web_url";
  title: string;
  url: string;
}
/**
 * Says something.
 */
export interface RasaPostback {
  type?: "postback";
  title: string;
  payload: string;
}
/**
 * A product or page with picture and buttons.
 */
export interface Card {
  title: string;
  subtitle?: string | null;
  image_url?: string | null;
  url?: string | null;
  /**
   * @maxItems 4
   */
  actions?: CardAction[];
}
/**
 * A button: it says `payload` or opens `url`.
 */
export interface CardAction {
  label: string;
  payload?: string | null;
  url?: string | null;
}
/**
 * One card or a row of them.
 */
export interface CardContent {
  type: "card";
  text?: string | null;
  /**
   * @minItems 1
   * @maxItems 10
   */
  cards: Card[];
}
/**
 * A quick reply: `label` is shown, `payload` is what picking it says.
 */
export interface Choice {
  label: string;
  payload: string;
}
/**
 * A quick reply.
 */
export interface ChoiceView {
  label: string;
  payload: string;
}
/**
 * A question with answers to pick from.
 */
export interface ChoicesContent {
  type: "choices";
  text: string;
  /**
   * @minItems 1
   * @maxItems 12
   */
  choices: Choice[];
}
/**
 * Whether what we believe is right; what is not is used no more.
 */
export interface ConfirmFact {
  fact_id: string;
  right: boolean;
}
/**
 * What the contact has agreed to now, by purpose; withdrawing deletes what was kept, with a receipt.
 */
export interface ConsentResult {
  consent: {
    [k: string]: boolean;
  };
  receipt?: ReceiptView | null;
}
/**
 * What was forgotten: how many rows by table, and whether the bot has heard of it and files were written over.
 *
 * `kind` is everything of a `person`, what a `consent` covered, one `fact`, or what two people who were taken for
 * one knew of each other. The receipt holds nothing of the person.
 */
export interface ReceiptView {
  id: string;
  kind: "person" | "consent" | "fact" | "parted";
  at: string;
  counts: {
    [k: string]: number;
  };
  bot_told_at?: string | null;
  scrubbed_at?: string | null;
}
/**
 * The person, as far as the reader may know.
 */
export interface ContactView {
  id: string;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  locale?: string | null;
  identified?: boolean;
}
/**
 * The receiver answers this one from now on.
 */
export interface ConversationAssigned {
  conversation: ConversationView;
  reason: string;
}
/**
 * A conversation; the second half is for agents and absent for visitors.
 *
 * `offline`: it was left while nobody was there to answer; `reply_to` is where answers are e-mailed.
 * At `answer_by` it goes back to the queue, unless its agent has answered; `routed` until they show that
 * they are there: by `accept`, or by a word. A later word of the visitor waits `reply_seconds` for them:
 * `message_created` alone tells of it, and the deadline follows from its time.
 */
export interface ConversationView {
  id: string;
  inbox: string;
  status: "open" | "snoozed" | "resolved";
  owner: OwnerView;
  last_seq: number;
  contact: ContactView;
  locale: string;
  tags: string[];
  queue?: QueueView | null;
  rating?: number | null;
  opened_at: string;
  updated_at: string;
  read_by_visitor?: number;
  read_by_agent?: number;
  offline?: boolean;
  reply_to?: string | null;
  snoozed_until?: string | null;
  last_text?: string | null;
  unread?: number | null;
  queued_at?: string | null;
  answer_by?: string | null;
  reply_seconds?: number | null;
  routed?: boolean | null;
  team?: TeamName | null;
  handoff_reason?: string | null;
  handoff_summary?: string | null;
  page_url?: string | null;
  page_title?: string | null;
  referrer?: string | null;
  element?: string | null;
  campaign?: string | null;
  variant?: string | null;
}
/**
 * Who answers now.
 */
export interface OwnerView {
  kind: "bot" | "queue" | "agent";
  agent_id?: string | null;
  name?: string | null;
  epoch: number;
}
/**
 * Place among those waiting, first is 1; estimates are absent while there is too little to judge by.
 *
 * Four waits of five end between `eta_low_seconds` and `eta_high_seconds` from now, half of them before
 * `eta_seconds`. `agents_online` says whether anybody is there to come.
 */
export interface QueueView {
  position: number;
  agents_online: boolean;
  eta_seconds?: number | null;
  eta_low_seconds?: number | null;
  eta_high_seconds?: number | null;
}
/**
 * The team a conversation was sent to.
 */
export interface TeamName {
  id: string;
  name: string;
}
/**
 * Data of commands that change a conversation.
 */
export interface ConversationResult {
  conversation: ConversationView;
}
/**
 * Owner, status, tags, place in the queue or receipts changed.
 */
export interface ConversationUpdated {
  conversation: ConversationView;
}
/**
 * What the visitor says is right.
 */
export interface CorrectFact {
  fact_id: string;
  value: string;
}
/**
 * Without `email`, to the address that is known.
 */
export interface EmailTranscript {
  conversation_id: string;
  email?: string | null;
}
/**
 * A command without payload.
 */
export interface Empty {}
/**
 * `fields` maps a path in the payload to what is wrong there.
 */
export interface ErrorBody {
  code:
    | "invalid"
    | "not_found"
    | "not_allowed"
    | "conflict"
    | "rate_limited"
    | "too_large"
    | "unavailable"
    | "internal";
  message: string;
  fields?: {
    [k: string]: string;
  } | null;
}
/**
 * The fact as it stands after the command.
 */
export interface FactResult {
  fact: FactView;
}
/**
 * A fact; `quote` is the words it came from, `start` and `end` their characters in the message.
 *
 * `label`, `said` (a sentence to the person it is about) and `why` (what it is kept for) are in the reader's
 * language. `subject` is the order or product it is about. `reason` says why it is history. `dialogue_only`: it
 * goes when its dialogue ends, unless its purpose is allowed until then.
 */
export interface FactView {
  id: string;
  key: string;
  label: string;
  value: string;
  source: "visitor" | "form" | "agent" | "identity" | "shop";
  confidence: number;
  state: "current" | "unconfirmed" | "superseded" | "ended";
  observed_at: string;
  quote?: string | null;
  conversation_id?: string | null;
  message_id?: string | null;
  start?: number | null;
  end?: number | null;
  subject?: string | null;
  valid_from?: string | null;
  valid_until?: string | null;
  confirmed_at?: string | null;
  ended_at?: string | null;
  superseded_by?: string | null;
  reason?: ("newer" | "corrected" | "withdrawn" | "expired" | "solved" | "merged") | null;
  said?: string;
  why?: string;
  purpose?: string;
  dialogue_only?: boolean;
  sensitivity?: "plain" | "personal" | "sensitive";
}
/**
 * Facts about the contact changed; fetch them again.
 */
export interface FactsChanged {
  contact_id?: string | null;
}
/**
 * Current facts about the caller, those to be confirmed first, and what they agreed to.
 */
export interface FactsResult {
  facts: FactView[];
  unconfirmed?: FactView[];
  consent: {
    [k: string]: boolean;
  };
}
/**
 * A picture or file that lies at `url`; what was uploaded is fetched as `docs/files.md` says.
 */
export interface FileContent {
  type: "image" | "file";
  url: string;
  name: string;
  size?: number;
  media_type?: string | null;
  width?: number | null;
  height?: number | null;
  text?: string | null;
}
/**
 * One fact to be forgotten.
 */
export interface ForgetFact {
  fact_id: string;
}
/**
 * By the receipt's id an administrator finds it again.
 */
export interface ForgottenResult {
  receipt: ReceiptView;
}
/**
 * A few fields to fill in; the answer comes back as text.
 */
export interface FormContent {
  type: "form";
  text: string;
  /**
   * @minItems 1
   * @maxItems 8
   */
  fields: FormField[];
}
/**
 * One field; `input` is its HTML type.
 */
export interface FormField {
  name: string;
  label: string;
  input?: "text" | "email" | "tel" | "number";
  required?: boolean;
}
/**
 * `shown` as it came with the greeting, once that was on the visitor's screen.
 */
export interface GreetingSeen {
  shown: string;
}
/**
 * What the visitor is addressed with before the first word.
 *
 * `shown`: what to send back with `greeting_seen` once the visitor has really seen it.
 */
export interface GreetingView {
  text: string;
  choices?: ChoiceView[];
  shown?: string | null;
}
/**
 * Where a conversation ends now: a client with a smaller `last_seq` or `revision` has missed something.
 */
export interface HeadView {
  conversation_id: string;
  last_seq: number;
  epoch: number;
  status: "open" | "snoozed" | "resolved";
  revision?: number | null;
}
/**
 * Of conversations that a client holds.
 */
export interface Heads {
  /**
   * @maxItems 100
   */
  conversation_ids: string[];
}
/**
 * Of those asked for that exist and that the caller may read, in no order.
 */
export interface HeadsResult {
  heads: HeadView[];
}
/**
 * A signed identity token.
 */
export interface Identify {
  identity: string;
}
/**
 * Who the shop says this is; their earlier conversations become visible.
 *
 * `token` replaces the stored one when somebody else was signed in on this browser before.
 */
export interface IdentifyResult {
  token?: string | null;
  contact: ContactView;
  conversation: ConversationView | null;
  messages: MessageView[];
  greeting: GreetingView;
}
/**
 * A message as one reader sees it; `used_facts` and `understood` are for agents.
 *
 * `revision`, for agents too: which of the conversation's late changes changed it last. Of two views of one message
 * the higher is the newer; a push whose revision is not the one after the last held means that one was missed.
 */
export interface MessageView {
  id: string;
  conversation_id: string;
  seq: number;
  prev_seq: number;
  client_id: string;
  author: AuthorView;
  kind: "message" | "note" | "activity";
  content: {
    [k: string]: unknown;
  };
  created_at: string;
  used_facts?: string[] | null;
  understood?: UnderstoodView | null;
  revision?: number | null;
}
/**
 * What the bot made of a visitor's message; agents only.
 */
export interface UnderstoodView {
  intent: string;
  confidence: number;
  entities?: {
    [k: string]: unknown;
  }[];
  form?: string | null;
}
/**
 * What the widget needs to look and speak right.
 *
 * `open` and `opens_at` are about people, the bot is always there; `mail`: answers can be e-mailed; `file_bytes`: how
 * much a file may have, 0 where none are taken.
 */
export interface InboxView {
  key: string;
  name: string;
  locale: string;
  accent: string;
  bot_name: string;
  bot_ready: boolean;
  agents_online: boolean;
  open?: boolean;
  opens_at?: string | null;
  mail?: boolean;
  file_bytes?: number;
}
/**
 * A fact by the registry's key; a null `value` says that it holds no longer.
 */
export interface LearnedFact {
  key: string;
  value: string | null;
  subject?: string | null;
}
/**
 * Where answers in this conversation may go as well.
 */
export interface LeaveEmail {
  conversation_id: string;
  email: string;
}
/**
 * Read up to and including `seq`.
 */
export interface MarkRead {
  conversation_id: string;
  seq: number;
}
/**
 * A message was committed.
 */
export interface MessageCreated {
  message: MessageView;
}
/**
 * `by` has read up to and including `seq`.
 */
export interface MessagesRead {
  conversation_id: string;
  seq: number;
  by: "visitor" | "agent";
}
/**
 * Data of a command that has nothing to tell beyond `ok`.
 */
export interface Nothing {}
/**
 * A command about one conversation.
 */
export interface OfConversation {
  conversation_id: string;
}
/**
 * Where the visitor is, as far as the website tells: long or odd values are cut, never refused.
 */
export interface Page {
  url: string;
  title?: string | null;
  referrer?: string | null;
}
/**
 * An agent's availability.
 */
export interface Presence {
  agent_id: string;
  name: string;
  state: "online" | "away" | "offline";
}
/**
 * All that wait now, first come first.
 */
export interface QueueChanged {
  conversations: ConversationView[];
}
/**
 * Rasa's channel protocol: begins or continues a session.
 */
export interface RasaSessionRequest {
  session_id?: string | null;
}
/**
 * Rasa's channel protocol: one message of the user.
 */
export interface RasaUserUttered {
  message: string;
  session_id?: string | null;
}
/**
 * The visitor's verdict.
 */
export interface RateConversation {
  conversation_id: string;
  score: number;
  comment?: string | null;
}
/**
 * This hub is about to stop: connect again after so long, without a word to anybody.
 */
export interface Reconnect {
  after_ms: number;
}
/**
 * Asks for a person; opens a conversation if there is none.
 */
export interface RequestAgent {
  conversation_id?: string | null;
  client_id?: string | null;
  reason?: string | null;
}
/**
 * `solved` says whether the customer's problem is solved; then it is no longer kept as open.
 */
export interface Resolve {
  conversation_id: string;
  solved?: boolean;
}
/**
 * Everything after seq `after`.
 */
export interface Resume {
  conversation_id: string;
  after?: number;
}
/**
 * Also messages up to `after` that were changed after `revision`, as by what the bot understood of them.
 */
export interface ResumeInside {
  conversation_id: string;
  after?: number;
  revision?: number | null;
}
/**
 * `more` says that another `resume` is needed.
 *
 * For agents: `revised` are messages up to `after` that were changed after the `revision` asked with; who asks next
 * names the `revision` given here.
 */
export interface ResumeResult {
  messages: MessageView[];
  conversation: ConversationView;
  more: boolean;
  revised?: MessageView[] | null;
  revision?: number | null;
}
/**
 * What the human learned: `facts` for the bot to use, a `note` for it and for colleagues.
 */
export interface ReturnToBot {
  conversation_id: string;
  note?: string | null;
  /**
   * @maxItems 20
   */
  facts?: LearnedFact[];
}
/**
 * Refused when `epoch` is not the owner's present one.
 */
export interface SendAgentMessage {
  client_id: string;
  conversation_id: string;
  epoch: number;
  content: TextContent | ChoicesContent | CardContent | FormContent | FileContent;
}
/**
 * Data of a `send_message` ack.
 */
export interface SendResult {
  conversation_id: string;
  message_id: string;
  seq: number;
}
/**
 * Without `conversation_id` it opens a conversation.
 */
export interface SendVisitorMessage {
  client_id: string;
  conversation_id?: string | null;
  content: VisitorText;
}
/**
 * What a visitor may send in this version: words. `label` is what they saw when they picked a choice.
 */
export interface VisitorText {
  type: "text";
  text: string;
  label?: string | null;
}
/**
 * Whether new conversations may come.
 */
export interface SetAvailability {
  state: Availability;
}
/**
 * One answer about one purpose.
 */
export interface SetConsent {
  purpose: Purpose;
  granted: boolean;
}
/**
 * Without `until`, till somebody writes.
 */
export interface Snooze {
  conversation_id: string;
  until?: string | null;
}
/**
 * A list an agent watches.
 */
export interface Subscribe {
  view: "mine" | "queue" | "all";
  inbox?: string | null;
}
/**
 * The list as it is now; live events follow.
 */
export interface SubscribeResult {
  conversations: ConversationView[];
}
/**
 * Replaces the tags.
 */
export interface Tag {
  conversation_id: string;
  /**
   * @maxItems 20
   */
  tags: string[];
}
/**
 * A supervisor takes what a colleague answers, as long as its owner has the epoch they saw.
 */
export interface TakeOver {
  conversation_id: string;
  epoch: number;
}
/**
 * Where the transcript goes.
 */
export interface TranscriptResult {
  email: string;
}
/**
 * `preview` is what the visitor has typed so far; only agents who answer see it.
 */
export interface Typing {
  conversation_id: string;
  on: boolean;
  preview?: string | null;
}
/**
 * Somebody began or stopped typing.
 */
export interface TypingChanged {
  conversation_id: string;
  author: AuthorView;
  on: boolean;
}
/**
 * Auth of `/visitor`; `element` is the short code that brought them.
 */
export interface VisitorHandshake {
  inbox: string;
  token?: string | null;
  identity?: string | null;
  locale?: string | null;
  page?: Page | null;
  element?: string | null;
}
/**
 * What the visitor has typed so far.
 */
export interface VisitorTypingPreview {
  conversation_id: string;
  text: string;
}
/**
 * Right after a visitor connects; `conversation` is the newest that is not resolved, `messages` its newest.
 *
 * `asks_consent` are the purposes that wait for a yes and that nobody has answered.
 */
export interface Welcome {
  token: string;
  inbox: InboxView;
  contact: ContactView;
  conversation: ConversationView | null;
  messages: MessageView[];
  greeting: GreetingView;
  consent: {
    [k: string]: boolean;
  };
  asks_consent?: ("memory" | "analytics" | "marketing")[];
}
export interface VisitorCommands {
  send_message: {
    payload: SendVisitorMessage;
    data: SendResult;
  };
  resume: {
    payload: Resume;
    data: ResumeResult;
  };
  heads: {
    payload: Heads;
    data: HeadsResult;
  };
  typing: {
    payload: Typing;
    data: Nothing;
  };
  mark_read: {
    payload: MarkRead;
    data: Nothing;
  };
  request_agent: {
    payload: RequestAgent;
    data: ConversationResult;
  };
  rate_conversation: {
    payload: RateConversation;
    data: ConversationResult;
  };
  leave_email: {
    payload: LeaveEmail;
    data: ConversationResult;
  };
  email_transcript: {
    payload: EmailTranscript;
    data: TranscriptResult;
  };
  greeting_seen: {
    payload: GreetingSeen;
    data: Nothing;
  };
  identify: {
    payload: Identify;
    data: IdentifyResult;
  };
  set_consent: {
    payload: SetConsent;
    data: ConsentResult;
  };
  list_facts: {
    payload: Empty;
    data: FactsResult;
  };
  correct_fact: {
    payload: CorrectFact;
    data: FactResult;
  };
  confirm_fact: {
    payload: ConfirmFact;
    data: FactResult;
  };
  forget_fact: {
    payload: ForgetFact;
    data: ForgottenResult;
  };
  forget_me: {
    payload: Empty;
    data: ForgottenResult;
  };
}
export interface AgentCommands {
  set_availability: {
    payload: SetAvailability;
    data: Presence;
  };
  subscribe: {
    payload: Subscribe;
    data: SubscribeResult;
  };
  accept: {
    payload: OfConversation;
    data: ConversationResult;
  };
  assign: {
    payload: Assign;
    data: ConversationResult;
  };
  take_over: {
    payload: TakeOver;
    data: ConversationResult;
  };
  return_to_bot: {
    payload: ReturnToBot;
    data: ConversationResult;
  };
  send_message: {
    payload: SendAgentMessage;
    data: SendResult;
  };
  add_note: {
    payload: AddNote;
    data: SendResult;
  };
  resolve: {
    payload: Resolve;
    data: ConversationResult;
  };
  snooze: {
    payload: Snooze;
    data: ConversationResult;
  };
  reopen: {
    payload: OfConversation;
    data: ConversationResult;
  };
  tag: {
    payload: Tag;
    data: ConversationResult;
  };
  typing: {
    payload: Typing;
    data: Nothing;
  };
  mark_read: {
    payload: MarkRead;
    data: Nothing;
  };
  resume: {
    payload: ResumeInside;
    data: ResumeResult;
  };
  heads: {
    payload: Heads;
    data: HeadsResult;
  };
}
export interface VisitorEvents {
  welcome: Welcome;
  message_created: MessageCreated;
  conversation_updated: ConversationUpdated;
  typing: TypingChanged;
  messages_read: MessagesRead;
  facts_changed: FactsChanged;
  reconnect: Reconnect;
}
export interface AgentEvents {
  message_created: MessageCreated;
  conversation_updated: ConversationUpdated;
  typing: TypingChanged;
  messages_read: MessagesRead;
  facts_changed: FactsChanged;
  reconnect: Reconnect;
  queue_changed: QueueChanged;
  conversation_assigned: ConversationAssigned;
  presence: Presence;
  visitor_typing_preview: VisitorTypingPreview;
}
export interface RasaCommands {
  session_request: RasaSessionRequest;
  user_uttered: RasaUserUttered;
}
export interface RasaEvents {
  session_confirm: SessionConfirm;
  bot_uttered: BotUttered;
}
