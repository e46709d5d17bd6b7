import type { FileTexts } from "./texts";

export const texts: FileTexts = {
  filesChosen: "要傳送的檔案",
  fileRemove: (name) => `移除 ${name}`,
  fileSending: (name) => `正在傳送 ${name}`,
  fileWaiting: "等待中…",
  fileTooLarge: (megabytes) => `檔案太大，上限為 ${megabytes} MB。`,
  fileRefused: {
    type_not_allowed: "我們無法接收這種檔案。",
    invalid: "檔案是空的，或沒有完整送達。",
    rate_limited: "一次傳送太多了，請稍候。",
    offline: "目前沒有連線。",
  },
  fileOpen: (name) => `開啟 ${name}`,
  fileGone: "無法開啟這個檔案。",
};
