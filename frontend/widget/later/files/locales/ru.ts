import type { FileTexts } from "./texts";

export const texts: FileTexts = {
  filesChosen: "Файлы к отправке",
  fileRemove: (name) => `Убрать ${name}`,
  fileSending: (name) => `Отправляется ${name}`,
  fileWaiting: "Ожидает…",
  fileTooLarge: (megabytes) => `Слишком большой файл: не больше ${megabytes} МБ.`,
  fileRefused: {
    type_not_allowed: "Файлы этого вида мы не принимаем.",
    invalid: "Файл пуст или дошёл не полностью.",
    rate_limited: "Слишком много сразу. Подождите немного.",
    offline: "Нет соединения.",
  },
  fileOpen: (name) => `Открыть ${name}`,
  fileGone: "Этот файл не открывается.",
};
