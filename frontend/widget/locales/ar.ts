import { pluralsOf } from "./plurals";
import type { AllTexts } from "./texts";

const plural = pluralsOf<"zero" | "one" | "two" | "few" | "many" | "other">("ar");

const minutesOf = (count: number) =>
  plural(count, {
    zero: "أقل من دقيقة",
    one: "دقيقة واحدة",
    two: "دقيقتين",
    few: `${count} دقائق`,
    many: `${count} دقيقة`,
    other: `${count} دقيقة`,
  });

/** Arabic, in the plural of politeness; the only language here that is written from right to left. */
export const texts: AllTexts = {
  tag: "ar",

  chat: "الدردشة",
  openChat: "فتح الدردشة",
  openChatUnread: (count) => {
    const news = plural(count, {
      zero: "لا رسائل جديدة",
      one: "رسالة جديدة واحدة",
      two: "رسالتان جديدتان",
      few: `${count} رسائل جديدة`,
      many: `${count} رسالة جديدة`,
      other: `${count} رسالة جديدة`,
    });
    return `فتح الدردشة، ${news}`;
  },
  closeChat: "إغلاق الدردشة",
  chatWith: (name) => `دردشة مع ${name}`,

  bot: "مساعد آلي",
  person: "أحد أفراد الفريق",
  botAnswers: "مساعد آلي، يجيب فورًا",
  botStarting: "المساعد قيد التشغيل",
  botStartingHelp: "المساعد الآلي قيد التشغيل. يمكنكم الكتابة الآن أو طلب التحدث إلى شخص.",
  personAnswers: (shop) => `من فريق ${shop}`,
  waiting: "في انتظار أحد أفراد الفريق",

  messages: "الرسائل",
  you: "أنتم",
  today: "اليوم",
  yesterday: "أمس",
  earlier: "عرض الرسائل السابقة",
  newBelow: "رسائل جديدة",
  quickReplies: "ردود سريعة",
  submit: "إرسال",
  typing: (name) => `جارٍ الكتابة: ${name}`,

  sending: "جارٍ الإرسال…",
  waitingForLine: "ستُرسل عند عودة الاتصال",
  sent: "أُرسلت",
  read: "قُرئت",

  handoff: "جارٍ توصيلكم بأحد أفراد الفريق",
  queued: "في انتظار أول شخص متاح",
  joined: (name) => `يرد عليكم الآن: ${name}`,
  left: (name) => `خرج من المحادثة: ${name}`,
  botAgain: (name) => `يرد عليكم من جديد: ${name}`,
  resolved: "انتهت المحادثة",
  reopened: "فُتحت المحادثة من جديد",
  rated: (score) => `تقييمكم: ${score} من 5`,

  write: "اكتبوا رسالة…",
  writeNew: "اكتبوا لبدء محادثة جديدة…",
  send: "إرسال",
  askPerson: "التحدث إلى شخص",
  askingPerson: "جارٍ طلب شخص…",
  askPersonFailed: "لم يصلنا ذلك. يُرجى المحاولة مرة أخرى.",
  charactersLeft: (count) =>
    plural(count, {
      zero: "لم يبق أي حرف",
      one: "بقي حرف واحد",
      two: "بقي حرفان",
      few: `بقيت ${count} أحرف`,
      many: `بقي ${count} حرفًا`,
      other: `بقي ${count} حرف`,
    }),

  offline: "لا يوجد اتصال. يمكنكم متابعة الكتابة، وستُرسل عند عودة الاتصال.",
  reconnecting: "جارٍ إعادة الاتصال… يمكنكم متابعة الكتابة.",
  missing: "لم يُحمَّل جزء من الدردشة بعد. يمكنكم متابعة الكتابة، ونحن نعيد المحاولة.",
  notKept: "يُرجى إبقاء هذه الصفحة مفتوحة حتى ذلك الحين.",
  refused: "الدردشة غير متاحة هنا.",
  starting: "جارٍ الاتصال…",

  soundOn: "تشغيل الصوت",
  soundOff: "كتم الصوت",
  back: "العودة إلى الدردشة",
  memory: "ما نتذكره عنكم",

  waitingPlace: (position) => (position === 1 ? "دوركم هو التالي." : `رقمكم في الانتظار: ${position}.`),
  waitingWithin: (minutes) => `عادةً خلال ${minutesOf(minutes)}.`,
  waitingAbout: (minutes) => `عادةً نحو ${minutesOf(minutes)}.`,
  waitingBetween: (least, most) => `عادةً من ${least} إلى ${minutesOf(most)}.`,
  nobodyHere: "لا أحد هنا الآن.",
  closedUntil: (when) => `نحن مغلقون حتى ${when}.`,
  closed: "نحن مغلقون الآن.",
  peopleFrom: (when) => `يعود فريقنا للرد: ${when}.`,
  keptHere: "شكرًا لكم. حُفظ ذلك مع رسالتكم.",
  leaveAddress: "استلام الرد بالبريد الإلكتروني أيضًا",
  leaveName: "ترك الاسم والبريد الإلكتروني",
  answeredAt: (email) => `سنرد هنا وعلى البريد الإلكتروني ${email}.`,
  addressFailed: "لم يصلنا ذلك. يُرجى المحاولة مرة أخرى.",
  addressName: "الاسم",
  addressEmail: "البريد الإلكتروني",
  addressWords: (name, email) => `اسمي ${name} وبريدي الإلكتروني ${email}.`,
  attach: "إرفاق ملف",
  notSent: "لم تُرسل.",
  tryAgain: "إعادة المحاولة",
  discard: "حذف",
  refusedBecause: {
    too_large: "الرسالة طويلة جدًا.",
    rate_limited: "رسائل كثيرة دفعة واحدة. يُرجى الانتظار قليلًا.",
    not_allowed: "هذا غير مسموح هنا.",
    conflict: "لا تُفتح هنا محادثات جديدة.",
  },
  rateTitle: "كيف كانت المحادثة؟",
  rateScores: ["سيئة جدًا", "سيئة", "مقبولة", "جيدة", "جيدة جدًا"],
  rateComment: "هل من إضافة؟ (اختياري)",
  rateSend: "إرسال التقييم",
  rateThanks: "شكرًا لكم. هذا يساعدنا على التحسن.",
  rateFailed: "لم يصلنا تقييمكم. يُرجى المحاولة مرة أخرى.",
  memoryFailed: "تعذّر تحميل هذا. لم يتغير شيء.",
  memoryNotDone: "لم يتم ذلك. يُرجى المحاولة مرة أخرى.",
  askMemory:
    "هل تسمحون لنا بتذكّر ما تخبروننا به هنا للمرة القادمة؟ إلى أن توافقوا، نحتفظ به لهذه المحادثة فقط.",
  askMemoryYes: "نعم، تذكّروه",
  askMemoryNo: "لا، شكرًا",

  answeredHere: "ما تكتبونه محفوظ وسنرد عليه هنا.",
  answeredByMail: "اتركوا بريدكم الإلكتروني وسنرد عليه.",
  addressNoted: "سُجّل بريدكم الإلكتروني.",
  stillThere: (minutes) => `هل ما زلتم هنا؟ سنغلق هذه المحادثة خلال ${minutesOf(minutes)}.`,
};
