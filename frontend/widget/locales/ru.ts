import { pluralsOf } from "./plurals";
import type { AllTexts } from "./texts";

const plural = pluralsOf<"one" | "few" | "many">("ru");

/** As after "около" and "в течение". */
const minutesOf = (count: number) =>
  count === 1 ? "минуты" : `${count} ${plural(count, { one: "минуты", few: "минут", many: "минут" })}`;

/** Russian, with no word that supposes the gender of anybody. */
export const texts: AllTexts = {
  tag: "ru",

  chat: "Чат",
  openChat: "Открыть чат",
  openChatUnread: (count) =>
    `Открыть чат, ${count} ${plural(count, { one: "новое сообщение", few: "новых сообщения", many: "новых сообщений" })}`,
  closeChat: "Закрыть чат",
  chatWith: (name) => `Чат: ${name}`,

  bot: "Бот",
  person: "Оператор",
  botAnswers: "Бот, отвечает сразу",
  botStarting: "Бот ещё запускается",
  botStartingHelp: "Бот ещё запускается. Уже можно писать или позвать оператора.",
  personAnswers: (shop) => `Оператор, ${shop}`,
  waiting: "Ожидаем оператора",

  messages: "Сообщения",
  you: "Вы",
  today: "Сегодня",
  yesterday: "Вчера",
  earlier: "Показать предыдущие сообщения",
  newBelow: "Новые сообщения",
  quickReplies: "Быстрые ответы",
  submit: "Отправить",
  typing: (name) => `${name} печатает`,

  sending: "Отправляется…",
  waitingForLine: "Отправим, когда появится связь",
  sent: "Отправлено",
  read: "Прочитано",

  handoff: "Соединяем вас с оператором",
  queued: "Ожидаем свободного оператора",
  joined: (name) => `Вам отвечает ${name}`,
  left: (name) => `${name} больше не в чате`,
  botAgain: (name) => `Снова отвечает ${name}`,
  resolved: "Разговор завершён",
  reopened: "Разговор снова открыт",
  rated: (score) => `Ваша оценка: ${score} из 5`,

  write: "Напишите сообщение…",
  writeNew: "Начать заново…",
  send: "Отправить",
  askPerson: "Связаться с оператором",
  askingPerson: "Зовём оператора…",
  askPersonFailed: "Не получилось. Попробуйте ещё раз.",
  charactersLeft: (count) =>
    `Можно ввести ещё ${count} ${plural(count, { one: "символ", few: "символа", many: "символов" })}`,

  offline: "Нет связи. Можно продолжать писать: отправим, когда связь появится.",
  reconnecting: "Восстанавливаем связь… Можно продолжать писать.",
  missing: "Часть чата ещё не загрузилась. Можно продолжать писать: мы пробуем снова.",
  notKept: "До тех пор не закрывайте эту страницу.",
  refused: "Чат здесь недоступен.",
  starting: "Подключение…",

  soundOn: "Включить звук",
  soundOff: "Выключить звук",
  back: "Назад в чат",
  memory: "Что мы о вас помним",

  waitingPlace: (position) =>
    position === 1 ? "Ваша очередь следующая." : `Ваше место в очереди: ${position}.`,
  waitingWithin: (minutes) => `Обычно отвечаем в течение ${minutesOf(minutes)}.`,
  waitingAbout: (minutes) => `Обычно ждать около ${minutesOf(minutes)}.`,
  waitingBetween: (least, most) =>
    `Обычно ждать ${least}–${most} ${plural(most, { one: "минуту", few: "минуты", many: "минут" })}.`,
  nobodyHere: "Сейчас никого нет на месте.",
  closedUntil: (when) => `Сейчас закрыто. Откроемся: ${when}.`,
  closed: "Сейчас закрыто.",
  peopleFrom: (when) => `Операторы снова ответят: ${when}.`,
  keptHere: "Спасибо. Сохранено вместе с вашим сообщением.",
  leaveAddress: "Получить ответ и по эл. почте",
  leaveName: "Оставить имя и эл. почту",
  answeredAt: (email) => `Ответим здесь и по эл. почте: ${email}.`,
  addressFailed: "Не получилось отправить. Попробуйте ещё раз.",
  addressName: "Имя",
  addressEmail: "Эл. почта",
  addressWords: (name, email) => `Меня зовут ${name}, моя эл. почта: ${email}.`,
  attach: "Прикрепить файл",
  notSent: "Не отправлено.",
  tryAgain: "Повторить",
  discard: "Удалить",
  refusedBecause: {
    too_large: "Слишком длинное сообщение.",
    rate_limited: "Слишком много сразу. Пожалуйста, подождите немного.",
    not_allowed: "Здесь это не разрешено.",
    conflict: "Новые диалоги здесь больше не начинаются.",
  },
  rateTitle: "Как всё прошло?",
  rateScores: ["Очень плохо", "Плохо", "Так себе", "Хорошо", "Очень хорошо"],
  rateComment: "Хотите что-то добавить? (необязательно)",
  rateSend: "Отправить оценку",
  rateThanks: "Спасибо. Это помогает нам становиться лучше.",
  rateFailed: "Оценка до нас не дошла. Попробуйте ещё раз.",
  memoryFailed: "Не удалось загрузить. Ничего не изменилось.",
  memoryNotDone: "Не получилось. Попробуйте ещё раз.",
  askMemory:
    "Можно запомнить на следующий раз то, что вы здесь рассказываете? Без вашего согласия храним это только для этого чата.",
  askMemoryYes: "Да, запомните",
  askMemoryNo: "Нет, не надо",

  answeredHere: "То, что вы напишете, сохранится, и мы ответим здесь.",
  answeredByMail: "Оставьте эл. почту, и мы ответим на неё.",
  addressNoted: "Ваша эл. почта записана.",
  stillThere: (minutes) =>
    `Вы ещё здесь? Чат закроется через ${minutes} ${plural(minutes, { one: "минуту", few: "минуты", many: "минут" })}.`,
};
