import type { MemoryTexts } from "./texts";

/** Arabic, in the plural of politeness. */
export const texts: MemoryTexts = {
  memoryEmpty: "لا شيء بعد. سيظهر هنا ما تخبروننا به، كالاسم أو رقم الطلب.",
  memoryFrom: {
    visitor: "قلتم",
    form: "أدخلتم",
    agent: "سجّلنا",
    identity: "من حسابكم",
    shop: "من المتجر",
  },
  memoryCorrect: "تصحيح",
  memoryForget: "نسيان",
  memorySave: "حفظ",
  memoryCancel: "إلغاء",
  memoryNewValue: (label) => `القيمة الجديدة: ${label}`,
  memoryForgetAll: "نسيان كل شيء عني",
  memoryForgetAllSure: "سيُحذف نهائيًا كل ما نتذكره عنكم، ولن نتعرف على هذا المتصفح بعد الآن.",
  memoryForgetAllDo: "نعم، نسيان كل شيء",
  memoryUnsure: "هل فهمنا هذا بشكل صحيح؟",
  memoryYes: "نعم",
  memoryNo: "لا",
  memoryUntil: (date) => `يُحفظ حتى ${date}.`,
  memoryDialogueOnly: "يُحفظ لهذه المحادثة فقط.",
  memoryWhy: (why) => `السبب: ${why}`,
  memoryDownload: "تنزيل ما تعرفونه عني",
  memoryFileName: "ما-نتذكره.json",
  memoryWithdrawn: "أُوقف. حُذف ما احتفظنا به لهذا الغرض.",
  consent: "ما يمكننا فعله به",
  consentFor: {
    memory: "تذكّر ما أقوله للمرة القادمة",
    analytics: "احتساب محادثاتي في الإحصاءات",
    marketing: "تقديم عروض تناسبني",
  },
};
