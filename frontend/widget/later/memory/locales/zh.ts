import type { MemoryTexts } from "./texts";

/** Chinese as written and said in Taiwan. */
export const texts: MemoryTexts = {
  memoryEmpty: "目前沒有資料。您告訴我們的事，例如姓名或訂單，都會列在這裡。",
  memoryFrom: {
    visitor: "您說的",
    form: "您填寫的",
    agent: "我們的紀錄",
    identity: "來自您的帳號",
    shop: "來自商店",
  },
  memoryCorrect: "更正",
  memoryForget: "忘記",
  memorySave: "儲存",
  memoryCancel: "取消",
  memoryNewValue: (label) => `${label}的新內容`,
  memoryForgetAll: "忘記關於我的一切",
  memoryForgetAllSure: "我們記得的關於您的一切將永久刪除，我們也不會再認得這個瀏覽器。",
  memoryForgetAllDo: "確定，全部忘記",
  memoryUnsure: "我們這樣理解對嗎？",
  memoryYes: "對",
  memoryNo: "不對",
  memoryUntil: (date) => `保留至 ${date}。`,
  memoryDialogueOnly: "只保留在這次對話中。",
  memoryWhy: (why) => `用途：${why}`,
  memoryDownload: "下載貴店所知關於我的資料",
  memoryFileName: "我們記得的事.json",
  memoryWithdrawn: "已關閉。為此保留的資料已刪除。",
  consent: "我們可以怎麼使用",
  consentFor: {
    memory: "記住我說的內容，供下次使用",
    analytics: "將我的對話納入統計",
    marketing: "提供適合我的優惠",
  },
};
