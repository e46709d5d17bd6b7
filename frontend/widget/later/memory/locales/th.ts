import type { MemoryTexts } from "./texts";

/** Thai, polite. */
export const texts: MemoryTexts = {
  memoryEmpty: "ยังไม่มีข้อมูลค่ะ สิ่งที่คุณบอกเรา เช่น ชื่อหรือคำสั่งซื้อ จะแสดงที่นี่",
  memoryFrom: {
    visitor: "คุณบอก",
    form: "คุณกรอก",
    agent: "เราบันทึก",
    identity: "จากบัญชีของคุณ",
    shop: "จากร้าน",
  },
  memoryCorrect: "แก้ไข",
  memoryForget: "ลืม",
  memorySave: "บันทึก",
  memoryCancel: "ยกเลิก",
  memoryNewValue: (label) => `${label}ใหม่`,
  memoryForgetAll: "ลืมทุกอย่างเกี่ยวกับฉัน",
  memoryForgetAllSure: "ทุกอย่างที่เราจำเกี่ยวกับคุณจะถูกลบถาวร และเราจะไม่รู้จักเบราว์เซอร์นี้อีกค่ะ",
  memoryForgetAllDo: "ใช่ ลืมทั้งหมด",
  memoryUnsure: "เราเข้าใจถูกต้องไหมคะ",
  memoryYes: "ใช่",
  memoryNo: "ไม่ใช่",
  memoryUntil: (date) => `เก็บไว้ถึง ${date}`,
  memoryDialogueOnly: "เก็บไว้เฉพาะในแชทนี้",
  memoryWhy: (why) => `เหตุผล: ${why}`,
  memoryDownload: "ดาวน์โหลดข้อมูลของฉันที่ร้านมี",
  memoryFileName: "สิ่งที่เราจำ.json",
  memoryWithdrawn: "ปิดแล้วค่ะ ข้อมูลที่เก็บไว้เพื่อการนี้ถูกลบแล้ว",
  consent: "สิ่งที่อนุญาตให้เราทำ",
  consentFor: {
    memory: "จำสิ่งที่ฉันบอกไว้ใช้ครั้งต่อไป",
    analytics: "นับแชทของฉันในสถิติ",
    marketing: "เสนอสิ่งที่เหมาะกับฉัน",
  },
};
