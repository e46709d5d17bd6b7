/** What is said about being given work, passing it on, setting it aside and e-mail. */

export const routingTexts = {
  answerWithin: "Given to you. Without an answer it goes back to the queue in",
  replyWithin: "The visitor waits for a reply. Without one this goes back to the queue in",
  replyCalm: "The visitor waits for your reply. Time left:",
  answerOverdue: "Overdue. It goes back to the queue now.",
  overdue: "overdue",
  answerSoon: "A quarter of a minute left to answer.",
  seen: "I have seen it",
  answerShort: "answer within",
  givenBack: (name: string) => `${name} was not answered in time and waits in the queue again.`,
  setAway: "You are set to away, so that nothing more is given to you. Choose Online when you are back.",
  takeOver: "Take over",
  tookOver: "You answer now.",
  forTeam: (team: string) => `for ${team}`,
  newsRouted: (name: string) => `${name} is yours to answer now`,
  newsWoken: (name: string) => `${name} is back from being set aside`,

  findColleague: "Find a colleague or team",
  transferNote: "Note for who comes next (optional)",
  colleagues: "Colleagues",
  teams: "Teams",
  load: (open: number, capacity: number) => `${open} of ${capacity} chats`,
  full: "full",
  onlineOf: (online: number, members: number) =>
    members === 0 ? "nobody in it" : `${online} of ${members} online`,
  teamsFailed: "Teams could not be loaded.",
  nobodyFits: "Nobody fits.",

  snoozeTitle: (name: string) => `Set ${name} aside`,
  snoozeUntilWords: "Until they write",
  snoozeHour: "For an hour",
  snoozeTomorrow: "Until tomorrow, 9:00",
  snoozeMonday: "Until Monday, 9:00",
  snoozeAt: "Until another time",
  snoozeSet: "Set aside",
  snoozedUntil: (when: string) => `until ${when}`,
  snoozePast: "Choose a time that lies ahead.",

  repliesByMail: (address: string) =>
    `They wrote while nobody was here. Your reply also goes by e-mail to ${address}.`,
  unreachable: "They wrote while nobody was here and left no address. Your reply waits here for them.",
  noMailLeft:
    "They wrote while nobody was here, and this hub has no mail server: your reply is not e-mailed.",
  unreadByMail: (address: string) => `What they do not read here goes by e-mail to ${address}.`,
  unreadNotMailed: "This hub has no mail server: a reply they do not read here is not e-mailed.",
  leftMark: "left a message",
};
