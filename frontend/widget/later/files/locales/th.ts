import type { FileTexts } from "./texts";

export const texts: FileTexts = {
  filesChosen: "ไฟล์ที่จะส่ง",
  fileRemove: (name) => `เอา ${name} ออก`,
  fileSending: (name) => `กำลังส่ง ${name}`,
  fileWaiting: "รอส่ง…",
  fileTooLarge: (megabytes) => `ไฟล์ใหญ่เกินไป ไม่เกิน ${megabytes} MB ค่ะ`,
  fileRefused: {
    type_not_allowed: "เรารับไฟล์ชนิดนี้ไม่ได้ค่ะ",
    invalid: "ไฟล์ว่างเปล่าหรือมาไม่ครบค่ะ",
    rate_limited: "ส่งมากเกินไปในครั้งเดียว กรุณารอสักครู่ค่ะ",
    offline: "ไม่มีการเชื่อมต่อค่ะ",
  },
  fileOpen: (name) => `เปิด ${name}`,
  fileGone: "เปิดไฟล์นี้ไม่ได้ค่ะ",
};
