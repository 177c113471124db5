import { expect, test } from "vitest";
import { documentFormOf } from "./document-form.ts";

test.each([
  ["车棚.jpg", "image/jpeg", "picture"],
  ["充电.PDF", "application/octet-stream", "pdf"],
  ["申请表.docx", "", "docx"],
  ["表.et", "", "xlsx"],
  ["微党课.pptx", "application/vnd.ms-powerpoint", "pptx"],
  ["微党课.ppsx", "", "pptx"],
  ["无名", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"],
  ["通知.doc", "application/msword", "other-program"],
  ["微党课.ppt", "application/vnd.ms-powerpoint", "other-program"],
  ["通知.wps", "", "other-program"],
])("%s (%s) is shown as %s", (name, mime, form) => {
  expect(documentFormOf({ name, mime })).toBe(form);
});
