// Generated from the hub's schema by `npm run types`; do not edit.

/**
 * What a sample is stratified by.
 */
export type By = "none" | "language" | "element" | "outcome";
/**
 * What holds while nobody answered: nothing until a yes, or everything until a no.
 */
export type ConsentRule = "opt_in" | "opt_out";
/**
 * Whether agents take conversations from the queue, or are given them.
 */
export type RoutingMode = "manual" | "automatic";
/**
 * What a rule looks at.
 */
export type Subject = "tag" | "reason" | "language" | "element" | "campaign";
export type JsonValue = unknown;
/**
 * What the contact's data may be used for.
 */
export type Purpose = "memory" | "analytics" | "marketing";

export interface RestBodies {
  AccountBody: AccountBody;
  AccountView: AccountView;
  AddressBody: AddressBody;
  AddressView: AddressView;
  AgentCount: AgentCount;
  AgentPatch: AgentPatch;
  AgentRatingBody: AgentRatingBody;
  AgentsReport: AgentsReport;
  AgreementView: AgreementView;
  AlertView: AlertView;
  ApiKeyBody: ApiKeyBody;
  ApiKeyView: ApiKeyView;
  ArchivedBody: ArchivedBody;
  ArmFigure: ArmFigure;
  ArmView: ArmView;
  AttemptView: AttemptView;
  AuditView: AuditView;
  AuthorView: AuthorView;
  BotJobView: BotJobView;
  BotJobsView: BotJobsView;
  BotProcessView: BotProcessView;
  BotReport: BotReport;
  BoughtTogether: BoughtTogether;
  BounceView: BounceView;
  BouncesView: BouncesView;
  By: By;
  CallNoteBody: CallNoteBody;
  CallNoteView: CallNoteView;
  CameFromView: CameFromView;
  CameView: CameView;
  CampaignBody: CampaignBody;
  CampaignDetail: CampaignDetail;
  CampaignFiguresView: CampaignFiguresView;
  CampaignPatch: CampaignPatch;
  CampaignPlanBody: CampaignPlanBody;
  CampaignPlanView: CampaignPlanView;
  CampaignRemoved: CampaignRemoved;
  CampaignView: CampaignView;
  CandidateView: CandidateView;
  CannedReplyBody: CannedReplyBody;
  CannedReplyPatch: CannedReplyPatch;
  CannedReplyView: CannedReplyView;
  CapBody: CapBody;
  CapView: CapView;
  ChoiceView: ChoiceView;
  CodeBody: CodeBody;
  CodeChoice: CodeChoice;
  CodeView: CodeView;
  CoderView: CoderView;
  CodesBody: CodesBody;
  CodesView: CodesView;
  CoefficientView: CoefficientView;
  CohortView: CohortView;
  ColleagueView: ColleagueView;
  ComparedView: ComparedView;
  ConsentRule: ConsentRule;
  ContactDetail: ContactDetail;
  ContactHistoryView: ContactHistoryView;
  ContactView: ContactView;
  ConversationView: ConversationView;
  CostBody: CostBody;
  CostView: CostView;
  CouponView: CouponView;
  CreditView: CreditView;
  CustomerForecast: CustomerForecast;
  CustomerReport: CustomerReport;
  CustomerRow: CustomerRow;
  CustomerView: CustomerView;
  DayCount: DayCount;
  Disagreement: Disagreement;
  DryRunView: DryRunView;
  EarlierView: EarlierView;
  ElementBody: ElementBody;
  ElementCredit: ElementCredit;
  ElementOrders: ElementOrders;
  ElementOrdersView: ElementOrdersView;
  ElementPatch: ElementPatch;
  ElementReport: ElementReport;
  ElementView: ElementView;
  ErasureProof: ErasureProof;
  EstimateView: EstimateView;
  EventActor: EventActor;
  EventData: EventData;
  EventMessage: EventMessage;
  EventView: EventView;
  ExampleView: ExampleView;
  ExperimentBody: ExperimentBody;
  ExperimentReport: ExperimentReport;
  ExperimentView: ExperimentView;
  FactAsked: FactAsked;
  FactAskedView: FactAskedView;
  FactBody: FactBody;
  FactValue: FactValue;
  FactVerdict: FactVerdict;
  FactView: FactView;
  FaultView: FaultView;
  FileLinkView: FileLinkView;
  FunnelStepView: FunnelStepView;
  GoOn: GoOn;
  GrantBody: GrantBody;
  GreetingBody: GreetingBody;
  GreetingRuleView: GreetingRuleView;
  GreetingView: GreetingView;
  GuaranteeUse: GuaranteeUse;
  HandoffCardView: HandoffCardView;
  HeardView: HeardView;
  HelpPassageView: HelpPassageView;
  HelpReport: HelpReport;
  HistoryEntryView: HistoryEntryView;
  HoursBody: HoursBody;
  HoursView: HoursView;
  InboxBody: InboxBody;
  InboxPatch: InboxPatch;
  InboxSettings: InboxSettings;
  InboxShare: InboxShare;
  InboxView: InboxView;
  IncentiveBody: IncentiveBody;
  IncentivePatch: IncentivePatch;
  IncentiveReport: IncentiveReport;
  IncentiveUses: IncentiveUses;
  IncentiveView: IncentiveView;
  IntentBody: IntentBody;
  IntentCount: IntentCount;
  IntentView: IntentView;
  IntervalView: IntervalView;
  IssuedCouponView: IssuedCouponView;
  JobReportBody: JobReportBody;
  JsonValue: JsonValue;
  KeptView: KeptView;
  KnownView: KnownView;
  LanguageCount: LanguageCount;
  LanguageTally: LanguageTally;
  LessonView: LessonView;
  LiftBody: LiftBody;
  LiftView: LiftView;
  LineQueue: LineQueue;
  LineView: LineView;
  ListeningReport: ListeningReport;
  MemberView: MemberView;
  MemoryMeasure: MemoryMeasure;
  MemoryReport: MemoryReport;
  MergePreviewView: MergePreviewView;
  MergeView: MergeView;
  MessageView: MessageView;
  MintBody: MintBody;
  MissedQuestionView: MissedQuestionView;
  MoodView: MoodView;
  NewApiKey: NewApiKey;
  NewInbox: NewInbox;
  NewWebhook: NewWebhook;
  OfferReport: OfferReport;
  OfferStepBody: OfferStepBody;
  OfferView: OfferView;
  OffersTaken: OffersTaken;
  OrderFileBody: OrderFileBody;
  OrderImportView: OrderImportView;
  OrderItemView: OrderItemView;
  OrderView: OrderView;
  OrdersView: OrdersView;
  OutcomeFigureView: OutcomeFigureView;
  Overview: Overview;
  OwnGreeting: OwnGreeting;
  OwnGreetings: OwnGreetings;
  OwnIntentView: OwnIntentView;
  OwnerView: OwnerView;
  Page: Page;
  PairCount: PairCount;
  PasswordBody: PasswordBody;
  PlanBody: PlanBody;
  PlanView: PlanView;
  PointsBody: PointsBody;
  PointsLineView: PointsLineView;
  PointsView: PointsView;
  Problem: Problem;
  ProductTrouble: ProductTrouble;
  ProductView: ProductView;
  PublishedCodeBody: PublishedCodeBody;
  PublishedCodePatch: PublishedCodePatch;
  PublishedCodeView: PublishedCodeView;
  Purpose: Purpose;
  QueueView: QueueView;
  QuietBody: QuietBody;
  QuietView: QuietView;
  RatedView: RatedView;
  RatioView: RatioView;
  ReadingView: ReadingView;
  RecallItem: RecallItem;
  RecallResult: RecallResult;
  RecalledNote: RecalledNote;
  ReceiptView: ReceiptView;
  ReceiverView: ReceiverView;
  RecentRises: RecentRises;
  RedeemBody: RedeemBody;
  RedeemedView: RedeemedView;
  RefusedCode: RefusedCode;
  RefusedLine: RefusedLine;
  RefusedView: RefusedView;
  RepeatFit: RepeatFit;
  ResponseEventView: ResponseEventView;
  RetentionReport: RetentionReport;
  ReturnBody: ReturnBody;
  ReturnView: ReturnView;
  RevealBody: RevealBody;
  Revealed: Revealed;
  ReviewBody: ReviewBody;
  ReviewerView: ReviewerView;
  RfvLines: RfvLines;
  RfvSquare: RfvSquare;
  RiseMailsBody: RiseMailsBody;
  RiseView: RiseView;
  RotatedSecret: RotatedSecret;
  RoutingMode: RoutingMode;
  RuleBody: RuleBody;
  RuleView: RuleView;
  SaidBody: SaidBody;
  SaidView: SaidView;
  SampleBody: SampleBody;
  SampleSheet: SampleSheet;
  SampleView: SampleView;
  SampledView: SampledView;
  ScoreBody: ScoreBody;
  ScoreView: ScoreView;
  SecretBody: SecretBody;
  SegmentBody: SegmentBody;
  SegmentChoiceView: SegmentChoiceView;
  SegmentCount: SegmentCount;
  SegmentCountBody: SegmentCountBody;
  SegmentFieldView: SegmentFieldView;
  SegmentFields: SegmentFields;
  SegmentPreview: SegmentPreview;
  SegmentRuleBody: SegmentRuleBody;
  SegmentView: SegmentView;
  SessionView: SessionView;
  Share: Share;
  SignIn: SignIn;
  SignView: SignView;
  SignedIn: SignedIn;
  SpendFit: SpendFit;
  Subject: Subject;
  TeamBody: TeamBody;
  TeamName: TeamName;
  TeamPatch: TeamPatch;
  TeamView: TeamView;
  ThemeCountView: ThemeCountView;
  ThemeView: ThemeView;
  TrainerBody: TrainerBody;
  TrainerView: TrainerView;
  TranscriptRow: TranscriptRow;
  UnderstoodView: UnderstoodView;
  VariantBody: VariantBody;
  VariantView: VariantView;
  VisitorExport: VisitorExport;
  VisitorSession: VisitorSession;
  VisitorSessionBody: VisitorSessionBody;
  WebhookBody: WebhookBody;
  WebhookDeliveryView: WebhookDeliveryView;
  WebhookEventBody: WebhookEventBody;
  WebhookPatch: WebhookPatch;
  WebhookView: WebhookView;
  WishView: WishView;
  WordingBody: WordingBody;
  WordingView: WordingView;
  WorkView: WorkView;
}
/**
 * A new account; an administrator tells its holder the password.
 */
