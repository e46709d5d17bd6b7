/** Every word of the page of listening. */

const one = (count: number, singular: string, plural: string) => (count === 1 ? singular : plural);

export const words = {
  title: "Listening",
  lead: "What customers tell and ask for without being asked. Counts are dialogues, by the day they began (UTC).",
  emptyTitle: "Nothing was heard in this period",
  empty:
    "Complaints, praise, suggestions and problems stand here as soon as customers tell them, beside what they came for.",
  summary: (dialogues: string, told: string, alerts: number) =>
    `Of ${dialogues} dialogues, ${told} held a complaint, praise, a suggestion or a problem. ${
      alerts === 0
        ? "Nothing rose more than its own past explains."
        : `${alerts} ${one(alerts, "theme", "themes")} rose more than ${one(alerts, "its", "their")} own past explains.`
    }`,
  against: (dialogues: string, told: string, which: string) =>
    `${which[0]?.toUpperCase()}${which.slice(1)} it was ${told} of ${dialogues}.`,
  unheard: (lines: number, shown: string) =>
    `Still listening: ${shown} newer ${one(lines, "line", "lines")} of the log, so counts may change. Load again in a while.`,
  alertsTitle: "Sudden rises",
  noAlerts:
    "None. A theme is told here when a day, or three together, had more of it than the eight weeks before explain.",
  young: (days: number) => `Rises can be told once there are ${days} days to compare with.`,
  alert: (name: string, count: number, days: number, usual: string) =>
    `${name}: ${count} ${one(count, "dialogue", "dialogues")} ${
      days === 1 ? "in a day" : `in ${days} days`
    }, usually ${usual}`,
  upTo: "up to",
  alertsHow:
    "Each theme is held against its own past, more strictly the more themes there are, so that on a day on which nothing happens an alarm is rare: at most about one day in a hundred.",
  themesTitle: "Themes",
  find: "Find a theme",
  theme: "Theme",
  product: "Product",
  dialogues: "Dialogues",
  before: "Before",
  trend: "By day",
  trendOf: (name: string, most: number) => `${name} by day, at most ${most}`,
  show: "Show",
  kinds: {
    all: "Everything",
    told: "What they told",
    product: "By product",
    intent: "What they came for",
    handoff: "Why people were needed",
  },
  kind: { told: "told", intent: "came for it", handoff: "a person was needed" },
  told: {
    complaint: "Complaint",
    praise: "Praise",
    suggestion: "Suggestion",
    "open_problem:damaged": "Problem: damaged item",
    "open_problem:wrong_item": "Problem: wrong item",
    "open_problem:late": "Problem: late delivery",
    "open_problem:missing": "Problem: missing parcel",
    "open_problem:refund": "Problem: refund",
    "open_problem:defect": "Problem: faulty item",
    "open_problem:other": "Problem: other",
  } as Readonly<Record<string, string>>,
  none: "No theme of this kind in this period.",
  wishesTitle: "Unanswered wishes",
  wishesLead: "What customers were interested in and the shop does not sell, or has none left of.",
  noWishes: "Every wish of this period can be fulfilled.",
  findWish: "Find a wish",
  soldOut: "none left",
  notSold: "not sold",
  toMissed: "Questions that no help page answers",
  ratingsTitle: "Both sides' verdict",
  byVisitors: "Visitors",
  byAgents: "People who answered",
  rated: (dialogues: string, mean: string) => `${mean} of 5, from ${dialogues} rated`,
  notRated: "none rated yet",
} as const;
