import type { FileTexts } from "./texts";

export const texts: FileTexts = {
  filesChosen: "ملفات للإرسال",
  fileRemove: (name) => `إزالة ${name}`,
  fileSending: (name) => `جارٍ إرسال ${name}`,
  fileWaiting: "في الانتظار…",
  fileTooLarge: (megabytes) => `الملف كبير جدًا: ${megabytes} ميغابايت كحد أقصى.`,
  fileRefused: {
    type_not_allowed: "لا يمكننا استلام هذا النوع من الملفات.",
    invalid: "الملف فارغ أو لم يصل كاملًا.",
    rate_limited: "هذا كثير دفعة واحدة. انتظر لحظة من فضلك.",
    offline: "لا يوجد اتصال.",
  },
  fileOpen: (name) => `فتح ${name}`,
  fileGone: "لا يمكن فتح هذا الملف.",
};