export interface AccountBody {
  email: string;
  name: string;
  role: "agent" | "marketer" | "admin";
  password: string;
}
/**
 * An account as itself and administrators see it.
 */
export interface AccountView {
  id: string;
  email: string;
  name: string;
  role: "agent" | "marketer" | "admin" | "bot";
  availability?: "online" | "away" | "offline";
}
/**
 * Somebody who wants no mails; the reason goes to the audit.
 */
export interface AddressBody {
  email: string;
  reason: string;
}
/**
 * An address on the do-not-contact list, by its digest; it names nobody.
 */
export interface AddressView {
  digest: string;
  why: "unsubscribed" | "bounced" | "asked";
  since: string | null;
  bounces: number;
  soft_bounces: number;
}
/**
 * Dialogues that a person took, by themselves or with others; waits are of those they took alone.
 */
export interface AgentCount {
  id: string;
  name: string;
  dialogues: number;
  resolved: number;
  rated: number;
  rating_mean: number | null;
  ratings: Share[];
  waits: number;
  wait_median_seconds: number | null;
}
/**
 * A count and what it is out of.
 */
export interface Share {
  key: string;
  count: number;
}
/**
 * What is left out stays as it is; without languages an agent is asked in all of them.
 */
export interface AgentPatch {
  name?: string | null;
  skills?: string[] | null;
  languages?: string[] | null;
  capacity?: number | null;
  teams?: string[] | null;
}
/**
 * How the dialogue went, as the one who answered sees it; the latest counts.
 */
export interface AgentRatingBody {
  score: number;
  comment?: string | null;
}
/**
 * Of the dialogues opened in [from, to): `taken` by anybody, of those `handed_off`.
 */
export interface AgentsReport {
  from: string;
  to: string;
  handed_off: number;
  taken: number;
  waits: number;
  wait_median_seconds: number | null;
  agents: AgentCount[];
  handoff_reasons: Share[];
}
/**
 * Of dialogues that both coded; 95 % intervals.
 */
export interface AgreementView {
  units: number;
  same: number;
  kappa: CoefficientView;
  alpha: CoefficientView;
  counts: PairCount[];
  disagreements: Disagreement[];
}
/**
 * Left out where there is nothing to tell it from chance.
 */
export interface CoefficientView {
  value?: number | null;
  low?: number | null;
  high?: number | null;
}
/**
 * How often the two codes were given to the same dialogue.
 */
export interface PairCount {
  first: string;
  second: string;
  count: number;
}
/**
 * A dialogue and what each made of it.
 */
export interface Disagreement {
  conversation_id: string;
  first: string;
  second: string;
}
/**
 * A day up to which, over `days` days, a theme had more dialogues than its past explains.
 *
 * `expected` is the mean of as many days before, `chance` how likely so many would be as usual.
 */
export interface AlertView {
  theme: ThemeView;
  day: string;
  days: number;
  count: number;
  expected: number;
  chance: number;
}
/**
 * `key` is a kind of fact (a problem with its name: `open_problem:damaged`), an intent or a reason.
 *
 * `about` is a product's sku, or what was said where it is none; `about_name` what it is called.
 */
export interface ThemeView {
  kind: "told" | "intent" | "handoff";
  key: string;
  about?: string | null;
  about_name?: string | null;
}
/**
 * What the programme is called, and whose rights it has.
 */
export interface ApiKeyBody {
  name: string;
  role: "agent" | "marketer" | "admin";
}
/**
 * A programme's key, without its secret.
 */
export interface ApiKeyView {
  id: string;
  name: string;
  role: "agent" | "marketer" | "admin" | "bot";
  created_at: string;
}
/**
 * An archived inbox has no new dialogues; its history stays.
 */
export interface ArchivedBody {
  archived: boolean;
}
/**
 * One arm: on how many contacts and dialogues a figure rests; no interval where they are too few.
 */
export interface ArmFigure {
  contacts: number;
  dialogues: number;
  interval: IntervalView | null;
}
/**
 * An estimate and its 95 % interval.
 */
export interface IntervalView {
  value: number;
  low: number;
  high: number;
}
/**
 * `seen` by so many; figures are of the `counted` whose time to respond is over.
 */
export interface ArmView {
  name: string;
  weight: number;
  seen: number;
  counted: number;
  figures: OutcomeFigureView[];
}
/**
 * `count` of `people`, or for a rating their mean place between 1 and 5 as `estimate`.
 *
 * No estimate where too few are behind it.
 */
export interface OutcomeFigureView {
  key: "dialogue" | "resolved" | "coupon" | "redeemed" | "order" | "handoff" | "rating";
  people: number;
  count: number;
  estimate: EstimateView | null;
}
/**
 * Where the truth lies, at every look at once.
 */
export interface EstimateView {
  value: number;
  low: number;
  high: number;
}
/**
 * One question to the bot, what it made of it and what it answered.
 */
export interface AttemptView {
  seq: number;
  said: string;
  intent?: string | null;
  confidence?: number | null;
  missed: boolean;
  form?: string | null;
  heard: HeardView[];
  answers: string[];
}
/**
 * Something named in a message: an order number, a size.
 */
export interface HeardView {
  entity: string;
  value: string;
}
/**
 * Who did what, and why.
 */
