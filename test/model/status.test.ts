import { describe, expect, it } from "vitest";
import { hasEnded, hasExpired } from "../../src/model/register.ts";

describe("the status of an existing right", () => {
  it.each([
    "注销",
    "已注销",
    " 已 注销 ",
    "吊销",
    "依法吊销",
    "撤销",
    "灭失",
    "已灭失",
    "废止",
    "采矿许可证已注销",
    "注销登记",
    "Cancelled",
  ])("%s: it is no longer there", (status) => {
    expect([hasEnded(status), hasExpired(status)]).toEqual([true, false]);
  });

  it.each(["过期", "已过期", "到期", "已到期", "许可证已到期", "expired"])(
    "%s: it may be renewed",
    (status) => {
      expect([hasEnded(status), hasExpired(status)]).toEqual([false, true]);
    },
  );

  it.each([
    "",
    "有效",
    "正常",
    "停产",
    "拟注销",
    "未注销",
    "注销中",
    "即将到期",
    "未到期",
    "关闭",
    "政策性关闭",
  ])("%s: it is there", (status) => {
    expect([hasEnded(status), hasExpired(status)]).toEqual([false, false]);
  });
});
