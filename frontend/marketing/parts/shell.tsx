import {
  BookOpen,
  Bot,
  Brain,
  ChartColumn,
  ClipboardCheck,
  Ear,
  Eye,
  Flag,
  FlaskConical,
  Gift,
  GraduationCap,
  Headset,
  LogOut,
  MessagesSquare,
  Repeat,
  ShieldCheck,
  ShoppingBag,
  Table,
  UsersRound,
} from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import type { AccountView } from "../../wire/rest.gen";
import { periodQuery, usePlace } from "../places/use_place";
import { useSignOut } from "../session";
import { texts } from "../texts";
import { OfflineBanner } from "./states";

const PLACES = [
  { path: "/", label: texts.nav.overview, Icon: ChartColumn },
  { path: "/dialogues", label: texts.nav.dialogues, Icon: MessagesSquare },
  { path: "/events", label: texts.nav.events, Icon: Table },
  { path: "/campaigns", label: texts.nav.campaigns, Icon: Flag },
  { path: "/experiments", label: texts.nav.experiments, Icon: FlaskConical },
  { path: "/incentives", label: texts.nav.incentives, Icon: Gift },
  { path: "/segments", label: texts.nav.segments, Icon: UsersRound },
  { path: "/customers", label: texts.nav.customers, Icon: ShoppingBag },
  { path: "/listening", label: texts.nav.listening, Icon: Ear },
  { path: "/bot", label: texts.nav.bot, Icon: Bot },
  { path: "/agents", label: texts.nav.agents, Icon: Headset },
  { path: "/retention", label: texts.nav.retention, Icon: Repeat },
  { path: "/memory", label: texts.nav.memory, Icon: Brain },
  { path: "/help", label: texts.nav.help, Icon: BookOpen },
  { path: "/desk", label: texts.nav.desk, Icon: ClipboardCheck },
  { path: "/learning", label: texts.nav.learning, Icon: GraduationCap },
  { path: "/kept", label: texts.nav.kept, Icon: ShieldCheck },
];
/** Only administrators may ask for it. */
const REVEALS = { path: "/reveals", label: texts.nav.reveals, Icon: Eye };

interface ShellProps {
  account: AccountView;
  children: ComponentChildren;
}

export function Shell({ account, children }: ShellProps) {
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {texts.nav.skip}
      </a>
      <Navigation account={account} />
      <main id="content" class="content" tabIndex={-1}>
        <OfflineBanner />
        {children}
      </main>
    </div>
  );
}

/** The period goes along from page to page; filters belong to the page they were set on. */
function Navigation({ account }: { account: AccountView }) {
  const [location] = useLocation();
  const { period } = usePlace();
  const signOut = useSignOut();
  const nav = useRef<HTMLElement>(null);

  // On a phone the places are one row, and the one we are at may be far along it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again with every place
  useEffect(() => {
    const here = nav.current?.querySelector("[aria-current=page]")?.getBoundingClientRect();
    const row = nav.current?.getBoundingClientRect();
    if (here && row) nav.current?.scrollBy({ left: here.x - row.x - (row.width - here.width) / 2 });
  }, [location]);

  return (
    <header class="side">
      <p class="brand" aria-hidden="true">
        {texts.product}
      </p>
      <nav ref={nav} aria-label={texts.nav.label}>
        <ul>
          {(account.role === "admin" ? [...PLACES, REVEALS] : PLACES).map(({ path, label, Icon }) => (
            <li key={path}>
              <Link
                class="nav-link"
                href={path + periodQuery(period)}
                aria-current={isHere(location, path) ? "page" : undefined}
              >
                <Icon size={18} aria-hidden="true" />
                <span>{label}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div class="who">
        <bdi class="who-name">{account.name}</bdi>
        <button
          type="button"
          class="icon-button"
          disabled={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          <LogOut size={16} aria-hidden="true" />
          <span>{texts.nav.signOut}</span>
        </button>
      </div>
    </header>
  );
}

function isHere(location: string, path: string): boolean {
  return path === "/" ? location === "/" || location === "" : location.startsWith(path);
}