export interface AuditView {
  id: string;
  at: string;
  actor_id: string;
  actor_name: string;
  action: string;
  conversation_id?: string | null;
  reason: string;
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
 * Something the trainer was asked to do; `lost` when nobody works at it any more.
 */
export interface BotJobView {
  id: string;
  kind: "train" | "promote" | "roll_back";
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  asked_by: string;
  asked_at: string;
  finished_at: string | null;
  model: string | null;
  against: string | null;
  lessons: number;
  held_out: number;
  step: string;
  share: number;
  failure: string | null;
  lost: boolean;
  scores: ScoreView[];
  faults: FaultView[];
}
/**
 * Lines of one language, heard by the model in service and by the new one; `reviewed` are those kept back here.
 *
 * `won` only the new one has right, `lost` only the one in service.
 */
export interface ScoreView {
  language: string;
  reviewed: boolean;
  lines: number;
  running_right: number;
  candidate_right: number;
  won: number;
  lost: number;
  running_surely_wrong: number;
  candidate_surely_wrong: number;
}
/**
 * Why a model may not come into service.
 */
export interface FaultView {
  fault: "not_compared" | "fewer_right" | "language_worse" | "surer_of_wrong";
  language: string | null;
}
/**
 * Whether there is a trainer, and what it did and does, last asked first.
 */
export interface BotJobsView {
  trainer: TrainerView | null;
  jobs: BotJobView[];
}
/**
 * The trainer that is there, the model in service, and the one to which one can go back.
 */
export interface TrainerView {
  seen_at: string;
  serving: string;
  former: string | null;
}
/**
 * A process of the bot: whether it is asked, and which model it answers with ("" before it said so).
 */
export interface BotProcessView {
  address: string;
  health: "well" | "recovering" | "ill";
  model: string;
}
/**
 * Of the dialogues opened in [from, to); `ratings` are of those that the bot answered alone.
 */
export interface BotReport {
  from: string;
  to: string;
  dialogues: number;
  resolved: number;
  bot_alone: number;
  handed_off: number;
  missed: number;
  asked_again: number;
  rated: number;
  rating_mean: number | null;
  ratings: Share[];
  first_replies: number;
  first_reply_median_seconds: number | null;
  languages: LanguageCount[];
  intents: IntentCount[];
  handoff_reasons: Share[];
}
/**
 * Dialogues of one language: `missed` are those in which the bot did not understand something.
 */
export interface LanguageCount {
  language: string;
  dialogues: number;
  resolved: number;
  bot_alone: number;
  handed_off: number;
  missed: number;
}
/**
 * Dialogues in which it was understood, and those of them that went to a person.
 */
export interface IntentCount {
  intent: string;
  dialogues: number;
  handed_off: number;
}
/**
 * Two products that customers have together more often than chance explains.
 */
export interface BoughtTogether {
  first: string;
  second: string;
  first_name: string;
  second_name: string;
  customers: number;
  lift: number;
  chance: number;
}
/**
 * What a mail server said of one recipient, without naming them.
 */
export interface BounceView {
  kind: "hard" | "soft" | "none";
  status?: string | null;
}
/**
 * What was taken from a report.
 */
export interface BouncesView {
  items: BounceView[];
}
/**
 * Sent again with the same `client_id` it is the same note.
 */
export interface CallNoteBody {
  client_id: string;
  text: string;
}
/**
 * What was written, by whom and when.
 */
export interface CallNoteView {
  id: string;
  at: string;
  by: string;
  text: string;
}
/**
 * The page the visitor wrote from, and the response element that brought them.
 */
export interface CameFromView {
  page_url?: string | null;
  page_title?: string | null;
  referrer?: string | null;
  element?: string | null;
  element_kind?: string | null;
  element_name?: string | null;
  campaign?: string | null;
  variant?: string | null;
}
/**
 * People of a cohort with a dialogue in [from, to), two days.
 */
export interface CameView {
  from: string;
  to: string;
  contacts: number;
}
/**
 * A new campaign.
 */
export interface CampaignBody {
  name: string;
}
/**
 * A campaign, its plan and how far it is.
 *
 * `mails` counts them by state, `reasons` those of the audience that get none, by why. `opened` and `clicked` count
 * mails of people who allow to be measured, each once.
 */
export interface CampaignDetail {
  id: string;
  name: string;
  created_at: string;
  state: "draft" | "running" | "paused" | "done" | "cancelled";
  plan: CampaignPlanView;
  missing: {
    [k: string]: string;
  };
  starts_at: string | null;
  planned_at: string | null;
  ended_at: string | null;
  archived_at: string | null;
  problem: string | null;
  mails: {
    [k: string]: number;
  };
  reasons: {
    [k: string]: number;
  };
  opened: number;
  clicked: number;
  unsubscribed: number;
}
/**
 * As it is.
 */
export interface CampaignPlanView {
  segment_id?: string | null;
  element?: string | null;
  starts_at?: string | null;
  zone: string;
  budget_cents?: number | null;
  currency?: string | null;
  cents_per_thousand?: number | null;
  cap?: CapView | null;
  quiet?: QuietView | null;
  newsletter: {
    [k: string]: WordingView;
  };
}
/**
 * For each contact, over all campaigns.
 */
export interface CapView {
  count: number;
  days: number;
}
/**
 * Minutes after midnight.
 */
export interface QuietView {
  start: number;
  end: number;
}
/**
 * In one language.
 */
export interface WordingView {
  subject: string;
  text: string;
}
/**
 * Openings of its elements and its dialogues opened in [from, to); `costs` are those of its elements in all.
 *
 * `coupons`, `redeemed` and `ordered` are dialogues, by the outcomes `coupon`, `redeemed` and `ordered` of lists of them.
 */
export interface CampaignFiguresView {
  id: string;
  name: string;
  state: "draft" | "running" | "paused" | "done" | "cancelled";
  created_at: string;
  elements: number;
  opened: number;
  dialogues: number;
  handed_off: number;
  resolved: number;
  resolved_without_human: number;
  coupons: number;
  redeemed: number;
  ordered: number;
  costs: CostView[];
}
/**
 * What was paid in one currency.
 */
export interface CostView {
  cents: number;
  currency: string;
}
/**
 * What is not given stays.
 */
export interface CampaignPatch {
  name?: string | null;
  archived?: boolean | null;
}
/**
 * A whole plan, while the campaign is a draft; what is left out is empty.
 *
 * `starts_at` is a wall clock's time in `zone`, as `2026-12-01T09:00`. A budget bounds the mails by what a thousand
 * of them cost. `element` is the code of a newsletter element of this campaign.
 */
export interface CampaignPlanBody {
  segment_id?: string | null;
  element?: string | null;
  starts_at?: string | null;
  zone?: string;
  budget_cents?: number | null;
  currency?: string | null;
  cents_per_thousand?: number | null;
  cap?: CapBody | null;
  quiet?: QuietBody | null;
  newsletter?: {
    [k: string]: WordingBody;
  };
}
/**
 * At most so many mails of all campaigns in so many days, for each contact.
 */
export interface CapBody {
  count: number;
  days: number;
}
/**
 * Minutes after midnight by the inbox's clock; an end before the start is on the next day.
 */
export interface QuietBody {
  start: number;
  end: number;
}
/**
 * A newsletter in one language: `{link}` is where the element's link stands, `{name}` the contact's name.
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^(en|ru|is|zh-TW|th)$".
 */
export interface WordingBody {
  subject: string;
  text: string;
}
/**
 * Archived is what was started, or has elements, incentives or mails; its figures stay.
 */
export interface CampaignRemoved {
  outcome: "erased" | "archived";
}
/**
 * What a marketer paid for, with its elements' counts.
 */
export interface CampaignView {
  id: string;
  name: string;
  created_at: string;
  archived_at?: string | null;
  opened: number;
  dialogues: number;
}
/**
 * Who can be a coder.
 */
export interface CandidateView {
  id: string;
  name: string;
}
/**
 * A new canned reply.
 */
export interface CannedReplyBody {
  shortcut: string;
  text: string;
}
/**
 * What is left out stays as it is.
 */
export interface CannedReplyPatch {
  shortcut?: string | null;
  text?: string | null;
}
/**
 * Inserted by `/shortcut`.
 */
export interface CannedReplyView {
  id: string;
  shortcut: string;
  text: string;
}
/**
 * A quick reply.
 */
export interface ChoiceView {
  label: string;
  payload: string;
}
/**
 * A code and when to give it.
 */
export interface CodeBody {
  name: string;
  definition: string;
}
/**
 * The code of one dialogue.
 */
export interface CodeChoice {
  code: string;
}
/**
 * A code and when to give it.
 */
export interface CodeView {
  name: string;
  definition: string;
}
/**
 * One of two, and how far they are.
 */
export interface CoderView {
  id: string;
  name: string;
  coded: number;
  done_at?: string | null;
}
/**
 * Codes that the shop made, one a line: text, or the first column of comma-separated values.
 */
export interface CodesBody {
  csv: string;
}
/**
 * Codes that are new, or that the incentive had; and lines that are none.
 */
export interface CodesView {
  added: number;
  same: number;
  refused: RefusedCode[];
}
/**
 * `line` as a spreadsheet counts; taken are codes of another incentive and those that the shop publishes.
 */
export interface RefusedCode {
  line: number;
  column: "code";
  code: "bad_value" | "twice" | "taken";
}
/**
 * People whose first dialogue was in [from, to); `came` begins with that week or month, where all of them came.
 */
export interface CohortView {
  from: string;
  to: string;
  size: number;
  came: CameView[];
}
/**
 * An agent as colleagues see them; `teams` are ids, `open` counts conversations they answer now.
 */
export interface ColleagueView {
  id: string;
  name: string;
  role: string;
  availability: "online" | "away" | "offline";
  skills: string[];
  languages: string[];
  capacity: number;
  teams: string[];
  open: number;
}
/**
 * Variants by their places: `other` differs from `base` in the element; the verdict is about the goal.
 */
export interface ComparedView {
  element: "greeting" | "replies";
  base: number[];
  other: number[];
  verdict: "better" | "worse" | "alike" | "unclear" | "few";
  lifts: LiftView[];
}
/**
 * By how much an outcome differs from what it is compared with; of ratings in points.
 */
export interface LiftView {
  key: "dialogue" | "resolved" | "coupon" | "redeemed" | "order" | "handoff" | "rating";
  estimate: EstimateView | null;
  harmed?: boolean;
}
/**
 * The contact panel: who, what is remembered, what was ordered, what was said before.
 */
export interface ContactDetail {
  contact: ContactView;
  created_at: string;
  last_seen_at: string;
  facts: FactView[];
  unconfirmed?: FactView[];
  orders: OrderView[];
  conversations: ConversationView[];
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
 * An order as the shop knows it.
 */
export interface OrderView {
  number: string;
  status: "placed" | "packed" | "shipped" | "delivered" | "cancelled" | "returned";
  placed_at: string;
  delivered_at?: string | null;
  eta?: string | null;
  carrier?: string | null;
  tracking_url?: string | null;
  currency: string;
  total_cents: number;
  items: OrderItemView[];
  customer: CustomerView;
}
/**
 * One line of an order.
 */
export interface OrderItemView {
  sku: string;
  name: string;
  size?: string | null;
  colour?: string | null;
  quantity: number;
  price_cents: number;
}
/**
 * Who ordered.
 */
export interface CustomerView {
  name: string;
  email: string;
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
 * Newest first; `kinds` are those that the caller may see.
 */
export interface ContactHistoryView {
  items: HistoryEntryView[];
  next: string | null;
  kinds: (
    | "call_note"
    | "dialogue"
    | "order"
    | "coupon_redeemed"
    | "coupon_given"
    | "points"
    | "mail"
    | "newsletter"
    | "consent"
    | "reveal"
  )[];
}
/**
 * What a kind has no use for is left out; so is `number` for who sees no personal data.
 *
 * `name` is what it is of: products, a campaign, an incentive, a purpose.
 */
export interface HistoryEntryView {
  kind:
    | "call_note"
    | "dialogue"
    | "order"
    | "coupon_redeemed"
    | "coupon_given"
    | "points"
    | "mail"
    | "newsletter"
    | "consent"
    | "reveal";
  id: string;
  at: string;
  conversation_id?: string | null;
  by?: string | null;
  name?: string | null;
  state?: string | null;
  text?: string | null;
  number?: string | null;
  cents?: number | null;
  currency?: string | null;
  points?: number | null;
}
/**
 * What was paid for it in all.
 */
export interface CostBody {
  cents: number;
  currency: string;
}
/**
 * `value` is percent points or cents, as `kind` says; a code of an incentive can be used over REST.
 */
export interface CouponView {
  code: string;
  kind: "percent" | "amount";
  value: number;
  currency: string;
  min_total_cents: number;
  valid_until: string;
  active: boolean;
  incentive_id?: string | null;
}
/**
 * Each order once a person; `dialogues` are those of the period that they had in the window before it.
 */
export interface CreditView {
  which: "first" | "last";
  orders: number;
  people: number;
  dialogues: number;
}
/**
 * What is expected of all customers within `weeks`; the fits are null while too few came again.
 *
 * `likeness` is the correlation of how often and how much; the sums are good where it is near nought.
 */
export interface CustomerForecast {
  weeks: number;
  customers: number;
  repeaters: number;
  fewest_repeaters: number;
  repeat: RepeatFit | null;
  spend: SpendFit | null;
  likeness: number | null;
  purchases: number;
  value_cents: number;
}
/**
 * Parameters of the BG/NBD model, times in weeks.
 */
export interface RepeatFit {
  r: number;
  alpha: number;
  a: number;
  b: number;
}
/**
 * Parameters of the gamma-gamma model; `gamma` in cents.
 */
export interface SpendFit {
  p: number;
  q: number;
  gamma: number;
}
/**
 * As of `at`; `currency` is null while there are no orders, and then all else is empty.
 *
 * `pairs_looked_at` had the support of `fewest_together` customers.
 */
export interface CustomerReport {
  at: string;
  currency: string | null;
  lines: RfvLines | null;
  grid: RfvSquare[];
  forecast: CustomerForecast | null;
  win_back: CustomerRow[];
  most_valuable: CustomerRow[];
  together: BoughtTogether[];
  pairs_looked_at: number;
  fewest_together: number;
}
/**
 * Days since the last order up to which it is recent or cooling; orders from which it is often.
 */
export interface RfvLines {
  recent: number;
  cooling: number;
  often: number;
}
/**
 * A field of the grid of recency and frequency; `rule` is a segment's.
 */
export interface RfvSquare {
  recency: "recent" | "cooling" | "cold";
  frequency: "once" | "some" | "often";
  customers: number;
  orders: number;
  spent_cents: number;
  rule: {
    [k: string]: unknown;
  };
}
/**
 * A customer without a name; scores from 1 to 5 for recency, frequency and value; money in cents.
 */
export interface CustomerRow {
  contact_id: string | null;
  /**
   * @minItems 3
   * @maxItems 3
   */
  scores: unknown[];
  orders: number;
  spent_cents: number;
  last_order_at: string;
  alive: number;
  purchases: number;
  value_cents: number;
  at_stake_cents: number;
}
/**
 * Dialogues opened on one UTC day, and how they were answered.
 */
export interface DayCount {
  day: string;
  dialogues: number;
  handed_off: number;
  resolved: number;
}
/**
 * Who would get it if it started now; `later` of the receivers because it is quiet at this hour.
 */
export interface DryRunView {
  audience: number;
  receivers: number;
  later: number;
  reasons: {
    [k: string]: number;
  };
  sample: ReceiverView[];
}
/**
 * A contact by their id alone; no reason: they would get it.
 */
export interface ReceiverView {
  contact_id: string;
  reason?: string | null;
}
/**
 * A former dialogue of this person.
 */
export interface EarlierView {
  conversation_id: string;
  opened_at: string;
  intents: string[];
  outcome: "open" | "resolved_by_bot" | "resolved_by_agent";
  handoff_reason?: string | null;
  rating?: number | null;
}
/**
 * A new response element; without `code` one is made.
 */
export interface ElementBody {
  code?: string | null;
  kind: "link" | "advert" | "qr" | "coupon" | "newsletter" | "hotline" | "greeting";
  name: string;
  target_url: string;
  campaign_id?: string | null;
  variant?: string | null;
  cost?: CostBody | null;
  utm?: {
    [k: string]: string;
  } | null;
}
/**
 * Orders placed in [from, to) by who met the element first, or last, in the `window` days before.
 */
export interface ElementCredit {
  from: string;
  to: string;
  window: number;
  touches: CreditView[];
}
/**
 * Orders placed in [from, to), by every element that their people met first, or last, in the `window` days before.
 */
export interface ElementOrders {
  from: string;
  to: string;
  window: number;
  items: ElementOrdersView[];
}
/**
 * Of one element.
 */
export interface ElementOrdersView {
  code: string;
  touches: OrdersView[];
}
/**
 * Each order once a person.
 */
export interface OrdersView {
  which: "first" | "last";
  orders: number;
  people: number;
}
/**
 * What is not given stays; the code and the kind are on paper and cannot be changed.
 */
export interface ElementPatch {
  name?: string | null;
  target_url?: string | null;
  cost?: CostBody | null;
  utm?: {
    [k: string]: string;
  } | null;
}
/**
 * What one element brought in [from, to). `opened` counts browsers, all later steps contacts.
 *
 * `cost_each` is the cost of one dialogue in cents, its interval that of the count; `order_days` as in the report
 * about memory. `robots` opened the link and are counted nowhere else.
 */
export interface ElementReport {
  element: ElementView;
  from: string;
  to: string;
  steps: FunnelStepView[];
  robots: number;
  cost_each?: IntervalView | null;
  order_days: number;
}
/**
 * A response element; its public link is `/r/{code}`.
 */
export interface ElementView {
  code: string;
  kind: "link" | "advert" | "qr" | "coupon" | "newsletter" | "hotline" | "greeting";
  name: string;
  target_url: string;
  campaign_id?: string | null;
  campaign?: string | null;
  variant?: string | null;
  created_at: string;
  opened: number;
  dialogues: number;
  cost_cents?: number | null;
  currency?: string | null;
  utm: {
    [k: string]: string;
  };
}
/**
 * People who came so far, each once; `dialogues` are those behind the figure.
 *
 * `share` of `out_of`, the people of the step it follows from, where those are enough.
 */
export interface FunnelStepView {
  name: "opened" | "shown" | "seen" | "dialogue" | "handoff" | "coupon" | "order";
  people: number;
  dialogues?: number | null;
  out_of?: number | null;
  share?: IntervalView | null;
}
/**
 * Receipts about one contact, newest first; `left` are rows by table that still have to do with it.
 */
export interface ErasureProof {
  receipts: ReceiptView[];
  left: {
    [k: string]: number;
  };
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
 * Who did it; `id` is an account's or a visitor's.
 */
export interface EventActor {
  kind: string;
  id?: string | null;
}
/**
 * What goes with an event; which of it with which is in docs/webhooks.md.
 */
export interface EventData {
  message?: EventMessage | null;
  element?: string | null;
  channel?: string | null;
  campaign?: string | null;
  variant?: string | null;
  language?: string | null;
  reason?: string | null;
  team?: string | null;
  score?: number | null;
  fact_id?: string | null;
  key?: string | null;
  coupon?: string | null;
  incentive?: string | null;
  kind?: string | null;
  discount_cents?: number | null;
  total_cents?: number | null;
  sku?: string | null;
  change?: number | null;
}
/**
 * A message; `content` holds its type alone where the webhook has `texts: none`.
 */
export interface EventMessage {
  id: string;
  seq: number;
  author: "visitor" | "bot" | "agent" | "system";
  content: {
    [k: string]: unknown;
  };
}
/**
 * A line of the append-only log; `position` is the cursor.
 */
export interface EventView {
  id: string;
  position: number;
  type: string;
  at: string;
  inbox_id: string;
  conversation_id?: string | null;
  contact_id?: string | null;
  actor_kind: string;
  actor_id?: string | null;
  data: {
    [k: string]: unknown;
  };
}
/**
 * A line and what it means.
 */
export interface ExampleView {
  language: string;
  intent: string;
  text: string;
}
/**
 * A draft as it should be; refused when its variants differ in more than one element, unless it is factorial.
 */
export interface ExperimentBody {
  inbox: string;
  name: string;
  design?: "ab" | "factorial";
  /**
   * @maxItems 20
   */
  variants: VariantBody[];
  goal?: "dialogue" | "resolved" | "coupon" | "redeemed" | "order" | "handoff" | "rating";
  effect: number;
  baseline: number;
  window_hours?: number;
}
/**
 * One variant; weights of all add up to 1.
 */
export interface VariantBody {
  name: string;
  weight: number;
  greeting: string;
  /**
   * @maxItems 10
   */
  replies?: string[];
}
/**
 * As of a moment; may be looked at as often as one likes. Dialogues behind it: `experiment`, `arm`, `counted_by`.
 */
export interface ExperimentReport {
  experiment: ExperimentView;
  as_of: string;
  finding: "uneven" | "harm" | "better" | "worse" | "alike" | "unclear" | "few";
  ratio: RatioView;
  arms: ArmView[];
  compared: ComparedView[];
  needed: number;
  days_left: number | null;
  enough: number;
}
/**
 * `effect` is the smallest difference worth having, `baseline` the share expected without it.
 *
 * `people` have seen their variant; each has `window_hours` from then on to respond.
 */
export interface ExperimentView {
  id: string;
  inbox: string;
  name: string;
  design: "ab" | "factorial";
  state: "draft" | "running" | "ended";
  variants: VariantView[];
  goal: "dialogue" | "resolved" | "coupon" | "redeemed" | "order" | "handoff" | "rating";
  effect: number;
  baseline: number;
  window_hours: number;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
  people: number;
}
/**
 * What some visitors are addressed with; `replies` are offered under the greeting.
 */
export interface VariantView {
  name: string;
  weight: number;
  greeting: string;
  replies?: string[];
}
/**
 * Whether people were dealt as the weights say; `chance` at most that of such a deal by luck.
 */
export interface RatioView {
  alarm: boolean;
  chance: number;
}
/**
 * A fact that must be known of the contact; with a value, this one.
 */
export interface FactAsked {
  key: string;
  value?: string | null;
}
/**
 * Of the contact.
 */
export interface FactAskedView {
  key: string;
  value?: string | null;
}
/**
 * A fact an agent adds; `key` is one of the registry's, `subject` the order or product it is about.
 *
 * LongText selected in a message: its `message_id` and their characters `start` and `end` (Unicode code points);
 * with `quote`, those words, it is refused when the message says something else there.
 */
export interface FactBody {
  key: string;
  value: string;
  conversation_id?: string | null;
  message_id?: string | null;
  start?: number | null;
  end?: number | null;
  quote?: string | null;
  subject?: string | null;
  valid_until?: string | null;
}
/**
 * What is right.
 */
export interface FactValue {
  value: string;
}
/**
 * Whether it is right.
 */
export interface FactVerdict {
  right: boolean;
}
/**
 * Opens one file of the visitor's own, until then; a path of this hub's.
 */
export interface FileLinkView {
  url: string;
  until: string;
}
/**
 * False: somebody called it off.
 */
export interface GoOn {
  go_on: boolean;
}
/**
 * The right to reveal.
 */
export interface GrantBody {
  may_reveal: boolean;
}
/**
 * When a greeting element comes up, and for whom; all that is given must hold.
 *
 * `page` is a part of the page's address. `leaving` waits until the pointer leaves for the window's upper edge.
 * `visits`: only for who is here for the first time, or again. With `fact` or `segment_id` only for known contacts
 * who allow marketing. Without an inbox's key it comes up on the pages of all. `translations` are by language; who
 * reads none of them is told `text`.
 */
export interface GreetingBody {
  text: string;
  /**
   * @maxItems 4
   */
  replies?: string[];
  page?: string | null;
  after_seconds?: number;
  scroll_percent?: number;
  leaving?: boolean;
  visits?: "any" | "first" | "again";
  fact?: FactAsked | null;
  segment_id?: string | null;
  inbox?: string | null;
  active?: boolean;
  translations?: {
    [k: string]: SaidBody;
  };
}
/**
 * A greeting in one language.
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^(en|ru|is|zh-TW|th)$".
 */
export interface SaidBody {
  text: string;
  /**
   * @maxItems 4
   */
  replies?: string[];
}
/**
 * As it is.
 */
export interface GreetingRuleView {
  code: string;
  text: string;
  replies: string[];
  page?: string | null;
  after_seconds: number;
  scroll_percent: number;
  leaving: boolean;
  visits: "any" | "first" | "again";
  fact?: FactAskedView | null;
  segment_id?: string | null;
  inbox?: string | null;
  active: boolean;
  translations: {
    [k: string]: SaidView;
  };
  changed_at: string;
}
/**
 * In one language.
 */
export interface SaidView {
  text: string;
  replies: string[];
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
 * Somebody wanted their money back: something may be wrong with the product.
 */
export interface GuaranteeUse {
  incentive: string;
  at: string;
  sku?: string | null;
  reason?: string | null;
  cents: number;
  currency: string;
  conversation_id?: string | null;
}
/**
 * What an agent should know before the first word; `note` was left for the bot by a colleague.
 */
export interface HandoffCardView {
  conversation_id: string;
  last_seq: number;
  reason?: string | null;
  summary?: string | null;
  note?: string | null;
  waiting_since?: string | null;
  waiting_seconds?: number | null;
  contact: ContactView;
  attempts: AttemptView[];
  misses: number;
  facts: FactView[];
  known: KnownView[];
  open_orders: OrderView[];
  earlier: EarlierView[];
  mood: MoodView;
  came_from: CameFromView;
}
/**
 * A question not to ask again; `fact_id` or `seq` says where its answer stands.
 */
export interface KnownView {
  key: string;
  question: string;
  answer: string;
  fact_id?: string | null;
  seq?: number | null;
}
/**
 * A sum of signs, no reading of minds.
 */
export interface MoodView {
  level: "upset" | "tense" | "calm" | "pleased";
  signs: SignView[];
}
/**
 * Why the mood is judged so; a `weight` above zero is bad, `seq` is the message that shows it.
 */
export interface SignView {
  kind: string;
  weight: number;
  seq?: number | null;
}
/**
 * A passage of a help page: how often the bot said it, and what was said of that.
 *
 * `title` and `heading` are null where the page is there no more; `handed_off` counts answers after which the
 * dialogue went to a person before another page was shown.
 */
export interface HelpPassageView {
  language: string;
  article: string;
  passage: string;
  path: string;
  title: string | null;
  heading: string | null;
  shown: number;
  helpful: number;
  not_helpful: number;
  handed_off: number;
}
/**
 * Answers from help pages in [from, to); `missed` counts all questions without one, `questions` are the newest.
 */
export interface HelpReport {
  from: string;
  to: string;
  passages: HelpPassageView[];
  missed: number;
  questions: MissedQuestionView[];
}
/**
 * A question that found no page; `text` is null where the words are forgotten.
 */
export interface MissedQuestionView {
  conversation_id: string;
  seq: number;
  language: string;
  at: string;
  text: string | null;
}
/**
 * By the clock of the inbox's time zone; a date in `exceptions` has its own hours, or none: a holiday.
 */
export interface HoursBody {
  weekly?: {
    /**
     * @maxItems 12
     */
    [k: string]: unknown[][];
  };
  exceptions?: {
    /**
     * @maxItems 12
     *
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^\d{4}-\d\d-\d\d$".
     */
    [k: string]: unknown[][];
  };
}
/**
 * When people answer, by weekday and for single dates.
 */
export interface HoursView {
  weekly?: {
    [k: string]: unknown[][];
  };
  exceptions?: {
    [k: string]: unknown[][];
  };
}
/**
 * A new inbox: `key` stands in the websites' pages, which lie at `allowed_origins`.
 */
export interface InboxBody {
  key: string;
  name: string;
  /**
   * @maxItems 100
   */
  allowed_origins?: string[];
  locale?: string;
  timezone?: string;
}
/**
 * What is left out stays as it is.
 *
 * `routing` says whether agents take conversations or are given them; the seconds are how long a routed
 * one waits for an answer, how long a later word does (0: for ever), and for how long skills and
 * language bind (0: for ever). `team_id` is where conversations go that no rule sends elsewhere.
 *
 * `hours` are when people answer, null is always; `offline_message` is said besides when they do not, and
 * `reply_email` is where answers to our e-mails go. So many minutes of silence bring a notice (0: never),
 * `idle_close_minutes` more the end. Of a hundred contacts `memory_holdout` are spoken to as if nothing were
 * remembered, so that `reports/memory` can compare.
 *
 * `consent` says by purpose what holds before somebody answered: nothing (`opt_in`) or everything (`opt_out`).
 */
export interface InboxPatch {
  name?: string | null;
  locale?: string | null;
  greeting?: string | null;
  accent?: string | null;
  bot_name?: string | null;
  allowed_origins?: string[] | null;
  routing?: RoutingMode | null;
  answer_seconds?: number | null;
  reply_seconds?: number | null;
  relax_seconds?: number | null;
  team_id?: string | null;
  routing_rules?: RuleBody[] | null;
  timezone?: string | null;
  hours?: HoursBody | null;
  offline_message?: string | null;
  reply_email?: string | null;
  idle_minutes?: number | null;
  idle_agent_minutes?: number | null;
  idle_close_minutes?: number | null;
  memory_holdout?: number | null;
  consent?: {
    [k: string]: ConsentRule;
  } | null;
}
/**
 * Conversations whose `on` is `value` go to `team`, need `skills`, or are served that much sooner.
 */
export interface RuleBody {
  on: Subject;
  value: string;
  team?: string | null;
  /**
   * @maxItems 50
   */
  skills?: string[];
  head_start_seconds?: number;
}
/**
 * An inbox as accounts see it; secrets never leave. `mail`: this hub can send e-mails.
 */
export interface InboxSettings {
  id: string;
  key: string;
  name: string;
  locale: string;
  timezone: string;
  greeting: string;
  accent: string;
  bot_name: string;
  allowed_origins: string[];
  routing: "manual" | "automatic";
  answer_seconds: number;
  reply_seconds: number;
  relax_seconds: number;
  team_id: string | null;
  routing_rules: RuleView[];
  hours: HoursView | null;
  offline_message: string | null;
  reply_email: string | null;
  idle_minutes: number;
  idle_agent_minutes: number;
  idle_close_minutes: number;
  memory_holdout: number;
  consent?: {
    [k: string]: "opt_in" | "opt_out";
  };
  mail?: boolean;
  archived_at?: string | null;
}
/**
 * A rule as it is kept.
 */
export interface RuleView {
  on: "tag" | "reason" | "language" | "element" | "campaign";
  value: string;
  team?: string | null;
  skills?: string[];
  head_start_seconds?: number;
}
/**
 * How many of a hundred contacts an inbox holds out now.
 */
export interface InboxShare {
  inbox: string;
  percent: number;
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
 * A new incentive; an early bird has `valid_until` or `most`, refer a friend has a reward.
 */
export interface IncentiveBody {
  name: string;
  kind: "percent" | "amount" | "early_bird" | "money_back" | "refer_friend";
  unit: "percent" | "amount";
  value: number;
  currency: string;
  min_total_cents?: number;
  valid_from?: string | null;
  valid_until?: string | null;
  days?: number | null;
  most?: number | null;
  points?: number;
  reward_unit?: ("percent" | "amount") | null;
  reward_value?: number | null;
  bot_offers?: boolean;
  campaign_id?: string | null;
}
/**
 * What was promised stays; it can be closed, opened again, or left to the bot to offer.
 */
export interface IncentivePatch {
  closed?: boolean | null;
  bot_offers?: boolean | null;
}
/**
 * What incentives brought; guarantees are those used in [from, to), newest first.
 */
export interface IncentiveReport {
  from: string;
  to: string;
  incentives: IncentiveUses[];
  guarantees: GuaranteeUse[];
  troubled: ProductTrouble[];
}
/**
 * Of coupons given in dialogues that began in the period; `share` of those given was used.
 *
 * `codes` are those that the shop made, `codes_left` those nobody has, `codes_used_apart` those used in the period
 * by somebody without a dialogue, published ones too; `published` are those that everybody may know.
 */
export interface IncentiveUses {
  incentive: IncentiveView;
  given: number;
  people: number;
  dialogues: number;
  used: number;
  used_dialogues: number;
  share?: IntervalView | null;
  discount_cents: number;
  total_cents: number;
  codes: number;
  codes_left: number;
  codes_used_apart: number;
  published: PublishedCodeView[];
}
/**
 * `value` is percent points or cents, as `unit` says; coupons hold for `days`, or until `valid_until`.
 *
 * `minted` counts coupons of `most`; the reward is for who brings a friend.
 */
export interface IncentiveView {
  id: string;
  name: string;
  kind: "percent" | "amount" | "early_bird" | "money_back" | "refer_friend";
  unit: "percent" | "amount";
  value: number;
  currency: string;
  created_at: string;
  min_total_cents: number;
  valid_from?: string | null;
  valid_until?: string | null;
  days?: number | null;
  most?: number | null;
  minted: number;
  points: number;
  reward_unit?: ("percent" | "amount") | null;
  reward_value?: number | null;
  bot_offers: boolean;
  campaign_id?: string | null;
  closed_at?: string | null;
}
/**
 * A code that everybody may know; `uses` of `most` in all, `per_customer` by one, without bound where that is none.
 */
export interface PublishedCodeView {
  code: string;
  incentive_id: string;
  uses: number;
  most?: number | null;
  per_customer?: number | null;
  valid_from?: string | null;
  valid_until?: string | null;
  closed_at?: string | null;
  active: boolean;
}
/**
 * How many wanted their money back for it; an empty `sku` where the shop did not say for what.
 */
export interface ProductTrouble {
  sku: string;
  count: number;
}
/**
 * A new intent: one of the bot's topics, and what it answers by language, in English at least.
 */
export interface IntentBody {
  name: string;
  topic: string;
  answers: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$".
     */
    [k: string]: string;
  };
}
/**
 * What the bot knows, and how many examples it has of it by language; `answers` of one that was made here.
 */
export interface IntentView {
  name: string;
  topic: string;
  examples: {
    [k: string]: number;
  };
  answers?: {
    [k: string]: string;
  } | null;
}
/**
 * One person's coupon; `state` is of now. A reward is what who brought a friend gets.
 */
export interface IssuedCouponView {
  code: string;
  incentive_id: string;
  incentive: string;
  kind: "percent" | "amount" | "early_bird" | "money_back" | "refer_friend";
  unit: "percent" | "amount";
  value: number;
  currency: string;
  min_total_cents: number;
  state: "valid" | "used" | "expired";
  is_reward: boolean;
  minted_at: string;
  minted_by: string;
  valid_until?: string | null;
  redeemed_at?: string | null;
  discount_cents?: number | null;
  conversation_id?: string | null;
}
/**
 * How far a job is; `state` at its end, and what came of it.
 */
export interface JobReportBody {
  trainer: string;
  serving: string;
  former?: string | null;
  step: string;
  share: number;
  state?: ("done" | "failed") | null;
  against?: string | null;
  failure?: string | null;
  /**
   * @maxItems 50
   */
  scores?: ScoreBody[];
}
/**
 * As `ScoreView`; `sure_won` only the model in service is sure of what is wrong, `sure_lost` only the new one.
 */
export interface ScoreBody {
  language: string;
  reviewed: boolean;
  lines: number;
  running_right: number;
  candidate_right: number;
  won: number;
  lost: number;
  running_surely_wrong: number;
  candidate_surely_wrong: number;
  sure_won: number;
  sure_lost: number;
}
/**
 * Of one purpose. `days`: for so long, null until somebody erases it; what is older than `before` is gone.
 */
export interface KeptView {
  purpose: "service" | "memory" | "marketing" | "analytics" | "experiments";
  days: number | null;
  before: string | null;
  swept_at: string | null;
  gone: number;
}
/**
 * Lines of one language that nobody has reviewed, by how sure the bot was.
 */
export interface LanguageTally {
  language: string;
  missed: number;
  unsure: number;
  sure: number;
}
/**
 * A reviewed line; without `intent` there is nothing to learn from it.
 *
 * `example` is what the bot is taught of it; a `held_out` one it is judged by instead.
 */
export interface LessonView {
  id: string;
  message_id: string;
  conversation_id: string;
  seq: number;
  language: string;
  text: string;
  example: string;
  held_out: boolean;
  intent: string | null;
  heard_intent: string;
  heard_confidence: number;
  reviewed_by: string;
  reviewed_at: string;
}
/**
 * Why an address may be written to again; goes to the audit.
 */
export interface LiftBody {
  reason: string;
}
/**
 * Lines in [from, to) of one language, those that mean alike in one group, the largest first.
 *
 * `total` are all that fit, of which the newest are shown. `capped`: older lines of the period were not looked at.
 * `ungrouped` of those shown wait for their meaning: asked again, they are in their groups.
 */
export interface LineQueue {
  from: string;
  to: string;
  language: string | null;
  languages: LanguageTally[];
  groups: LineView[][];
  total: number;
  capped: boolean;
  ungrouped: number;
}
/**
 * One line of a visitor, and what the bot made of it.
 */
export interface LineView {
  message_id: string;
  conversation_id: string;
  seq: number;
  language: string;
  text: string;
  intent: string;
  confidence: number;
  at: string;
}
/**
 * Of dialogues begun on the UTC days [from, to), of which `told` held anything told.
 *
 * `fewest_days` of history are needed to tell a rise; `unheard` newer lines of the log were not heard to the end yet,
 * so that figures may still change.
 */
export interface ListeningReport {
  from: string;
  to: string;
  dialogues: number;
  told: number;
  themes: ThemeCountView[];
  alerts: AlertView[];
  wishes: WishView[];
  by_visitors: RatedView;
  by_agents: RatedView;
  fewest_days: number;
  unheard: number;
}
/**
 * Dialogues begun in the period, in the one before it, and on each of its days.
 */
export interface ThemeCountView {
  theme: ThemeView;
  dialogues: number;
  previous: number;
  days: number[];
}
/**
 * What people wanted and the shop does not sell, or has none left of (`sold_out`).
 */
export interface WishView {
  words: string;
  dialogues: number;
  sold_out: boolean;
}
/**
 * Dialogues rated in the period, and the mean of 1 to 5.
 */
export interface RatedView {
  dialogues: number;
  mean?: number | null;
}
/**
 * A contact by their id alone, and what they did; money in cents.
 */
export interface MemberView {
  contact_id: string;
  language: string | null;
  dialogues: number;
  last_dialogue_at: string | null;
  orders: number;
  spent_cents: number;
  last_order_at: string | null;
}
/**
 * One outcome with memory (`treated`) and without (`held_out`); `lift` is the first less the second.
 *
 * Shares are of dialogues, from 0 to 1; `rating` is a mean. `verdict` speaks of memory and is surer than the interval,
 * because several are given at once; `few` means not enough yet.
 */
export interface MemoryMeasure {
  key: "resolved" | "asked_again" | "handed_off" | "rating" | "ordered";
  mean: boolean;
  more_is_better: boolean;
  treated: ArmFigure;
  held_out: ArmFigure;
  lift: IntervalView | null;
  verdict: "better" | "worse" | "unclear" | "few";
}
/**
 * Whether memory helps: dialogues opened in [from, to) while some contacts were held out of it.
 *
 * Contacts were dealt, not dialogues, and intervals know. `enough` contacts are needed in each arm; an order counts
 * within `order_days` of a dialogue's beginning.
 */
export interface MemoryReport {
  from: string;
  to: string;
  shares: InboxShare[];
  enough: number;
  order_days: number;
  measures: MemoryMeasure[];
}
/**
 * What would come, and what of both contacts would give way to something newer; `obstacle` is why it cannot be.
 */
export interface MergePreviewView {
  facts: FactView[];
  gives_way: FactView[];
  conversations: number;
  consents: number;
  obstacle?: string | null;
}
/**
 * One contact became another by signed proof; `moved` counts what went, by table.
 */
export interface MergeView {
  id: string;
  contact_id: string;
  other_id: string;
  at: string;
  moved: {
    [k: string]: number;
  };
  undone_at?: string | null;
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
 * Without an incentive it is the one that the bot may offer.
 */
export interface MintBody {
  incentive_id?: string | null;
}
/**
 * `secret` goes into `Authorization: Bearer`; it is told only here.
 */
export interface NewApiKey {
  id: string;
  name: string;
  role: "agent" | "marketer" | "admin" | "bot";
  created_at: string;
  secret: string;
}
/**
 * `secret` signs the identities of its customers, under the key as `kid`; it is told only here.
 */
export interface NewInbox {
  id: string;
  key: string;
  name: string;
  locale: string;
  timezone: string;
  greeting: string;
  accent: string;
  bot_name: string;
  allowed_origins: string[];
  routing: "manual" | "automatic";
  answer_seconds: number;
  reply_seconds: number;
  relax_seconds: number;
  team_id: string | null;
  routing_rules: RuleView[];
  hours: HoursView | null;
  offline_message: string | null;
  reply_email: string | null;
  idle_minutes: number;
  idle_agent_minutes: number;
  idle_close_minutes: number;
  memory_holdout: number;
  consent?: {
    [k: string]: "opt_in" | "opt_out";
  };
  mail?: boolean;
  archived_at?: string | null;
  secret: string;
}
/**
 * `secret` is the key of the signatures; it is told only here.
 */
export interface NewWebhook {
  id: string;
  name: string;
  url: string;
  events: (
    | "conversation_opened"
    | "message_created"
    | "conversation_handed_off"
    | "conversation_queued"
    | "conversation_assigned"
    | "conversation_returned_to_bot"
    | "conversation_resolved"
    | "conversation_reopened"
    | "conversation_rated"
    | "fact_learned"
    | "coupon_issued"
    | "coupon_redeemed"
    | "points_changed"
    | "contact_unsubscribed"
  )[];
  texts: "none" | "masked" | "full";
  created_at: string;
  paused_at?: string | null;
  pause_reason?: string | null;
  failing_since?: string | null;
  failures: number;
  resting_until?: string | null;
  waiting: number;
  secret: string;
}
/**
 * What came of the offers in dialogues of [from, to); an order counts within `within_days` of the offer.
 */
export interface OfferReport {
  from: string;
  to: string;
  within_days: number;
  every: OffersTaken;
  by: OffersTaken[];
  why: OffersTaken[];
  products: OffersTaken[];
}
/**
 * Dialogues with an offer, each counted once.
 *
 * `known` are those of customers whose orders the shop tells us of; `share` is `ordered` of them, none while they are too few.
 */
export interface OffersTaken {
  key: string;
  name: string;
  made: number;
  accepted: number;
  declined: number;
  known: number;
  ordered: number;
  share?: IntervalView | null;
}
/**
 * That a product was offered in a dialogue, or what came of it.
 */
export interface OfferStepBody {
  sku: string;
  step: "made" | "accepted" | "declined";
}
/**
 * `because` names what they bought that it goes with, `lift` how much; null: what most customers buy.
 */
export interface OfferView {
  product: ProductView;
  because: string | null;
  because_sku?: string | null;
  lift: number | null;
}
/**
 * A product; `in_stock` counts pieces per size.
 */
export interface ProductView {
  sku: string;
  name: string;
  category: string;
  description: string;
  price_cents: number;
  currency: string;
  colours: string[];
  sizes: string[];
  in_stock: {
    [k: string]: number;
  };
  image_url: string;
  url: string;
}
/**
 * A table of comma-separated values; see the guide to the marketing pages for its columns.
 */
export interface OrderFileBody {
  csv: string;
}
/**
 * Orders that are new, changed, or as they were; and lines that are none.
 */
export interface OrderImportView {
  added: number;
  changed: number;
  same: number;
  refused: RefusedLine[];
}
/**
 * `line` as a spreadsheet counts; `column` is empty where the whole line is meant.
 */
export interface RefusedLine {
  line: number;
  column: string;
  code:
    | "missing"
    | "bad_value"
    | "not_a_time"
    | "in_the_future"
    | "not_an_amount"
    | "too_many_cells"
    | "twice"
    | "another_customers";
}
/**
 * Counts of the dialogues opened in [from, to); medians in seconds; every share is beside its base.
 *
 * `facts_used` counts bot messages shaped by at least one fact, `bot_messages` all of them. `elements` are keyed by
 * code, `campaigns` by id, `ratings` by score.
 */
export interface Overview {
  from: string;
  to: string;
  dialogues: number;
  previous_dialogues: number;
  handed_off: number;
  resolved: number;
  resolved_without_human: number;
  rated: number;
  rating_mean: number | null;
  ratings: Share[];
  first_replies: number;
  first_reply_median_seconds: number | null;
  agent_replies: number;
  agent_reply_median_seconds: number | null;
  contacts: number;
  returning_contacts: number;
  bot_messages: number;
  facts_used: number;
  memory_used: number;
  days: DayCount[];
  handoff_reasons: Share[];
  intents: Share[];
  elements: Share[];
  campaigns: Share[];
  channels: Share[];
  languages: Share[];
}
/**
 * What a page needs to show one at its time; whom it is for was decided by the hub.
 *
 * `texts` are by language; a page in none of them shows `text`.
 */
export interface OwnGreeting {
  code: string;
  text: string;
  texts: {
    [k: string]: string;
  };
  page?: string | null;
  after_seconds: number;
  scroll_percent: number;
  leaving: boolean;
  visits: "any" | "first" | "again";
}
/**
 * The first whose time comes is shown.
 */
export interface OwnGreetings {
  items: OwnGreeting[];
}
/**
 * An intent that was made here.
 */
export interface OwnIntentView {
  name: string;
  topic: string;
  answers: {
    [k: string]: string;
  };
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
 * What the account is signed in to with from now on.
 */
export interface PasswordBody {
  password: string;
}
/**
 * What is left out is taken from the last four weeks.
 */
export interface PlanBody {
  inbox: string;
  design?: "ab" | "factorial";
  /**
   * @minItems 2
   * @maxItems 8
   */
  weights: number[];
  goal?: "dialogue" | "resolved" | "coupon" | "redeemed" | "order" | "handoff" | "rating";
  effect: number;
  window_hours?: number;
  baseline?: number | null;
  per_day?: number | null;
}
/**
 * `people` in all find the difference in four of five experiments; None where the share now is not known.
 *
 * `usual_people` came for the first time in the last four weeks.
 */
export interface PlanView {
  people: number | null;
  days: number | null;
  baseline: number | null;
  per_day: number | null;
  usual_people: number;
}
/**
 * Given, or taken where below zero; the same `client_id` again changes nothing.
 */
export interface PointsBody {
  change: number;
  reason: string;
  client_id: string;
}
/**
 * One line of the ledger.
 */
export interface PointsLineView {
  change: number;
  reason: string;
  at: string;
  by: string;
  conversation_id?: string | null;
}
/**
 * Newest first; `balance` is the sum of all lines.
 */
export interface PointsView {
  balance: number;
  lines: PointsLineView[];
}
/**
 * RFC 9457; `code` is the stable code that sockets use too.
 */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  fields?: {
    [k: string]: string;
  } | null;
}
/**
 * 4 to 40 letters, digits, `-` and `_`; a use needs the customer where `per_customer` is a number.
 */
export interface PublishedCodeBody {
  code: string;
  most?: number | null;
  per_customer?: number | null;
  valid_from?: string | null;
  valid_until?: string | null;
}
/**
 * Ended, or opened again.
 */
export interface PublishedCodePatch {
  closed: boolean;
}
/**
 * A dialogue with masks; `contact` is a code that is the same in every dialogue of theirs.
 */
export interface ReadingView {
  conversation_id: string;
  contact: string;
  messages: MessageView[];
  code: string | null;
}
/**
 * One statement; `why` is what led to it, `before` and `after` are the lines beside it.
 */
export interface RecallItem {
  conversation_id: string;
  message_id: string;
  seq: number;
  at: string;
  quote: string;
  score: number;
  why: "words" | "meaning" | "both";
  before: string | null;
  after: string | null;
}
/**
 * Best first, what they said and then notes of calls with them. `allowed` is false of a contact who does not want to be remembered, `by_meaning` when words alone were compared.
 */
export interface RecallResult {
  items: RecallItem[];
  notes?: RecalledNote[];
  allowed: boolean;
  by_meaning: boolean;
}
/**
 * A note of a call, in the words of who took it; 1 has every word that was asked for.
 */
export interface RecalledNote {
  id: string;
  at: string;
  by: string;
  text: string;
  score: number;
}
/**
 * Rises of `since` and later days, newest first; `mails`: this account wants one of each that comes, if `can_mail`.
 */
export interface RecentRises {
  since: string;
  items: RiseView[];
  mails: boolean;
  can_mail: boolean;
}
/**
 * A theme that rose up to a day, counted when it was found; `expected` is the mean of as many days before.
 */
export interface RiseView {
  theme: ThemeView;
  day: string;
  days: number;
  count: number;
  expected: number;
}
/**
 * One order; `customer` is the `sub` of a signed identity. A money-back guarantee says of what and why.
 *
 * A code that the shop made and nobody got in a dialogue counts for `conversation_id`, else for the customer's last one.
 */
export interface RedeemBody {
  order_number: string;
  total_cents: number;
  currency: string;
  customer?: string | null;
  sku?: string | null;
  reason?: string | null;
  conversation_id?: string | null;
}
/**
 * What the order costs less, or what is paid back; `reward` went to who brought the friend.
 */
export interface RedeemedView {
  coupon: IssuedCouponView;
  discount_cents: number;
  reward?: IssuedCouponView | null;
}
/**
 * Addresses that no campaign writes to, by why.
 */
export interface RefusedView {
  unsubscribed?: number;
  bounced?: number;
  asked?: number;
}
/**
 * One dialogue as a marketer counts it.
 */
export interface ResponseEventView {
  conversation_id: string;
  inbox: string;
  contact_id: string;
  opened_at: string;
  channel: string;
  language: string;
  element?: string | null;
  campaign?: string | null;
  variant?: string | null;
  intents: string[];
  misses: number;
  visitor_messages: number;
  bot_messages: number;
  agent_messages: number;
  first_reply_at?: string | null;
  handed_off_at?: string | null;
  handoff_reason?: string | null;
  handoffs: number;
  first_agent_reply_at?: string | null;
  agents: string[];
  resolved_at?: string | null;
  resolved_by?: string | null;
  rating?: number | null;
  agent_rating?: number | null;
  facts_learned: number;
  facts_used: number;
  memory_arm: "treated" | "held_out" | "none";
  memory_share: number;
  asked_again: number;
}
/**
 * The last twelve weeks or months, oldest first; the last one of each cohort is not over.
 */
export interface RetentionReport {
  unit: "week" | "month";
  cohorts: CohortView[];
}
/**
 * Who asks is proven by the order's e-mail or by an identified contact.
 */
export interface ReturnBody {
  email?: string | null;
  contact_id?: string | null;
  reason: string;
  sku?: string | null;
}
/**
 * A return that was asked for.
 */
export interface ReturnView {
  id: string;
  number: string;
  status: string;
  reason: string;
  sku?: string | null;
}
/**
 * Why somebody has to know; it stands in the audit.
 */
export interface RevealBody {
  reason: string;
}
/**
 * A dialogue as it was written.
 */
export interface Revealed {
  messages: MessageView[];
}
/**
 * What these lines should have been understood as; null sets them aside. `wording` is for one line only.
 */
export interface ReviewBody {
  /**
   * @minItems 1
   * @maxItems 100
   */
  message_ids: string[];
  intent: string | null;
  wording?: string | null;
  language?: string | null;
}
/**
 * An account that reads with masks, and whether it may reveal.
 */
export interface ReviewerView {
  id: string;
  name: string;
  may_reveal: boolean;
}
/**
 * Whether this account wants to be written to when something rises.
 */
export interface RiseMailsBody {
  wanted: boolean;
}
/**
 * The new secret, told only here, and its `kid`; those before are valid until `old_until`.
 */
export interface RotatedSecret {
  kid: string;
  secret: string;
  old_until: string;
}
/**
 * A sample to be drawn of dialogues opened in [from, to); the same seed draws the same ones.
 */
export interface SampleBody {
  name: string;
  from: string;
  to: string;
  size: number;
  /**
   * What a sample is stratified by.
   */
  by?: "none" | "language" | "element" | "outcome";
  seed?: number;
  language?: string | null;
  element?: string | null;
  inbox?: string | null;
  /**
   * @minItems 2
   * @maxItems 40
   */
  codes: CodeBody[];
  /**
   * @minItems 2
   * @maxItems 2
   */
  coders: string[];
}
/**
 * A sample and its dialogues in the order of the draw.
 */
export interface SampleSheet {
  sample: SampleView;
  dialogues: SampledView[];
}
/**
 * A sample; `mine` says whether the reader codes it.
 */
export interface SampleView {
  id: string;
  name: string;
  created_at: string;
  from: string;
  to: string;
  by: By;
  seed: number;
  size: number;
  codes: CodeView[];
  coders: CoderView[];
  mine: boolean;
  done: boolean;
}
/**
 * One dialogue; `codes` by coder: one's own, and both once both are done.
 */
export interface SampledView {
  conversation_id: string;
  stratum: string;
  codes: {
    [k: string]: string;
  };
}
/**
 * For how many hours the secrets before stay valid; 0 ends them at once.
 */
export interface SecretBody {
  overlap_hours?: number;
}
/**
 * A segment as it should be.
 *
 * `rule` is `{"all" | "any" | "none": [rules]}` or `{"field", "is", "value"?, "within_days"?}`; `segments/fields`
 * lists the fields. What is wrong with it is named by its path: `{"rule.all.0.value": "bad_value"}`.
 */
export interface SegmentBody {
  name: string;
  rule: {
    [k: string]: unknown;
  };
}
/**
 * A word known to a field.
 */
export interface SegmentChoiceView {
  field: string;
  value: string;
  name: string;
}
/**
 * How many contacts belong to a rule, of all: each of them was looked at.
 */
export interface SegmentCount {
  count: number;
  contacts: number;
}
/**
 * A rule whose contacts are to be counted.
 */
export interface SegmentCountBody {
  rule: {
    [k: string]: unknown;
  };
}
/**
 * What a rule may ask about; `windowed`: `within_days` may narrow it.
 */
export interface SegmentFieldView {
  name: string;
  kind: "count" | "since" | "word" | "flag" | "fact" | "personal_fact";
  tests: string[];
  windowed: boolean;
}
/**
 * Everything needed to write a rule.
 */
export interface SegmentFields {
  fields: SegmentFieldView[];
  choices: SegmentChoiceView[];
}
/**
 * How many contacts belong now, of all, and those of them seen last.
 *
 * Where fewer than all were `counted`, `count` is what these let expect, with a 95 % interval from `low` to `high`, and the sample is of them.
 */
export interface SegmentPreview {
  count: number;
  contacts: number;
  counted: number;
  low: number;
  high: number;
  sample: MemberView[];
}
/**
 * A rule to be tried; a `quick` one looks at some 10,000 contacts where there are more than 200,000.
 */
export interface SegmentRuleBody {
  rule: {
    [k: string]: unknown;
  };
  quick?: boolean;
}
/**
 * A rule that was given a name.
 */
export interface SegmentView {
  id: string;
  name: string;
  rule: {
    [k: string]: unknown;
  };
  created_at: string;
  updated_at: string;
}
/**
 * Who is signed in.
 */
export interface SessionView {
  account: AccountView;
}
/**
 * E-mail and password of an account.
 */
export interface SignIn {
  email: string;
  password: string;
}
/**
 * `token` goes into the agent handshake or `Authorization: Bearer`.
 */
export interface SignedIn {
  token: string;
  account: AccountView;
}
/**
 * A new team.
 */
export interface TeamBody {
  name: string;
  /**
   * @maxItems 50
   */
  languages?: string[];
  /**
   * @maxItems 50
   */
  skills?: string[];
  /**
   * @maxItems 500
   */
  members?: string[];
}
/**
 * What is left out stays as it is.
 */
export interface TeamPatch {
  name?: string | null;
  languages?: string[] | null;
  skills?: string[] | null;
  members?: string[] | null;
}
/**
 * A team; members have its skills and languages beside their own.
 */
export interface TeamView {
  id: string;
  name: string;
  languages: string[];
  skills: string[];
  members: string[];
}
/**
 * Which trainer asks what there is to do, and which models it has.
 */
export interface TrainerBody {
  trainer: string;
  serving: string;
  former?: string | null;
}
/**
 * A conversation found by search, and once more inside; `snippet` marks the hits with `[` and `]`.
 */
export interface TranscriptRow {
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
  conversation: ConversationView;
  snippet?: string | null;
  messages: number;
}
/**
 * All we hold about the caller.
 */
export interface VisitorExport {
  contact: ContactView;
  consent: {
    [k: string]: boolean;
  };
  facts: FactView[];
  conversations: ConversationView[];
  messages: MessageView[];
  coupons: IssuedCouponView[];
  points: PointsView;
  call_notes: CallNoteView[];
  records: {
    [k: string]: {
      [k: string]: JsonValue;
    }[];
  };
}
/**
 * As the socket's `welcome`.
 */
export interface VisitorSession {
  token: string;
  inbox: InboxView;
  contact: ContactView;
  conversation: ConversationView | null;
  messages: MessageView[];
  greeting: GreetingView;
  consent: {
    [k: string]: boolean;
  };
}
/**
 * Opens or continues a visitor's session without sockets.
 */
export interface VisitorSessionBody {
  inbox: string;
  token?: string | null;
  identity?: string | null;
  locale?: string | null;
  page?: Page | null;
  element?: string | null;
}
/**
 * Whom to tell what; `texts` says whether the words of messages leave the house.
 */
export interface WebhookBody {
  name: string;
  url: string;
  /**
   * @minItems 1
   * @maxItems 50
   */
  events: (
    | "conversation_opened"
    | "message_created"
    | "conversation_handed_off"
    | "conversation_queued"
    | "conversation_assigned"
    | "conversation_returned_to_bot"
    | "conversation_resolved"
    | "conversation_reopened"
    | "conversation_rated"
    | "fact_learned"
    | "coupon_issued"
    | "coupon_redeemed"
    | "points_changed"
    | "contact_unsubscribed"
  )[];
  texts?: "none" | "masked" | "full";
}
/**
 * One event on its way; `status` is the last answer's, `outcome` why it was not taken.
 */
export interface WebhookDeliveryView {
  id: string;
  event_id: string;
  type:
    | (
        | "conversation_opened"
        | "message_created"
        | "conversation_handed_off"
        | "conversation_queued"
        | "conversation_assigned"
        | "conversation_returned_to_bot"
        | "conversation_resolved"
        | "conversation_reopened"
        | "conversation_rated"
        | "fact_learned"
        | "coupon_issued"
        | "coupon_redeemed"
        | "points_changed"
        | "contact_unsubscribed"
      )
    | "ping";
  conversation_id?: string | null;
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  created_at: string;
  due_at: string;
  tried_at?: string | null;
  finished_at?: string | null;
  status?: number | null;
  took_ms?: number | null;
  outcome?: string | null;
}
/**
 * What a webhook is sent; `id` is the event's, the same in every try, `sequence` rises in the order of events.
 */
export interface WebhookEventBody {
  id: string;
  type:
    | (
        | "conversation_opened"
        | "message_created"
        | "conversation_handed_off"
        | "conversation_queued"
        | "conversation_assigned"
        | "conversation_returned_to_bot"
        | "conversation_resolved"
        | "conversation_reopened"
        | "conversation_rated"
        | "fact_learned"
        | "coupon_issued"
        | "coupon_redeemed"
        | "points_changed"
        | "contact_unsubscribed"
      )
    | "ping";
  created_at: string;
  sequence: number | null;
  inbox: string | null;
  conversation_id: string | null;
  contact_id: string | null;
  actor: EventActor;
  data: EventData;
}
/**
 * What is left out stays as it is.
 */
export interface WebhookPatch {
  name?: string | null;
  url?: string | null;
  events?:
    | (
        | "conversation_opened"
        | "message_created"
        | "conversation_handed_off"
        | "conversation_queued"
        | "conversation_assigned"
        | "conversation_returned_to_bot"
        | "conversation_resolved"
        | "conversation_reopened"
        | "conversation_rated"
        | "fact_learned"
        | "coupon_issued"
        | "coupon_redeemed"
        | "points_changed"
        | "contact_unsubscribed"
      )[]
    | null;
  texts?: ("none" | "masked" | "full") | null;
  paused?: boolean | null;
}
/**
 * A webhook without its secret; `waiting` counts deliveries that were not taken yet.
 *
 * `failures` are those since the last success, which began at `failing_since`; until `resting_until` nothing is tried.
 */
export interface WebhookView {
  id: string;
  name: string;
  url: string;
  events: (
    | "conversation_opened"
    | "message_created"
    | "conversation_handed_off"
    | "conversation_queued"
    | "conversation_assigned"
    | "conversation_returned_to_bot"
    | "conversation_resolved"
    | "conversation_reopened"
    | "conversation_rated"
    | "fact_learned"
    | "coupon_issued"
    | "coupon_redeemed"
    | "points_changed"
    | "contact_unsubscribed"
  )[];
  texts: "none" | "masked" | "full";
  created_at: string;
  paused_at?: string | null;
  pause_reason?: string | null;
  failing_since?: string | null;
  failures: number;
  resting_until?: string | null;
  waiting: number;
}
/**
 * What the trainer is to do; without `id` nothing.
 */
export interface WorkView {
  id?: string | null;
  kind?: ("train" | "promote" | "roll_back") | null;
  model?: string | null;
  examples?: ExampleView[];
  held_out?: ExampleView[];
  intents?: OwnIntentView[];
}
