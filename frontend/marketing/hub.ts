/** Everything the marketing pages ask of the hub. */

import type { PageOf, Query, Rest } from "../client/rest";
import type { MessageView } from "../wire/events.gen";
import type {
  AccountView,
  AddressBody,
  AddressView,
  AgentsReport,
  AgreementView,
  AuditView,
  BotJobsView,
  BotJobView,
  BotReport,
  CampaignBody,
  CampaignDetail,
  CampaignPatch,
  CampaignPlanBody,
  CampaignRemoved,
  CampaignView,
  CandidateView,
  CodeChoice,
  CodesView,
  ColleagueView,
  ContactHistoryView,
  ConversationView,
  CustomerReport,
  DryRunView,
  ElementBody,
  ElementCredit,
  ElementOrders,
  ElementPatch,
  ElementReport,
  ElementView,
  ExperimentBody,
  ExperimentReport,
  ExperimentView,
  GreetingBody,
  GreetingRuleView,
  HelpReport,
  InboxSettings,
  IncentiveBody,
  IncentivePatch,
  IncentiveReport,
  IncentiveView,
  IntentBody,
  IntentView,
  KeptView,
  LessonView,
  LineQueue,
  ListeningReport,
  MemoryReport,
  OfferReport,
  OrderImportView,
  Overview,
  PlanBody,
  PlanView,
  PublishedCodeBody,
  PublishedCodePatch,
  PublishedCodeView,
  ReadingView,
  RecentRises,
  RefusedView,
  ResponseEventView,
  RetentionReport,
  Revealed,
  ReviewBody,
  ReviewerView,
  SampleBody,
  SampleSheet,
  SampleView,
  SegmentBody,
  SegmentCount,
  SegmentFields,
  SegmentPreview,
  SegmentView,
  SessionView,
  SignedIn,
  TranscriptRow,
} from "../wire/rest.gen";
import { addDays, hubPeriod, type Period } from "./measures/period";
import { type Filters, hubParams } from "./places/filters";

export type ExportName = "dialogues" | "messages" | "events";
export type ExportFormat = "csv" | "jsonl" | "parquet";
export type CampaignAct = "start" | "pause" | "resume" | "cancel";
/** Empty words ask for nothing; `until` is the last day, inside. */
export interface AuditFilters {
  readonly q: string;
  readonly actor: string;
  readonly action: string;
  readonly from: string;
  readonly until: string;
}
export type Order = "newest" | "oldest";

/** Rows a page of a list holds. */
const ROWS = 50;
/** Enough to name every element and campaign in the filters of all but the largest houses. */
const NAMES = 200;

export class Hub {
  readonly #rest: Rest;

  constructor(rest: Rest) {
    this.#rest = rest;
  }

