import type { MemoryTexts } from "./texts";

/** Russian, with no word that supposes the gender of anybody. */
export const texts: MemoryTexts = {
  memoryEmpty: "Пока ничего. Здесь появится то, что вы нам сообщите: например, имя или заказ.",
  memoryFrom: {
    visitor: "С ваших слов",
    form: "Из формы",
    agent: "Наша запись",
    identity: "Из вашей учётной записи",
    shop: "От магазина",
  },
  memoryCorrect: "Исправить",
  memoryForget: "Забыть",
  memorySave: "Сохранить",
  memoryCancel: "Отмена",
  memoryNewValue: (label) => `Новое значение: ${label}`,
  memoryForgetAll: "Забыть обо мне всё",
  memoryForgetAllSure:
    "Всё, что мы о вас помним, будет удалено навсегда, и этот браузер станет нам незнаком.",
  memoryForgetAllDo: "Да, забыть всё",
  memoryUnsure: "Мы правильно поняли?",
  memoryYes: "Да",
  memoryNo: "Нет",
  // The year of a date ends in a full stop of its own.
  memoryUntil: (date) => `Хранится до ${date}`,
  memoryDialogueOnly: "Хранится только для этого чата.",
  memoryWhy: (why) => `Зачем: ${why}`,
  memoryDownload: "Скачать всё, что вы обо мне знаете",
  memoryFileName: "что-мы-помним.json",
  memoryWithdrawn: "Выключено. Всё, что хранилось для этого, удалено.",
  consent: "Что нам можно с этим делать",
  consentFor: {
    memory: "Помнить мои слова до следующего раза",
    analytics: "Учитывать мои разговоры в статистике",
    marketing: "Делать мне подходящие предложения",
  },
};
