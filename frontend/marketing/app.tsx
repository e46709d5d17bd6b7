import { useEffect } from "preact/hooks";
import { Redirect, Route, Switch } from "wouter-preact";
import type { AccountView } from "../wire/rest.gen";
import { AgentsPage } from "./pages/agents/agents_page";
import { BotPage } from "./pages/bot/bot_page";
import { CampaignsPage } from "./pages/campaigns/campaigns_page";
import { CustomersPage } from "./pages/customers/customers_page";
import { DeskPage } from "./pages/desk/desk_page";
import { SamplePage } from "./pages/desk/sample_page";
import { DialoguePage } from "./pages/dialogues/dialogue_page";
import { DialoguesPage } from "./pages/dialogues/dialogues_page";
import { ElementPage } from "./pages/element/element_page";
import { NotAllowed } from "./pages/entry/not_allowed";
import { NotFound } from "./pages/entry/not_found";
import { SignInPage } from "./pages/entry/sign_in_page";
import { EventsPage } from "./pages/events/events_page";
import { ExperimentsPage } from "./pages/experiments/experiments_page";
import { HelpPage } from "./pages/help/help_page";
import { IncentivesPage } from "./pages/incentives/incentives_page";
import { KeptPage } from "./pages/kept/kept_page";
import { LearningPage } from "./pages/learning/learning_page";
import { ListeningPage } from "./pages/listening/listening_page";
import { MemoryPage } from "./pages/memory/memory_page";
import { NewsletterPage } from "./pages/newsletter/newsletter_page";
import { OverviewPage } from "./pages/overview/overview_page";
import { RetentionPage } from "./pages/retention/retention_page";
import { RevealsPage } from "./pages/reveals/reveals_page";
import { SegmentsPage } from "./pages/segments/segments_page";
import { Shell } from "./parts/shell";
import { Failure, Skeleton } from "./parts/states";
import { mayReadMarketing, useSession } from "./session";
import { texts } from "./texts";

/** Nobody sees a page before it is known who they are and that they may. */
export function App() {
  const session = useSession();
  useEffect(() => {
    document.title = `${texts.product} · ${texts.nav.label}`;
  }, []);
  if (session.data === undefined) {
    if (session.isError)
      return (
        <main class="entry">
          <Failure error={session.error} again={() => session.refetch()} />
        </main>
      );
    return (
      <main class="entry">
        <Skeleton rows={3} />
      </main>
    );
  }
  if (session.data === null) return <SignInPage />;
  if (!mayReadMarketing(session.data)) return <NotAllowed account={session.data} />;
  return <Pages account={session.data} />;
}

function Pages({ account }: { account: AccountView }) {
  return (
    <Shell account={account}>
      <Switch>
        <Route path="/" component={OverviewPage} />
        <Route path="/overview">
          <Redirect to="/" replace />
        </Route>
        <Route path="/dialogues" component={DialoguesPage} />
        <Route path="/dialogues/:id">{({ id }) => <DialoguePage key={id} id={id} />}</Route>
        <Route path="/events" component={EventsPage} />
        <Route path="/campaigns" component={CampaignsPage} />
        <Route path="/segments/:id?">{({ id }) => <SegmentsPage {...(id ? { id } : {})} />}</Route>
        <Route path="/campaigns/:id/newsletter">{({ id }) => <NewsletterPage key={id} id={id} />}</Route>
        <Route path="/campaigns/:code">{({ code }) => <ElementPage key={code} code={code} />}</Route>
        <Route path="/customers" component={CustomersPage} />
        <Route path="/experiments/:id?">
          {({ id }) => <ExperimentsPage key={id} {...(id ? { id } : {})} />}
        </Route>
        <Route path="/listening" component={ListeningPage} />
        <Route path="/incentives" component={IncentivesPage} />
        <Route path="/bot" component={BotPage} />
        <Route path="/agents" component={AgentsPage} />
        <Route path="/retention" component={RetentionPage} />
        <Route path="/memory" component={MemoryPage} />
        <Route path="/help" component={HelpPage} />
        <Route path="/desk" component={DeskPage} />
        <Route path="/desk/:id">{({ id }) => <SamplePage key={id} id={id} account={account} />}</Route>
        <Route path="/kept" component={KeptPage} />
        <Route path="/reveals" component={RevealsPage} />
        <Route path="/learning">{() => <LearningPage account={account} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </Shell>
  );
}