  async session(): Promise<AccountView> {
    return (await this.#rest.get<SessionView>("session")).account;
  }

  async signIn(email: string, password: string): Promise<AccountView> {
    return (await this.#rest.post<SignedIn>("session", { email, password })).account;
  }

  signOut(): Promise<void> {
    return this.#rest.delete("session");
  }

  overview(period: Period, signal?: AbortSignal): Promise<Overview> {
    return this.#rest.get("reports/overview", hubPeriod(period), signal);
  }

  memory(period: Period, signal?: AbortSignal): Promise<MemoryReport> {
    return this.#rest.get("reports/memory", hubPeriod(period), signal);
  }

  importOrders(csv: string): Promise<OrderImportView> {
    return this.#rest.post("imports/orders", { csv });
  }

  bot(period: Period, signal?: AbortSignal): Promise<BotReport> {
    return this.#rest.get("reports/bot", hubPeriod(period), signal);
  }

  agents(period: Period, signal?: AbortSignal): Promise<AgentsReport> {
    return this.#rest.get("reports/agents", hubPeriod(period), signal);
  }

  colleagues(signal?: AbortSignal): Promise<PageOf<ColleagueView>> {
    return this.#rest.get("agents", {}, signal);
  }

  retention(unit: RetentionReport["unit"], signal?: AbortSignal): Promise<RetentionReport> {
    return this.#rest.get("reports/retention", { unit }, signal);
  }

  help(period: Period, signal?: AbortSignal): Promise<HelpReport> {
    return this.#rest.get("reports/help", hubPeriod(period), signal);
  }

  dialogues(
    period: Period,
    filters: Filters,
    cursor: string,
    signal?: AbortSignal,
  ): Promise<PageOf<TranscriptRow>> {
    return this.#rest.get("conversations", listed(period, filters, cursor), signal);
  }

  events(
    period: Period,
    filters: Filters,
    order: Order,
    cursor: string,
    signal?: AbortSignal,
  ): Promise<PageOf<ResponseEventView>> {
    // Newest first is what the hub does unasked.
    const query = { ...listed(period, filters, cursor), order: order === "oldest" ? order : "" };
    return this.#rest.get("response-events", query, signal);
  }

  dialogue(id: string, signal?: AbortSignal): Promise<ConversationView> {
    return this.#rest.get(`conversations/${encodeURIComponent(id)}`, {}, signal);
  }

  event(id: string, signal?: AbortSignal): Promise<ResponseEventView> {
    return this.#rest.get(`response-events/${encodeURIComponent(id)}`, {}, signal);
  }

  messages(id: string, after: number, signal?: AbortSignal): Promise<PageOf<MessageView>> {
    return this.#rest.get(`conversations/${encodeURIComponent(id)}/messages`, { after }, signal);
  }

  campaigns(signal?: AbortSignal): Promise<PageOf<CampaignView>> {
    return this.#rest.get("campaigns", { limit: NAMES }, signal);
  }

  campaign(id: string, signal?: AbortSignal): Promise<CampaignDetail> {
    return this.#rest.get(`campaigns/${encodeURIComponent(id)}`, {}, signal);
  }

  changeCampaign(id: string, body: CampaignPatch): Promise<CampaignDetail> {
    return this.#rest.patch(`campaigns/${encodeURIComponent(id)}`, body);
  }

  removeCampaign(id: string): Promise<CampaignRemoved> {
    return this.#rest.delete(`campaigns/${encodeURIComponent(id)}`);
  }

  savePlan(id: string, body: CampaignPlanBody): Promise<CampaignDetail> {
    return this.#rest.put(`campaigns/${encodeURIComponent(id)}/plan`, body);
  }

  dryRun(id: string): Promise<DryRunView> {
    return this.#rest.get(`campaigns/${encodeURIComponent(id)}/dry-run`, {});
  }

  campaignAct(id: string, act: CampaignAct): Promise<CampaignDetail> {
    return this.#rest.post(`campaigns/${encodeURIComponent(id)}/${act}`);
  }

  doNotContact(email: string, signal?: AbortSignal): Promise<PageOf<AddressView>> {
    return this.#rest.get("do-not-contact", email ? { q: email } : {}, signal);
  }

  keepAway(body: AddressBody): Promise<AddressView> {
    return this.#rest.post("do-not-contact", body);
  }

  liftAddress(digest: string, reason: string): Promise<void> {
    return this.#rest.post(`do-not-contact/${encodeURIComponent(digest)}/lift`, { reason });
  }

  refusedAddresses(signal?: AbortSignal): Promise<RefusedView> {
    return this.#rest.get("campaigns/refused", {}, signal);
  }

  elements(signal?: AbortSignal): Promise<PageOf<ElementView>> {
    return this.#rest.get("elements", { limit: NAMES }, signal);
  }

  inboxes(signal?: AbortSignal): Promise<PageOf<InboxSettings>> {
    return this.#rest.get("inboxes", {}, signal);
  }

  experiments(signal?: AbortSignal): Promise<PageOf<ExperimentView>> {
    return this.#rest.get("experiments", {}, signal);
  }

  experiment(id: string, signal?: AbortSignal): Promise<ExperimentReport> {
    return this.#rest.get(`experiments/${encodeURIComponent(id)}`, {}, signal);
  }

  planExperiment(body: PlanBody): Promise<PlanView> {
    return this.#rest.post("experiments/plan", body);
  }

  saveExperiment(id: string | null, body: ExperimentBody): Promise<ExperimentView> {
    if (id === null) return this.#rest.post("experiments", body);
    return this.#rest.patch(`experiments/${encodeURIComponent(id)}`, body);
  }

  removeExperiment(id: string): Promise<void> {
    return this.#rest.delete(`experiments/${encodeURIComponent(id)}`);
  }

  moveExperiment(id: string, move: "start" | "end"): Promise<ExperimentReport> {
    return this.#rest.post(`experiments/${encodeURIComponent(id)}/${move}`);
  }

  greeting(code: string, signal?: AbortSignal): Promise<GreetingRuleView> {
    return this.#rest.get(`elements/${encodeURIComponent(code)}/greeting`, {}, signal);
  }

  saveGreeting(code: string, body: GreetingBody): Promise<GreetingRuleView> {
    return this.#rest.put(`elements/${encodeURIComponent(code)}/greeting`, body);
  }

  segments(signal?: AbortSignal): Promise<PageOf<SegmentView>> {
    return this.#rest.get("segments", {}, signal);
  }

  history(
    contactId: string,
    kind: string,
    cursor: string,
    signal?: AbortSignal,
  ): Promise<ContactHistoryView> {
    const asked = { limit: ROWS, ...(kind && { kind }), ...(cursor && { cursor }) };
    return this.#rest.get(`contacts/${contactId}/history`, asked, signal);
  }

  ordersByElement(period: Period, signal?: AbortSignal): Promise<ElementOrders> {
    return this.#rest.get("reports/elements", hubPeriod(period), signal);
  }

  kept(signal?: AbortSignal): Promise<PageOf<KeptView>> {
    return this.#rest.get("retention", {}, signal);
  }

  rises(signal?: AbortSignal): Promise<RecentRises> {
    return this.#rest.get("rises", {}, signal);
  }

  wantRiseMails(wanted: boolean): Promise<void> {
    return this.#rest.put("rises/mails", { wanted });
  }

  listening(period: Period, signal?: AbortSignal): Promise<ListeningReport> {
    return this.#rest.get("reports/listening", hubPeriod(period), signal);
  }

  customers(signal?: AbortSignal): Promise<CustomerReport> {
    return this.#rest.get("reports/customers", {}, signal);
  }

  segmentFields(signal?: AbortSignal): Promise<SegmentFields> {
    return this.#rest.get("segments/fields", {}, signal);
  }

  previewSegment(rule: Record<string, unknown>, quick: boolean): Promise<SegmentPreview> {
    return this.#rest.post("segments/preview", { rule, quick });
  }

  countSegment(rule: Record<string, unknown>): Promise<SegmentCount> {
    return this.#rest.post("segments/count", { rule });
  }

  saveSegment(id: string | null, body: SegmentBody): Promise<SegmentView> {
    if (id === null) return this.#rest.post("segments", body);
    return this.#rest.patch(`segments/${encodeURIComponent(id)}`, body);
  }

  removeSegment(id: string): Promise<void> {
    return this.#rest.delete(`segments/${encodeURIComponent(id)}`);
  }

  incentives(period: Period, signal?: AbortSignal): Promise<IncentiveReport> {
    return this.#rest.get("reports/incentives", hubPeriod(period), signal);
  }

  offers(period: Period, signal?: AbortSignal): Promise<OfferReport> {
    return this.#rest.get("reports/offers", hubPeriod(period), signal);
  }

  createIncentive(body: IncentiveBody): Promise<IncentiveView> {
    return this.#rest.post("incentives", body);
  }

  changeIncentive(id: string, patch: IncentivePatch): Promise<IncentiveView> {
    return this.#rest.patch(`incentives/${encodeURIComponent(id)}`, patch);
  }

  importCodes(id: string, csv: string): Promise<CodesView> {
    return this.#rest.post(`incentives/${encodeURIComponent(id)}/codes`, { csv });
  }

  publishCode(id: string, body: PublishedCodeBody): Promise<PublishedCodeView> {
    return this.#rest.post(`incentives/${encodeURIComponent(id)}/published-codes`, body);
  }

  changePublishedCode(id: string, code: string, patch: PublishedCodePatch): Promise<PublishedCodeView> {
    const path = `incentives/${encodeURIComponent(id)}/published-codes/${encodeURIComponent(code)}`;
    return this.#rest.patch(path, patch);
  }

  element(code: string, period: Period, signal?: AbortSignal): Promise<ElementReport> {
    return this.#rest.get(`elements/${encodeURIComponent(code)}`, hubPeriod(period), signal);
  }

  elementOrders(code: string, period: Period, window: number, signal?: AbortSignal): Promise<ElementCredit> {
    const query = { ...hubPeriod(period), window };
    return this.#rest.get(`elements/${encodeURIComponent(code)}/orders`, query, signal);
  }

  changeElement(code: string, patch: ElementPatch): Promise<ElementView> {
    return this.#rest.patch(`elements/${encodeURIComponent(code)}`, patch);
  }

  createCampaign(body: CampaignBody): Promise<CampaignView> {
    return this.#rest.post("campaigns", body);
  }

  createElement(body: ElementBody): Promise<ElementView> {
    return this.#rest.post("elements", body);
  }

  lines(period: Period, query: Query, signal?: AbortSignal): Promise<LineQueue> {
    return this.#rest.get("learning/lines", { ...hubPeriod(period), ...query }, signal);
  }

  intents(signal?: AbortSignal): Promise<PageOf<IntentView>> {
    return this.#rest.get("learning/intents", {}, signal);
  }

  lessons(signal?: AbortSignal): Promise<PageOf<LessonView>> {
    return this.#rest.get("learning/lessons", {}, signal);
  }

  review(body: ReviewBody): Promise<PageOf<LessonView>> {
    return this.#rest.post("learning/lessons", body);
  }

  undoReview(id: string): Promise<void> {
    return this.#rest.delete(`learning/lessons/${encodeURIComponent(id)}`);
  }

  coders(signal?: AbortSignal): Promise<PageOf<CandidateView>> {
    return this.#rest.get("desk/coders", {}, signal);
  }

  samples(signal?: AbortSignal): Promise<PageOf<SampleView>> {
    return this.#rest.get("desk/samples", {}, signal);
  }

  sample(id: string, signal?: AbortSignal): Promise<SampleSheet> {
    return this.#rest.get(`desk/samples/${encodeURIComponent(id)}`, {}, signal);
  }

  drawSample(body: SampleBody): Promise<SampleSheet> {
    return this.#rest.post("desk/samples", body);
  }

  sampled(id: string, conversation: string, signal?: AbortSignal): Promise<ReadingView> {
    return this.#rest.get(sampledPath(id, conversation), {}, signal);
  }

  giveCode(id: string, conversation: string, code: string): Promise<CodeChoice> {
    return this.#rest.put(`${sampledPath(id, conversation)}/code`, { code });
  }

  finishSample(id: string): Promise<SampleSheet> {
    return this.#rest.post(`desk/samples/${encodeURIComponent(id)}/done`);
  }

  agreement(id: string, signal?: AbortSignal): Promise<AgreementView> {
    return this.#rest.get(`desk/samples/${encodeURIComponent(id)}/agreement`, {}, signal);
  }

  reveal(conversation: string, reason: string): Promise<Revealed> {
    return this.#rest.post(`conversations/${encodeURIComponent(conversation)}/reveal`, { reason });
  }

  audit(wanted: AuditFilters, cursor: string, signal?: AbortSignal): Promise<PageOf<AuditView>> {
    const { until, ...said } = wanted;
    const query = { ...said, to: until ? addDays(until, 1) : "", cursor };
    const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
    return this.#rest.get("audit", { ...asked, limit: ROWS }, signal);
  }

  reviewers(signal?: AbortSignal): Promise<PageOf<ReviewerView>> {
    return this.#rest.get("reviewers", {}, signal);
  }

  grantReveal(id: string, mayReveal: boolean): Promise<ReviewerView> {
    return this.#rest.put(`reviewers/${encodeURIComponent(id)}`, { may_reveal: mayReveal });
  }

  addIntent(body: IntentBody): Promise<IntentView> {
    return this.#rest.post("learning/intents", body);
  }

  removeIntent(name: string): Promise<void> {
    return this.#rest.delete(`learning/intents/${encodeURIComponent(name)}`);
  }

  botJobs(signal?: AbortSignal): Promise<BotJobsView> {
    return this.#rest.get("learning/jobs", {}, signal);
  }

  train(): Promise<BotJobView> {
    return this.#rest.post("learning/trainings");
  }

  promote(id: string): Promise<BotJobView> {
    return this.#rest.post(`learning/trainings/${encodeURIComponent(id)}/promote`);
  }

  rollBack(): Promise<BotJobView> {
    return this.#rest.post("learning/roll-back");
  }

  cancelJob(id: string): Promise<void> {
    return this.#rest.delete(`learning/jobs/${encodeURIComponent(id)}`);
  }

  changesAddress(): string {
    return this.#rest.address("learning/changes");
  }

  /** A download; the browser sends the session cookie itself. */
  exportAddress(name: ExportName, format: ExportFormat, period: Period): string {
    return this.#rest.address(`exports/${name}.${format}`, hubPeriod(period));
  }
}

function sampledPath(id: string, conversation: string): string {
  return `desk/samples/${encodeURIComponent(id)}/dialogues/${encodeURIComponent(conversation)}`;
}

function listed(period: Period, filters: Filters, cursor: string): Query {
  return { ...Object.fromEntries(hubParams(period, filters)), cursor, limit: ROWS };
}
